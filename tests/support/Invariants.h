#pragma once

#include "content/page/Page.h"

#include <QString>

namespace vitrine::test {

/// What must hold for every page, whatever its bytes are: ranges in bounds, sections in order and nested, entries
/// disjoint, layouts that cover their entry, fields that do not overlap. An empty text when all of it holds, else what
/// does not.
QString brokenInvariant(const Page &page);

} // namespace vitrine::test
