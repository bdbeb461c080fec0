#include "content/page/writing/LinkedNames.h"

#include <algorithm>
#include <map>

namespace vitrine {

namespace {

using Type = SkeletonNode::Type;

bool holdsAddress(const Level &level)
{
    return std::any_of(level.units.begin(), level.units.end(), [](const SkeletonNode &unit) {
        return unit.type == Type::Slot && unit.field == FieldId::Links && unit.part == SkeletonNode::Part::Url;
    });
}

/// True where a link holds the unit, whatever emphasis stands between.
bool isLinked(const Level &entry, UnitPath path)
{
    for (path.pop_back(); !path.empty(); path.pop_back()) {
        if (holdsAddress(unitAt(entry, path).inside))
            return true;
    }
    return false;
}

/// Counts the fields that stand as the text of a link of their own.
void countLinked(const Level &level, std::map<FieldId, int> &linked)
{
    for (const SkeletonNode &unit : level.units) {
        if (unit.type == Type::Pair && holdsAddress(unit.inside)) {
            forEachSkeletonSlot(unit.inside, [&](const SkeletonNode &slot) {
                linked[slot.field] += slot.part == SkeletonNode::Part::Whole ? 1 : 0;
            });
        } else {
            countLinked(unit.inside, linked);
        }
    }
}

/// What a link without a label of its own stands around, the likeliest first.
std::vector<FieldId> namesOf(Kind kind)
{
    switch (kind) {
    case Kind::Publication:
        return {FieldId::Title};
    case Kind::Experience:
    case Kind::Service:
        return {FieldId::Organization, FieldId::Position, FieldId::Title};
    case Kind::Education:
        return {FieldId::Institution, FieldId::StudyType};
    case Kind::Award:
        return {FieldId::Title, FieldId::Awarder};
    case Kind::Teaching:
        return {FieldId::Course, FieldId::Institution};
    case Kind::Talk:
        return {FieldId::Title, FieldId::Event};
    case Kind::Project:
    case Kind::Supervision:
    case Kind::Skill:
        return {FieldId::Name};
    case Kind::News:
    case Kind::Link:
    case Kind::About:
    case Kind::Other:
        break;
    }
    return {};
}

} // namespace

UnitPath pathToLinkableName(const Level &entry, const HouseStyle &style)
{
    std::map<FieldId, int> linked;
    for (const Sample &sample : style.samples())
        countLinked(sample.skeleton(), linked);
    std::vector<FieldId> names = namesOf(style.kind());
    std::stable_sort(names.begin(), names.end(), [&](FieldId a, FieldId b) { return linked[a] > linked[b]; });
    for (const FieldId name : names) {
        const UnitPath path = pathTo(entry, name);
        if (!path.empty() && unitAt(entry, path).type == Type::Slot)
            return isLinked(entry, path) ? UnitPath() : path;
    }
    return {};
}

} // namespace vitrine
