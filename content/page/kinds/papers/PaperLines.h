#pragma once

#include "content/page/kinds/cutting/EntryScan.h"

namespace vitrine {

/// The lines of an entry as visitors see them: what stands between two breaks, without blanks, wordless ones left out.
std::vector<ByteRange> linesOf(const EntryScan &scan);
/// The first line that begins at or behind a place; nothing where none does.
std::optional<ByteRange> lineBehind(const EntryScan &scan, qsizetype at);
/// True for a line of links: nothing but punctuation stands beside them.
bool isRowOfLinks(const EntryScan &scan, ByteRange line);
/// True where the words of a line begin with a link.
bool beginsWithLink(const EntryScan &scan, ByteRange line);
/// The line behind a row of links in which a paper's venue may stand: some words that are no link.
std::optional<ByteRange> lineBehindLinks(const EntryScan &scan);

/// So many words at most name a venue.
constexpr size_t mostVenueWords = 16;

} // namespace vitrine
