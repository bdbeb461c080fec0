#include "content/page/kinds/careers/Phrase.h"

#include "content/page/kinds/careers/CareerParts.h"
#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/Words.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace vitrine {

namespace {

/// True for a date that is all that its brackets hold.
bool fillsBracket(const EntryScan &scan, const DateMention &date)
{
    if (date.pair < 0)
        return false;
    const AtomPair &pair = scan.atoms().pairs[static_cast<size_t>(date.pair)];
    return pair.isBracket() && scan.withPairs(date).contains(pair.range);
}

/// True for a date between commas, breaks and the like: "…, Oslo, Mar 2026. [Slides](u)".
bool standsApart(const EntryScan &scan, const DateMention &date)
{
    const ByteRange place = scan.withPairs(date);
    const auto atoms = scan.atomsIn(scan.head());
    const Atom *before = nullptr;
    const Atom *after = nullptr;
    for (const Atom &atom : atoms) {
        if (atom.range.begin < place.begin && !scan.isBlank({atom.range.begin, std::min(atom.range.end, place.begin)}))
            before = &atom;
        if (!after && atom.range.end > place.end
            && !scan.isBlank({std::max(atom.range.begin, place.end), atom.range.end}))
            after = &atom;
    }
    const auto ends = [](QByteArrayView text, std::initializer_list<const char *> marks) {
        return std::any_of(marks.begin(), marks.end(), [text](const char *mark) { return text.endsWith(mark); });
    };
    const auto begins = [](QByteArrayView text, std::initializer_list<const char *> marks) {
        return std::any_of(marks.begin(), marks.end(), [text](const char *mark) { return text.startsWith(mark); });
    };
    if (!before || before->type == Atom::Type::Picture)
        return false;
    const bool opened = before->type == Atom::Type::HardBreak || before->type == Atom::Type::BlockBreak
        || (before->type == Atom::Type::Text
            && ends(
                scan.bytes({before->range.begin, std::min(before->range.end, place.begin)}).trimmed(),
                {",", "，", ";", "|", "–", "—", " -", "·", "。", "."}));
    if (!opened)
        return false;
    if (!after || after->type == Atom::Type::HardBreak || after->type == Atom::Type::BlockBreak)
        return true;
    const QByteArrayView rest = scan.bytes({std::max(after->range.begin, place.end), after->range.end}).trimmed();
    return begins(rest, {",", "，", ";", "|", "\\|", ".", "(", "（", "[", "\\[", "–", "—", "- ", "·", "。"});
}

/// "2023 Acme Fellowship": a year that the words behind it go on from, without a sign between.
bool runsOn(const EntryScan &scan, const DateMention &date)
{
    const QByteArrayView rest = scan.bytes({date.range.end, scan.head().end});
    return date.pair < 0 && date.date.edtf.size() == 4 && rest.size() > 1 && rest[0] == ' '
        && hasWords(rest.sliced(1, 1));
}

const DateMention *dateOf(const EntryScan &scan)
{
    const DateMention *head = scan.headDate();
    const DateMention *last = scan.tailDate();
    if (head && !(last && last != head && runsOn(scan, *head)))
        return head;
    if (const DateMention *tail = scan.tailDate())
        return tail;
    const DateMention *only = nullptr;
    for (const DateMention &date : scan.dates()) {
        if (!date.period() && !fillsBracket(scan, date) && !standsApart(scan, date))
            continue;
        if (only)
            return nullptr;
        only = &date;
    }
    return only;
}

/// "Sep. 2021 - Expected Jun. 2025", "2021 – (expected 2025)": what stands between the two dates says that they are a
/// period.
bool isExpected(QByteArrayView between)
{
    static constexpr std::array<const char *, 5> dashes{"--", "-", "–", "—", "~"};
    static const WordSet words{"expected", "exp", "anticipated", "预计"};
    QByteArrayView rest = between.trimmed();
    const auto dash = std::find_if(dashes.begin(), dashes.end(), [rest](const char *d) { return rest.startsWith(d); });
    if (dash == dashes.end())
        return false;
    const QByteArray word = rest.sliced(static_cast<qsizetype>(qstrlen(*dash))).toByteArray();
    const std::vector<QByteArrayView> said = wordsIn(word);
    return said.size() == 1 && words.contains(said.front());
}

std::optional<ByteRange> claimExpectedPeriod(EntryScan &scan)
{
    if (!hasField(scan.entry().kind, FieldId::StartDate))
        return {};
    const std::vector<DateMention> &dates = scan.dates();
    for (size_t i = 0; i + 1 < dates.size(); ++i) {
        const DateMention &begin = dates[i], &end = dates[i + 1];
        if (begin.period() || end.period() || !isExpected(scan.bytes({begin.range.end, end.range.begin})))
            continue;
        const bool claimed =
            scan.claims.add(FieldId::StartDate, begin.range) && scan.claims.add(FieldId::EndDate, end.range);
        const qsizetype close = scan.withPairs(end).end;
        return claimed ? std::optional(ByteRange{scan.withPairs(begin).begin, std::max(close, end.range.end)})
                       : std::nullopt;
    }
    return {};
}

/// "(ROBO 2024)": the short name of what stands before it.
bool isShortName(const EntryScan &scan, ByteRange bracket)
{
    constexpr size_t longestName = 3;
    const std::vector<QByteArrayView> words = wordsIn(scan.bytes(scan.insideBracket(bracket)));
    if (words.empty() || words.size() > longestName)
        return false;
    const auto capitals = std::count_if(words[0].begin(), words[0].end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals > 1 && capitals * 2 >= words[0].size();
}

/// True for brackets that tell of an entry what is no part of a name: a rank, a sum, a place, a link.
bool isNote(const EntryScan &scan, ByteRange bracket)
{
    const QByteArray text = scan.shown(bracket);
    const bool counts = std::any_of(text.begin(), text.end(), [](char c) { return isdigit(c) || strchr("%$", c); });
    const auto &pairs = scan.atoms().pairs;
    const bool links = std::any_of(pairs.begin(), pairs.end(), [&](const AtomPair &pair) {
        return pair.isLink() && bracket.contains(pair.range);
    });
    const Kind kind = scan.entry().kind;
    if ((kind == Kind::Talk || kind == Kind::Service) && isShortName(scan, bracket))
        return false;
    const bool career = kind == Kind::Experience || kind == Kind::Education;
    static const WordSet levels{"undergraduate", "graduate", "master", "phd", "bachelor", "elective", "compulsory"};
    if (kind == Kind::Teaching && (lexicon::teachingRoles().isIn(text) || levels.isIn(text)))
        return true;
    const Sense sense = career ? senseOf(scan.shown(scan.insideBracket(bracket)), kind) : Sense::Words;
    return counts || links || sense == Sense::Role || sense == Sense::Degree || sense == Sense::Remark
        || lexicon::remarks().isIn(text) || lexicon::places().isIn(text) || lexicon::departments().isIn(text);
}

/// "**Compilers** (graduate)": emphasis around all of the words before a bracket leaves the bracket outside.
bool isSetApart(const EntryScan &scan, ByteRange words)
{
    const auto &pairs = scan.atoms().pairs;
    return std::any_of(
        pairs.begin(), pairs.end(), [words](const AtomPair &pair) { return pair.isEmphasis() && pair.range == words; });
}

/// Brackets after words belong to them when they are no note, and so do the words that follow such brackets.
std::vector<PhrasePart> withBrackets(const EntryScan &scan, const std::vector<PhrasePart> &parts)
{
    std::vector<PhrasePart> result;
    bool open = false;
    for (const PhrasePart &part : parts) {
        const bool bracket = part.type == PhrasePart::Type::Bracket;
        const bool follows = !result.empty() && !part.afterBreak && result.back().type == PhrasePart::Type::Words
            && scan.bytes({result.back().range.end, part.range.begin}).trimmed().isEmpty();
        const bool joins =
            follows && (bracket ? !isNote(scan, part.range) && !isSetApart(scan, result.back().range) : open);
        if (joins)
            result.back().range.end = part.range.end;
        else
            result.push_back(part);
        open = joins && bracket;
    }
    return result;
}

void addParts(const EntryScan &scan, ByteRange range, Phrase &phrase)
{
    range = scan.withoutSeparators(range);
    if (range.isEmpty())
        return;
    for (const PhrasePart &part : phraseParts(scan, range)) {
        const bool further = !phrase.more.empty() || (part.afterBreak && !phrase.parts.empty());
        (further ? phrase.more : phrase.parts).push_back(part);
    }
}

} // namespace

std::vector<PhrasePart> phraseParts(const EntryScan &scan, ByteRange range)
{
    return withBrackets(scan, scan.parts(range));
}

size_t Phrase::wordCount() const
{
    size_t count = 0;
    while (count < parts.size() && parts[count].type == PhrasePart::Type::Words)
        ++count;
    return count;
}

ByteRange withoutDateLead(const EntryScan &scan, ByteRange range)
{
    for (const char *lead : {"since", "Since", "from", "From"}) {
        const auto size = static_cast<qsizetype>(qstrlen(lead));
        const ByteRange text = withoutBlanks(scan.bytes(range)).shifted(range.begin);
        const bool whole =
            text.size() == size || (text.size() > size && strchr(" ,;|(", scan.text()[text.end - size - 1]));
        if (scan.bytes(text).endsWith(lead) && whole)
            return {range.begin, text.end - size};
    }
    return range;
}

std::optional<ByteRange> claimEntryDate(EntryScan &scan)
{
    if (const std::optional<ByteRange> period = claimExpectedPeriod(scan))
        return period;
    const DateMention *date = dateOf(scan);
    // "since 2021": the begin of a period that has not ended.
    const bool since = date && !date->period() && hasField(scan.entry().kind, FieldId::StartDate)
        && scan.bytes({scan.head().begin, std::max(scan.head().begin, date->range.begin)})
               .trimmed()
               .toByteArray()
               .toLower()
               .endsWith("since");
    if (since)
        return scan.claims.add(FieldId::StartDate, date->range) ? std::optional(scan.withPairs(*date)) : std::nullopt;
    return date && scan.claimDate(*date) ? std::optional(scan.withPairs(*date)) : std::nullopt;
}

Phrase phraseOf(EntryScan &scan)
{
    Phrase phrase;
    const ByteRange head = scan.head();
    if (const std::optional<ByteRange> place = claimEntryDate(scan)) {
        phrase.dated = true;
        addParts(scan, {head.begin, place->begin}, phrase);
        const bool second = !phrase.parts.empty() && !scan.isWordless({place->end, head.end});
        phrase.unbroken = phrase.parts.size();
        Phrase after;
        addParts(scan, {place->end, head.end}, after);
        if (second && !phrase.more.empty())
            phrase.more.insert(phrase.more.end(), after.parts.begin(), after.parts.end());
        else
            phrase.parts.insert(phrase.parts.end(), after.parts.begin(), after.parts.end());
        phrase.more.insert(phrase.more.end(), after.more.begin(), after.more.end());
    } else {
        addParts(scan, head, phrase);
    }
    if (phrase.unbroken == 0)
        phrase.unbroken = phrase.parts.size();
    if (!phrase.parts.empty())
        phrase.all = phrase.hull(0, phrase.parts.size() - 1);
    return phrase;
}

} // namespace vitrine
