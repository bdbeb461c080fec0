#include "content/page/kinds/careers/CareerParts.h"

#include "content/page/kinds/careers/Phrase.h"
#include "content/page/kinds/words/Lexicon.h"
#include "content/page/kinds/words/Words.h"

namespace vitrine {

namespace {

constexpr size_t longestPart = 12; ///< words; what a later line says at more length is a sentence

bool isChinese(char32_t c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF);
}

/// The code point that ends at `at`.
char32_t before(QByteArrayView text, qsizetype at)
{
    qsizetype begin = at - 1;
    while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
        --begin;
    return begin < 0 ? U' ' : readCodePoint(text, begin).value;
}

/// A full stop that ends a sentence: what follows begins one, and what stands before is no abbreviation.
bool endsSentence(QByteArrayView text, qsizetype at)
{
    if (text[at] != '.' || at + 2 >= text.size() || text[at + 1] != ' ')
        return false;
    qsizetype word = at;
    while (word > 0 && isWordCharacter(static_cast<unsigned char>(text[word - 1])))
        --word;
    const qsizetype blank = text.first(at).lastIndexOf(' ') + 1;
    if (periodAt(text.sliced(blank, at + 1 - blank)) == 0)
        return false;
    constexpr qsizetype shortest = 3;
    const bool closed = word == at && at > 0 && strchr(">)]*_", text[at - 1]);
    const char next = text[at + 2];
    return (closed || at - word >= shortest) && !(next >= 'a' && next <= 'z');
}

/// "Acme Co., Ltd. **Engineer**": the stop of a legal form, with something set apart behind it.
bool isBehindCompany(QByteArrayView text, qsizetype at)
{
    const QByteArrayView before = text.first(at);
    const bool apart = at + 1 < text.size() && strchr("*_<", text[at + 1]);
    return apart
        && (before.endsWith("Ltd.") || before.endsWith("Inc.") || before.endsWith("LLC.") || before.endsWith("Corp."));
}

/// The length of what cuts words at `at`, beyond the commas and bars that all phrases are cut at.
qsizetype cutLength(QByteArrayView text, qsizetype at)
{
    const char c = text[at];
    if (c == '\t' || (c == ' ' && isBehindCompany(text, at)))
        return 1;
    if (endsSentence(text, at))
        return 2;
    const char behindBlank = c == ' ' && at + 1 < text.size() ? text[at + 1] : c;
    const bool mayBeMark = behindBlank == '/' || static_cast<unsigned char>(behindBlank) >= 0x80;
    for (const char *mark : {" · ", "·", " • ", " / ", " ‧ ", "。", "\xE3\x80\x80"}) {
        if (!mayBeMark)
            break;
        if (text.sliced(at).startsWith(mark))
            return static_cast<qsizetype>(qstrlen(mark));
    }
    const bool blank = c == ' ' && at > 0 && at + 1 < text.size();
    return blank && isChinese(before(text, at)) && isChinese(readCodePoint(text, at + 1).value) ? 1 : 0;
}

/// Without what a cut leaves at the ends: the backslash of `\|`, dashes, colons, pictures.
ByteRange withoutMarks(const EntryScan &scan, ByteRange range)
{
    range = scan.withoutSeparators(scan.withoutPictures(range));
    while (!range.isEmpty() && strchr(" \t\r\n\\:", scan.text()[range.end - 1]))
        --range.end;
    if (scan.bytes(range).endsWith("："))
        range.end -= 3;
    return range;
}

/// What only goes on a company's name: "Acme Co., Ltd".
bool isLegalForm(QByteArrayView text)
{
    static const WordSet forms{"ltd", "ltd.", "inc", "inc.", "llc", "llc.", "limited", "corp", "corp.", "co.", "gmbh"};
    return forms.contains(text);
}

} // namespace

std::optional<std::pair<ByteRange, ByteRange>>
cutAt(const EntryScan &scan, ByteRange range, std::initializer_list<const char *> words)
{
    for (const char *word : words) {
        const std::optional<ByteRange> found = scan.find(range, word);
        if (!found || found->begin == range.begin || found->end == range.end)
            continue;
        return std::pair{ByteRange{range.begin, found->begin}, ByteRange{found->end, range.end}};
    }
    return {};
}

namespace {

/// What a field of a career may say, by the sense of each of its parts.
bool suits(FieldId field, Sense sense)
{
    switch (field) {
    case FieldId::Location:
        return sense == Sense::Place || sense == Sense::Words;
    case FieldId::Area:
    case FieldId::Position:
    case FieldId::StudyType:
    case FieldId::Role:
    case FieldId::Course:
        return sense == Sense::Words || sense == Sense::Role || sense == Sense::Degree || sense == Sense::Prose;
    case FieldId::Institution:
    case FieldId::Organization:
    case FieldId::Event:
    case FieldId::Awarder:
        return sense == Sense::Words || sense == Sense::School || sense == Sense::Organization
            || sense == Sense::Department || sense == Sense::Prose;
    default:
        return sense != Sense::Remark;
    }
}

} // namespace

bool mayBe(const EntryScan &scan, FieldId field, ByteRange range)
{
    const QByteArray text = scan.shown(range);
    if (field == FieldId::Awarder && lexicon::prizes().isIn(text))
        return false;
    if (field == FieldId::Event && lexicon::talkSorts().isIn(text) && cutAt(scan, range, {" at ", " in ", "@"}))
        return false; // "keynote at North Summit"
    std::vector<Sense> senses;
    for (const PhrasePart &part : phraseParts(scan, range)) {
        for (const ByteRange piece : scan.cut(part.range, cutLength))
            senses.push_back(senseOf(scan.shown(scan.insideBracket(piece)), scan.entry().kind));
    }
    const bool department = std::find(senses.begin(), senses.end(), Sense::Department) != senses.end();
    const bool fits = std::all_of(senses.begin(), senses.end(), [field](Sense sense) { return suits(field, sense); });
    return fits && !(department && senses.size() > 1); // of what stands beside it
}

CareerParts::CareerParts(EntryScan &scan) : m_scan(scan)
{
    const ByteRange head = scan.head();
    const std::optional<ByteRange> date = claimEntryDate(scan);
    if (date) {
        cut(withoutDateLead(scan, {head.begin, date->begin}));
        m_unbroken = m_parts.size();
        cutBehind(*date, head.end);
    } else {
        cut(head);
    }
    if (m_unbroken == 0)
        m_unbroken = m_parts.size();
    openWrappers();
    spreadRemarks();
    // The one abbreviation that is both a state and a degree.
    for (size_t i = 0; i < m_parts.size(); ++i) {
        if (scan.entry().kind == Kind::Education && shown(i) == "MA" && (i == 0 || sense(i - 1) != Sense::Place))
            m_parts[i].sense = Sense::Degree;
    }
}

/// "*2023 - 2027 (expected)*, Elm University": what stands with the date in its emphasis is apart from the rest.
void CareerParts::cutBehind(ByteRange date, qsizetype end)
{
    qsizetype from = date.end;
    const auto &pairs = m_scan.atoms().pairs;
    for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) {
        if (!pair->isEmphasis() || !pair->content.contains(date) || pair->range.end > end)
            continue;
        if (from < pair->content.end)
            cut({from, pair->content.end});
        from = std::max(from, pair->range.end);
    }
    cut({from, end});
}

void CareerParts::cut(ByteRange range)
{
    range = m_scan.withoutSeparators(range);
    if (range.isEmpty())
        return;
    const bool breaks = !m_parts.empty() && m_scan.breaksBetween(m_parts.back().range.end, range.begin);
    m_line += breaks ? 1 : 0;
    for (const PhrasePart &part : phraseParts(m_scan, range))
        add(part);
}

void CareerParts::add(const PhrasePart &part)
{
    m_line += part.afterBreak && !m_parts.empty() ? 1 : 0;
    if (part.type == PhrasePart::Type::Words)
        return addWords(part.range);
    CareerPart bracket;
    bracket.bracket = true;
    bracket.line = m_line;
    bracket.range = m_scan.insideBracket(part.range);
    bracket.sense = senseOf(m_scan.shown(bracket.range), m_scan.entry().kind);
    if (!bracket.range.isEmpty())
        m_parts.push_back(bracket);
}

void CareerParts::addWords(ByteRange range)
{
    const auto take = [this](ByteRange words, bool afterAt) {
        words = withoutMarks(m_scan, words);
        if (words.isEmpty() || m_scan.isWordless(words))
            return;
        if (!m_parts.empty() && !m_parts.back().bracket && goesOn(words)) {
            m_parts.back().range.end = words.end;
            return;
        }
        CareerPart part;
        part.range = m_scan.claims.settled(words).value_or(words);
        part.range = withoutMarks(m_scan, part.range);
        const auto &pairs = m_scan.atoms().pairs;
        part.wrapped = std::any_of(pairs.begin(), pairs.end(), [words](const AtomPair &pair) {
            return pair.isEmphasis() && pair.range == words;
        });
        part.line = m_line;
        part.afterAt = afterAt;
        const QByteArray text = m_scan.shown(words);
        part.sense = senseOf(text, m_scan.entry().kind);
        if (m_line > 0 && wordCount(text) > longestPart)
            part.sense = Sense::Prose;
        m_parts.push_back(part);
    };
    for (const ByteRange words : besideChinese(m_scan.cut(range, cutLength))) {
        if (const auto halves = schoolAndDegree(words)) {
            take(halves->first, false);
            take(halves->second, false);
        } else if (const auto place = jobAndPlace(words)) {
            const bool job = isJobByPlace(place->first, place->second);
            take(place->first, false);
            if (job && !m_parts.empty())
                m_parts.back().sense = Sense::Role;
            take(place->second, true);
        } else {
            take(words, false);
        }
    }
}

/// "青山大学 Quiet Sums 硕士": a blank beside Chinese words that say what they are is a cut as well.
std::vector<ByteRange> CareerParts::besideChinese(std::vector<ByteRange> pieces) const
{
    const Kind kind = m_scan.entry().kind;
    const auto tells = [&](ByteRange range) {
        const QByteArrayView text = m_scan.bytes(range);
        for (qsizetype at = 0; at < text.size();) {
            const CodePoint c = readCodePoint(text, at);
            if (!isChinese(c.value))
                return false;
            at += c.length;
        }
        const Sense sense = senseOf(m_scan.shown(range), kind);
        return sense == Sense::School || sense == Sense::Degree || sense == Sense::Role || sense == Sense::Organization;
    };
    constexpr size_t mostPieces = 20; // more than a line of people has
    for (size_t i = 0; i < pieces.size() && pieces.size() < mostPieces; ++i) {
        const ByteRange piece = pieces[i];
        const QByteArrayView text = m_scan.bytes(piece);
        const qsizetype first = piece.begin + text.indexOf(' '), last = piece.begin + text.lastIndexOf(' ');
        if (first < piece.begin)
            continue;
        const qsizetype at = tells({piece.begin, first}) ? first : tells({last + 1, piece.end}) ? last : -1;
        if (at < 0)
            continue;
        pieces[i].end = at;
        pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, ByteRange{at + 1, piece.end});
    }
    return pieces;
}

/// "Acme Co., Ltd", "Agency for Science, Technology and Research": the comma belongs to the name.
bool CareerParts::goesOn(ByteRange words) const
{
    const QByteArray text = m_scan.shown(words);
    if (isLegalForm(text))
        return true;
    static const WordSet lists{"agency for", "ministry of", "department of", "school of",
                               "faculty of", "college of",  "institute of"};
    constexpr size_t longestEnd = 5;
    const CareerPart &last = m_parts.back();
    const qsizetype conjunction = text.indexOf(" and ");
    const auto isCapital = [&](qsizetype at) { return at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; };
    constexpr qsizetype conjunctionLength = 5;
    return conjunction > 0 && isCapital(0) && isCapital(conjunction + conjunctionLength)
        && wordCount(text) <= longestEnd && !text.left(conjunction).contains(' ') && last.line == m_line
        && lists.isIn(m_scan.shown(last.range)) && !lexicon::schools().isIn(text)
        && !m_scan.shown(last.range).contains(" and ");
}

/// 青山大学软件工程硕士: a degree right behind the name of its university.
std::optional<std::pair<ByteRange, ByteRange>> CareerParts::schoolAndDegree(ByteRange words) const
{
    static constexpr QByteArrayView university("大学");
    const qsizetype name = m_scan.bytes(words).indexOf(university);
    if (m_scan.entry().kind != Kind::Education || name <= 0)
        return {};
    const ByteRange school{words.begin, words.begin + name + university.size()};
    const ByteRange degree{school.end, words.end};
    const bool glued = !degree.isEmpty() && static_cast<unsigned char>(m_scan.bytes(degree).front()) >= 0xE0;
    if (!glued || !lexicon::degrees().isIn(m_scan.shown(degree)))
        return {};
    return std::pair{school, degree};
}

/// "Intern at Acme", "Ph.D. from Elmstad University", "Intern: Acme Group".
std::optional<std::pair<ByteRange, ByteRange>> CareerParts::jobAndPlace(ByteRange words) const
{
    const Kind kind = m_scan.entry().kind;
    if (kind != Kind::Experience && kind != Kind::Education)
        return {};
    const auto senseIn = [&](ByteRange range) { return senseOf(m_scan.shown(range), kind); };
    const auto isJob = [&](ByteRange range) {
        const Sense sense = senseIn(range);
        return sense == Sense::Role || sense == Sense::Degree;
    };
    const auto at = cutAt(m_scan, words, {" at ", " @ ", "@", " from "});
    if (at && (isJob(at->first) || isJobByPlace(at->first, at->second)))
        return at;
    if (at && kind == Kind::Education && m_parts.empty() && senseIn(at->second) == Sense::School
        && senseIn(at->first) == Sense::Words)
        return at; // "Quiet Sums from Elmstad University"
    for (const char *word : {" at ", " in "}) { // "Quiet Lab at Oslo"
        const auto cut = cutAt(m_scan, words, {word});
        const Sense first = cut ? senseIn(cut->first) : Sense::Words;
        if (cut && isPlaceName(m_scan.shown(cut->second)) && first != Sense::Words && first != Sense::School)
            return cut;
    }
    for (const char *word : {" in ", ": ", "："}) {
        const auto cut = cutAt(m_scan, words, {word});
        const Sense second = cut ? senseIn(cut->second) : Sense::Words;
        if (cut && isJob(cut->first) && (second == Sense::Organization || second == Sense::School))
            return cut;
    }
    return {};
}

/// "Quiet Sums at Elm Group": what an entry begins with before its employer is the job, whatever it says.
bool CareerParts::isJobByPlace(ByteRange job, ByteRange employer) const
{
    constexpr size_t longestJob = 8;
    if (!m_parts.empty() || m_scan.entry().kind != Kind::Experience)
        return false;
    const QByteArray text = m_scan.shown(job).trimmed();
    const QByteArray first = text.left(std::max<qsizetype>(text.indexOf(' '), 0));
    const Sense second = senseOf(m_scan.shown(employer), Kind::Experience);
    const bool employs = second == Sense::School || second == Sense::Organization || second == Sense::Department
        || (second == Sense::Words && m_scan.linkAt(employer)) || m_scan.bytes({job.end, employer.begin}).contains('@');
    return employs && senseOf(text, Kind::Experience) == Sense::Words && wordCount(text) <= longestJob
        && !first.endsWith("ed") && !first.endsWith("ing");
}

/// "**Ph.D., Nordhavn University**", "[Acme, Oslo](u)": one emphasis or link around parts that say different things.
void CareerParts::openWrappers()
{
    const Kind kind = m_scan.entry().kind;
    std::vector<CareerPart> opened;
    const size_t broken = m_unbroken;
    for (size_t i = 0; i < m_parts.size(); ++i) {
        const CareerPart &part = m_parts[i];
        const ByteRange inside = m_scan.claims.settled(part.range, true).value_or(part.range);
        std::vector<PhrasePart> inner;
        if (!part.bracket && (part.wrapped || isLinked(i)))
            inner = phraseParts(m_scan, inside);
        const auto senseIn = [&](const PhrasePart &piece) { return senseOf(m_scan.shown(piece.range), kind); };
        const bool words = std::all_of(inner.begin(), inner.end(), [&](const PhrasePart &piece) {
            return piece.type == PhrasePart::Type::Words && !isLegalForm(m_scan.shown(piece.range));
        });
        const bool differ = inner.size() > 1 && words
            && std::any_of(inner.begin(), inner.end(),
                           [&](const PhrasePart &piece) { return senseIn(piece) != senseIn(inner.front()); });
        if (!differ) {
            opened.push_back(part);
            continue;
        }
        for (const PhrasePart &piece : inner) {
            CareerPart next = part;
            next.range = piece.range;
            next.sense = senseIn(piece);
            opened.push_back(next);
        }
        m_unbroken += i < broken ? inner.size() - 1 : 0;
    }
    m_parts = std::move(opened);
}

/// "advised by A, B and C", "Topics: a, b", and a sentence with commas go on to the end of their line.
void CareerParts::spreadRemarks()
{
    for (size_t i = 1; i < m_parts.size(); ++i) {
        const CareerPart &last = m_parts[i - 1];
        CareerPart &part = m_parts[i];
        const bool labelled = part.line > 0 && part.sense == Sense::Words && shown(i).contains(": ");
        if (labelled)
            part.sense = Sense::Remark;
        if (part.line != last.line || part.bracket || last.bracket)
            continue;
        const bool goesOn = part.sense == Sense::Words || part.sense == Sense::Prose;
        if (goesOn && last.sense == Sense::Remark && !isMark(shown(i - 1)))
            part.sense = Sense::Remark;
        if (last.sense == Sense::Prose)
            part.sense = Sense::Prose;
    }
}

void CareerParts::dropBefore(qsizetype at)
{
    std::vector<CareerPart> kept;
    for (CareerPart part : m_parts) {
        if (part.range.end <= at)
            continue;
        if (part.range.begin < at) {
            part.range = withoutMarks(m_scan, {at, part.range.end});
            part.sense = senseOf(m_scan.shown(part.range), m_scan.entry().kind);
        }
        if (!m_scan.isWordless(part.range))
            kept.push_back(part);
    }
    m_parts = std::move(kept);
}

bool CareerParts::isLinked(size_t i) const
{
    return m_scan.linkAt(range(i)) != nullptr;
}

bool CareerParts::isByDate(size_t i) const
{
    for (const FieldId field : {FieldId::StartDate, FieldId::Date}) {
        const std::optional<ByteRange> date = m_scan.claims.rangeOf(field);
        if (!date)
            continue;
        const bool before = date->end <= range(i).begin;
        return !(
            before ? m_scan.breaksBetween(date->end, range(i).begin) : m_scan.breaksBetween(range(i).end, date->begin));
    }
    return false;
}

std::vector<size_t> CareerParts::having(Sense sense) const
{
    std::vector<size_t> found;
    for (size_t i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i].sense == sense)
            found.push_back(i);
    }
    return found;
}

bool CareerParts::claim(FieldId field, size_t first, size_t last)
{
    return m_scan.claims.add(field, {range(first).begin, range(last).end});
}

bool CareerParts::claimOrganization(FieldId field, size_t i)
{
    const QByteArrayView text = m_scan.bytes(range(i));
    static constexpr QByteArrayView university("大学");
    const qsizetype name = text.indexOf(university);
    const QByteArrayView rest = name > 0 ? text.sliced(name + university.size()) : QByteArrayView();
    const auto ends = [rest](const char *word) { return rest.endsWith(word); };
    const bool department =
        ends("学院") || ends("系") || ends("实验室") || ends("研究所") || ends("研究院") || ends("研究中心");
    const bool chinese = !rest.isEmpty() && static_cast<unsigned char>(rest.front()) >= 0xE0;
    if (!department || !chinese || rest.size() < university.size())
        return claim(field, i);
    const qsizetype cut = range(i).begin + name + university.size();
    return m_scan.claims.add(field, {range(i).begin, cut});
}

bool CareerParts::claimWhole(FieldId field)
{
    size_t begin = 0; // "(now)" with a date before it says nothing of the rest
    while (begin + 1 < m_unbroken && m_parts[begin].bracket && m_parts[begin].sense == Sense::Remark)
        ++begin;
    size_t end = begin;
    while (end < m_unbroken && m_parts[end].line == m_parts[begin].line && !m_parts[end].bracket
           && (end == begin || m_parts[end].sense != Sense::Remark))
        ++end;
    if (end > begin + 1)
        m_scan.claims.setUnsplit(field);
    return end > begin ? claim(field, begin, end - 1) : !m_parts.empty() && claim(field, begin);
}

bool CareerParts::isTown(size_t i) const
{
    constexpr size_t longestTown = 3;
    const QByteArray text = shown(i).trimmed();
    const bool capital = !text.isEmpty() && (text[0] < 'a' || text[0] > 'z');
    const bool digits = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return sense(i) == Sense::Words && capital && !digits && wordCount(text) <= longestTown && isFree(i)
        && !m_parts[i].bracket && !m_parts[i].afterAt && !isLinked(i) && !isWrapped(i);
}

void CareerParts::claimLocation(size_t from)
{
    for (size_t i = m_parts.size(); i-- > from;) {
        if (sense(i) != Sense::Place || !isFree(i))
            continue;
        size_t first = i;
        while (first > from && sense(first - 1) == Sense::Place && isFree(first - 1)
               && m_parts[first - 1].line == m_parts[i].line && !m_parts[first - 1].bracket)
            --first;
        const bool town = first == i && first > from && isTown(first - 1) && m_parts[first - 1].line == m_parts[i].line
            && !m_parts[i].bracket && lexicon::isLand(shown(i).trimmed());
        claim(FieldId::Location, town ? first - 1 : first, i);
        return;
    }
}

void CareerParts::claimLocationOf(size_t owner, size_t from)
{
    claimLocation(from);
    const size_t i = owner + 1;
    const bool last = i < m_parts.size()
        && (i + 1 == m_parts.size() || m_parts[i + 1].line != m_parts[i].line || sense(i + 1) == Sense::Remark)
        && m_parts[i].line == m_parts[owner].line && (i < m_unbroken || owner >= m_unbroken);
    if (m_scan.claims.has(FieldId::Location) || !last || !isFree(i) || sense(i) != Sense::Words || m_parts[i].bracket
        || isWrapped(i) || isLinked(i) || says(i, lexicon::subjects()))
        return;
    constexpr size_t longestPlace = 6;
    const QByteArray text = shown(i);
    const bool detail =
        std::any_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == ':'; });
    constexpr qsizetype shortestPlace = 3;
    if (!detail && wordCount(text) <= longestPlace && text.size() >= shortestPlace && !isLiteralText(text))
        claim(FieldId::Location, i);
}

void CareerParts::claimRemarks()
{
    const auto &pairs = m_scan.atoms().pairs;
    for (size_t i = 0; i < m_parts.size(); ++i) {
        if (sense(i) != Sense::Remark || !isFree(i))
            continue;
        size_t last = i;
        while (last + 1 < m_parts.size() && sense(last + 1) == Sense::Remark && isFree(last + 1)
               && m_parts[last + 1].line == m_parts[i].line && !m_parts[i].bracket && !m_parts[last + 1].bracket)
            ++last;
        const ByteRange all{range(i).begin, range(last).end};
        const bool links = lexicon::advice().isIn(m_scan.shown(all))
            && std::any_of(pairs.begin(), pairs.end(),
                           [all](const AtomPair &pair) { return pair.isLink() && all.contains(pair.range); });
        if (links && !m_scan.claims.has(FieldId::Note))
            claim(FieldId::Note, i, last);
        i = last;
    }
}

std::optional<ByteRange> CareerParts::nestedTitle(Sense wanted) const
{
    const std::optional<ByteRange> line = m_scan.firstNestedLine();
    if (!line)
        return {};
    const QByteArray text = m_scan.shown(*line);
    const Sense found = senseOf(text, m_scan.entry().kind);
    const bool byPlace = m_scan.hints().nestedTitles && found == Sense::Words && !text.contains(": ");
    return (found == wanted || byPlace) && wordCount(text) <= longestPart ? line : std::nullopt;
}

std::optional<size_t> CareerParts::lineOfItsOwn(size_t below) const
{
    constexpr size_t longestTitle = 8;
    for (size_t i = below + 1; i < m_parts.size(); ++i) {
        if (m_parts[i].line == m_parts[below].line)
            continue;
        const bool next = m_parts[i].line == m_parts[below].line + 1;
        const bool alone = i + 1 == m_parts.size() || m_parts[i + 1].line > m_parts[i].line;
        const bool words = sense(i) == Sense::Words && !m_parts[i].bracket && isFree(i);
        return next && alone && words && wordCount(shown(i)) <= longestTitle ? std::optional(i) : std::nullopt;
    }
    return {};
}

} // namespace vitrine
