#include "content/page/kinds/Readers.h"
#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

/// The first paragraph of a range.
ByteRange firstBlock(const EntryScan &scan, ByteRange range)
{
    for (const Atom &atom : scan.atoms().atoms) {
        const bool ends = atom.type == Atom::Type::BlockBreak && atom.range.begin > range.begin;
        if (ends && atom.range.begin < range.end)
            return {range.begin, atom.range.begin};
    }
    return range;
}

/// Where the text begins: after separators, and inside emphasis that holds nothing but separators before it.
ByteRange textAfter(const EntryScan &scan, ByteRange range)
{
    return firstBlock(scan, scan.withoutSeparators(range));
}

} // namespace

Confidence readNews(EntryScan &scan)
{
    const ByteRange head = scan.head();
    if (const DateMention *date = scan.headDate()) {
        if (!scan.claimDate(*date))
            return Confidence::None;
        // What else stands in the date's own pair is no news ("[Jan 2025, Singapore]").
        qsizetype begin = date->range.end;
        const bool inPair = date->pair >= 0 && scan.atoms().pairs[static_cast<size_t>(date->pair)].range.end < head.end;
        if (inPair && scan.atoms().pairs[static_cast<size_t>(date->pair)].range.size() < 60)
            begin = std::max(begin, scan.atoms().pairs[static_cast<size_t>(date->pair)].content.end);
        const ByteRange text = textAfter(scan, {begin, head.end});
        return scan.claims.add(FieldId::Text, text) ? Confidence::Good : Confidence::None;
    }
    const DateMention *tail = scan.tailDate();
    const bool bracketed = tail && tail->pair >= 0 && scan.atoms().pairs[static_cast<size_t>(tail->pair)].isBracket();
    if (bracketed && scan.claims.add(FieldId::Date, tail->range)) {
        const ByteRange before{head.begin, scan.atoms().pairs[static_cast<size_t>(tail->pair)].range.begin};
        return scan.claims.add(FieldId::Text, firstBlock(scan, before)) ? Confidence::Good : Confidence::None;
    }
    return scan.claims.add(FieldId::Text, firstBlock(scan, head)) ? Confidence::Good : Confidence::None;
}

} // namespace vitrine
