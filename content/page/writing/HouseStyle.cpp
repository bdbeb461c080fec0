#include "content/page/writing/HouseStyle.h"

#include "content/page/writing/Defaults.h"

#include <algorithm>
#include <cstdlib>

namespace vitrine {

namespace {

bool isAddress(const SkeletonNode &unit)
{
    return unit.type == SkeletonNode::Type::Slot && unit.part == SkeletonNode::Part::Url;
}

/// Calls visit(left, right, separator, top) for each separator of a skeleton; lists have joins instead.
template<typename Visit> void forEachSeparator(const Level &level, bool top, const Visit &visit)
{
    for (size_t i = 0; i <= level.units.size() && i < level.separators.size(); ++i) {
        // What stands beside an address belongs to its link.
        if ((i > 0 && isAddress(level.units[i - 1])) || (i < level.units.size() && isAddress(level.units[i])))
            continue;
        const FieldSet left = i == 0 ? levelBegin : fieldsOf(level.units[i - 1]);
        const FieldSet right = i == level.units.size() ? levelEnd : fieldsOf(level.units[i]);
        visit(left, right, level.separators[i].text, top);
    }
    for (const SkeletonNode &unit : level.units) {
        if (unit.type == SkeletonNode::Type::Pair)
            forEachSeparator(unit.inside, false, visit);
    }
}

/// Calls visit(list) for each list of a field.
template<typename Visit> void forEachList(const Level &level, FieldId field, const Visit &visit)
{
    for (const SkeletonNode &unit : level.units) {
        if (unit.type == SkeletonNode::Type::List && unit.field == field)
            visit(unit.inside);
        else if (unit.type == SkeletonNode::Type::Pair)
            forEachList(unit.inside, field, visit);
    }
}

/// A join that runs over a line end is the wrap of a long line, not the owner's style.
QByteArray withoutWrap(const QByteArray &join)
{
    if (!join.contains('\n'))
        return join;
    const QByteArray words = join.simplified();
    return (words.startsWith(',') || words.startsWith(';') ? words : ' ' + words) + ' ';
}

void tallyJoins(const Level &list, JoinRole role, Tally &tally)
{
    const size_t count = list.units.size();
    for (size_t i = 0; i + 1 < count; ++i) {
        if (joinRole(i, count, goesOn(list)) == role)
            tally.add(withoutWrap(list.separators[i + 1].text));
    }
}

} // namespace

void Tally::add(const QByteArray &text)
{
    for (auto &[known, count] : m_counts) {
        if (known == text) {
            ++count;
            return;
        }
    }
    m_counts.emplace_back(text, 1);
}

std::optional<QByteArray> Tally::most() const
{
    const auto best = std::max_element(
        m_counts.begin(), m_counts.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    if (best == m_counts.end())
        return {};
    return best->first;
}

int Tally::total() const
{
    int sum = 0;
    for (const auto &[text, count] : m_counts)
        sum += count;
    return sum;
}

JoinRole joinRole(size_t index, size_t count, bool goesOn)
{
    if (goesOn || index + 2 < count)
        return JoinRole::Middle;
    return count == 2 ? JoinRole::Two : JoinRole::Last;
}

bool goesOn(const Level &list)
{
    const QByteArray tail = list.separators.empty() ? QByteArray() : list.separators.back().text;
    return std::any_of(tail.begin(), tail.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

Sample::Sample(const Page &page, EntryRef ref, EntryRef near)
    : entry(&page.entry(ref)), sameSection(ref.section == near.section), m_page(&page)
{
    const int farAway = 1000000;
    distance = sameSection ? std::abs(ref.entry - near.entry) : farAway * (1 + std::abs(ref.section - near.section));
}

const Level &Sample::skeleton() const
{
    if (!m_skeleton)
        m_skeleton = skeletonOf(m_page->text(), *entry);
    return *m_skeleton;
}

HouseStyle::HouseStyle(const Page &page, Kind kind, EntryRef near) : m_page(page), m_kind(kind)
{
    const auto &sections = page.outline().sections;
    for (int s = 0; s < static_cast<int>(sections.size()); ++s) {
        const auto &entries = sections[static_cast<size_t>(s)].entries;
        for (int e = 0; e < static_cast<int>(entries.size()); ++e) {
            const Entry &entry = entries[static_cast<size_t>(e)];
            if (entry.kind != kind || !entry.structured)
                continue;
            m_samples.emplace_back(page, EntryRef{s, e}, near);
        }
    }
    std::stable_sort(
        m_samples.begin(), m_samples.end(), [](const Sample &a, const Sample &b) { return a.distance < b.distance; });
}

std::optional<QByteArray> HouseStyle::mostFrequent(bool top, const Match &match) const
{
    Tally own, all;
    for (const Sample &sample : m_samples) {
        forEachSeparator(
            sample.skeleton(), true, [&](FieldSet left, FieldSet right, const QByteArray &separator, bool isTop) {
                if (isTop != top || !match(left, right))
                    return;
                all.add(separator);
                if (sample.sameSection)
                    own.add(separator);
            });
    }
    const std::optional<QByteArray> best = own.most();
    return best ? best : all.most();
}

std::optional<QByteArray> HouseStyle::separator(FieldSet left, FieldSet right, bool top) const
{
    return mostFrequent(top, [&](FieldSet l, FieldSet r) { return l == left && r == right; });
}

std::optional<QByteArray> HouseStyle::looseSeparator(FieldSet left, FieldSet right, bool top) const
{
    return mostFrequent(top, [&](FieldSet l, FieldSet r) { return (l & left) && (r & right); });
}

std::optional<QByteArray> HouseStyle::attestedJoin(FieldId field, JoinRole role, const Level *own) const
{
    Tally ownTally, section, all;
    if (own)
        tallyJoins(*own, role, ownTally);
    for (const Sample &sample : m_samples) {
        forEachList(sample.skeleton(), field, [&](const Level &list) {
            tallyJoins(list, role, all);
            if (sample.sameSection)
                tallyJoins(list, role, section);
        });
    }
    // One or two entries are no habit of a section.
    const int fewest = 3;
    if (!own && section.total() < fewest)
        return all.most();
    for (const Tally &tally : {ownTally, section, all}) {
        if (const auto join = tally.most())
            return join;
    }
    return {};
}

QByteArray HouseStyle::join(FieldId field, JoinRole role, const Level *own) const
{
    if (const auto join = attestedJoin(field, role, own))
        return *join;
    // Who writes "A, B, and C" writes "A and B"; who writes "A, B, C" writes "A, B".
    const JoinRole like = role == JoinRole::Two ? JoinRole::Last : JoinRole::Two;
    const auto other = role == JoinRole::Middle ? std::nullopt : attestedJoin(field, like, own);
    if (other && !other->contains("and") && !other->contains('&'))
        return *other;
    return defaultJoin(field, role);
}

} // namespace vitrine
