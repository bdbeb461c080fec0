#pragma once

#include "content/frontmatter/YamlText.h"

namespace vitrine {

/// The paths of the menus in a `navigation.yml`: lists whose items have a title or an address, menus inside items left
/// out; `main` also when it says nothing yet. Empty path: the whole text is one.
std::vector<QByteArray> menuLists(const YamlText &yaml);

} // namespace vitrine
