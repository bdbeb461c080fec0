#pragma once

#include "content/page/kinds/cutting/EntryScan.h"

namespace vitrine {

/// Claims venue, date, volume, issue and pages of a publication whose title and authors are known; a badge's venue and
/// year as the same once more.
void readVenue(EntryScan &scan, ByteRange title, ByteRange authors);

} // namespace vitrine
