#include "content/page/kinds/papers/VenuePieces.h"

#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

/// What of a range lies outside claims and the pairs that hold them, level by level.
std::vector<ByteRange> freeRanges(const EntryScan &scan, ByteRange range, std::optional<ByteRange> badge)
{
    std::vector<ByteRange> taken;
    for (const AtomPair &pair : scan.atoms().pairs) {
        if (!range.overlaps(pair.range))
            continue;
        const bool block = pair.kind == AtomPair::Kind::Html && !pair.isEmphasis();
        const bool cut = !range.contains(pair.range);
        if (badge && pair.content == *badge) {
            taken.push_back(pair.range); // it is read for itself
        } else if (block || cut) {
            taken.push_back(pair.open);
            taken.push_back(pair.close);
        } else if (scan.claims.overlaps(pair.range) || (badge && pair.range.contains(*badge))) {
            taken.push_back(pair.range);
        }
    }
    for (const Claim &claim : scan.claims.all())
        taken.push_back(claim.range);
    for (const Atom &atom : scan.atoms().atoms) {
        if (atom.type == Atom::Type::Picture || atom.type == Atom::Type::Opaque || atom.type == Atom::Type::HardBreak
            || atom.type == Atom::Type::BlockBreak)
            taken.push_back(atom.range);
    }
    std::sort(taken.begin(), taken.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
    std::vector<ByteRange> free;
    qsizetype at = range.begin;
    for (const ByteRange t : taken) {
        if (t.end <= at || t.begin >= range.end)
            continue;
        if (t.begin > at)
            free.push_back({at, t.begin});
        at = std::max(at, t.end);
    }
    if (at < range.end)
        free.push_back({at, range.end});
    return free;
}

/// A piece of small words before words in another style begins with these ("etc. **VENUE 2024**").
ByteRange withoutLead(const EntryScan &scan, ByteRange range)
{
    const int base = scan.pairAround(range);
    for (const AtomPair &pair : scan.atoms().pairs) {
        const bool style = pair.parent == base && range.contains(pair.range) && pair.isEmphasis();
        if (!style)
            continue;
        const QByteArray before = scan.shown({range.begin, pair.range.begin});
        return isLiteralText(before) || before.trimmed() == "etc." ? ByteRange{pair.range.begin, range.end} : range;
    }
    return range;
}

} // namespace

std::vector<PhrasePart> venuePieces(const EntryScan &scan, ByteRange range, std::optional<ByteRange> badge)
{
    std::vector<PhrasePart> pieces;
    for (const ByteRange free : freeRanges(scan, range, badge)) {
        for (PhrasePart part : scan.parts(free)) {
            part.range = withoutLead(scan, scan.withoutSeparators(part.range));
            pieces.push_back(part);
        }
    }
    return pieces;
}

} // namespace vitrine
