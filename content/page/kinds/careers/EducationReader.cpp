#include "content/page/kinds/Readers.h"
#include "content/page/kinds/careers/CareerParts.h"
#include "content/page/kinds/words/Lexicon.h"

namespace vitrine {

namespace {

/// How many bytes at the begin of a text are a degree's abbreviation, its stop with it: "Ph.D.", "M.Sc.", "BSc".
qsizetype abbreviationAt(QByteArrayView text)
{
    static const WordSet abbreviations{"ph.d",  "phd",  "m.s",    "ms",    "m.sc",   "msc",   "m.eng",  "meng",
                                       "m.a",   "ma",   "m.phil", "mphil", "b.s",    "bs",    "b.sc",   "bsc",
                                       "b.eng", "beng", "b.e",    "be",    "b.a",    "ba",    "b.tech", "btech",
                                       "m.e",   "me",   "m.tech", "mtech", "d.phil", "dphil", "mba"};
    const qsizetype end = text.indexOf(' ');
    if (end <= 0)
        return 0;
    const QByteArrayView word = text.first(end);
    const bool known = abbreviations.contains(word) || (word.endsWith('.') && abbreviations.contains(word.chopped(1)));
    return known ? end : 0;
}

/// "Ph.D. Physics": the degree and its subject, where emphasis or an abbreviation tells them apart.
std::optional<std::pair<ByteRange, ByteRange>> degreeAndSubject(const EntryScan &scan, ByteRange range)
{
    static const WordSet notSubjects{"student",    "candidate", "degree",  "program", "programme", "hons",  "honours",
                                     "researcher", "graduate",  "studies", "study",   "dual",      "joint", "thesis"};
    ByteRange degree{range.begin, range.begin};
    for (const AtomPair &pair : scan.atoms().pairs) {
        if (pair.isEmphasis() && pair.range.begin == range.begin && pair.range.end < range.end)
            degree.end = pair.range.end;
    }
    if (degree.isEmpty())
        degree.end += abbreviationAt(scan.bytes(range));
    else if (!lexicon::degrees().isIn(scan.shown(degree)))
        return {};
    const ByteRange subject = scan.withoutSeparators({degree.end, range.end});
    const QByteArray words = scan.shown(subject);
    const bool joined =
        words.startsWith("of ") || words.startsWith("and ") || words.startsWith("(") || words.startsWith("&");
    if (degree.isEmpty() || subject.isEmpty() || scan.isWordless(subject) || joined || notSubjects.isIn(words))
        return {};
    return std::pair{degree, subject};
}

/// "Bachelor of Robotics" tells its subject, "Bachelor of Engineering" only its faculty.
bool tellsSubject(const QByteArray &degree)
{
    static const WordSet faculties{
        "engineering", "science",   "sciences",   "arts",   "philosophy", "business administration", "law", "laws",
        "medicine",    "education", "technology", "design", "research"};
    const qsizetype of = degree.indexOf(" of ");
    return of > 0 && !faculties.contains(QByteArrayView(degree).sliced(of + 4).trimmed());
}

/// Claims what kind of degree it is, and its subject where "in" or a colon tells them apart: behind a word for a
/// degree, or where the place of the text is that of a degree.
bool claimDegree(EntryScan &scan, ByteRange range, bool byPlace = false)
{
    auto cut = cutAt(scan, range, {" in ", ": ", "：", " – ", " — "});
    if (cut && !byPlace && !lexicon::degrees().isIn(scan.shown(cut->first)))
        cut.reset();
    if (!cut && !byPlace)
        cut = degreeAndSubject(scan, range);
    if (!cut)
        return scan.claims.add(FieldId::StudyType, range);
    if (senseOf(scan.shown(cut->second), Kind::Education) == Sense::Department)
        return scan.claims.add(FieldId::StudyType, cut->first);
    return scan.claims.add(FieldId::StudyType, cut->first) && scan.claims.add(FieldId::Area, cut->second);
}

std::optional<size_t> schoolOf(const CareerParts &parts)
{
    static const WordSet universities{"university", "univ", "universität", "大学", "academy", "科学院", "univeristy"};
    for (const bool strict : {true, false}) {
        for (size_t i = 0; i < parts.count(); ++i) {
            if (parts.sense(i) == Sense::School && !parts[i].bracket && (!strict || parts.says(i, universities)))
                return i;
        }
    }
    return {};
}

/// A subject by its words, in Chinese also by how it ends.
bool isSubject(const CareerParts &parts, size_t i)
{
    const QByteArray text = parts.shown(i).trimmed();
    return parts.says(i, lexicon::subjects())
        || (parts.sense(i) == Sense::Words
            && (text.endsWith("学") || text.endsWith("工程") || text.endsWith("专业") || text.endsWith("技术")));
}

bool isName(const CareerParts &parts, size_t i)
{
    return parts.sense(i) == Sense::Words && !parts[i].bracket;
}

/// A name that its place tells, whatever else stands there: before a place, or beside a department.
std::optional<size_t> placedSchool(const CareerParts &parts, size_t degree)
{
    const auto is = [&](size_t i, Sense sense) {
        return i < parts.count() && parts.sense(i) == sense && !parts[i].bracket;
    };
    for (size_t i = 0; i < parts.count(); ++i) {
        if (i == degree || !isName(parts, i) || isSubject(parts, i))
            continue;
        const bool place = is(i + 1, Sense::Place) && parts[i + 1].line == parts[i].line;
        const bool after = i > 0 && is(i - 1, Sense::Department) && parts[i - 1].line == parts[i].line;
        const bool before = is(i + 1, Sense::Department) && parts[i + 1].line == parts[i].line;
        if (place || after || before)
            return i;
    }
    return {};
}

/// Among the names beside a degree the one that is no subject; where the subject is known, also the first before a
/// town.
std::optional<size_t> nameOfSchool(const CareerParts &parts, size_t degree, bool subjectKnown)
{
    std::vector<size_t> names;
    bool subject = subjectKnown;
    for (size_t i = 0; i < parts.count(); ++i) {
        const bool beside =
            i != degree && isName(parts, i) && parts[i].line == parts[degree].line && i < parts.unbroken();
        if (beside && isSubject(parts, i))
            subject = true;
        else if (beside)
            names.push_back(i);
    }
    const bool one = names.size() == 1 && subject;
    const bool town = names.size() == 2 && subjectKnown && names[0] == degree + 1 && parts.isTown(names[1]);
    return one || town ? std::optional(names[0]) : std::nullopt;
}

/// The only part beside the degree that can name a school whose words say nothing.
std::optional<size_t> unknownSchool(const CareerParts &parts, size_t degree, bool subjectKnown)
{
    std::optional<size_t> only;
    const auto placed = [&](size_t i) { return i + 1 < parts.count() && parts.sense(i + 1) == Sense::Place; };
    for (size_t i = 0; i < parts.count(); ++i) {
        const bool mayBe = isName(parts, i) || (parts.sense(i) == Sense::Organization && !parts[i].bracket);
        if (i == degree || !mayBe)
            continue;
        if (parts[i].afterAt)
            return i;
        if (only || (parts[i].line != parts[degree].line && !placed(i))) {
            const std::optional<size_t> school = placedSchool(parts, degree);
            return school ? school : nameOfSchool(parts, degree, subjectKnown);
        }
        only = i;
    }
    const bool lone = only && parts.count() == 2 && !isSubject(parts, *only);
    const bool sure = subjectKnown || lone || (only && (parts.sense(*only) == Sense::Organization || placed(*only)));
    return sure ? only : placedSchool(parts, degree);
}

/// The subject as a part of its own: right behind the degree, right before it, or between it and the school.
std::optional<size_t> subjectOf(const CareerParts &parts, size_t degree, size_t school)
{
    std::vector<size_t> names;
    for (size_t i = 0; i < parts.count(); ++i) {
        const bool town = i + 1 < parts.count() && parts.sense(i + 1) == Sense::Place && i > school;
        const bool beside =
            parts[i].line == parts[degree].line || parts[i].line == parts[school].line || parts.isByDate(i);
        if (i != degree && i != school && beside && isName(parts, i) && !parts[i].afterAt && !town && parts.isFree(i))
            names.push_back(i);
    }
    const size_t next = degree + 1;
    const bool bracket =
        next < parts.count() && parts[next].bracket && parts.sense(next) == Sense::Words && !parts.isLinked(next);
    if (bracket || std::find(names.begin(), names.end(), next) != names.end())
        return next;
    for (const size_t name : names) {
        if (isSubject(parts, name) && parts[name].line == parts[degree].line)
            return name;
    }
    if (names.size() != 1 || parts[degree].bracket)
        return {};
    const size_t only = names.front();
    const bool endsLine = only == school + 1 && only + 1 < parts.count() && parts[only + 1].line > parts[only].line;
    if (endsLine && parts[degree].line > parts[only].line)
        return {}; // where the school is
    const bool between = only > std::min(degree, school) && only < std::max(degree, school);
    const bool behindSchool = only == school + 1 && parts.sense(school) == Sense::School && degree < school;
    return between || only + 1 == degree || behindSchool ? std::optional(only) : std::nullopt;
}

/// Nothing but departments, subjects and the like stands between two parts of a line.
bool areNear(const CareerParts &parts, size_t first, size_t second)
{
    if (first > second)
        std::swap(first, second);
    for (size_t i = first + 1; i < second; ++i) {
        const bool subject = isName(parts, i) && isSubject(parts, i);
        if (parts[i].bracket || (parts.sense(i) != Sense::Department && !subject))
            return false;
    }
    return parts[first].line == parts[second].line;
}

/// What stands beside a school where no word names a degree.
struct Untold
{
    std::optional<size_t> degree, subject;
    bool any = false; ///< there are names that cannot be told apart, perhaps
};

Untold untoldBeside(const CareerParts &parts, size_t school)
{
    Untold found;
    static const WordSet juniors{"middle school", "high school", "primary school", "secondary school", "中学", "高中"};
    if (parts.says(school, juniors))
        return found; // there are no degrees there
    std::vector<size_t> names = parts.having(Sense::Role);
    const bool town =
        school + 2 < parts.count() && isName(parts, school + 1) && parts.sense(school + 2) == Sense::Place;
    for (size_t i = 0; i < parts.count(); ++i) {
        if (!isName(parts, i) || (town && i == school + 1))
            continue;
        if (isSubject(parts, i) && parts[i].line == parts[school].line && !found.subject)
            found.subject = i;
        else if (names.empty() || parts.sense(names.front()) != Sense::Role)
            names.push_back(i);
    }
    if (names.empty() && found.subject)
        names.push_back(*found.subject);
    found.any = !names.empty();
    if (!found.any)
        return found;
    // "Quiet studies in Physics, Elmstad University, Kvistaby": a town behind the school.
    const bool behind = names.size() == 1 && names.front() == school + 1 && parts.isTown(school + 1);
    if (behind && found.subject && *found.subject < school)
        names.front() = *found.subject;
    const bool only = names.size() == 1 && areNear(parts, names.front(), school);
    const bool leads = names.front() == 0 && areNear(parts, 0, school);
    if (only || leads)
        found.degree = names.front();
    if (found.degree == found.subject)
        found.subject.reset();
    return found;
}

/// Education without a word that names a degree.
bool claimSchooling(EntryScan &scan, CareerParts &parts)
{
    std::optional<size_t> school = schoolOf(parts);
    const std::optional<ByteRange> degree = parts.nestedTitle(Sense::Degree);
    if (!school && degree && parts.count() > 0 && isName(parts, 0))
        school = 0; // what a degree stands below
    if (!school)
        return parts.claimWhole(FieldId::StudyType);
    if (degree) {
        const bool claimed = parts.claimOrganization(FieldId::Institution, *school) && claimDegree(scan, *degree);
        parts.claimLocationOf(*school, *school + 1);
        return claimed;
    }
    const Untold names = untoldBeside(parts, *school);
    bool claimed = parts.claimOrganization(FieldId::Institution, *school);
    if (names.degree) {
        claimed = claimed && claimDegree(scan, parts.range(*names.degree), true);
        if (names.subject && !scan.claims.has(FieldId::Area))
            parts.claim(FieldId::Area, *names.subject);
    } else if (const std::optional<size_t> line = parts.lineOfItsOwn(*school))
        claimed = claimed && claimDegree(scan, parts.range(*line), true);
    else if (names.any) {
        scan.claims.removeIn(parts.range(*school));
        return parts.claimWhole(FieldId::StudyType);
    }
    parts.claimLocationOf(*school, *school + 1);
    return claimed;
}

bool claimEducation(EntryScan &scan, CareerParts &parts, size_t first, size_t last)
{
    const bool split = first == last && claimDegree(scan, parts.range(first));
    if (!split && !parts.claim(FieldId::StudyType, first, last))
        return false;
    std::optional<size_t> school = schoolOf(parts);
    if (!school)
        school = unknownSchool(
            parts, first, scan.claims.has(FieldId::Area) || parts.isWrapped(first) || tellsSubject(parts.shown(first)));
    if (!school || (*school > first && *school < last)) {
        scan.claims.removeIn({parts.range(first).begin, parts.range(last).end});
        return parts.claimWhole(FieldId::StudyType);
    }
    if (!parts.claimOrganization(FieldId::Institution, *school))
        return false;
    if (!scan.claims.has(FieldId::Area) && !tellsSubject(parts.shown(last))) {
        if (const std::optional<size_t> subject = subjectOf(parts, last, *school))
            parts.claim(FieldId::Area, *subject);
    }
    parts.claimLocationOf(*school, std::min(first, *school) + 1);
    return true;
}

/// True where the school's name or the degree is a whole sentence: running text about a life, no entry of one.
bool isProse(const EntryScan &scan)
{
    constexpr size_t longestName = 12;
    for (const FieldId field : {FieldId::Institution, FieldId::StudyType, FieldId::Area}) {
        const std::optional<ByteRange> claimed = scan.claims.rangeOf(field);
        const bool whole = field == FieldId::StudyType && !scan.claims.has(FieldId::Area);
        if (claimed && wordCount(scan.shown(*claimed)) > (whole ? 2 * longestName : longestName))
            return true;
    }
    return false;
}

} // namespace

Confidence readEducation(EntryScan &scan)
{
    CareerParts parts(scan);
    if (parts.count() == 0)
        return Confidence::None;
    const std::vector<size_t> degrees = parts.having(Sense::Degree);
    size_t last = degrees.empty() ? 0 : degrees.front();
    while (last + 1 < parts.count() && parts.sense(last + 1) == Sense::Degree && !parts[last + 1].bracket
           && parts[last + 1].line == parts[last].line)
        ++last;
    const bool claimed =
        degrees.empty() ? claimSchooling(scan, parts) : claimEducation(scan, parts, degrees.front(), last);
    parts.claimRemarks();
    if (!claimed)
        return Confidence::None;
    return isProse(scan) ? Confidence::Weak : Confidence::Good;
}

} // namespace vitrine
