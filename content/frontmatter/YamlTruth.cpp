#include "content/frontmatter/YamlTruth.h"

#include <algorithm>
#include <utility>

namespace vitrine {

namespace {

/// The spellings that Jekyll's YAML knows, in pairs.
constexpr std::pair<const char *, const char *> truths[] = {
    {"true", "false"}, {"True", "False"}, {"TRUE", "FALSE"}, {"yes", "no"}, {"Yes", "No"},
    {"YES", "NO"},     {"on", "off"},     {"On", "Off"},     {"ON", "OFF"},
};

} // namespace

std::optional<bool> yamlTruth(const QByteArray &plain)
{
    for (const auto &[yes, no] : truths) {
        if (plain == yes || plain == no)
            return plain == yes;
    }
    return {};
}

QByteArray yamlTruthLike(const QByteArray &other, bool value)
{
    const auto pair = std::find_if(std::begin(truths), std::end(truths), [&](const auto &each) {
        return other == each.first || other == each.second;
    });
    const auto &[yes, no] = pair == std::end(truths) ? truths[0] : *pair;
    return value ? yes : no;
}

} // namespace vitrine
