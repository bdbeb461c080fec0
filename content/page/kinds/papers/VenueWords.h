#pragma once

#include "content/page/kinds/cutting/EntryScan.h"

namespace vitrine {

/// True when a range speaks of a conference, a journal or the state of a paper.
bool isVenueText(const EntryScan &scan, ByteRange range);
/// The length of the words that lead to a venue and are no part of it ("in the ", "accepted by "); 0: none.
qsizetype venueLeadAt(QByteArrayView text);
/// "Published in …", "In …": true where such words begin a range and more follows.
bool isLedTo(const EntryScan &scan, ByteRange range);
/// A short name in capitals, perhaps with a year: "CVPR", "NeurIPS 2024", "ACM MM".
bool isShortVenue(QByteArrayView text);
/// True for what is said of a paper beside its venue: "Oral", "CCF-A", "co-first author".
bool isPaperNote(QByteArrayView text);
/// "To appear", "(Forthcoming)": true for such words and nothing else.
bool isStateOfPaper(QByteArrayView text);
/// The tag before all else that an entry says, up to `end`: "`PATHS 2024`", "[TOPO]", perhaps in a colour of its own.
/// Nothing where words stand there that are none, or a number of the entry ("[C1]").
std::optional<AtomPair> leadingTag(const EntryScan &scan, qsizetype end);

} // namespace vitrine
