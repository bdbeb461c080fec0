#pragma once

#include "content/changes/matching/PartMatching.h"

namespace vitrine {

/// Cuts parts without a partner into lines where the other revision has their first line as plain text: what was an
/// entry and is read otherwise now (behind a comment that someone began) has not gone away.
void dissolveStrayParts(PartMatching &matching);

} // namespace vitrine
