#pragma once

#include "content/page/kinds/cutting/EntryScan.h"

#include <vector>

namespace vitrine {

/// The piece of a stretch that is the paper's venue; nothing when none is. `byPlace`: the stretch is where venues
/// stand, so that one may be one though no word of it says so.
std::optional<size_t> venueAmong(const EntryScan &scan, const std::vector<PhrasePart> &pieces, bool byPlace);

/// True when the first piece of a line in which nothing but a venue stands can be one.
bool leadsVenueLine(const EntryScan &scan, const std::vector<PhrasePart> &pieces);

} // namespace vitrine
