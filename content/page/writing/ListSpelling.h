#pragma once

#include "content/page/writing/HouseStyle.h"

namespace vitrine {

/// One item of a list as it shall be: one that is there (with its number), or a new one.
struct WantedItem
{
    std::optional<size_t> from;
    SkeletonNode node;
};

/// Makes a list of these items. Items that stay neighbours keep what stands between them (not in a `copy` of another
/// entry); other joins are the page's.
void respellList(
    Level &list, FieldId field, std::vector<WantedItem> wanted, const HouseStyle &style, bool copy = false);

/// For each wanted value the old one that it is, or nothing: equal ones first, in order; then, where the numbers of
/// both are the same, what stands in the same place.
template<typename Values, typename Same>
std::vector<std::optional<size_t>> matchItems(const Values &old, const Values &wanted, const Same &same)
{
    std::vector<std::optional<size_t>> matches(static_cast<size_t>(wanted.size()));
    std::vector<bool> used(static_cast<size_t>(old.size()), false);
    for (size_t i = 0; i < matches.size(); ++i) {
        for (size_t j = 0; j < used.size(); ++j) {
            if (used[j] || !same(old[static_cast<qsizetype>(j)], wanted[static_cast<qsizetype>(i)]))
                continue;
            used[j] = true;
            matches[i] = j;
            break;
        }
    }
    if (old.size() == wanted.size()) {
        for (size_t i = 0; i < matches.size(); ++i) {
            if (!matches[i] && !used[i])
                matches[i] = i;
        }
    }
    return matches;
}

/// Sets a list of words.
void writeKeywords(Level &list, const StringList &wanted, const HouseStyle &style);

} // namespace vitrine
