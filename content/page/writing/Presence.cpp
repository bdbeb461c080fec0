#include "content/page/writing/Presence.h"

#include "content/page/writing/DefaultEntries.h"
#include "content/page/writing/Defaults.h"

#include <algorithm>
#include <cstdlib>

namespace vitrine {

namespace {

using Type = SkeletonNode::Type;

bool hasLetter(const QByteArray &text)
{
    return std::any_of(
        text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool isSealed(const SkeletonNode &node)
{
    return node.type == Type::Sealed;
}

FieldSet leftOf(const Level &level, size_t at)
{
    return at == 0 ? levelBegin : fieldsOf(level.units[at - 1]);
}

FieldSet rightOf(const Level &level, size_t at)
{
    return at >= level.units.size() ? levelEnd : fieldsOf(level.units[at]);
}

template<typename T> const T &choice(const std::vector<T> &choices, size_t wanted)
{
    return choices[std::min(wanted, choices.size() - 1)];
}

bool isLinkAddress(const SkeletonNode &node)
{
    return node.type == Type::Slot && node.field == FieldId::Links && node.part == SkeletonNode::Part::Url;
}

/// True when nothing stays in a pair after its unit `at` is gone; the address of its link goes with the text.
bool leftEmpty(const Level &level, size_t at)
{
    for (size_t i = 0; i < level.units.size(); ++i) {
        if (i != at && !isLinkAddress(level.units[i]))
            return false;
    }
    return true;
}

/// The first unit that `wanted` holds for, outermost first.
template<typename Wanted> UnitPath findUnit(const Level &level, const Wanted &wanted)
{
    for (size_t i = 0; i < level.units.size(); ++i) {
        if (wanted(level.units[i]))
            return {i};
        UnitPath below = findUnit(level.units[i].inside, wanted);
        if (below.empty())
            continue;
        below.insert(below.begin(), i);
        return below;
    }
    return {};
}

bool isLinkPair(const SkeletonNode &node)
{
    const auto &units = node.inside.units;
    return node.type == Type::Pair && std::any_of(units.begin(), units.end(), isLinkAddress);
}

/// A picture in the place of a link's label, which is how the page's owner labels links.
bool isLabelPicture(const SkeletonNode &link)
{
    return isLinkPair(link)
        && std::all_of(link.inside.units.begin(), link.inside.units.end(), [](const SkeletonNode &unit) {
               return isSealed(unit) || isLinkAddress(unit);
           });
}

/// The first sealed part that is no label.
UnitPath findSealed(const Level &level)
{
    for (size_t i = 0; i < level.units.size(); ++i) {
        if (isSealed(level.units[i]))
            return {i};
        if (isLabelPicture(level.units[i]))
            continue;
        UnitPath below = findSealed(level.units[i].inside);
        if (below.empty())
            continue;
        below.insert(below.begin(), i);
        return below;
    }
    return {};
}

/// A unit of another entry that holds a field, and where it stands there.
struct Donor
{
    SkeletonNode unit;
    const Level *level = nullptr;
    size_t at = 0;
    const SkeletonNode *parent = nullptr; ///< the pair that holds it; nothing at the top
    bool inBody = false; ///< stands beside title and authors

    bool isTop() const { return !parent; }
};

UnitPath pathInDonor(const Level &donor, FieldId field)
{
    if (field != FieldId::Links)
        return pathTo(donor, field);
    // The address of a linked title is no row of links.
    return findUnit(
        donor, [](const SkeletonNode &node) { return node.type == Type::List && node.field == FieldId::Links; });
}

/// The unit that comes in with a field: the field and the pairs that enclose nothing else which the entry has.
std::optional<Donor> donorIn(const Level &sample, FieldId field, FieldSet present)
{
    UnitPath path = pathInDonor(sample, field);
    if (path.empty())
        return {};
    SkeletonNode unit = unitAt(sample, path);
    while (path.size() > 1) {
        const UnitPath parentPath(path.begin(), path.end() - 1);
        const SkeletonNode &parent = unitAt(sample, parentPath);
        if (field != FieldId::Links && isLinkPair(parent)) {
            // Only the text of the link is wanted.
        } else if ((fieldsOf(parent.inside) & ~setOf(field) & present) == 0) {
            unit = parent;
        } else {
            break;
        }
        path = parentPath;
    }
    Donor donor;
    donor.unit = std::move(unit);
    donor.at = path.back();
    const UnitPath parentPath(path.begin(), path.end() - 1);
    donor.parent = parentPath.empty() ? nullptr : &unitAt(sample, parentPath);
    donor.level = donor.parent ? &donor.parent->inside : &sample;
    donor.inBody = donor.level == &bodyOf(sample);
    return donor;
}

/// Leaves nothing but the one field in a unit that was copied.
void prune(SkeletonNode &unit, FieldId field, const HouseStyle &style)
{
    if (unit.type != Type::Pair)
        return;
    for (size_t i = unit.inside.units.size(); i-- > 0;) {
        SkeletonNode &child = unit.inside.units[i];
        if (fieldsOf(child) & setOf(field)) {
            prune(child, field, style);
            continue;
        }
        removeUnit(unit.inside, i, Stretch(healingSeparators(unit.inside, i, false, style).front()));
    }
}

/// The level of the entry that answers to the donor's.
Level *levelLike(Level &entry, const Donor &donor)
{
    if (donor.inBody)
        return &bodyOf(entry);
    if (donor.isTop())
        return &entry;
    const FieldSet fields = fieldsOf(donor.parent->inside);
    const UnitPath path = findUnit(entry, [&](const SkeletonNode &node) {
        return node.type == Type::Pair && node.open.text == donor.parent->open.text && (fieldsOf(node.inside) & fields);
    });
    return path.empty() ? nullptr : &unitAt(entry, path).inside;
}

/// Where a unit goes among `units`, so that its nearest neighbours in the donor are its neighbours here.
size_t placeLike(const Level &level, const Donor &donor)
{
    const auto find = [&](FieldSet wanted) -> std::optional<size_t> {
        for (size_t i = 0; i < level.units.size(); ++i) {
            if (fieldsOf(level.units[i]) & wanted & ~sealedSign)
                return i;
        }
        return {};
    };
    const size_t count = donor.level->units.size();
    for (size_t step = 1; step <= count; ++step) {
        if (step <= donor.at) {
            if (const auto left = find(fieldsOf(donor.level->units[donor.at - step])))
                return *left + 1;
        } else if (step == donor.at + 1) {
            return 0;
        }
        if (donor.at + step < count) {
            if (const auto right = find(fieldsOf(donor.level->units[donor.at + step])))
                return *right;
        } else if (donor.at + step == count) {
            return level.units.size();
        }
    }
    return level.units.size();
}

QByteArray separatorFor(
    FieldSet left, FieldSet right, bool top, const HouseStyle &style, FieldSet donorLeft, FieldSet donorRight,
    const QByteArray &donorSeparator)
{
    if (left == donorLeft && right == donorRight)
        return donorSeparator;
    if (const auto exact = style.separator(left, right, top))
        return *exact;
    if (const auto loose = style.looseSeparator(left, right, top))
        return *loose;
    return donorSeparator;
}

/// What closes a level begins a line of its own where it did.
QByteArray withLineEndOf(const QByteArray &end, const QByteArray &chosen)
{
    const qsizetype line = end.indexOf('\n');
    return line < 0 || chosen.contains('\n') ? chosen : chosen + end.mid(line);
}

/// What stands between two paragraphs of a level; nothing where it has one line only.
std::optional<QByteArray> paragraphBreak(const Level &level)
{
    for (size_t i = 1; i + 1 < level.separators.size(); ++i) {
        const QByteArray &separator = level.separators[i].text;
        if (separator.trimmed().isEmpty() && separator.count('\n') > 1)
            return separator;
    }
    return {};
}

bool takesParagraph(FieldId field)
{
    return field == FieldId::Links || field == FieldId::Summary;
}

void place(Level &level, bool top, const Donor &donor, SkeletonNode unit, FieldId field, const HouseStyle &style)
{
    const size_t at = placeLike(level, donor);
    const FieldSet own = fieldsOf(unit);
    // A list item tells nothing of where the paragraphs of a box end.
    const bool otherForm = top != donor.isTop();
    const FieldSet donorLeft = leftOf(*donor.level, donor.at);
    const FieldSet donorRight = rightOf(*donor.level, donor.at + 1);
    QByteArray before =
        separatorFor(leftOf(level, at), own, top, style, donorLeft, own, donor.level->separators[donor.at].text);
    QByteArray after =
        separatorFor(own, rightOf(level, at), top, style, own, donorRight, donor.level->separators[donor.at + 1].text);
    if (at == level.units.size())
        after = withLineEndOf(level.separators[at].text, after);
    if (otherForm && at > 0 && at == level.units.size()) {
        after = level.separators[at].text;
        before = (takesParagraph(field) ? paragraphBreak(level) : std::nullopt).value_or(before);
    }
    insertUnit(level, at, std::move(unit), Stretch(before), Stretch(after));
}

/// Where a note goes among paragraphs: behind the last of venue, date and authors.
size_t placeOfNote(const Level &level)
{
    const FieldSet said = setOf(FieldId::Venue) | setOf(FieldId::Date) | setOf(FieldId::Authors);
    size_t end = level.units.size();
    while (end > 1 && (fieldsOf(level.units[end - 1]) & said) == 0)
        --end;
    return end;
}

} // namespace

bool addListedField(Level &entry, FieldId field, const HouseStyle &style, size_t way)
{
    std::optional<DefaultUnit> unit = defaultUnit(field, style.kind(), way);
    if (!unit)
        return false;
    Level &level = bodyOf(entry);
    if (schemaOf(field).type == ValueType::Date)
        unit->node = defaultDateSlot(style.page(), field, style.kind() == Kind::News);
    if (field == FieldId::Date && style.kind() == Kind::News) {
        insertUnit(
            level, 0, std::move(unit->node), Stretch(level.separators[0].text), Stretch(QByteArrayLiteral(": ")));
        return true;
    }
    const bool beside = field == FieldId::Note && paragraphBreak(level);
    const size_t end = beside ? placeOfNote(level) : level.units.size();
    Stretch after = level.separators[end];
    // A row of links stands behind the sentence.
    if (field == FieldId::Links && after.text == "." && end > 0) {
        unit->before = after.text + unit->before;
        after = {};
    }
    const QByteArray before = (takesParagraph(field) ? paragraphBreak(level) : std::nullopt).value_or(unit->before);
    insertUnit(level, end, std::move(unit->node), Stretch(before), after);
    return true;
}

std::vector<QByteArray> healingSeparators(const Level &level, size_t at, bool top, const HouseStyle &style)
{
    const FieldSet left = leftOf(level, at);
    const FieldSet right = rightOf(level, at + 1);
    const QByteArray &before = level.separators[at].text;
    const QByteArray &after = level.separators[at + 1].text;
    std::vector<QByteArray> ways;
    const auto offer = [&](QByteArray way) {
        if (right == levelEnd && !top)
            way = withLineEndOf(after, way);
        if (std::find(ways.begin(), ways.end(), way) == ways.end())
            ways.push_back(way);
    };
    if (const auto exact = style.separator(left, right, top))
        offer(*exact);
    if (const auto loose = style.looseSeparator(left, right, top))
        offer(*loose);
    if (left == levelBegin) {
        offer(before);
        offer({});
    } else if (right == levelEnd) {
        // The stop before a row of links at the end is the entry's own.
        if (after.isEmpty() && top && (before.trimmed() == "." || before.trimmed() == "。"))
            offer(before.trimmed());
        offer(after);
        offer({});
    } else if (
        (right == setOf(FieldId::Links) && left != setOf(FieldId::Title)) || hasLetter(before)
        || (isSealed(level.units[at]) && after.contains('\n') && !before.contains('\n'))) {
        // What stood beside a counter at the end of a line begins the next one; a row of links keeps what sets it off.
        offer(after);
        offer(before);
    } else {
        offer(before);
        offer(after);
    }
    return ways;
}

void removeUnitAt(Level &entry, UnitPath path, const HouseStyle &style, Way way)
{
    while (path.size() > 1 && leftEmpty(levelAt(entry, path), path.back()))
        path.pop_back();
    Level &level = levelAt(entry, path);
    const auto separators = healingSeparators(level, path.back(), path.size() == 1, style);
    removeUnit(level, path.back(), Stretch(choice(separators, way.separator)));
}

void removeField(Level &entry, FieldId field, const HouseStyle &style, Way way)
{
    for (;;) {
        const UnitPath path = pathTo(entry, field);
        if (path.empty())
            return;
        removeUnitAt(entry, path, style, way);
    }
}

void removeSealed(Level &entry, const HouseStyle &style)
{
    for (;;) {
        const UnitPath path = findSealed(entry);
        if (path.empty())
            return;
        removeUnitAt(entry, path, style, {});
    }
}

bool addField(Level &entry, FieldId field, const HouseStyle &style, Way way)
{
    const FieldSet present = fieldsOf(entry);
    size_t met = 0;
    for (const Sample &sample : style.samples()) {
        std::optional<Donor> donor = donorIn(sample.skeleton(), field, present);
        if (!donor)
            continue;
        Level *level = levelLike(entry, *donor);
        if (!level || met++ < way.donor)
            continue;
        SkeletonNode unit = donor->unit;
        forgetSources(unit);
        prune(unit, field, style);
        place(*level, level == &entry, *donor, std::move(unit), field, style);
        return true;
    }
    return addListedField(entry, field, style, way.donor - std::min(way.donor, met));
}

} // namespace vitrine
