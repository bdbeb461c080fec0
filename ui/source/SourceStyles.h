#pragma once

#include "content/page/Page.h"
#include "ui/source/MarkdownStyles.h"

namespace vitrine {

/// The styles of one file of a page: front matter as YAML, the rest by the page's tree.
StyleMap sourceStylesOf(const Page &page, int file);

} // namespace vitrine
