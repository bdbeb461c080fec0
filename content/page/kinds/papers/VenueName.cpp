#include "content/page/kinds/papers/VenueName.h"

#include "content/page/kinds/papers/VenueSigns.h"
#include "content/page/kinds/papers/VenueWords.h"
#include "content/page/kinds/words/Words.h"

#include <algorithm>

namespace vitrine {

namespace {

/// A venue's name may hold commas: "Conference on Sensing, Control, and Networks". The last of such a list has the
/// "and"; nothing but topics of a few words stands before it.
size_t endOfTopics(const EntryScan &scan, const std::vector<PhrasePart> &pieces, size_t number)
{
    constexpr size_t mostTopics = 4;
    constexpr size_t mostWords = 4;
    const QByteArray first = scan.shown(pieces[number].range);
    if (!first.contains(" on ") && !first.contains(" of "))
        return number;
    for (size_t i = number + 1; i < std::min(pieces.size(), number + 1 + mostTopics); ++i) {
        const QByteArray shown = scan.shown(pieces[i].range).trimmed();
        const std::vector<QByteArray> words = wordsOf(shown);
        const auto joint = std::find(words.begin(), words.end(), QByteArrayView("and"));
        const bool last = joint != words.end() && joint + 1 != words.end();
        const bool topic = !words.empty() && words.size() <= mostWords + (last ? 2 : 0)
            && pieces[i].type == PhrasePart::Type::Words && !pieces[i].afterBreak && !hasDateIn(scan, pieces[i].range)
            && !isPaperNote(shown) && !hasPaperDetails(shown)
            && (last || isupper(static_cast<unsigned char>(shown[0])));
        if (!topic || isResourceLink(scan, pieces[i].range))
            return number;
        if (last)
            return i;
    }
    return number;
}

/// "2024. (SHORT)": behind the year the venue's name is over.
bool hasDateBeforeBracket(const EntryScan &scan, ByteRange range)
{
    for (const AtomPair &pair : scan.atoms().pairs) {
        if (pair.isBracket() && range.contains(pair.range))
            return hasDateIn(scan, {range.begin, pair.range.begin});
    }
    return false;
}

/// A venue's name may hold commas ("Acoustics, Speech and Signal Processing (ICASSP)"): it goes on to the part that
/// has its short name.
size_t lastPart(const EntryScan &scan, const std::vector<PhrasePart> &pieces, size_t number)
{
    for (size_t i = number + 1; i < std::min(pieces.size(), number + 5); ++i) {
        const QByteArray shown = scan.shown(pieces[i].range);
        if (isBracketedShort(shown))
            return i - 1;
        const qsizetype open = shown.indexOf('(');
        if (open > 0 && isBracketedShort(shown.mid(open)) && !hasDateBeforeBracket(scan, pieces[i].range))
            return i;
        const bool other = hasDateIn(scan, pieces[i].range) || isPaperNote(shown) || hasPaperDetails(shown)
            || pieces[i].afterBreak || pieces[i].type == PhrasePart::Type::Bracket
            || isResourceLink(scan, pieces[i].range);
        if (other)
            break;
    }
    return endOfTopics(scan, pieces, number);
}

/// The content of the brackets or emphasis that hold all of a range.
ByteRange inner(const EntryScan &scan, ByteRange range)
{
    for (const AtomPair &pair : scan.atoms().pairs) {
        if (pair.range == range && !pair.content.isEmpty())
            range = withoutBlanks(scan.bytes(pair.content)).shifted(pair.content.begin);
    }
    return range;
}

qsizetype leads(const EntryScan &scan, ByteRange range)
{
    qsizetype length = 0;
    while (const qsizetype lead = venueLeadAt(scan.bytes({range.begin + length, range.end})))
        length += lead;
    return length < range.size() ? length : 0;
}

/// "Name (SHORT)": the end of the short name in brackets that stands right behind a name; else the name's own.
qsizetype endWithShortName(const EntryScan &scan, ByteRange name, const PhrasePart &next)
{
    if (next.type != PhrasePart::Type::Bracket)
        return name.end;
    const QByteArray shown = scan.shown(next.range);
    const bool near =
        scan.isWordless({name.end, next.range.begin}) && scan.bytes({name.end, next.range.begin}).trimmed().isEmpty();
    const bool belongs = near && isShortVenue(shown.mid(1)) && !isPaperNote(shown) && !scan.claims.overlaps(next.range);
    return belongs ? next.range.end : name.end;
}

} // namespace

VenueName venueNameAt(const EntryScan &scan, const std::vector<PhrasePart> &pieces, size_t piece)
{
    const std::optional<ByteRange> label = datedLabel(scan, pieces[piece].range);
    ByteRange range = inner(scan, label ? *label : withoutTail(scan, pieces[piece].range));
    range.begin += leads(scan, range);
    const size_t last = label ? piece : lastPart(scan, pieces, piece);
    if (last > piece)
        range.end = pieces[last].range.end;
    if (!label && last + 1 < pieces.size())
        range.end = endWithShortName(scan, range, pieces[last + 1]);
    return {venueNameIn(scan, range), last};
}

ByteRange venueNameIn(const EntryScan &scan, ByteRange range)
{
    const int base = scan.pairAround(range);
    for (const AtomPair &pair : scan.atoms().pairs) {
        // A link behind the name leads to something else.
        const bool leads = pair.isLink() && range.contains(pair.range) && pair.range.begin > range.begin;
        if (leads && !scan.isWordless({range.begin, pair.range.begin})) {
            range.end = pair.range.begin;
            break;
        }
    }
    for (const AtomPair &pair : scan.atoms().pairs) {
        const bool style = pair.parent == base && range.contains(pair.range) && pair.isEmphasis();
        if (style && pair.range.begin > range.begin && !scan.isWordless({range.begin, pair.range.begin}))
            range.end = pair.range.begin;
        else if (style && pair.range.begin == range.begin && !scan.isWordless({pair.range.end, range.end}))
            return venueNameIn(scan, pair.content);
    }
    for (const DateMention &date : scan.dates()) {
        const AtomPair *around = date.pair < 0 ? nullptr : &scan.atoms().pairs[static_cast<size_t>(date.pair)];
        const bool inBracket = around && around->isBracket() && range.contains(around->range);
        if (!range.contains(date.range) || inBracket || scan.isWordless({range.begin, date.range.begin}))
            continue;
        const ByteRange rest{date.range.end, range.end};
        const QByteArray shown = rest.isEmpty() ? QByteArray() : scan.shown(rest);
        const bool between =
            scan.bytes({range.begin, date.range.begin}).trimmed().endsWith(',') && shown.trimmed().startsWith(',');
        if (rest.isEmpty() || isLiteralText(shown) || isPaperNote(shown) || between) {
            range.end = date.range.begin;
            break;
        }
    }
    while (!range.isEmpty() && strchr(" ,.:;'\n-", scan.text()[range.end - 1]))
        --range.end;
    return range;
}

} // namespace vitrine
