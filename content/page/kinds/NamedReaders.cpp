#include "content/page/kinds/Lexicon.h"
#include "content/page/kinds/Phrase.h"
#include "content/page/kinds/Readers.h"
#include "content/page/kinds/Words.h"

namespace vitrine {

namespace {

using Part = LayoutNode::Part;

Confidence good(bool claimed)
{
    return claimed ? Confidence::Good : Confidence::None;
}

/// The first emphasised or linked words when nothing stands before them in a range.
const AtomPair *leadingPair(const EntryScan &scan, ByteRange range)
{
    for (const AtomPair &pair : scan.atoms().pairs) {
        const bool wraps = pair.isLink() || pair.isEmphasis() || pair.kind == AtomPair::Kind::Quote;
        if (!wraps || !range.contains(pair.range) || scan.isWordless(pair.content))
            continue;
        return scan.isWordless({range.begin, pair.range.begin}) ? &pair : nullptr;
    }
    return nullptr;
}

/// Where a name ends that is followed by a colon.
std::optional<ByteRange> colonIn(const EntryScan &scan, ByteRange range)
{
    std::optional<ByteRange> first;
    for (const char *colon : {": ", "：", ":", " - ", " – ", " — "}) {
        const std::optional<ByteRange> found = scan.find(range, colon);
        const bool scheme = found && scan.bytes({found->begin, range.end}).startsWith("://");
        if (found && !scheme && (!first || found->begin < first->begin))
            first = found;
    }
    return first;
}

/// A label without the colon at its end.
ByteRange withoutColon(QByteArrayView label)
{
    ByteRange range = withoutBlanks(label);
    const QByteArrayView text = label.sliced(range.begin, range.size());
    if (text.endsWith("："))
        range.end -= 3;
    else if (text.endsWith(':'))
        range.end -= 1;
    return range;
}

/// What follows the first words of an entry, as one text up to its nested items.
void claimSummary(EntryScan &scan, qsizetype begin)
{
    const ByteRange rest = scan.withoutSeparators({begin, scan.head().end});
    if (!rest.isEmpty() && !scan.isWordless(rest))
        scan.claims.add(FieldId::Summary, rest);
}

/// "Name: words about it": the emphasised or linked head, or what stands before a colon, is the name.
Confidence readNamed(EntryScan &scan, FieldId name)
{
    const Phrase phrase = phraseOf(scan);
    if (phrase.parts.empty())
        return Confidence::None;
    const qsizetype begin = phrase.parts.front().range.begin;
    const ByteRange rest{begin, scan.head().end};
    if (const AtomPair *pair = leadingPair(scan, rest)) {
        if (!scan.claims.add(name, pair->content))
            return Confidence::None;
        claimSummary(scan, pair->range.end);
        return Confidence::Good;
    }
    const ByteRange first = phrase.parts.front().range;
    if (const std::optional<ByteRange> colon = colonIn(scan, first)) {
        const bool claimed = scan.claims.add(name, {first.begin, colon->begin});
        claimSummary(scan, colon->end);
        return good(claimed);
    }
    return good(scan.claims.add(name, first));
}

/// Parts with the brackets that follow them.
std::vector<ByteRange> keywordParts(const EntryScan &scan, ByteRange range)
{
    std::vector<ByteRange> words;
    for (const PhrasePart &part : scan.parts(range)) {
        const bool joins = part.type == PhrasePart::Type::Bracket && !words.empty();
        if (joins)
            words.back().end = part.range.end;
        else
            words.push_back(part.range);
    }
    return words;
}

bool isRole(const EntryScan &scan, ByteRange range)
{
    return lexicon::teachingRoles().isIn(scan.shown(range)) && wordCount(scan.shown(range)) <= 5;
}

/// A title in quotes anywhere in the entry's head.
const AtomPair *quoteIn(const EntryScan &scan)
{
    for (const AtomPair &pair : scan.atoms().pairs) {
        const bool quote = pair.kind == AtomPair::Kind::Quote && scan.head().contains(pair.range);
        if (quote && wordCount(scan.shown(pair.content)) >= 2)
            return &pair;
    }
    return nullptr;
}

/// An event without the year that follows it, which is the talk's where it has no other.
ByteRange beforeYear(EntryScan &scan, ByteRange event)
{
    if (scan.dates().empty())
        return event;
    const DateMention &last = scan.dates().back();
    const bool follows = last.range.end == event.end && last.range.begin > event.begin && !last.period();
    if (!follows)
        return event;
    const std::optional<ByteRange> claimed = scan.claims.rangeOf(FieldId::Date);
    if (claimed ? *claimed != last.range : !scan.claimDate(last))
        return event;
    return {event.begin, last.range.begin};
}

/// The event of a talk: after "at" or "in", or the first part behind the title.
void claimEvent(EntryScan &scan, qsizetype begin)
{
    const ByteRange rest = scan.withoutSeparators({begin, scan.head().end});
    if (rest.isEmpty())
        return;
    for (const PhrasePart &part : phraseParts(scan, rest)) {
        ByteRange event = beforeYear(scan, part.range);
        if (part.type == PhrasePart::Type::Bracket || scan.claims.overlaps(event))
            continue;
        const QByteArrayView text = scan.bytes(event);
        for (const char *lead : {"at the ", "at ", "in the ", "in ", "@ ", "@"}) {
            if (text.startsWith(lead)) {
                event.begin += static_cast<qsizetype>(qstrlen(lead));
                break;
            }
        }
        scan.claims.add(FieldId::Event, event);
        return;
    }
}

} // namespace

Confidence readText(EntryScan &scan)
{
    return good(scan.claims.add(FieldId::Text, scan.atoms().content));
}

Confidence readProject(EntryScan &scan)
{
    return readNamed(scan, FieldId::Name);
}

Confidence readSkill(EntryScan &scan)
{
    const ByteRange head = scan.head();
    ByteRange rest = head;
    const AtomPair *pair = leadingPair(scan, head);
    if (pair && !pair->isLink()) {
        if (!scan.claims.add(FieldId::Name, withoutColon(scan.bytes(pair->content)).shifted(pair->content.begin)))
            return Confidence::None;
        rest.begin = pair->range.end;
    } else if (const std::optional<ByteRange> colon = colonIn(scan, head)) {
        if (!scan.claims.add(FieldId::Name, {head.begin, colon->begin}))
            return Confidence::None;
        rest.begin = colon->end;
    }
    rest = scan.withoutSeparators(rest);
    int item = 0;
    if (!rest.isEmpty() && !scan.isWordless(rest)) {
        for (const ByteRange word : keywordParts(scan, rest))
            item += scan.claims.add(FieldId::Keywords, word, Part::Whole, item) ? 1 : 0;
    }
    return good(item > 0 || scan.claims.has(FieldId::Name));
}

Confidence readLink(EntryScan &scan)
{
    for (const AtomPair &pair : scan.atoms().pairs) {
        if (!pair.isLink())
            continue;
        const bool label = scan.claims.add(FieldId::Label, pair.content);
        return good(scan.claims.add(FieldId::Url, pair.url) || label);
    }
    return Confidence::None;
}

Confidence readTeaching(EntryScan &scan)
{
    const Phrase phrase = phraseOf(scan);
    const size_t count = phrase.wordCount();
    if (count == 0)
        return Confidence::None;
    std::optional<size_t> role, school;
    for (size_t i = 0; i < count; ++i) {
        const ByteRange part = phrase.parts[i].range;
        if (!role && count > 1 && isRole(scan, part))
            role = i;
        else if (!school && i > 0 && lexicon::schools().isIn(scan.shown(part)))
            school = i;
    }
    std::optional<size_t> first, last;
    for (size_t i = 0; i < count; ++i) {
        if (i == role || i == school)
            continue;
        if (last && *last + 1 != i)
            continue;
        first = first ? first : i;
        last = i;
    }
    if (!first)
        return good(scan.claims.add(FieldId::Course, phrase.hull(0, count - 1)));
    const bool claimed = scan.claims.add(FieldId::Course, phrase.hull(*first, *last));
    if (role)
        scan.claims.add(FieldId::Role, phrase.parts[*role].range);
    if (school)
        scan.claims.add(FieldId::Institution, phrase.parts[*school].range);
    return good(claimed);
}

Confidence readService(EntryScan &scan)
{
    // Years inside a list of venues belong to it; only a date at the head, or one that stands alone, is the entry's.
    const bool dated = scan.headDate() || (scan.dates().size() == 1 && scan.tailDate());
    if (!dated)
        return good(scan.claims.add(FieldId::Title, scan.head()));
    const Phrase phrase = phraseOf(scan);
    if (phrase.parts.empty())
        return Confidence::None;
    return good(scan.claims.add(FieldId::Title, phrase.all));
}

Confidence readTalk(EntryScan &scan)
{
    const Phrase phrase = phraseOf(scan);
    if (phrase.parts.empty())
        return Confidence::None;
    const AtomPair *pair = quoteIn(scan);
    if (!pair)
        pair = leadingPair(scan, {phrase.parts.front().range.begin, scan.head().end});
    if (pair) {
        if (!scan.claims.add(FieldId::Title, pair->content))
            return Confidence::None;
        claimEvent(scan, pair->range.end);
        return Confidence::Good;
    }
    const size_t count = phrase.wordCount();
    if (count == 0 || !scan.claims.add(FieldId::Title, phrase.parts.front().range))
        return Confidence::None;
    if (count > 1)
        scan.claims.add(FieldId::Event, phrase.parts[1].range);
    return Confidence::Good;
}

} // namespace vitrine
