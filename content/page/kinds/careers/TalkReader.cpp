#include "content/page/kinds/Readers.h"
#include "content/page/kinds/careers/CareerParts.h"
#include "content/page/kinds/words/Lexicon.h"

namespace vitrine {

namespace {

/// What sets the title of a talk apart.
const AtomPair *titlePair(const EntryScan &scan)
{
    const AtomPair *quote = nullptr;
    const AtomPair *leading = nullptr;
    const DateMention *date = scan.headDate();
    const ByteRange rest{date ? std::min(date->range.end, scan.head().end) : scan.head().begin, scan.head().end};
    for (const AtomPair &pair : scan.atoms().pairs) {
        const bool dated = date && pair.range.contains(date->range);
        if (dated || !rest.contains(pair.range) || scan.isWordless(pair.content))
            continue;
        const bool isQuote = pair.kind == AtomPair::Kind::Quote;
        if (isQuote && !quote && (wordCount(scan.shown(pair.content)) >= 2 || pair.range.begin == rest.begin))
            quote = &pair;
        const bool wraps = pair.isLink() || pair.isEmphasis() || isQuote;
        if (wraps && !leading && scan.isWordless({rest.begin, pair.range.begin}))
            leading = &pair;
    }
    return quote ? quote : leading;
}

/// "invited talk", "keynote": what sort of talk it was.
bool isSort(const QByteArray &text)
{
    constexpr size_t longestSort = 4;
    return wordCount(text) <= longestSort && lexicon::talkSorts().isIn(text);
}

/// An event without "at the" and the year that merely follows it.
ByteRange bareEvent(EntryScan &scan, ByteRange event)
{
    const QByteArrayView text = scan.bytes(event);
    for (const char *lead : {"at the ", "at ", "in the ", "in ", "@ ", "@", "the ", "Hosted by ", "hosted by "}) {
        const auto size = static_cast<qsizetype>(qstrlen(lead));
        if (text.size() > size && text.startsWith(lead)) {
            event.begin += size;
            break;
        }
    }
    return scan.withoutFollowingYear(event);
}

/// "invited talk at North Summit" in one part: the sort stays a note.
ByteRange behindSort(const EntryScan &scan, ByteRange part)
{
    const auto cut = cutAt(scan, part, {" at the ", " at ", " in the ", " in ", " for ", " @ "});
    return cut && isSort(scan.shown(cut->first)) ? cut->second : part;
}

bool isOnlySort(const EntryScan &scan, ByteRange part)
{
    return isSort(scan.shown(part)) && behindSort(scan, part) == part;
}

/// "Elmstad University, Kvistaby": what ends the line right behind a university is where that is.
bool isTownOf(const CareerParts &parts, size_t event, size_t i)
{
    constexpr size_t longestTown = 6;
    const bool last = i + 1 == parts.count() || parts[i + 1].bracket || parts[i + 1].line > parts[i].line;
    return i == event + 1 && parts.sense(event) == Sense::School && parts.sense(i) == Sense::Words && last
        && parts[i].line == parts[event].line && !parts.isLinked(i) && !parts.isWrapped(i)
        && !lexicon::venues().isIn(parts.shown(i)) && wordCount(parts.shown(i)) <= longestTown;
}

/// The event of a talk: the first parts behind the title that are neither a place nor a sort of talk.
void claimEvent(EntryScan &scan, CareerParts &parts, size_t first)
{
    std::optional<ByteRange> event;
    size_t last = 0;
    for (size_t i = first; i < parts.count(); ++i) {
        const Sense sense = parts.sense(i);
        const QByteArrayView text = scan.bytes(parts.range(i));
        const bool host = text.startsWith("Hosted by ") || text.startsWith("hosted by ");
        const bool remark = sense == Sense::Remark && !host;
        const bool names = !parts[i].bracket && sense != Sense::Place && !remark && sense != Sense::Prose
            && !isOnlySort(scan, parts.range(i)) && parts.isFree(i);
        if (!names && event)
            break;
        const bool resource = parts.isLinked(i)
            && lexicon::resources().contains(scan.shown(scan.insideBracket(parts.range(i))).toLower());
        if (!names || resource)
            continue;
        if (event && isTownOf(parts, last, i)) {
            parts.claim(FieldId::Location, i);
            break;
        }
        const bool goesOn = event && parts[i].line == parts[last].line && !parts.isLinked(last) && !parts.isLinked(i)
            && event->end <= parts.range(i).begin && scan.bytes({event->end, parts.range(i).begin}).trimmed() == ",";
        if (event && !goesOn)
            break;
        event = ByteRange{event ? event->begin : behindSort(scan, parts.range(i)).begin, parts.range(i).end};
        last = i;
    }
    if (event)
        scan.claims.add(FieldId::Event, bareEvent(scan, *event));
}

/// `Elmstad Robot Days 2023: "Walks on Lattices"`: the event stands before the title.
void claimLeadingEvent(EntryScan &scan, const AtomPair &title)
{
    const DateMention *date = scan.headDate();
    ByteRange before{date ? scan.withPairs(*date).end : scan.head().begin, title.range.begin};
    if (before.end <= before.begin)
        return;
    before = scan.withoutSeparators(before);
    while (!before.isEmpty() && strchr(" \t\n:,-|", scan.text()[before.end - 1]))
        --before.end;
    constexpr size_t fewestWords = 2;
    const QByteArray text = scan.shown(before);
    if (wordCount(text) >= fewestWords && !isSort(text) && !text.startsWith("Gave ") && !text.contains(','))
        scan.claims.add(FieldId::Event, before);
}

/// A title that nothing sets apart: the first part, up to the last that goes on in small letters. Tells which part
/// comes next.
size_t claimPlainTitle(EntryScan &scan, CareerParts &parts)
{
    size_t last = 0;
    for (size_t i = 1; i < parts.count() && parts[i].line == parts[0].line && i < parts.unbroken(); ++i) {
        const QByteArrayView text = scan.bytes(parts.range(i));
        const bool small = !text.isEmpty() && text[0] >= 'a' && text[0] <= 'z';
        const bool event = text.startsWith("at ") || text.startsWith("in ") || isSort(scan.shown(parts.range(i)))
            || behindSort(scan, parts.range(i)) != parts.range(i);
        if (small && !event && !parts[i].bracket)
            last = i;
    }
    const auto cut = last == 0 ? cutAt(scan, parts.range(0), {": ", "：", " - ", " – "}) : std::nullopt;
    const bool labelled = cut && isSort(scan.shown(cut->first));
    const bool claimed = labelled ? scan.claims.add(FieldId::Title, cut->second) : parts.claim(FieldId::Title, 0, last);
    return claimed ? last + 1 : 0;
}

} // namespace

Confidence readTalk(EntryScan &scan)
{
    CareerParts parts(scan);
    if (parts.count() == 0)
        return Confidence::None;
    const AtomPair *pair = titlePair(scan);
    size_t first = 0;
    if (pair) {
        if (!scan.claims.add(FieldId::Title, pair->content))
            return Confidence::None;
        claimLeadingEvent(scan, *pair);
        parts.dropBefore(pair->range.end);
    } else {
        first = claimPlainTitle(scan, parts);
        if (first == 0)
            return Confidence::None;
    }
    if (!scan.claims.has(FieldId::Event))
        claimEvent(scan, parts, first);
    if (!scan.claims.has(FieldId::Location))
        parts.claimLocation(first);
    return Confidence::Good;
}

} // namespace vitrine
