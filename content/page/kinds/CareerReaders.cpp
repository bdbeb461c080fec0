#include "content/page/kinds/Lexicon.h"
#include "content/page/kinds/Phrase.h"
#include "content/page/kinds/Readers.h"
#include "content/page/kinds/Words.h"

#include <array>

namespace vitrine {

namespace {

/// The parts of a phrase with what their words say they are.
class Parts
{
public:
    Parts(EntryScan &scan, const Phrase &phrase) : m_scan(scan), m_phrase(phrase), m_count(phrase.wordCount()) { }

    size_t count() const { return m_count; }
    ByteRange range(size_t i) const { return m_phrase.parts[i].range; }
    /// How many parts no date cuts from the first.
    size_t unbroken() const { return std::min(m_count, m_phrase.unbroken); }
    ByteRange all() const { return m_phrase.hull(0, unbroken() - 1); }
    bool says(size_t i, const WordSet &words) const { return words.isIn(m_scan.shown(range(i))); }
    bool isPlace(size_t i) const
    {
        const QByteArray text = m_scan.shown(range(i)).trimmed();
        const WordSet &places = lexicon::places();
        return places.contains(text) || (text.endsWith('.') && places.contains(QByteArrayView(text).chopped(1)));
    }
    /// True when emphasis sets the whole part apart.
    bool isWrapped(size_t i) const
    {
        const auto &pairs = m_scan.atoms().pairs;
        return std::any_of(pairs.begin(), pairs.end(), [&](const AtomPair &pair) {
            return pair.isEmphasis() && pair.range == range(i);
        });
    }
    bool isLinked(size_t i) const { return m_scan.linkAt(range(i)) != nullptr; }
    std::vector<size_t> saying(const WordSet &words) const
    {
        std::vector<size_t> found;
        for (size_t i = 0; i < m_count; ++i) {
            if (says(i, words))
                found.push_back(i);
        }
        return found;
    }
    bool claim(FieldId field, size_t i) { return m_scan.claims.add(field, range(i)); }
    bool claim(FieldId field, size_t first, size_t last)
    {
        return m_scan.claims.add(field, m_phrase.hull(first, last));
    }
    /// The last part that names a place, after part `after`.
    void claimPlace(size_t after)
    {
        for (size_t i = m_count; i-- > after + 1;) {
            if (!isPlace(i))
                continue;
            size_t first = i;
            while (first > after + 1 && isPlace(first - 1))
                --first;
            claim(FieldId::Location, first, i);
            return;
        }
    }

private:
    EntryScan &m_scan;
    const Phrase &m_phrase;
    size_t m_count;
};

/// Cuts a range at the first of some words ("Intern at X"); nothing when none stands there.
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

bool saysAny(const EntryScan &scan, ByteRange range, const WordSet &words)
{
    return words.isIn(scan.shown(range));
}

/// "Research Intern at X": position and organization of one part, when the first half names a position.
bool claimJobAt(EntryScan &scan, ByteRange range)
{
    const auto cut = cutAt(scan, range, {" at ", " @ ", "@", " in ", " with "});
    if (!cut || !saysAny(scan, cut->first, lexicon::positions()))
        return false;
    const bool named = saysAny(scan, cut->second, lexicon::organizations()) || scan.linkAt(cut->second)
        || scan.find(range, " at ") || scan.find(range, "@");
    return named && scan.claims.add(FieldId::Position, cut->first)
        && scan.claims.add(FieldId::Organization, cut->second);
}

/// The part that names the organization: by its words, by its link, or as the only one left.
std::optional<size_t> organizationAmong(const Parts &parts, size_t first, size_t last)
{
    static const WordSet partsOfSchools{"department", "school of"};
    std::optional<size_t> linked, other;
    int others = 0;
    for (size_t i = 0; i < parts.count(); ++i) {
        if (i >= first && i <= last)
            continue;
        if (parts.says(i, lexicon::schools()) && !parts.says(i, partsOfSchools))
            return i;
        if (parts.isLinked(i) && (!linked || parts.says(*linked, lexicon::departments())))
            linked = i;
        if (!parts.isPlace(i)) {
            ++others;
            if (!other)
                other = i;
        }
    }
    for (size_t i = 0; i < parts.count(); ++i) {
        if ((i < first || i > last) && parts.says(i, lexicon::organizations()))
            return i;
    }
    if (linked)
        return linked;
    return others == 1 ? other : std::nullopt;
}

/// The first part behind the head of a phrase that names an organization by its words.
std::optional<size_t> employerAfter(const Parts &parts)
{
    for (size_t i = 1; i < parts.count(); ++i) {
        if (parts.says(i, lexicon::organizations()) && !parts.says(i, lexicon::departments()))
            return i;
    }
    return {};
}

/// Claims what kind of degree it is, and its subject where "in" tells them apart: behind a word for a degree, or where
/// the place of the text is that of a degree.
bool claimDegree(EntryScan &scan, ByteRange range, bool byPlace = false)
{
    const auto cut = cutAt(scan, range, {" in ", ": "});
    if (!cut || !(byPlace || saysAny(scan, cut->first, lexicon::degrees())))
        return scan.claims.add(FieldId::StudyType, range);
    return scan.claims.add(FieldId::StudyType, cut->first) && scan.claims.add(FieldId::Area, cut->second);
}

std::optional<size_t> schoolAmong(const Parts &parts, size_t first, size_t last)
{
    static const WordSet universities{"university", "univ", "universität", "大学"};
    for (const WordSet *words : {&universities, &lexicon::schools()}) {
        for (size_t i = 0; i < parts.count(); ++i) {
            if ((i < first || i > last) && parts.says(i, *words))
                return i;
        }
    }
    return {};
}

/// The part beside the school that can only be the degree: no place, department or other institution.
std::optional<size_t> degreeBeside(const Parts &parts, size_t school)
{
    std::optional<size_t> only;
    for (size_t i = 0; i < parts.count(); ++i) {
        if (i == school || parts.isPlace(i) || parts.says(i, lexicon::departments())
            || parts.says(i, lexicon::organizations()))
            continue;
        if (only)
            return {};
        only = i;
    }
    return only && (*only + 1 == school || *only == school + 1) ? only : std::nullopt;
}

/// True where the school's name is a whole sentence: running text about a life, no entry of one.
bool isProse(const EntryScan &scan)
{
    constexpr size_t longestName = 12;
    const std::optional<ByteRange> school = scan.claims.rangeOf(FieldId::Institution);
    return school && wordCount(scan.shown(*school)) > longestName;
}

/// Education without a word that names a degree.
bool claimSchooling(EntryScan &scan, Parts &parts)
{
    const std::optional<size_t> school = schoolAmong(parts, 1, 0);
    const std::optional<size_t> degree = school ? degreeBeside(parts, *school) : std::nullopt;
    if (degree) {
        const bool claimed =
            claimDegree(scan, parts.range(*degree), true) && parts.claim(FieldId::Institution, *school);
        parts.claimPlace(std::max(*school, *degree));
        return claimed;
    }
    if (school && parts.count() <= 2)
        return parts.claim(FieldId::Institution, *school);
    return scan.claims.add(FieldId::StudyType, parts.all());
}

/// The part that can only be the school where its name says nothing: the only one beside a degree that has its subject.
std::optional<size_t> onlyOther(const EntryScan &scan, const Parts &parts, size_t degree)
{
    if (!cutAt(scan, parts.range(degree), {" in ", ": "}) && !parts.isWrapped(degree))
        return {};
    std::optional<size_t> only;
    for (size_t i = 0; i < parts.count(); ++i) {
        if (i == degree || parts.isPlace(i) || parts.says(i, lexicon::departments()))
            continue;
        const ByteRange between{
            std::min(parts.range(i).end, parts.range(degree).end),
            std::max(parts.range(i).begin, parts.range(degree).begin)};
        if (only || scan.bytes(between).contains('\n'))
            return {};
        only = i;
    }
    return only;
}

} // namespace

Confidence readAward(EntryScan &scan)
{
    const Phrase phrase = phraseOf(scan);
    Parts parts(scan, phrase);
    if (parts.count() == 0)
        return Confidence::None;
    const size_t last = parts.unbroken() - 1;
    const bool awarder = last > 0 && parts.says(last, lexicon::organizations()) && !parts.says(last, lexicon::prizes());
    if (!parts.claim(FieldId::Title, 0, awarder ? last - 1 : last))
        return Confidence::None;
    if (awarder)
        parts.claim(FieldId::Awarder, last);
    return Confidence::Good;
}

Confidence readExperience(EntryScan &scan)
{
    const Phrase phrase = phraseOf(scan);
    Parts parts(scan, phrase);
    if (parts.count() == 0)
        return Confidence::None;
    const std::vector<size_t> roles = parts.saying(lexicon::positions());
    const auto whole = [&] { return scan.claims.add(FieldId::Position, parts.all()); };
    bool claimed = false;
    if (roles.empty()) {
        const std::optional<size_t> organization = parts.isWrapped(0) ? employerAfter(parts) : std::nullopt;
        if (organization) {
            claimed = parts.claim(FieldId::Position, 0, *organization - 1)
                && parts.claim(FieldId::Organization, *organization);
            parts.claimPlace(*organization);
        } else {
            claimed = whole();
        }
    } else if (claimJobAt(scan, parts.range(roles.front()))) {
        claimed = true;
        parts.claimPlace(roles.front());
    } else {
        size_t last = roles.front();
        while (last + 1 < parts.count() && parts.says(last + 1, lexicon::positions())
               && !parts.says(last + 1, lexicon::organizations()))
            ++last;
        const std::optional<size_t> organization = organizationAmong(parts, roles.front(), last);
        if (organization) {
            claimed = parts.claim(FieldId::Position, roles.front(), last)
                && parts.claim(FieldId::Organization, *organization);
            parts.claimPlace(std::max(last, *organization));
        } else {
            claimed = whole();
        }
    }
    return claimed ? Confidence::Good : Confidence::None;
}

Confidence readEducation(EntryScan &scan)
{
    const Phrase phrase = phraseOf(scan);
    Parts parts(scan, phrase);
    if (parts.count() == 0)
        return Confidence::None;
    const std::vector<size_t> degrees = parts.saying(lexicon::degrees());
    if (degrees.empty() && claimSchooling(scan, parts))
        return isProse(scan) ? Confidence::Weak : Confidence::Good;
    if (degrees.empty())
        return Confidence::None;
    const size_t first = degrees.front();
    const size_t last = degrees.back();
    const auto cut = cutAt(scan, parts.range(first), {" at ", " from ", " @ ", "@"});
    if (first == last && cut && saysAny(scan, cut->first, lexicon::degrees())
        && (saysAny(scan, cut->second, lexicon::schools()) || !schoolAmong(parts, first, first))) {
        const bool claimed = claimDegree(scan, cut->first) && scan.claims.add(FieldId::Institution, cut->second);
        parts.claimPlace(first);
        return claimed ? Confidence::Good : Confidence::None;
    }
    std::optional<size_t> school = schoolAmong(parts, first, last);
    if (!school && first == last)
        school = onlyOther(scan, parts, first);
    if (!school)
        return scan.claims.add(FieldId::StudyType, parts.all()) ? Confidence::Good : Confidence::None;
    const bool between = *school > first && *school < last;
    bool claimed = !between && parts.claim(FieldId::Institution, *school);
    if (first == last && cut)
        claimed = claimed && claimDegree(scan, cut->first); // "Visiting Student at a lab, University"
    else if (first == last)
        claimed = claimed && claimDegree(scan, parts.range(first));
    else
        claimed = claimed && parts.claim(FieldId::StudyType, first, last);
    const bool subject = last + 1 < parts.count() && last + 1 != *school && !scan.claims.has(FieldId::Area) && !cut
        && !parts.isPlace(last + 1) && !parts.says(last + 1, lexicon::departments());
    if (subject)
        parts.claim(FieldId::Area, last + 1);
    parts.claimPlace(std::max(last, *school));
    return claimed ? Confidence::Good : Confidence::None;
}

} // namespace vitrine
