#pragma once

#include "content/page/kinds/cutting/EntryScan.h"

namespace vitrine {

/// What tells a stretch of a paper that may be its venue from one that may not.

bool hasDateIn(const EntryScan &scan, ByteRange range);
/// A date and nothing else that says anything.
bool onlyDate(const EntryScan &scan, ByteRange range);
/// "SHORT 2026"; "2026" alone is none.
bool endsInYear(const EntryScan &scan, ByteRange range);
/// The linked name with its year that a range begins with ("[KNOT 2026](u)"): no resource has one.
std::optional<ByteRange> datedLabel(const EntryScan &scan, ByteRange range);
/// Links to the paper's resources, and nothing else that says anything.
bool isResourceLink(const EntryScan &scan, ByteRange range);
/// "(SHORT)" or "(SHORT) 2024".
bool isBracketedShort(const QByteArray &shown);
/// "vol. 3", "pp. 5-7": true where such a word is among the others.
bool hasPaperDetails(const QByteArray &shown);
/// A range without the stops and blanks at its end.
ByteRange withoutTail(const EntryScan &scan, ByteRange range);

} // namespace vitrine
