#include "content/page/writing/ListSpelling.h"

namespace vitrine {

namespace {

/// The join after item `i`, kept where the same two items stood side by side in the same role.
Stretch joinAfter(
    size_t i, const std::vector<WantedItem> &wanted, const Level &old, FieldId field, const HouseStyle &style,
    bool copy)
{
    const bool open = goesOn(old);
    const JoinRole role = joinRole(i, wanted.size(), open);
    const auto &left = wanted[i].from;
    const auto &right = wanted[i + 1].from;
    if (!copy && left && right && *right == *left + 1 && joinRole(*left, old.units.size(), open) == role)
        return old.separators[*right];
    return Stretch(style.join(field, role, copy ? nullptr : &old));
}

} // namespace

void respellList(Level &list, FieldId field, std::vector<WantedItem> wanted, const HouseStyle &style, bool copy)
{
    Level result;
    result.head = list.head;
    result.tail = list.tail;
    result.separators.push_back(list.separators.front());
    for (size_t i = 0; i < wanted.size(); ++i) {
        result.separators.push_back(
            i + 1 < wanted.size() ? joinAfter(i, wanted, list, field, style, copy) : list.separators.back());
    }
    for (WantedItem &item : wanted)
        result.units.push_back(std::move(item.node));
    list = std::move(result);
}

void writeKeywords(Level &list, const StringList &wanted, const HouseStyle &style)
{
    StringList old;
    for (const SkeletonNode &item : list.units) {
        QByteArray said;
        forEachSkeletonSlot(item.inside, [&](const SkeletonNode &slot) { said = saidBy(slot); });
        old.push_back(said);
    }
    const auto matches = matchItems(old, wanted, [](const QByteArray &a, const QByteArray &b) { return a == b; });
    std::vector<WantedItem> items;
    for (size_t i = 0; i < matches.size(); ++i) {
        const size_t model = matches[i].value_or(0);
        WantedItem item{matches[i], list.units[model]};
        if (!matches[i])
            forgetSources(item.node);
        const QByteArray &word = wanted[static_cast<qsizetype>(i)];
        forEachSkeletonSlot(item.node.inside, [&](SkeletonNode &slot) {
            if (saidBy(slot) != word)
                slot.text.set(word);
        });
        items.push_back(std::move(item));
    }
    respellList(list, FieldId::Keywords, std::move(items), style);
}

} // namespace vitrine
