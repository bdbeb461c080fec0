#include "content/page/kinds/Readers.h"
#include "content/page/kinds/careers/CareerParts.h"
#include "content/page/kinds/words/Lexicon.h"

namespace vitrine {

namespace {

/// True for words that say nothing but what somebody did: "Program Committee Member", "Local Co-chair", 审稿人.
bool isDuty(const QByteArray &text)
{
    static const WordSet duties{
        "reviewer",    "reviewers", "reviewing", "review",       "referee",      "chair",     "co-chair",  "chairs",
        "member",      "organizer", "organiser", "co-organizer", "co-organiser", "editor",    "committee", "volunteer",
        "affiliate",   "expert",    "experts",   "judge",        "secretary",    "moderator", "president", "board",
        "coordinator", "mentor",    "panelist",  "ambassador",   "pc",           "tpc",       "spc",       "ac",
        "editorship",  "fellow",    "审稿人",    "主席",         "委员",         "编委",      "编辑",      "副编辑",
        "理事",        "会员",      "志愿者"};
    static const WordSet others{"program",      "programme",   "technical",   "session",     "area",      "senior",
                                "associate",    "guest",       "conference",  "journal",     "invited",   "external",
                                "regular",      "student",     "workshop",    "local",       "general",   "publicity",
                                "publication",  "web",         "website",     "tutorial",    "poster",    "demo",
                                "steering",     "organizing",  "organising",  "executive",   "editorial", "advisory",
                                "lead",         "vice",        "co",          "deputy",      "action",    "meta",
                                "sub",          "emergency",   "top",         "outstanding", "industry",  "finance",
                                "registration", "sponsorship", "proceedings", "assistant",   "topic",     "managing"};
    constexpr size_t longestDuty = 6;
    const std::vector<QByteArrayView> words = wordsIn(text);
    if (words.empty() || words.size() > longestDuty || !duties.isIn(text))
        return false;
    return static_cast<unsigned char>(text.front()) >= 0x80
        || std::all_of(words.begin(), words.end(), [&](QByteArrayView word) {
               return duties.contains(word) || others.contains(word) || isLiteralText(word);
           });
}

/// Where a label before a list ends: "Reviewer: A, B", "**Journals:** A, B".
std::optional<std::pair<ByteRange, ByteRange>> labelIn(const EntryScan &scan, ByteRange range)
{
    constexpr size_t longestLabel = 8;
    std::optional<std::pair<ByteRange, ByteRange>> cut;
    for (const char *colon : {": ", "：", ":"}) {
        if (const auto found = cutAt(scan, range, {colon}); found && (!cut || found->first.end < cut->first.end))
            cut = found;
    }
    for (const AtomPair &pair : scan.atoms().pairs) { // the colon may stand inside the emphasis
        const bool leads = pair.isEmphasis() && pair.range.begin == range.begin && pair.range.end < range.end;
        const QByteArray label = leads ? scan.shown(pair.content).trimmed() : QByteArray();
        if (!label.endsWith(':') && !label.endsWith("："))
            continue;
        const qsizetype colon = label.endsWith(':') ? 1 : 3;
        const ByteRange content = withoutBlanks(scan.bytes(pair.content)).shifted(pair.content.begin);
        cut = std::pair{ByteRange{content.begin, content.end - colon}, ByteRange{pair.range.end, range.end}};
    }
    if (!cut)
        return {};
    const QByteArray label = scan.shown(cut->first);
    static const WordSet publishers{"elsevier", "springer", "ieee", "acm", "wiley", "nature", "mdpi"};
    const QByteArray list = scan.shown(cut->second);
    const bool years = std::none_of(list.begin(), list.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
    if (years || publishers.contains(label.trimmed()) || label.contains(',') || wordCount(label) > longestLabel
        || scan.isWordless(cut->second) || scan.bytes(cut->second).startsWith("//"))
        return {};
    return cut;
}

/// The line of a service without the date that stands before or after it.
ByteRange lineOf(EntryScan &scan)
{
    ByteRange body = scan.head();
    for (const Atom &atom : scan.atomsIn(body)) {
        if (atom.type == Atom::Type::HardBreak || atom.type == Atom::Type::BlockBreak) {
            if (!scan.isWordless({body.begin, atom.range.begin})) {
                body.end = atom.range.begin;
                break;
            }
        }
    }
    // Years inside a list of venues belong to it; only a date at the head, or one that stands alone, is the entry's.
    const DateMention *head = scan.headDate();
    const DateMention *tail = !head && scan.dates().size() == 1 ? scan.tailDate() : nullptr;
    const DateMention *date = head ? head : tail;
    if (!date || !scan.claimDate(*date))
        return body;
    const ByteRange place = scan.withPairs(*date);
    if (head)
        body = {place.end, std::max(place.end, body.end)};
    else if (place.begin < body.end)
        body.end = std::max(body.begin, place.begin);
    return body;
}

ByteRange bare(const EntryScan &scan, ByteRange range)
{
    range = scan.withoutSeparators(scan.withoutPictures(range));
    while (!range.isEmpty() && strchr(" \t\r\n,;:|-", scan.text()[range.end - 1]))
        --range.end;
    while (scan.bytes(range).endsWith("，"))
        range.end -= 3;
    return range;
}

/// An organization without "the", and without the year that merely follows it.
bool claimOrganization(EntryScan &scan, ByteRange range)
{
    range = bare(scan, range);
    if (scan.bytes(range).startsWith("the "))
        range.begin += 4;
    return scan.claims.add(FieldId::Organization, scan.withoutFollowingYear(range));
}

/// "Organizer, Workshop on X", "Journal of X, Associate Editor".
bool claimDutyBeside(EntryScan &scan, ByteRange body)
{
    const std::vector<PhrasePart> parts = scan.parts(body);
    if (parts.size() < 2 || parts[0].type != PhrasePart::Type::Words)
        return false;
    size_t duties = 0;
    while (duties + 1 < parts.size() && parts[duties].type == PhrasePart::Type::Words
           && isDuty(scan.shown(parts[duties].range)))
        ++duties;
    const ByteRange first = parts.front().range;
    size_t end = parts.size(); // where it took place stands behind
    while (end > duties + 1 && isPlaceName(scan.shown(parts[end - 1].range)))
        --end;
    const qsizetype last = end == parts.size() ? body.end : parts[end - 1].range.end;
    if (duties > 0)
        return scan.claims.add(FieldId::Title, {first.begin, parts[duties - 1].range.end})
            && claimOrganization(scan, {parts[duties - 1].range.end, last});
    const ByteRange second = parts.back().range;
    const bool ends = parts.size() == 2 && parts.back().type == PhrasePart::Type::Words && isDuty(scan.shown(second));
    return ends && claimOrganization(scan, first) && scan.claims.add(FieldId::Title, second);
}

/// "Quiet work for the Journal of Sensing", "Quiet work of *Fog Letters*": what follows tells that it is served.
bool servesVenue(const EntryScan &scan, ByteRange duty, ByteRange venue)
{
    constexpr size_t longestDuty = 6;
    const QByteArray text = scan.shown(duty);
    const std::optional<ByteRange> bareVenue = scan.claims.settled(venue, true);
    const bool apart = bareVenue && *bareVenue != venue;
    static const WordSet bodies{"association", "society",    "institute", "academy",
                                "union",       "federation", "annals",    "council"};
    return wordCount(text) <= longestDuty && !text.contains(',') && !lexicon::venues().isIn(text) && !bodies.isIn(text)
        && (apart || lexicon::venues().isIn(scan.shown(venue).split(',').front()));
}

/// What words do not tell apart; the siblings of the entry may.
bool claimWhole(EntryScan &scan, ByteRange body)
{
    if (scan.parts(body).size() > 1)
        scan.claims.setUnsplit(FieldId::Title);
    return scan.claims.add(FieldId::Title, body);
}

} // namespace

Confidence readService(EntryScan &scan)
{
    const ByteRange body = bare(scan, lineOf(scan));
    if (body.isEmpty() || scan.isWordless(body))
        return Confidence::None;
    bool claimed = false;
    if (const auto label = labelIn(scan, body); label) {
        claimed = scan.claims.add(FieldId::Title, label->first)
            && scan.claims.add(FieldId::Organization, bare(scan, label->second));
    } else if (claimDutyBeside(scan, body)) {
        claimed = true;
    } else {
        const auto cut = cutAt(scan, body, {" for the ", " for ", " of the ", " of ", " at the ", " at "});
        if (cut && (isDuty(scan.shown(cut->first)) || servesVenue(scan, cut->first, cut->second)))
            claimed = scan.claims.add(FieldId::Title, cut->first) && claimOrganization(scan, cut->second);
        else
            claimed = claimWhole(scan, body);
    }
    return claimed ? Confidence::Good : Confidence::None;
}

} // namespace vitrine
