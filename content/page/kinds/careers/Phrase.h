#pragma once

#include "content/page/kinds/cutting/EntryScan.h"

namespace vitrine {

/// What an entry says besides its date: the parts of its first line.
struct Phrase
{
    bool dated = false;
    ByteRange all; ///< from the first word to the last, date apart; empty when there is none
    std::vector<PhrasePart> parts; ///< before the first break
    std::vector<PhrasePart> more; ///< after it
    size_t unbroken = 0; ///< how many parts stand before a date in the middle; all of them when it stands elsewhere

    /// The bytes from one part to another.
    ByteRange hull(size_t first, size_t last) const { return {parts[first].range.begin, parts[last].range.end}; }
    /// How many parts come before the first bracket.
    size_t wordCount() const;
};

/// Parts of a range, with the brackets that are no notes on the words before them.
std::vector<PhrasePart> phraseParts(const EntryScan &scan, ByteRange range);
/// A range without the small words at its end that lead to a date: "Elm University, since" 2021.
ByteRange withoutDateLead(const EntryScan &scan, ByteRange range);
/// Claims the date of an entry, at its head, at its end, or the only one that stands apart; where it stands, with the
/// pairs that hold nothing else. Two dates around "expected" are a period.
std::optional<ByteRange> claimEntryDate(EntryScan &scan);
/// Claims the date of an entry, at its head, at its end or where only one stands, and cuts the rest.
Phrase phraseOf(EntryScan &scan);

} // namespace vitrine
