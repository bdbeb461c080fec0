#include "content/page/kinds/CareerParts.h"
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

const WordSet &events()
{
    static const WordSet words{"conference", "workshop", "symposium", "meeting",    "seminar",       "summit",
                               "forum",      "congress", "school",    "colloquium", "university",    "institute",
                               "lab",        "webinar",  "days",      "talks",      "reading group", "会议",
                               "论坛",       "研讨会",   "大学"};
    return words;
}

bool isEvent(const EntryScan &scan, ByteRange range)
{
    constexpr size_t longestAcronym = 6;
    const QByteArray text = scan.shown(range);
    return events().isIn(text) || lexicon::organizations().isIn(text)
        || (lexicon::venues().isIn(text) && wordCount(text) <= longestAcronym);
}

/// Words before a title in quotes that name where it was given ("Elmstad Seminar 2023: "); others are a note.
void claimNamedEvent(EntryScan &scan, ByteRange range)
{
    while (!range.isEmpty() && strchr(" :,-|", scan.text()[range.end - 1]))
        --range.end;
    if (isEvent(scan, range))
        scan.claims.add(FieldId::Event, range);
}

/// What of an event are words that lead to it.
ByteRange withoutEventLead(const EntryScan &scan, ByteRange event)
{
    for (const char *lead :
         {"at the ", "at ", "in the ", "in ", "@ ", "@", "Hosted by ", "hosted by ", "Invited by "}) {
        if (scan.bytes(event).startsWith(lead))
            return {event.begin + static_cast<qsizetype>(qstrlen(lead)), event.end};
    }
    return event;
}

/// An event with the short name in brackets behind it: "Annual Meeting (AM 2024)".
ByteRange withShortName(const EntryScan &scan, ByteRange event)
{
    constexpr qsizetype longest = 24;
    for (const AtomPair &pair : scan.atoms().pairs) {
        if (!pair.isBracket() || pair.range.begin < event.end || pair.content.size() > longest
            || !scan.bytes({event.end, pair.range.begin}).trimmed().isEmpty())
            continue;
        const QByteArrayView text = scan.bytes(pair.content);
        const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
        if (std::count_if(text.begin(), text.end(), capital) >= 2 && !lexicon::isPlaceName(text))
            return {event.begin, pair.range.end};
    }
    return event;
}

/// A talk without quotes or emphasis: title, event and place are the parts of its line.
Confidence readTalkByParts(EntryScan &scan, CareerParts parts)
{
    if (parts.first() == 0)
        return Confidence::None;
    parts.claimPlace(0);
    size_t count = parts.first();
    while (count > 1 && scan.claims.overlaps(parts.range(count - 1)))
        --count;
    if (count == 1 && isEvent(scan, parts.range(0)))
        return good(scan.claims.add(FieldId::Event, withShortName(scan, parts.range(0))));
    if (count == 1)
        return good(scan.claims.add(FieldId::Title, parts.range(0)));
    size_t event = 1;
    while (event < count && !isEvent(scan, parts.range(event)))
        ++event;
    if (event == count && count > 2) // commas and stops of the title itself
        return good(scan.claims.add(FieldId::Title, parts.hull(0, count - 1)));
    event = event == count ? 1 : event;
    const bool claimed = scan.claims.add(FieldId::Title, parts.hull(0, event - 1));
    const ByteRange named = withoutEventLead(scan, beforeYear(scan, parts.range(event)));
    return good(scan.claims.add(FieldId::Event, named) && claimed);
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
    const CareerParts parts(scan, phrase);
    const size_t count = parts.first();
    if (count == 0)
        return Confidence::None;
    std::optional<size_t> role, school;
    for (size_t i = 0; i < count; ++i) {
        if (!role && count > 1 && isRole(scan, parts.range(i)))
            role = i;
        else if (!school && i > 0 && parts.says(i, lexicon::schools()))
            school = i;
    }
    std::optional<size_t> first, last;
    for (size_t i = 0; i < count; ++i) {
        const bool other = i == role || i == school;
        if (other || (last && (*last + 1 != i || !parts.joinsNext(*last))))
            continue;
        first = first ? first : i;
        last = i;
    }
    if (!first)
        return good(scan.claims.add(FieldId::Course, parts.hull(0, count - 1)));
    const bool claimed = scan.claims.add(FieldId::Course, parts.hull(*first, *last));
    if (role)
        scan.claims.add(FieldId::Role, parts.range(*role));
    if (school)
        scan.claims.add(FieldId::Institution, parts.range(*school));
    if (!scan.claims.has(FieldId::Date) && scan.dates().size() == 1)
        scan.claimDate(scan.dates().front());
    return good(claimed);
}

/// "Reviewer: COP, ELM": what was done, and for whom. A colon at the end leaves that to the nested items.
static bool claimRoleOf(EntryScan &scan, ByteRange all)
{
    constexpr size_t longestRole = 7;
    std::optional<ByteRange> colon;
    for (const char *mark : {": ", "：", ":"}) {
        const std::optional<ByteRange> found = scan.find(all, mark);
        if (found && (!colon || found->begin < colon->begin))
            colon = found;
    }
    if (!colon || scan.bytes({colon->begin, all.end}).startsWith("://"))
        return false;
    const ByteRange role{all.begin, colon->begin};
    if (scan.isWordless(role) || scan.bytes(role).contains(',') || wordCount(scan.shown(role)) > longestRole)
        return false;
    const ByteRange rest{colon->end, all.end};
    if (rest.isEmpty() || scan.isWordless(rest))
        return scan.claims.add(FieldId::Title, role);
    return scan.claims.add(FieldId::Title, role) && scan.claims.add(FieldId::Organization, rest);
}

/// "Area chair, COP 2023": a part that names a role, and the one behind it without its year.
static bool claimRoleIn(EntryScan &scan, ByteRange all)
{
    static const WordSet roles{"chair",  "co-chair",  "reviewer",  "organizer", "organiser", "editor",   "committee",
                               "member", "volunteer", "moderator", "主席",      "审稿人",    "程序委员", "编委"};
    const std::vector<PhrasePart> parts = phraseParts(scan, all);
    if (parts.size() < 2 || parts[1].type == PhrasePart::Type::Bracket)
        return false;
    // Before a link that is all of the rest stands what was done for it.
    const bool linked = parts.size() == 2 && scan.linkAt(parts[1].range) != nullptr;
    if (!(linked || roles.isIn(scan.shown(parts[0].range))) || isEvent(scan, parts[0].range)
        || roles.isIn(scan.shown(parts[1].range)))
        return false;
    const std::vector<Claim> before = scan.claims.all();
    const ByteRange organization = beforeYear(scan, parts[1].range);
    if (scan.claims.add(FieldId::Title, parts[0].range) && scan.claims.add(FieldId::Organization, organization))
        return true;
    scan.claims.restore(before);
    return false;
}

Confidence readService(EntryScan &scan)
{
    // Years inside a list of venues belong to it; only a date at the head, or one that stands alone, is the entry's.
    const bool dated = scan.headDate() || (scan.dates().size() == 1 && scan.tailDate());
    ByteRange all = scan.head();
    if (dated) {
        const Phrase phrase = phraseOf(scan);
        if (phrase.parts.empty())
            return Confidence::None;
        all = phrase.all;
    }
    if (claimRoleOf(scan, all) || claimRoleIn(scan, all))
        return Confidence::Good;
    return good(scan.claims.add(FieldId::Title, all));
}

Confidence readTalk(EntryScan &scan)
{
    const Phrase phrase = phraseOf(scan);
    if (phrase.parts.empty())
        return Confidence::None;
    const qsizetype begin = phrase.parts.front().range.begin;
    const AtomPair *pair = quoteIn(scan);
    if (!pair)
        pair = leadingPair(scan, {begin, scan.head().end});
    if (!pair)
        return readTalkByParts(scan, CareerParts(scan, phrase));
    if (!scan.claims.add(FieldId::Title, pair->content))
        return Confidence::None;
    claimEvent(scan, pair->range.end);
    if (!scan.claims.has(FieldId::Event) && begin < pair->range.begin)
        claimNamedEvent(scan, {begin, pair->range.begin});
    return Confidence::Good;
}

} // namespace vitrine
