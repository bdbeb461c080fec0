#include "content/page/kinds/CareerParts.h"
#include "content/page/kinds/Lexicon.h"
#include "content/page/kinds/Readers.h"
#include "content/page/kinds/Words.h"

namespace vitrine {

namespace {

bool saysAny(const EntryScan &scan, ByteRange range, const WordSet &words)
{
    return words.isIn(scan.shown(range));
}

/// What is left of a name of a university or company where departments follow it without a comma, as in Chinese, or
/// "in Singapore" does.
ByteRange ownName(const EntryScan &scan, ByteRange range)
{
    const std::optional<ByteRange> bare = scan.claims.settled(range, true);
    static const WordSet placed{"university"}; // "University of X at Y" is its name
    const bool whole = saysAny(scan, range, placed);
    if (const auto cut = bare && !whole ? cutAt(scan, *bare, {" in ", " at "}) : std::nullopt) {
        if (lexicon::isPlaceName(scan.shown(cut->second).trimmed()))
            return cut->first;
    }
    const QByteArrayView text = scan.bytes(range);
    for (const char *name : {"大学", "科学院", "公司"}) {
        const qsizetype at = text.indexOf(name);
        const qsizetype end = at + static_cast<qsizetype>(qstrlen(name));
        const bool department = text.endsWith("学院") || text.endsWith("系") || text.endsWith("实验室");
        if (at > 0 && end < text.size() && department)
            return {range.begin, range.begin + end};
    }
    return range;
}

/// A job as it is being read.
class Job
{
public:
    explicit Job(EntryScan &scan) : m_scan(scan), m_phrase(phraseOf(scan)), m_parts(scan, m_phrase) { }

    Confidence read()
    {
        if (m_parts.isEmpty() || m_phrase.parts.empty())
            return Confidence::None;
        findRole();
        const bool claimed = m_role ? claimRole() : claimWithoutRole();
        return claimed ? Confidence::Good : Confidence::None;
    }

private:
    bool isRole(size_t i) const
    {
        if (!m_parts.says(i, lexicon::positions()))
            return false;
        const bool workplace = m_parts.isSchool(i) || m_parts.isDepartment(i);
        return !workplace || cutAt(m_scan, m_parts.inner(i), {" at ", " in ", " @ ", "@", " with ", " of "});
    }

    void findRole()
    {
        for (size_t i = 0; i < m_parts.count() && !m_role; ++i) {
            if (isRole(i))
                m_role = i;
        }
        m_last = m_role.value_or(0);
        while (m_role && m_last + 1 < m_parts.count() && isRole(m_last + 1) && m_parts.joinsNext(m_last)
               && !m_parts.says(m_last + 1, lexicon::organizations()))
            ++m_last;
    }

    bool inRole(size_t i) const { return m_role && i >= *m_role && i <= m_last; }

    bool claimRole()
    {
        if (claimJobAt())
            return true;
        if (const std::optional<size_t> organization = findOrganization()) {
            const bool claimed = m_scan.claims.add(FieldId::Position, m_parts.hull(*m_role, m_last))
                && claimOrganization(m_parts.range(*organization));
            m_parts.claimPlace(*organization);
            return claimed;
        }
        return claimWhole();
    }

    /// "Research Intern at X": position and organization in one part; behind a lab the organization itself may follow.
    bool claimJobAt()
    {
        const auto cut = cutAt(m_scan, m_parts.inner(*m_role), {" at ", " @ ", "@", " in ", " with ", ": ", "，"});
        if (!cut || !saysAny(m_scan, cut->first, lexicon::positions()))
            return false;
        const bool sure = m_scan.find(m_parts.inner(*m_role), " at ") || m_scan.find(m_parts.inner(*m_role), "@");
        const bool named = sure || saysAny(m_scan, cut->second, lexicon::organizations()) || m_scan.linkAt(cut->second);
        if (!named || lexicon::isPlaceName(m_scan.shown(cut->second).trimmed()))
            return false;
        size_t place = *m_role;
        ByteRange organization = cut->second;
        const bool part =
            saysAny(m_scan, organization, lexicon::departments()) && !saysAny(m_scan, organization, lexicon::schools());
        for (size_t i = *m_role + 1; part && i < m_parts.first(); ++i) {
            if (m_parts.isDepartment(i) || !m_parts.says(i, lexicon::organizations()))
                continue;
            organization = m_parts.range(i);
            place = i;
            break;
        }
        const bool claimed = m_scan.claims.add(FieldId::Position, cut->first) && claimOrganization(organization);
        m_parts.claimPlace(place);
        return claimed;
    }

    bool claimWithoutRole()
    {
        const std::optional<size_t> organization = findOrganization();
        if (!organization || !saysNothingElse(*organization)) {
            // Before an organization that is known by its words stands what was done there.
            const bool headed = organization && *organization > 0
                && (m_parts.isWrapped(0) || m_parts.says(*organization, lexicon::organizations()));
            if (!headed)
                return claimWhole();
            const bool claimed = m_scan.claims.add(FieldId::Position, m_parts.range(0))
                && claimOrganization(m_parts.range(*organization));
            m_parts.claimPlace(*organization);
            return claimed;
        }
        const bool claimed = claimOrganization(m_parts.range(*organization));
        m_parts.claimPlace(*organization);
        return claimed;
    }

    /// True when the other parts of the first line are parts of the organization or places: no position hides there.
    bool saysNothingElse(size_t organization) const
    {
        const bool sure = m_parts.isLinked(organization) || m_parts.says(organization, lexicon::organizations())
            || m_parts.isDepartment(organization);
        bool placed = false;
        for (size_t i = 0; i < m_parts.first(); ++i) {
            placed = placed || m_parts.isPlace(i);
            if (i != organization && !m_parts.isPlace(i) && !m_parts.isDepartment(i)
                && !m_parts.says(i, lexicon::organizations()))
                return false;
        }
        return sure || placed;
    }

    /// The part that names the university or company: by its words, by its link, or as the only one that can.
    std::optional<size_t> findOrganization() const
    {
        std::optional<size_t> named, linked, department, other;
        int others = 0;
        for (size_t i = 0; i < m_parts.count(); ++i) {
            if (inRole(i) || m_parts.isPlace(i) || isRole(i))
                continue;
            if (m_parts.isSchool(i))
                return i;
            if (m_parts.isDepartment(i)) {
                department = department ? department : i;
                continue;
            }
            if (!named && m_parts.says(i, lexicon::organizations()) && isName(i))
                named = i;
            if (!linked && m_parts.isLinked(i))
                linked = i;
            if (i < m_parts.first() && isName(i)) {
                ++others;
                other = other ? other : i;
            }
        }
        if (named)
            return named;
        if (linked)
            return linked;
        // "Acme HQ Intern" names its workplace itself.
        if (others == 1 && !(m_role && saysAny(m_scan, m_parts.hull(*m_role, m_last), lexicon::organizations())))
            return other;
        return others == 0 ? department : std::nullopt;
    }

    bool isName(size_t i) const
    {
        constexpr size_t longestName = 9;
        return wordCount(m_scan.shown(m_parts.range(i))) <= longestName;
    }

    bool claimOrganization(ByteRange range) { return m_scan.claims.add(FieldId::Organization, ownName(m_scan, range)); }

    bool claimWhole()
    {
        const size_t last = std::max<size_t>(m_parts.together(), 1) - 1;
        return m_scan.claims.add(FieldId::Position, m_parts.hull(0, last));
    }

    EntryScan &m_scan;
    const Phrase m_phrase;
    CareerParts m_parts;
    std::optional<size_t> m_role;
    size_t m_last = 0;
};

/// A degree as it is being read.
class Schooling
{
public:
    explicit Schooling(EntryScan &scan) : m_scan(scan), m_phrase(phraseOf(scan)), m_parts(scan, m_phrase) { }

    Confidence read()
    {
        if (m_parts.isEmpty() || m_phrase.parts.empty())
            return Confidence::None;
        for (size_t i = 0; i < m_parts.count(); ++i) {
            if (isDegree(i))
                m_degrees.push_back(i);
        }
        if (m_degrees.empty())
            return claimWithoutDegree() ? (isProse() ? Confidence::Weak : Confidence::Good) : Confidence::None;
        return claimed() ? Confidence::Good : Confidence::None;
    }

private:
    bool isDegree(size_t i) const
    {
        if (!m_parts.says(i, lexicon::degrees()))
            return false;
        // "Graduate School of X", "College of Undergraduate Studies" are no degrees; "Ph.D. at the School of X" is one.
        const bool place = m_parts.isDepartment(i) || m_parts.isSchool(i);
        return !place || gluedDegree(i) > 0
            || cutAt(m_scan, m_parts.inner(i), {" at ", " from ", " in ", " @ ", "@", " of "}).has_value();
    }

    bool claimed()
    {
        const size_t first = m_degrees.front();
        size_t last = first;
        while (last + 1 < m_parts.count() && isDegree(last + 1) && m_parts.joinsNext(last))
            ++last;
        if (first == last && (claimDegreeAt(first) || claimGluedDegree(first)))
            return true;
        std::optional<size_t> school = schoolBut(first, last);
        if (!school && first == last)
            school = onlyOther(first);
        if (!school)
            return m_scan.claims.add(FieldId::StudyType, m_parts.hull(0, std::max<size_t>(m_parts.together(), 1) - 1));
        bool claimed = m_scan.claims.add(FieldId::Institution, ownName(m_scan, m_parts.range(*school)));
        claimed = claimed
            && (first == last ? claimDegree(m_parts.inner(first))
                              : m_scan.claims.add(FieldId::StudyType, m_parts.hull(first, last)));
        claimSubject(last, *school);
        if (!m_parts.claimPlace(*school))
            claimLastAsPlace(*school);
        return claimed;
    }

    /// Right behind a university and at the end of the line stands where it is, also where no list knows the place.
    void claimLastAsPlace(size_t school)
    {
        const size_t i = school + 1;
        constexpr size_t longestPlace = 6;
        if (i + 1 != m_parts.first() || !m_parts.joinsNext(school) || m_parts.isWrapped(i) || isDegree(i)
            || m_scan.claims.overlaps(m_parts.range(i)))
            return;
        const QByteArray text = m_scan.shown(m_parts.range(i));
        const bool detail = std::any_of(text.begin(), text.end(), [](char c) { return isdigit(c) || c == ':'; });
        const bool other = m_parts.says(i, lexicon::remarks()) || m_parts.says(i, lexicon::departments())
            || m_parts.says(i, lexicon::subjects()) || m_parts.says(i, lexicon::organizations());
        if (!detail && !other && wordCount(text) <= longestPlace)
            m_scan.claims.add(FieldId::Location, m_parts.range(i));
    }

    /// Where a degree begins in a part that begins with a university; 0: it has none.
    qsizetype gluedDegree(size_t i) const
    {
        const QByteArrayView text = m_scan.bytes(m_parts.range(i));
        const QByteArrayView name = "大学";
        const qsizetype end = text.indexOf(name) + name.size();
        const bool both = end > name.size() && end < text.size() && lexicon::degrees().isIn(text.sliced(end));
        return both ? end : 0;
    }

    /// "山川大学行走博士": the university and, without a comma, what was studied there.
    bool claimGluedDegree(size_t i)
    {
        const qsizetype at = m_parts.range(i).begin + gluedDegree(i);
        if (at == m_parts.range(i).begin)
            return false;
        const bool claimed = m_scan.claims.add(FieldId::Institution, {m_parts.range(i).begin, at})
            && m_scan.claims.add(FieldId::StudyType, {at, m_parts.range(i).end});
        m_parts.claimPlace(i);
        return claimed;
    }

    /// "Ph.D. at X": degree and institution in one part; behind a lab the university itself may follow.
    bool claimDegreeAt(size_t i)
    {
        const auto cut = cutAt(m_scan, m_parts.inner(i), {" at ", " from ", " @ ", "@"});
        if (!cut || !saysAny(m_scan, cut->first, lexicon::degrees()))
            return false;
        const std::optional<size_t> other = schoolBut(i, i);
        const bool here = saysAny(m_scan, cut->second, lexicon::schools()) || !other;
        const bool claimed = claimDegree(cut->first)
            && m_scan.claims.add(FieldId::Institution, ownName(m_scan, here ? cut->second : m_parts.range(*other)));
        m_parts.claimPlace(here ? i : *other);
        return claimed;
    }

    /// What kind of degree it is, and its subject where "in" tells them apart. A department behind "in" is neither.
    bool claimDegree(ByteRange range, bool byPlace = false)
    {
        const auto cut = cutAt(m_scan, range, {" in ", ": ", "，"});
        if (!cut || !(byPlace || saysAny(m_scan, cut->first, lexicon::degrees())))
            return m_scan.claims.add(FieldId::StudyType, range);
        if (!m_scan.claims.add(FieldId::StudyType, cut->first))
            return false;
        static const WordSet departments{"school of", "department", "college of", "institute of", "faculty"};
        return saysAny(m_scan, cut->second, departments) || m_scan.claims.add(FieldId::Area, cut->second);
    }

    /// The subject as a part of its own, behind the degree or wherever it says so.
    void claimSubject(size_t degree, size_t school)
    {
        if (m_scan.claims.has(FieldId::Area))
            return;
        const auto free = [&](size_t i) {
            return i < m_parts.first() && !m_parts.says(i, lexicon::remarks()) && i != school && !m_parts.isPlace(i)
                && !m_parts.isDepartment(i) && !isDegree(i) && !m_parts.says(i, lexicon::schools())
                && !m_scan.claims.overlaps(m_parts.range(i));
        };
        if (free(degree + 1) && m_parts.joinsNext(degree) && degree + 1 < school
            && !saysAny(m_scan, m_parts.range(degree + 1), lexicon::organizations())) {
            m_scan.claims.add(FieldId::Area, m_parts.range(degree + 1));
            return;
        }
        for (size_t i = 0; i < m_parts.first(); ++i) {
            constexpr size_t longestSubject = 6;
            if (free(i) && m_parts.says(i, lexicon::subjects())
                && wordCount(m_scan.shown(m_parts.range(i))) <= longestSubject) {
                m_scan.claims.add(FieldId::Area, m_parts.range(i));
                return;
            }
        }
    }

    /// The part that names the university; else a school or institute.
    std::optional<size_t> schoolBut(size_t first, size_t last) const
    {
        static const WordSet universities{"university",   "univ", "universität",   "univeristy",
                                          "universiteit", "大学", "middle school", "high school"};
        for (const bool whole : {true, false}) {
            for (size_t i = 0; i < m_parts.count(); ++i) {
                const bool degree = i >= first && i <= last;
                if (!degree && (whole ? m_parts.says(i, universities) : m_parts.isSchool(i)))
                    return i;
            }
        }
        for (size_t i = 0; i < m_parts.count(); ++i) {
            if ((i < first || i > last) && m_parts.says(i, lexicon::schools()))
                return i;
        }
        return {};
    }

    /// The part that can only be the school where its name says nothing: the only one beside a degree that is no
    /// place, department or subject.
    std::optional<size_t> onlyOther(size_t degree) const
    {
        std::optional<size_t> only;
        for (size_t i = 0; i < m_parts.first(); ++i) {
            if (i == degree || m_parts.isPlace(i) || m_parts.isDepartment(i) || m_parts.says(i, lexicon::subjects())
                || m_parts.says(i, lexicon::remarks()))
                continue;
            if (only)
                return {};
            only = i;
        }
        return only;
    }

    bool claimWithoutDegree()
    {
        const std::optional<size_t> school = schoolBut(1, 0);
        if (!school)
            return m_scan.claims.add(FieldId::StudyType, m_parts.hull(0, std::max<size_t>(m_parts.together(), 1) - 1));
        const std::optional<size_t> degree = degreeBeside(*school);
        if (degree && *degree < *school) {
            const bool claimed = claimDegree(m_parts.inner(*degree), true)
                && m_scan.claims.add(FieldId::Institution, ownName(m_scan, m_parts.range(*school)));
            m_parts.claimPlace(std::max(*school, *degree));
            return claimed;
        }
        const bool claimed = m_scan.claims.add(FieldId::Institution, ownName(m_scan, m_parts.range(*school)));
        claimSubject(*school, *school);
        if (!m_parts.claimPlace(*school))
            claimLastAsPlace(*school);
        return claimed;
    }

    /// The part beside the school that can only be the degree: no place, department, subject or other institution.
    std::optional<size_t> degreeBeside(size_t school) const
    {
        std::optional<size_t> only;
        for (size_t i = 0; i < m_parts.first(); ++i) {
            if (i == school || m_parts.isPlace(i) || m_parts.says(i, lexicon::departments())
                || m_parts.says(i, lexicon::organizations()))
                continue;
            if (only)
                return {};
            only = i;
        }
        return only && (*only + 1 == school || *only == school + 1) ? only : std::nullopt;
    }

    /// True where the school's name is a whole sentence: running text about a life, no entry of one.
    bool isProse() const
    {
        constexpr size_t longestName = 12;
        const std::optional<ByteRange> school = m_scan.claims.rangeOf(FieldId::Institution);
        return school && wordCount(m_scan.shown(*school)) > longestName;
    }

    EntryScan &m_scan;
    const Phrase m_phrase;
    CareerParts m_parts;
    std::vector<size_t> m_degrees;
};

} // namespace

Confidence readAward(EntryScan &scan)
{
    const Phrase phrase = phraseOf(scan);
    const size_t count = std::min(phrase.wordCount(), phrase.unbroken);
    if (count == 0)
        return Confidence::None;
    const ByteRange last = phrase.parts[count - 1].range;
    const bool awarder = count > 1 && saysAny(scan, last, lexicon::organizations())
        && !saysAny(scan, last, lexicon::prizes()) && !lexicon::isPlaceName(scan.shown(last).trimmed());
    if (!scan.claims.add(FieldId::Title, phrase.hull(0, awarder ? count - 2 : count - 1)))
        return Confidence::None;
    if (awarder)
        scan.claims.add(FieldId::Awarder, last);
    return Confidence::Good;
}

Confidence readExperience(EntryScan &scan)
{
    return Job(scan).read();
}

Confidence readEducation(EntryScan &scan)
{
    return Schooling(scan).read();
}

} // namespace vitrine
