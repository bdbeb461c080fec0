#pragma once

#include "content/page/writing/HouseStyle.h"

namespace vitrine {

/// The listed layout of a first entry of its kind, for pages that show none: a list item with the page's own bullet and
/// way of writing dates where it has any. Its slots hold examples that are to be replaced.
Level defaultEntry(const Page &page, Kind kind);

} // namespace vitrine
