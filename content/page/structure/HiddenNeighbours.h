#pragma once

#include "content/page/Page.h"

#include <QByteArray>

namespace vitrine {

/// What hiding an entry does to its neighbours: a comment between list items can cut the list in two, or change whether
/// its items are paragraphs.

/// The indent that keeps the comment of a list item inside the item before it, so that the list is not cut in two;
/// empty where the comment may stand at the begin of the line.
QByteArray indentInList(const Page &page, EntryRef ref);

/// False when other items of the list would be shown otherwise.
bool keepsListAsShown(const Page &page, EntryRef ref);

/// False when the line behind a range continues it, so that it would be shown otherwise without it.
bool endsApart(const Page &page, ByteRange range);

} // namespace vitrine
