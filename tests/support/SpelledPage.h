#pragma once

#include "content/page/Page.h"

namespace vitrine::test {

/// All that was read of a page, a line a thing: tree, sections, entries, fields, layouts, marks and diagnostics with
/// all of their ranges. Pages that read the same spell the same.
QByteArray spelled(const Page &page);

/// The first line in which two pages differ, with the line of the other; empty when they are the same.
QByteArray firstDifferentLine(const QByteArray &a, const QByteArray &b);

} // namespace vitrine::test
