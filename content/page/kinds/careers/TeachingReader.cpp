#include "content/page/kinds/Readers.h"
#include "content/page/kinds/careers/CareerParts.h"
#include "content/page/kinds/words/Lexicon.h"

namespace vitrine {

namespace {

bool isRole(const QByteArray &text)
{
    constexpr size_t longestRole = 5;
    return lexicon::teachingRoles().isIn(text) && wordCount(text) <= longestRole;
}

/// "CS101 Introduction", "EE 202": a course by its number.
bool hasNumber(const QByteArray &text)
{
    qsizetype at = 0;
    while (at < text.size() && text[at] >= 'A' && text[at] <= 'Z')
        ++at;
    const qsizetype letters = at;
    constexpr qsizetype mostLetters = 5;
    if (at < text.size() && (text[at] == ' ' || text[at] == '-'))
        ++at;
    return letters >= 2 && letters <= mostLetters && at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// The parts of a course that stand next to one another.
struct Course
{
    size_t first = 0;
    size_t last = 0;
};

std::optional<Course> courseAmong(const CareerParts &parts, std::optional<size_t> role, std::optional<size_t> school)
{
    std::optional<Course> course;
    for (size_t i = 0; i < parts.count(); ++i) {
        const bool other = i == role || i == school || parts[i].bracket || parts.sense(i) == Sense::Place
            || parts.sense(i) == Sense::Remark || parts.sense(i) == Sense::Department || parts.sense(i) == Sense::Prose;
        if (other || (course && (course->last + 1 != i || parts[i].line != parts[course->last].line))
            || (course && i >= parts.unbroken() && course->first < parts.unbroken()))
            continue;
        course = Course{course ? course->first : i, i};
    }
    return course;
}

/// "Lecturer: Signals", "TA for Linear Algebra": role and course of one part.
bool claimRoleAndCourse(EntryScan &scan, ByteRange range)
{
    const auto cut = cutAt(scan, range, {": ", "：", " for ", " of ", " - ", " – ", " — "});
    return cut && isRole(scan.shown(cut->first)) && scan.claims.add(FieldId::Role, cut->first)
        && scan.claims.add(FieldId::Course, cut->second);
}

bool isName(const CareerParts &parts, size_t i)
{
    constexpr size_t longestName = 8;
    return parts.sense(i) == Sense::Words && !parts[i].bracket && !parts.isWrapped(i) && !parts.isLinked(i)
        && wordCount(parts.shown(i)) <= longestName && !hasNumber(parts.shown(i));
}

/// "**Robot Perception**, Elmhaven": the one name behind a course that is set apart or has a number is where it was.
std::optional<size_t> schoolByPlace(const CareerParts &parts, std::optional<size_t> role)
{
    for (size_t i = 1; i < parts.count() && parts[i].line == parts[0].line; ++i) {
        const size_t course = parts[i - 1].bracket && i > 1 ? i - 2 : i - 1;
        const bool known = course != role && (parts.isWrapped(course) || hasNumber(parts.shown(course)));
        const bool last = i + 1 == parts.count() || role == i + 1 || parts[i + 1].line > parts[i].line;
        if (known && last && role != i && isName(parts, i) && !parts[course].bracket)
            return i;
    }
    return {};
}

/// "(Master Course, Spring 2024)": the term ends a bracket.
void claimTerm(EntryScan &scan)
{
    if (scan.claims.has(FieldId::Date))
        return;
    for (const DateMention &date : scan.dates()) {
        const AtomPair *pair = date.pair < 0 ? nullptr : &scan.atoms().pairs[static_cast<size_t>(date.pair)];
        if (!pair || !pair->isBracket() || !scan.isBlank({date.range.end, pair->content.end}))
            continue;
        const QByteArrayView before = scan.bytes({pair->content.begin, date.range.begin}).trimmed();
        if (before.endsWith(',') || before.endsWith(';')) {
            scan.claimDate(date);
            return;
        }
    }
}

} // namespace

Confidence readTeaching(EntryScan &scan)
{
    CareerParts parts(scan);
    if (parts.count() == 0)
        return Confidence::None;
    std::optional<size_t> role, school;
    for (size_t i = 0; i < parts.count(); ++i) {
        if (!role && parts.count() > 1 && isRole(parts.shown(i)))
            role = i;
        else if (!school && i > 0 && !parts[i].bracket && parts.sense(i) == Sense::School)
            school = i;
    }
    if (!role && parts.count() > 1 && hasNumber(parts.shown(1)) && isName(parts, 0))
        role = 0;
    if (!school)
        school = schoolByPlace(parts, role);
    const std::optional<Course> course = courseAmong(parts, role, school);
    bool claimed = false;
    if (!course)
        claimed = parts.claimWhole(FieldId::Course);
    else if (!role && claimRoleAndCourse(scan, parts.range(course->first)))
        claimed = true;
    else
        claimed = parts.claim(FieldId::Course, course->first, course->last);
    claimTerm(scan);
    if (role)
        parts.claim(FieldId::Role, *role);
    if (school)
        parts.claim(FieldId::Institution, *school);
    return claimed ? Confidence::Good : Confidence::None;
}

} // namespace vitrine
