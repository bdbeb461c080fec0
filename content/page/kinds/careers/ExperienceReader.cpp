#include "content/page/kinds/Readers.h"
#include "content/page/kinds/careers/CareerParts.h"
#include "content/page/kinds/words/Lexicon.h"

namespace vitrine {

namespace {

/// Parts next to one another that say what the job was.
struct Roles
{
    size_t first = 0;
    size_t last = 0;
    bool holds(size_t i) const { return i >= first && i <= last; }
};

std::optional<Roles> rolesOf(const CareerParts &parts)
{
    const std::vector<size_t> roles = parts.having(Sense::Role);
    if (roles.empty())
        return {};
    Roles found{roles.front(), roles.front()};
    while (found.last + 1 < parts.count() && parts.sense(found.last + 1) == Sense::Role
           && parts[found.last + 1].line == parts[found.first].line && !parts[found.last + 1].bracket)
        ++found.last;
    return found;
}

bool isUniversity(const CareerParts &parts, size_t i)
{
    static const WordSet universities{"university", "univ", "universität", "大学", "college", "academy of", "科学院"};
    return parts.sense(i) == Sense::School && parts.says(i, universities);
}

/// "teaching and care": what was done, no name of anything.
bool isActivity(const QByteArray &text)
{
    const bool capital =
        std::any_of(text.begin(), text.end(), [](char c) { return c < 'a' || c > 'z' ? c != ' ' : false; });
    return !capital && wordCount(text) > 1;
}

/// The parts that may name the organization for want of better ones.
std::vector<size_t> unnamed(const CareerParts &parts, const std::optional<Roles> &roles)
{
    std::vector<size_t> found;
    for (size_t i = 0; i < parts.count(); ++i) {
        if (parts.sense(i) == Sense::Words && !parts[i].bracket && !(roles && roles->holds(i))
            && !isActivity(parts.shown(i)))
            found.push_back(i);
    }
    return found;
}

/// Only departments stand between two parts of a line.
bool areBeside(const CareerParts &parts, size_t first, size_t second)
{
    for (size_t i = first + 1; i < second; ++i) {
        if (parts.sense(i) != Sense::Department || parts[i].bracket)
            return false;
    }
    return first < second && parts[first].line == parts[second].line;
}

/// The one name in a line with a department: what that is part of.
std::optional<size_t> nameOfDepartment(const CareerParts &parts, const std::vector<size_t> &names)
{
    if (names.size() != 1)
        return {};
    const size_t name = names.front();
    for (const size_t department : parts.having(Sense::Department)) {
        if (areBeside(parts, name, department) || areBeside(parts, department, name))
            return name;
    }
    return {};
}

/// Where only the place can tell: the one name beside the role.
std::optional<size_t> nameBeside(const CareerParts &parts, const Roles &roles)
{
    const std::vector<size_t> names = unnamed(parts, roles);
    if (names.empty())
        return {};
    const size_t name = names.front();
    const bool placed = name + 1 < parts.count() && parts.sense(name + 1) == Sense::Place && !parts[name + 1].bracket
        && parts[name + 1].line == parts[name].line;
    if (placed && areBeside(parts, roles.last, name))
        return name;
    const bool beside = name == roles.last + 1 || name + 1 == roles.first;
    if (names.size() == 1)
        return beside ? std::optional(name) : std::nullopt;
    // A second name is a town where its country follows, or where nothing does.
    const size_t second = names[1];
    const bool last = second + 1 == parts.count() || parts.sense(second + 1) == Sense::Remark
        || parts[second + 1].line > parts[second].line;
    const bool town = names.size() == 2 && second + 1 < parts.count() && parts.sense(second + 1) == Sense::Place;
    const bool follows = names.size() == 2 && second == name + 1 && name == roles.last + 1 && last
        && parts[second].line == parts[name].line;
    return beside && (town || follows) ? std::optional(name) : std::nullopt;
}

std::optional<size_t> organizationOf(const CareerParts &parts, const Roles &roles)
{
    const auto first = [&](const auto &fits) -> std::optional<size_t> {
        for (size_t i = 0; i < parts.count(); ++i) {
            if (!roles.holds(i) && !parts[i].bracket && fits(i))
                return i;
        }
        return {};
    };
    if (const auto found = first([&](size_t i) { return isUniversity(parts, i); }))
        return found;
    const auto isCompany = [&](size_t i) {
        return parts.sense(i) == Sense::Organization && parts.says(i, lexicon::companies());
    };
    if (const auto found = first(isCompany))
        return found;
    if (const auto found = first([&](size_t i) { return parts.sense(i) == Sense::School; }))
        return found;
    const auto isName = [&](size_t i) {
        return parts.sense(i) == Sense::Words || parts.sense(i) == Sense::Organization;
    };
    if (const auto found = first([&](size_t i) { return parts[i].afterAt && isName(i); }))
        return found;
    if (const auto found = first([&](size_t i) { return parts.sense(i) == Sense::Organization; }))
        return found;
    if (const auto found = first([&](size_t i) { return parts.isLinked(i) && isName(i); }))
        return found;
    const std::optional<size_t> department = first([&](size_t i) { return parts.sense(i) == Sense::Department; });
    if (!department)
        return nameBeside(parts, roles);
    const auto owner = nameOfDepartment(parts, unnamed(parts, roles));
    if (owner && (!parts[*department].afterAt || *owner == *department + 1))
        return owner;
    if (const auto found = nameBeside(parts, roles); found && !parts[*department].afterAt)
        return found;
    return unnamed(parts, roles).empty() || parts[*department].afterAt ? department : std::nullopt;
}

/// Jobs told by where they were: "Alibaba, Hangzhou", "[Foo Lab](u)". The place that follows, or a link, tells that the
/// words before are a name.
std::optional<size_t> employerWithoutRole(const CareerParts &parts)
{
    if (parts.count() == 0 || parts[0].bracket)
        return {};
    const Sense sense = parts.sense(0);
    const bool named = sense == Sense::School || sense == Sense::Organization || sense == Sense::Department;
    const bool placed = parts.count() > 1 && parts.sense(1) == Sense::Place;
    const bool townPlaced = parts.count() > 2 && parts.sense(1) == Sense::Words && parts.sense(2) == Sense::Place;
    std::optional<size_t> better;
    for (size_t i = 1; i < parts.count() && sense == Sense::Department; ++i) {
        const bool before = parts.sense(i) == Sense::Words && !parts[i].bracket && i + 1 < parts.count()
            && parts.sense(i + 1) == Sense::Place && parts[i].line == parts[0].line;
        const bool holds = before || parts.sense(i) == Sense::School || parts.sense(i) == Sense::Organization;
        if (holds && !better)
            better = i;
    }
    if (better)
        return better;
    constexpr size_t longestName = 6;
    const bool isShort = wordCount(parts.shown(0)) <= longestName;
    const bool only = parts.count() == 1 || parts.sense(1) == Sense::Place || parts[1].bracket
        || parts.sense(1) == Sense::Remark || parts.sense(1) == Sense::Department || parts[1].line > parts[0].line;
    if (sense == Sense::Words)
        return isShort && (placed || townPlaced || (parts.isLinked(0) && only)) ? std::optional<size_t>(0)
                                                                                : std::nullopt;
    return named && isShort && (only || townPlaced) ? std::optional<size_t>(0) : std::nullopt;
}

/// A place that is no country or state: what stands before it is no town.
bool isCity(const CareerParts &parts, size_t i)
{
    return i < parts.count() && parts.sense(i) == Sense::Place && !parts[i].bracket
        && !lexicon::isLand(parts.shown(i).trimmed());
}

/// The employer behind a name that may be a job: in its line, or in the next where the name is all of its line; the
/// name before a town; else the department.
std::optional<size_t> employerBehind(const CareerParts &parts)
{
    std::optional<size_t> department;
    const bool alone = parts[1].line == parts[0].line + 1;
    for (size_t i = 1;
         i < parts.count() && (parts[i].line == parts[0].line || (alone && parts[i].line == parts[1].line)); ++i) {
        if (parts[i].bracket)
            continue;
        if (parts.sense(i) == Sense::Organization || parts.sense(i) == Sense::School)
            return i;
        if (parts.sense(i) == Sense::Department && !department)
            department = i;
    }
    if (!department && parts.sense(1) == Sense::Words && !parts[1].bracket && isCity(parts, 2) && parts.unbroken() > 1)
        return 1;
    return department;
}

/// "Quiet Sums, Acme Group": what stands first before a known organization is the job.
bool claimHeadedJob(CareerParts &parts)
{
    constexpr size_t longestJob = 6;
    const bool names = parts.sense(0) == Sense::Words || (parts.isWrapped(0) && parts.sense(0) == Sense::Department);
    if (parts.count() < 2 || parts[0].bracket || parts.isLinked(0) || !names || wordCount(parts.shown(0)) > longestJob)
        return false;
    const std::optional<size_t> employer = employerBehind(parts);
    if (!employer)
        return false;
    const bool claimed = parts.claim(FieldId::Position, 0) && parts.claimOrganization(FieldId::Organization, *employer);
    parts.claimLocationOf(*employer, *employer + 1);
    return claimed;
}

/// "Acme Group, Quiet Sums", "[Elm House](u), Quiet Sums, Oslo": the one name behind an employer is the job.
bool claimTrailingJob(CareerParts &parts)
{
    constexpr size_t longestJob = 6;
    const bool named = parts.sense(0) == Sense::Organization || parts.sense(0) == Sense::School
        || (parts.isLinked(0) && parts.sense(0) == Sense::Words);
    const bool job = parts.count() > 1 && parts.sense(1) == Sense::Words && parts[1].line == parts[0].line
        && !parts[1].bracket && !parts[1].afterAt && !parts.isLinked(1) && wordCount(parts.shown(1)) <= longestJob
        && !isActivity(parts.shown(1)) && parts.unbroken() != 1;
    const bool last = parts.count() == 2 || parts[2].bracket || parts[2].line > parts[1].line
        || parts.sense(2) == Sense::Remark || isCity(parts, 2);
    if (!named || !job || !last || parts[0].bracket)
        return false;
    const bool claimed = parts.claim(FieldId::Position, 1) && parts.claimOrganization(FieldId::Organization, 0);
    parts.claimLocation(2);
    return claimed;
}

bool claimWithoutRole(EntryScan &scan, CareerParts &parts)
{
    const std::optional<ByteRange> job = parts.nestedTitle(Sense::Role);
    if (!job && (claimHeadedJob(parts) || claimTrailingJob(parts)))
        return true;
    std::optional<size_t> employer = employerWithoutRole(parts);
    for (size_t i = 0; i < parts.count() && job && !employer; ++i) {
        if (parts.sense(i) == Sense::School || parts.sense(i) == Sense::Organization)
            employer = i;
    }
    const bool single = parts.count() == 1 && parts.sense(0) == Sense::Words;
    if (job && (employer || single)) {
        const size_t organization = employer.value_or(0);
        const bool claimed =
            parts.claimOrganization(FieldId::Organization, organization) && scan.claims.add(FieldId::Position, *job);
        parts.claimLocation(organization + 1);
        return claimed;
    }
    if (employer) {
        const bool claimed = parts.claimOrganization(FieldId::Organization, *employer);
        parts.claimLocation(*employer + 1);
        if (const std::optional<size_t> line = parts.lineOfItsOwn(*employer))
            parts.claim(FieldId::Position, *line);
        return claimed;
    }
    return parts.claimWhole(FieldId::Position);
}

} // namespace

Confidence readExperience(EntryScan &scan)
{
    CareerParts parts(scan);
    if (parts.count() == 0)
        return Confidence::None;
    bool claimed = false;
    const std::optional<Roles> roles = rolesOf(parts);
    const std::optional<size_t> organization = roles ? organizationOf(parts, *roles) : std::nullopt;
    if (parts.sense(0) == Sense::Prose) {
        claimed = parts.claimWhole(FieldId::Position);
    } else if (!roles) {
        claimed = claimWithoutRole(scan, parts);
    } else if (organization) {
        claimed = parts.claim(FieldId::Position, roles->first, roles->last)
            && parts.claimOrganization(FieldId::Organization, *organization);
        const size_t owner = *organization + 1 == roles->first ? roles->last : *organization;
        parts.claimLocationOf(owner, std::min(roles->first, *organization) + 1);
    } else if (parts.count() == 1 || unnamed(parts, roles).empty()) {
        claimed = parts.claim(FieldId::Position, roles->first, roles->last);
        parts.claimLocation(roles->last + 1);
    } else {
        claimed = parts.claimWhole(FieldId::Position);
    }
    parts.claimRemarks();
    return claimed ? Confidence::Good : Confidence::None;
}

} // namespace vitrine
