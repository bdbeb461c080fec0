#include "content/profile/MenuLists.h"

#include <algorithm>

namespace vitrine {

namespace {

bool isNumber(const QByteArray &part)
{
    return !part.isEmpty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// `en.main` of `en.main.0.title`; nothing for what is in no menu, or in one inside an item.
std::optional<QByteArray> listOf(const QByteArray &name)
{
    QByteArrayList parts = name.split('.');
    const QByteArray key = parts.takeLast();
    if ((key != "title" && key != "url") || parts.isEmpty() || !isNumber(parts.takeLast()))
        return {};
    if (std::any_of(parts.begin(), parts.end(), isNumber))
        return {};
    return parts.join('.');
}

} // namespace

std::vector<QByteArray> menuLists(const YamlText &yaml)
{
    std::vector<QByteArray> lists;
    for (const YamlField &field : yaml.fields()) {
        const std::optional<QByteArray> list =
            field.isNull && field.name == "main" ? std::optional(field.name) : listOf(field.name);
        if (list && std::find(lists.begin(), lists.end(), *list) == lists.end())
            lists.push_back(*list);
    }
    return lists;
}

} // namespace vitrine
