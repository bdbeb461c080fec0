#include "content/page/kinds/CareerParts.h"

#include "content/page/kinds/Lexicon.h"
#include "content/page/kinds/Words.h"

namespace vitrine {

namespace {

/// A nested item of so many words may be a position or a degree.
constexpr size_t longestNested = 8;

bool isWordByte(char c)
{
    return isWordCharacter(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

/// True where a full stop at `at` ends a sentence and no abbreviation: behind a word of some letters in lower case, or
/// of a company ("Ltd.") when what follows is set apart.
bool endsSentence(QByteArrayView text, qsizetype at, bool setApart)
{
    if (at > 0 && strchr(")>]*_", text[at - 1]))
        return true;
    qsizetype begin = at;
    while (begin > 0 && isWordByte(text[begin - 1]))
        --begin;
    const QByteArrayView word = text.sliced(begin, at - begin);
    static const WordSet companies{"ltd", "inc", "corp", "llc", "co"};
    if (companies.contains(word))
        return setApart;
    static const WordSet abbreviated{"prof", "univ", "dept",   "inst", "tech",  "dipl",
                                     "hons", "sept", "approx", "engr", "assoc", "asst"};
    constexpr qsizetype shortestWord = 4;
    const bool lower = !word.isEmpty() && word.back() >= 'a' && word.back() <= 'z';
    return word.size() >= shortestWord && lower && !abbreviated.contains(word);
}

bool isPicture(const Atom &atom)
{
    return atom.type == Atom::Type::Picture || atom.type == Atom::Type::Opaque;
}

/// A range without pictures, icons, separators and blanks at its ends.
ByteRange withoutPictures(const EntryScan &scan, ByteRange range)
{
    for (bool again = true; again && !range.isEmpty();) {
        again = false;
        range = scan.withoutSeparators(withoutBlanks(scan.bytes(range)).shifted(range.begin));
        for (const char *colon : {":", "："}) {
            if (scan.bytes(range).endsWith(colon))
                range.end -= static_cast<qsizetype>(qstrlen(colon));
        }
        for (const AtomPair &pair : scan.atoms().pairs) {
            if (pair.range.begin == range.begin && range.contains(pair.range) && scan.isWordless(pair.range)) {
                range.begin = pair.range.end;
                again = true;
            }
        }
        for (const Atom &atom : scan.atomsIn(range)) {
            if (!isPicture(atom))
                continue;
            if (atom.range.begin <= range.begin) {
                range.begin = std::min(atom.range.end, range.end);
                again = true;
            } else if (atom.range.end >= range.end) {
                range.end = atom.range.begin;
                again = true;
                break;
            }
        }
    }
    return range;
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

CareerParts::CareerParts(EntryScan &scan, const Phrase &phrase) : m_scan(scan)
{
    add(phrase.parts, phrase.parts.size() == 1); // one emphasis around all that it says
    m_first = m_parts.size();
    const auto bracket = std::find_if(phrase.parts.begin(), phrase.parts.end(), [](const PhrasePart &part) {
        return part.type == PhrasePart::Type::Bracket;
    });
    qsizetype end = bracket == phrase.parts.end() ? scan.atoms().content.end : bracket->range.begin;
    if (phrase.unbroken > 0 && phrase.unbroken < phrase.parts.size())
        end = std::min(end, phrase.parts[phrase.unbroken].range.begin);
    while (m_together < m_first && m_parts[m_together].end <= end)
        ++m_together;
    add(phrase.more, true);
    addNested();
}

void CareerParts::add(const std::vector<PhrasePart> &parts, bool further)
{
    for (const PhrasePart &part : parts) {
        if (part.type == PhrasePart::Type::Words)
            addWithin(part.range, further);
    }
}

/// A line that an element or, further down, emphasis holds as a whole is a phrase of its own.

void CareerParts::addWithin(ByteRange part, bool further)
{
    for (const AtomPair &pair : m_scan.atoms().pairs) {
        const bool opens = pair.kind == AtomPair::Kind::Html || (further && pair.isEmphasis());
        if (pair.range != part || !opens)
            continue;
        for (const PhrasePart &inside : phraseParts(m_scan, pair.content)) {
            if (inside.type == PhrasePart::Type::Words)
                addSentences(inside.range);
        }
        return;
    }
    addSentences(part);
}

void CareerParts::addSentences(ByteRange part)
{
    const int base = m_scan.pairAround(part);
    qsizetype begin = part.begin;
    const auto finish = [&](qsizetype end) {
        const ByteRange range = withoutPictures(m_scan, {begin, end});
        if (!range.isEmpty() && !m_scan.isWordless(range))
            m_parts.push_back(range);
    };
    const std::span<const Atom> atoms = m_scan.atomsIn(part);
    for (size_t i = 0; i < atoms.size(); ++i) {
        const Atom &atom = atoms[i];
        if (atom.type != Atom::Type::Text || atom.pair != base)
            continue;
        const ByteRange text{std::max(atom.range.begin, part.begin), std::min(atom.range.end, part.end)};
        const bool setApart = i + 1 < atoms.size() && atoms[i + 1].type == Atom::Type::Open;
        for (qsizetype at = m_scan.bytes(text).indexOf(". "); at >= 0; at = m_scan.bytes(text).indexOf(". ", at + 1)) {
            const qsizetype stop = text.begin + at;
            const bool last = stop + 2 == text.end;
            const qsizetype from = part.begin;
            if (!endsSentence(m_scan.bytes({from, text.end}), stop - from, last && setApart))
                continue;
            finish(periodAt(m_scan.bytes({begin, stop + 1})) > 0 ? stop : stop + 1);
            begin = stop + 2;
        }
    }
    finish(part.end);
}

/// The first nested item, when it is short: "Research Intern" under the name of a company.
void CareerParts::addNested()
{
    const Atoms &atoms = m_scan.atoms();
    if (atoms.nestedBegin >= atoms.content.end)
        return;
    qsizetype end = atoms.content.end;
    const qsizetype line = m_scan.text().indexOf('\n', atoms.nestedBegin);
    if (line >= 0)
        end = std::min(end, line);
    ByteRange item{atoms.nestedBegin, end};
    const QByteArrayView bytes = m_scan.bytes(item);
    qsizetype marker = 0;
    while (marker < bytes.size() && strchr(" \t-*+", bytes[marker]))
        ++marker;
    item.begin += marker;
    if (!item.isEmpty() && wordCount(m_scan.shown(item)) <= longestNested && !m_scan.shown(item).contains(':'))
        m_parts.push_back(item);
}

ByteRange CareerParts::inner(size_t i) const
{
    return m_scan.claims.settled(m_parts[i], true).value_or(m_parts[i]);
}

bool CareerParts::isPlace(size_t i) const
{
    return lexicon::isPlaceName(m_scan.shown(m_parts[i]).trimmed());
}

bool CareerParts::isDepartment(size_t i) const
{
    static const WordSet universities{"university", "univ",          "universität", "univeristy",
                                      "大学",       "middle school", "high school", "secondary school"};
    return says(i, lexicon::departments()) && !says(i, universities);
}

bool CareerParts::isSchool(size_t i) const
{
    return says(i, lexicon::schools()) && !isDepartment(i);
}

bool CareerParts::isWrapped(size_t i) const
{
    const auto &pairs = m_scan.atoms().pairs;
    return std::any_of(pairs.begin(), pairs.end(), [&](const AtomPair &pair) {
        return pair.isEmphasis() && pair.range == m_parts[i];
    });
}

bool CareerParts::joinsNext(size_t i) const
{
    if (i + 1 >= m_parts.size())
        return false;
    QByteArray gap = m_scan.bytes({m_parts[i].end, m_parts[i + 1].begin}).toByteArray();
    for (const char *comma : {"，", "、", "；"})
        gap.replace(comma, ",");
    return std::all_of(gap.begin(), gap.end(), [](char c) { return strchr(" ,;-", c) != nullptr; });
}

/// A region before a place that is known: one or two words in capitals.
bool CareerParts::mayBelongToPlace(size_t i) const
{
    const QByteArray text = m_scan.shown(m_parts[i]).trimmed();
    const bool capital = !text.isEmpty() && (isupper(static_cast<unsigned char>(text.front())) != 0);
    constexpr size_t longestRegion = 2;
    return capital && wordCount(text) <= longestRegion && !isWrapped(i) && !isLinked(i)
        && !says(i, lexicon::organizations()) && !says(i, lexicon::departments()) && !says(i, lexicon::positions())
        && !says(i, lexicon::degrees()) && !says(i, lexicon::subjects());
}

bool CareerParts::claimPlace(size_t after)
{
    for (size_t i = m_parts.size(); i-- > after + 1;) {
        if (m_scan.claims.overlaps(m_parts[i]))
            continue;
        size_t first = i;
        if (isPlace(i)) {
            while (first > after + 1 && joinsNext(first - 1) && (isPlace(first - 1) || mayBelongToPlace(first - 1))
                   && !m_scan.claims.overlaps(m_parts[first - 1]))
                --first;
        }
        // "a lab at Trento, Italy": the place begins behind the small word.
        const size_t before = isPlace(i) && first > 0 && joinsNext(first - 1) ? first - 1 : i;
        const auto cut = cutAt(m_scan, m_parts[before], {" at ", " in "});
        const bool tail = cut && lexicon::isPlaceName(m_scan.shown(cut->second).trimmed());
        if (tail && !m_scan.claims.overlaps(cut->second))
            return m_scan.claims.add(FieldId::Location, {cut->second.begin, m_parts[i].end});
        if (isPlace(i))
            return m_scan.claims.add(FieldId::Location, hull(first, i));
    }
    return false;
}

} // namespace vitrine
