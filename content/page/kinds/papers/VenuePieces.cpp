#include "content/page/kinds/papers/VenuePieces.h"

#include "content/page/kinds/papers/PaperTitle.h"
#include "content/page/kinds/papers/VenueWords.h"
#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

/// A row of links in brackets is a piece of its own.
bool isInBracket(const EntryScan &scan, const AtomPair &pair)
{
    for (int at = pair.parent; at >= 0; at = scan.atoms().pairs[static_cast<size_t>(at)].parent) {
        if (scan.atoms().pairs[static_cast<size_t>(at)].isBracket())
            return true;
    }
    return false;
}

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
        } else if (
            scan.claims.overlaps(pair.range) || (badge && pair.range.contains(*badge))
            || (pair.isLink() && isResource(scan, pair) && !isInBracket(scan, pair))) {
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

/// Words in brackets that are part of the phrase they stand in: "Counting [MASK] (twice)". A short name, a note, a
/// date, a remark of several words are none.
bool isOfPhrase(const EntryScan &scan, ByteRange bracket)
{
    constexpr size_t mostWords = 2;
    const QByteArray shown = scan.shown(scan.insideBracket(bracket)).trimmed();
    const bool square = scan.bytes(bracket).startsWith('[') || scan.bytes(bracket).startsWith("\\[");
    const bool letter = !shown.isEmpty() && isalpha(static_cast<unsigned char>(shown[0])) != 0;
    return letter && wordCount(shown) <= mostWords && (square || !isShortVenue(shown)) && !isPaperNote(shown)
        && !lexicon::resources().isIn(shown) && !scan.claims.overlaps(bracket);
}

bool endsInDate(const EntryScan &scan, ByteRange range)
{
    return std::any_of(scan.dates().begin(), scan.dates().end(), [&](const DateMention &date) {
        return range.contains(date.range) && scan.isWordless({date.range.end, range.end});
    });
}

bool holdsPair(const EntryScan &scan, ByteRange range)
{
    return std::any_of(scan.atoms().pairs.begin(), scan.atoms().pairs.end(), [&](const AtomPair &pair) {
        return range.overlaps(pair.range) && !pair.isBracket();
    });
}

/// Pieces that brackets of a phrase cut are one piece.
std::vector<PhrasePart> joined(const EntryScan &scan, const std::vector<PhrasePart> &pieces)
{
    using Type = PhrasePart::Type;
    std::vector<PhrasePart> result;
    bool open = false; // the last piece ends in brackets of its phrase
    for (const PhrasePart &piece : pieces) {
        const bool bracket = piece.type == Type::Bracket;
        const bool near = !result.empty() && !piece.afterBreak
            && scan.isBlank({result.back().range.end, piece.range.begin})
            && !scan.bytes({result.back().range.end, piece.range.begin}).contains('\n');
        const bool words = near && result.back().type == Type::Words && !endsInDate(scan, result.back().range)
            && !holdsPair(scan, result.back().range);
        const bool goesOn = words && (bracket ? isOfPhrase(scan, piece.range) : open && !holdsPair(scan, piece.range));
        if (goesOn)
            result.back().range.end = piece.range.end;
        else
            result.push_back(piece);
        open = goesOn && bracket;
    }
    return result;
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
    return joined(scan, pieces);
}

} // namespace vitrine
