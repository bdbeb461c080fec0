#pragma once

#include "content/page/kinds/cutting/EntryScan.h"

namespace vitrine {

/// The pieces of a range among which a venue is looked for, in the order of the text: what lies outside claims, the
/// badge (its content, where there is one), pictures and breaks, cut at commas and brackets.
std::vector<PhrasePart> venuePieces(const EntryScan &scan, ByteRange range, std::optional<ByteRange> badge);

} // namespace vitrine
