#include "content/page/kinds/cutting/EntryScan.h"

#include "content/page/kinds/words/People.h"
#include "content/page/kinds/words/Words.h"

#include <array>

namespace vitrine {

namespace {

/// True for the first bytes of what parts are cut at: commas, bars, semicolons and dashes between blanks.
bool mayBeginCut(QByteArrayView text)
{
    const char c = text[0];
    if (c == ' ')
        return text.size() > 1 && (text[1] == '-' || text[1] == '\xE2');
    return c == ',' || c == '|' || c == ';' || c == '\xE3' || c == '\xEF';
}

/// "Ltd." and the like, which follow the comma of a company's name.
bool isCompanyForm(QByteArrayView text)
{
    while (text.startsWith(' '))
        text = text.sliced(1);
    for (const char *form : {"Ltd", "LTD", "Inc", "LLC", "Limited", "Corp", "GmbH"}) {
        const auto size = static_cast<qsizetype>(qstrlen(form));
        if (text.startsWith(form) && (text.size() == size || !isWordCharacter(static_cast<unsigned char>(text[size]))))
            return true;
    }
    return false;
}

/// The length of a separator between a head and what follows it, at the begin of `text`.
qsizetype separatorAt(QByteArrayView text)
{
    static constexpr std::array<QByteArrayView, 27> separators{
        " ",      "\t",       "\r",       "\n",           ":",  ",",  ";",  ".", "-", "–",      "—",
        "|",      "~",        "：",       "，",           "；", "、", "。", "·", "•", "&nbsp;", "&emsp;",
        "&ensp;", "&thinsp;", "\xC2\xA0", "\xE3\x80\x80", "\\"};
    for (const QByteArrayView separator : separators) {
        if (!text.isEmpty() && text.front() == separator.front() && text.startsWith(separator))
            return separator.size();
    }
    return 0;
}

/// A row of links in brackets ("\\[[PDF](u)\\]", "[<a …>"); a link in parentheses may explain words.
bool holdsLink(QByteArrayView bracket)
{
    if (bracket.startsWith('('))
        return false;
    return bracket.indexOf("](") >= 0 || bracket.indexOf("<a ") >= 0;
}

/// True before the semicolon of "&thinsp;".
bool endsEntity(QByteArrayView before)
{
    constexpr qsizetype longest = 10;
    qsizetype at = before.size();
    while (at > 0 && before.size() - at < longest && isalnum(static_cast<unsigned char>(before[at - 1])))
        --at;
    if (at > 0 && before[at - 1] == '#')
        --at;
    return at > 0 && at < before.size() && before[at - 1] == '&';
}

/// A bracket in the middle of words belongs to them ("the IEEE (US) prize"); one at their end stands for itself.
std::vector<PhrasePart> glued(const QByteArray &text, std::vector<PhrasePart> parts)
{
    std::vector<PhrasePart> result;
    for (const PhrasePart &part : parts) {
        const bool joins = result.size() > 1 && part.type == PhrasePart::Type::Words && !part.afterBreak
            && result.back().type == PhrasePart::Type::Bracket && !result.back().afterBreak
            && result[result.size() - 2].type == PhrasePart::Type::Words;
        const qsizetype gap = joins ? result.back().range.end : 0;
        // Another sentence is none of their words; a year is.
        const qsizetype next = part.range.begin + 2;
        const bool stops = text[part.range.begin] == '.' && next < part.range.end
            && isdigit(static_cast<unsigned char>(text[next])) == 0;
        const bool links =
            joins && holdsLink(QByteArrayView(text).sliced(result.back().range.begin, result.back().range.size()));
        if (!joins || stops || links || !QByteArrayView(text).sliced(gap, part.range.begin - gap).trimmed().isEmpty()) {
            result.push_back(part);
            continue;
        }
        result.pop_back();
        result.back().range.end = part.range.end;
    }
    return result;
}

} // namespace

EntryScan::EntryScan(std::shared_ptr<const EntryCut> cut, std::shared_ptr<const PageHints> hints)
    : claims(cut->text, cut->atoms), m_cut(std::move(cut)), m_hints(std::move(hints))
{
    if (m_hints->dayOrder != DayOrder::MonthFirst)
        m_dayFirstDates = datesIn(text(), atoms(), m_hints->dayOrder);
}

std::span<const Atom> EntryScan::atomsIn(ByteRange range) const
{
    const std::vector<Atom> &all = atoms().atoms;
    const auto first = std::partition_point(
        all.begin(), all.end(), [range](const Atom &atom) { return atom.range.end <= range.begin; });
    const auto last =
        std::partition_point(first, all.end(), [range](const Atom &atom) { return atom.range.begin < range.end; });
    return {first, last};
}

bool EntryScan::isWordless(ByteRange range) const
{
    for (const Atom &atom : atomsIn(range)) {
        if (atom.type != Atom::Type::Text)
            continue;
        const ByteRange part{std::max(atom.range.begin, range.begin), std::min(atom.range.end, range.end)};
        const QByteArrayView words = bytes(part);
        if (hasWords(words) && !withoutBlanks(words).isEmpty())
            return false;
    }
    return true;
}

ByteRange EntryScan::withPairs(const DateMention &date) const
{
    ByteRange range = date.range;
    for (int pair = date.pair; pair >= 0; pair = atoms().pairs[static_cast<size_t>(pair)].parent) {
        const AtomPair &around = atoms().pairs[static_cast<size_t>(pair)];
        const bool alone =
            isWordless({around.content.begin, range.begin}) && isWordless({range.end, around.content.end});
        if (!alone)
            break;
        range = around.range;
    }
    return range;
}

const DateMention *EntryScan::headDate() const
{
    if (dates().empty() || !isWordless({atoms().content.begin, dates().front().range.begin}))
        return nullptr;
    return &dates().front();
}

bool EntryScan::holdsOnlyBrackets(ByteRange range) const
{
    const std::vector<AtomPair> &pairs = atoms().pairs;
    for (const Atom &atom : atomsIn(range)) {
        const ByteRange part{std::max(atom.range.begin, range.begin), std::min(atom.range.end, range.end)};
        if (atom.type != Atom::Type::Text || !hasWords(bytes(part)))
            continue;
        bool inside = false;
        for (int pair = atom.pair; pair >= 0 && !inside; pair = pairs[static_cast<size_t>(pair)].parent) {
            const AtomPair &around = pairs[static_cast<size_t>(pair)];
            inside = around.isBracket() && range.contains(around.range);
        }
        if (!inside && !isWordless(part))
            return false;
    }
    return true;
}

const DateMention *EntryScan::tailDate() const
{
    const std::vector<DateMention> &all = dates();
    if (all.empty())
        return nullptr;
    // A rank or a sum in brackets may follow, with numbers of its own.
    const auto inBracket = [&](const DateMention &date) {
        return date.pair >= 0 && atoms().pairs[static_cast<size_t>(date.pair)].isBracket();
    };
    auto found = all.rbegin();
    while (std::next(found) != all.rend() && inBracket(*found) && !isWordless({found->range.end, head().end})
           && holdsOnlyBrackets({std::next(found)->range.end, head().end}))
        ++found;
    const DateMention &last = *found;
    if (!holdsOnlyBrackets({last.range.end, head().end}))
        return nullptr;
    // Set apart: first in its pair, or after a comma, dash or break; a year inside prose is text.
    const int pair = last.pair;
    const qsizetype from = pair < 0 ? atoms().content.begin : atoms().pairs[static_cast<size_t>(pair)].content.begin;
    const QByteArrayView before = bytes({from, last.range.begin});
    const ByteRange trimmed = withoutBlanks(before);
    const QByteArrayView said = before.sliced(trimmed.begin, trimmed.size());
    if (said.isEmpty())
        return pair < 0 ? nullptr : &last;
    // What is awarded is named, and the year behind its name is that of the award.
    if (entry().kind == Kind::Award && pair < 0 && isWordless({last.range.end, head().end}))
        return &last;
    // "…, since 2021", "…, expected May 2025".
    static constexpr std::array<const char *, 9> leads{"since", "Since",    "from",      "From",     "expected",
                                                       "exp.",  "Expected", "graduated", "Graduated"};
    const auto isLead = [said](const char *lead) {
        const auto size = static_cast<qsizetype>(qstrlen(lead));
        return said.endsWith(lead) && (said.size() == size || strchr(" ,;|(", said[said.size() - size - 1]));
    };
    const bool career = entry().kind == Kind::Experience || entry().kind == Kind::Education;
    if (career && std::any_of(leads.begin(), leads.end(), isLead))
        return &last;
    for (const char *mark : {",", "，", ";", "-", "–", "—", ":", "：", "|", ")", "]", "）", "*", "_", ">"}) {
        if (said.endsWith(mark))
            return &last;
    }
    return nullptr;
}

ByteRange EntryScan::withoutSeparators(ByteRange range) const
{
    while (!range.isEmpty()) {
        const auto atom = std::find_if(
            atoms().atoms.begin(), atoms().atoms.end(), [&](const Atom &a) { return a.range.contains(range.begin); });
        if (atom == atoms().atoms.end())
            break;
        const bool skipAtom = atom->type == Atom::Type::HardBreak || atom->type == Atom::Type::BlockBreak
            || atom->type == Atom::Type::Close;
        if (skipAtom) {
            range.begin = std::min(atom->range.end, range.end);
            continue;
        }
        const qsizetype length = atom->type == Atom::Type::Text ? separatorAt(bytes(range)) : 0;
        if (length == 0)
            break;
        range.begin = std::min(range.begin + length, range.end);
    }
    return range;
}

bool EntryScan::isSealed(const Atom &atom) const
{
    if (atom.type != Atom::Type::Open)
        return atom.type == Atom::Type::Picture || atom.type == Atom::Type::Opaque;
    const AtomPair &pair = atoms().pairs[static_cast<size_t>(atom.pair)];
    return !pair.tag.isEmpty() && isWordless(pair.range);
}

ByteRange EntryScan::withoutPictures(ByteRange range) const
{
    const auto inRange = [&range](const Atom &atom) {
        return ByteRange{std::max(atom.range.begin, range.begin), std::min(atom.range.end, range.end)};
    };
    const auto isBlankText = [&](const Atom &atom) { return atom.type == Atom::Type::Text && isBlank(inRange(atom)); };
    for (const Atom &atom : atomsIn(range)) {
        if (atom.range.end <= range.begin || isBlankText(atom))
            continue;
        if (!isSealed(atom))
            break;
        const bool opens = atom.type == Atom::Type::Open;
        const ByteRange sealed = opens ? atoms().pairs[static_cast<size_t>(atom.pair)].range : atom.range;
        range.begin = std::min(range.end, sealed.end);
    }
    const std::span<const Atom> inside = atomsIn(range);
    for (auto atom = inside.rbegin(); atom != inside.rend(); ++atom) {
        if (isBlankText(*atom))
            continue;
        if (atom->type == Atom::Type::Open || !isSealed(*atom))
            break;
        range.end = std::max(range.begin, atom->range.begin);
    }
    return range;
}

int EntryScan::pairAround(ByteRange range) const
{
    int found = -1;
    for (size_t i = 0; i < atoms().pairs.size(); ++i) {
        if (atoms().pairs[i].content.contains(range) && !atoms().pairs[i].content.isEmpty())
            found = static_cast<int>(i);
    }
    return found;
}

const AtomPair *EntryScan::linkAt(ByteRange range) const
{
    std::optional<std::optional<ByteRange>> outer; // settled once, where a link asks
    for (const AtomPair &pair : atoms().pairs) {
        if (!pair.isLink())
            continue;
        if (pair.range == range || pair.content == range)
            return &pair;
        if (!outer)
            outer = claims.settled(range);
        if (!*outer)
            continue;
        const std::optional<ByteRange> inner = claims.settled(pair.content);
        if (inner && (*inner == **outer || pair.range == **outer))
            return &pair;
    }
    return nullptr;
}

QByteArray EntryScan::shown(ByteRange range) const
{
    QByteArray result;
    for (const Atom &atom : atomsIn(range)) {
        const ByteRange part{std::max(atom.range.begin, range.begin), std::min(atom.range.end, range.end)};
        if (part.isEmpty())
            continue;
        if (atom.type == Atom::Type::Text)
            result += bytes(part);
        else if (atom.type == Atom::Type::HardBreak || atom.type == Atom::Type::BlockBreak)
            result += ' ';
        else if (atom.type == Atom::Type::Open || atom.type == Atom::Type::Close) {
            const AtomPair &pair = atoms().pairs[static_cast<size_t>(atom.pair)];
            if (pair.isBracket() || pair.kind == AtomPair::Kind::Quote)
                result += bytes(part);
        }
    }
    return result;
}

std::vector<PhrasePart> EntryScan::parts(ByteRange range) const
{
    std::vector<PhrasePart> result;
    const int base = pairAround(range);
    qsizetype begin = range.begin;
    bool afterBreak = false;
    const auto finish = [&](qsizetype end, qsizetype next, PhrasePart::Type type) {
        end = std::min(end, range.end);
        const ByteRange part = begin < end ? withoutBlanks(bytes({begin, end})).shifted(begin) : ByteRange{};
        if (!part.isEmpty() && !(type == PhrasePart::Type::Words && isWordless(part)))
            result.push_back({type, part, afterBreak});
        afterBreak = false;
        begin = next;
    };
    for (const Atom &atom : atomsIn(range)) {
        if (atom.type == Atom::Type::Open) {
            const AtomPair &pair = atoms().pairs[static_cast<size_t>(atom.pair)];
            if (pair.parent != base || !range.contains(pair.range))
                continue;
            if (pair.isBracket()) {
                finish(pair.range.begin, pair.range.begin, PhrasePart::Type::Words);
                finish(pair.range.end, pair.range.end, PhrasePart::Type::Bracket);
            }
            continue;
        }
        if (atom.pair != base && atom.type != Atom::Type::BlockBreak)
            continue;
        if (atom.type == Atom::Type::HardBreak || atom.type == Atom::Type::BlockBreak) {
            finish(std::max(begin, atom.range.begin), atom.range.end, PhrasePart::Type::Words);
            afterBreak = true;
        } else if (atom.type == Atom::Type::Text) {
            const qsizetype end = std::min(atom.range.end, range.end);
            for (qsizetype at = std::max(atom.range.begin, begin); at < end; ++at) {
                const QByteArrayView rest = bytes({at, end});
                if (!mayBeginCut(rest))
                    continue;
                const bool number = at > 0 && rest.size() > 1 && isdigit(rest[1]) && isdigit(text()[at - 1]);
                const bool comma = rest[0] == ',' && !number && !isCompanyForm(rest.sliced(1));
                const bool semicolon =
                    rest[0] == ';' && !endsEntity(bytes({std::max(atom.range.begin, range.begin), at}));
                qsizetype length = comma || rest[0] == '|' || semicolon ? 1 : 0;
                for (const char *mark : {"，", "；", "、", "｜", " - ", " – ", " — "}) {
                    if (rest.startsWith(mark))
                        length = static_cast<qsizetype>(qstrlen(mark));
                }
                if (length == 0)
                    continue;
                // Pages escape a bar, which would make a table of the line.
                const bool escaped = rest[0] == '|' && at > begin && text()[at - 1] == '\\';
                finish(escaped ? at - 1 : at, at + length, PhrasePart::Type::Words);
                at += length - 1;
            }
        }
    }
    finish(range.end, range.end, PhrasePart::Type::Words);
    return glued(text(), std::move(result));
}

std::vector<ByteRange> EntryScan::cut(ByteRange range, CutLength length) const
{
    std::vector<ByteRange> result;
    const int base = pairAround(range);
    const QByteArrayView all = bytes(range);
    qsizetype begin = range.begin;
    for (const Atom &atom : atomsIn(range)) {
        if (atom.type != Atom::Type::Text || atom.pair != base)
            continue;
        const qsizetype end = std::min(atom.range.end, range.end);
        for (qsizetype at = std::max(atom.range.begin, begin); at < end; ++at) {
            const qsizetype found = length(all, at - range.begin);
            if (found == 0 || at + found > end)
                continue;
            result.push_back({begin, at});
            begin = at + found;
            at = begin - 1;
        }
    }
    result.push_back({begin, range.end});
    return result;
}

bool EntryScan::breaksBetween(qsizetype begin, qsizetype end) const
{
    const std::span<const Atom> atoms = atomsIn({begin, end});
    return std::any_of(atoms.begin(), atoms.end(), [](const Atom &atom) {
        return atom.type == Atom::Type::HardBreak || atom.type == Atom::Type::BlockBreak;
    });
}

ByteRange EntryScan::insideBracket(ByteRange range) const
{
    for (const AtomPair &pair : atoms().pairs) {
        if (pair.isBracket() && pair.range == range)
            return withoutBlanks(bytes(pair.content)).shifted(pair.content.begin);
    }
    return range;
}

std::optional<ByteRange> EntryScan::firstNestedLine() const
{
    if (atoms().nestedBegin >= atoms().content.end)
        return {};
    std::optional<ByteRange> line;
    for (const Atom &atom : atomsIn({atoms().nestedBegin, atoms().content.end})) {
        const bool breaks = atom.type == Atom::Type::BlockBreak || atom.type == Atom::Type::HardBreak;
        if (breaks && line)
            break;
        if (!breaks)
            line = ByteRange{line ? line->begin : atom.range.begin, atom.range.end};
    }
    return line;
}

std::optional<ByteRange> EntryScan::find(ByteRange range, QByteArrayView word) const
{
    const int base = pairAround(range);
    for (const Atom &atom : atoms().atoms) {
        if (atom.type != Atom::Type::Text || atom.pair != base || !atom.range.overlaps(range))
            continue;
        const ByteRange part{std::max(atom.range.begin, range.begin), std::min(atom.range.end, range.end)};
        const qsizetype at = bytes(part).indexOf(word);
        if (at >= 0)
            return ByteRange{part.begin + at, part.begin + at + word.size()};
    }
    return {};
}

bool EntryScan::claimDate(const DateMention &mention)
{
    const Kind kind = entry().kind;
    if (!mention.period() || !hasField(kind, FieldId::StartDate))
        return claims.add(FieldId::Date, mention.range);
    const QByteArrayView written = bytes(mention.range);
    const std::optional<WrittenDate> begin = singleDateAt(written, m_hints->dayOrder);
    if (!begin || mention.date.form.dash.isEmpty())
        return claims.add(FieldId::Date, mention.range);
    const qsizetype middle = mention.range.begin + begin->length;
    const qsizetype second = middle + mention.date.form.dash.size();
    const ByteRange end{second, mention.range.end};
    if (!end.isEmpty() && openWordAt(bytes(end)) == 0 && !parseDate(bytes(end), m_hints->dayOrder))
        return claims.add(FieldId::Date, mention.range);
    if (!claims.add(FieldId::StartDate, {mention.range.begin, middle}))
        return false;
    if (end.isEmpty())
        claims.addEmpty(FieldId::EndDate, second);
    else
        claims.add(FieldId::EndDate, end);
    return true;
}

/// What the brackets hold that are all of a link's label.
ByteRange EntryScan::withoutBrackets(ByteRange label) const
{
    const std::optional<ByteRange> bare = claims.settled(label);
    for (const AtomPair &pair : atoms().pairs) {
        if (bare && pair.isBracket() && pair.range == *bare && !isWordless(pair.content))
            return pair.content;
    }
    return label;
}

ByteRange EntryScan::withoutFollowingYear(ByteRange range)
{
    if (dates().empty())
        return range;
    const ByteRange name = claims.settled(range).value_or(range);
    const auto last = std::find_if(dates().rbegin(), dates().rend(), [&](const DateMention &date) {
        return date.range.end == name.end && date.range.begin > name.begin;
    });
    const auto isInside = [&](const DateMention &date) { return name.contains(date.range); };
    if (last == dates().rend() || last->period() || std::count_if(dates().begin(), dates().end(), isInside) > 1)
        return range;
    const std::optional<ByteRange> claimed = claims.rangeOf(FieldId::Date);
    const bool other = claims.has(FieldId::StartDate) || (claimed && *claimed != last->range);
    if (other || (!claimed && !claimDate(*last)))
        return range;
    return {name.begin, last->range.begin};
}

void EntryScan::claimLinks()
{
    for (size_t i = 0; i < atoms().pairs.size(); ++i) {
        const AtomPair &pair = atoms().pairs[i];
        if (!pair.isLink())
            continue;
        bool inside = false; // in a text that was claimed, or claimed itself
        bool holds = false; // has a claimed title, badge or venue in it
        for (const Claim &claim : claims.all()) {
            inside = inside || claim.range.contains(pair.range) || claim.range == pair.url;
            holds = holds || (pair.content.contains(claim.range) && !claim.range.isEmpty());
        }
        if (inside || (!holds && isPersonLink(text(), atoms(), pair)))
            continue;
        const int number = static_cast<int>(pair.range.begin);
        if (!holds && pair.range.begin < atoms().nestedBegin && !isWordless(pair.content))
            claims.add(FieldId::Links, withoutBrackets(pair.content), LayoutNode::Part::Label, number);
        if (!pair.url.isEmpty() && (holds || pair.range.begin < atoms().nestedBegin))
            claims.add(FieldId::Links, pair.url, LayoutNode::Part::Url, number);
    }
    claims.numberLinks();
}

} // namespace vitrine
