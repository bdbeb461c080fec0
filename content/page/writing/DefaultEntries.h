#pragma once

#include "content/page/writing/HouseStyle.h"

namespace vitrine {

/// The listed layout of a first entry of its kind, for pages that show none: a list item with the page's own bullet and
/// way of writing dates where it has any. Its slots hold examples that are to be replaced.
Level defaultEntry(const Page &page, Kind kind);

/// The same with its dates where an entry of the page has them, and as it has: before all else, or behind. Nothing
/// where that entry's dates stand among its words.
std::optional<Level> defaultEntryLike(const Page &page, Kind kind, const Level &sample);

/// The slot of a date with an example to spell it by: the page's own in this field or, failing that, in any; the listed
/// one on a page without dates, or without such as name a month.
SkeletonNode defaultDateSlot(const Page &page, FieldId field, bool withMonth);

} // namespace vitrine
