#pragma once

#include "content/page/kinds/cutting/EntryScan.h"

namespace vitrine {

/// Claims volume, issue and pages that stand behind a venue: "vol. 3, no. 2, pp. 4-5", "3(2): 106-116".
void claimPaperNumbers(EntryScan &scan, ByteRange behindVenue);

} // namespace vitrine
