#pragma once

#include "content/page/kinds/EntryScan.h"

namespace vitrine {

/// Claims the words that no reader claimed as note and summary, nested items as summary. Returns how many stretches of
/// words found no field: they are sealed.
int claimLeftovers(EntryScan &scan);

} // namespace vitrine
