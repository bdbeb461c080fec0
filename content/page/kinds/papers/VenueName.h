#pragma once

#include "content/page/kinds/cutting/EntryScan.h"

#include <vector>

namespace vitrine {

/// A venue's name, and the last of the pieces it reaches into.
struct VenueName
{
    ByteRange range;
    size_t lastPiece = 0;
};

/// The name that begins in a piece: without the words that lead to it, over the commas that it holds, to its short name
/// in brackets.
VenueName venueNameAt(const EntryScan &scan, const std::vector<PhrasePart> &pieces, size_t piece);

/// A venue without the year and notes after it and without a last run in another style.
ByteRange venueNameIn(const EntryScan &scan, ByteRange range);

} // namespace vitrine
