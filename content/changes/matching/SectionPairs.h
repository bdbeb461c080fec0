#pragma once

#include "content/changes/matching/PartMatching.h"

namespace vitrine {

/// Fills in which section is which, and pairs the headings: by their path, by their title, and a renamed one by its
/// place between two that are known.
void pairSections(PartMatching &matching);

} // namespace vitrine
