#pragma once

#include "content/page/Page.h"

#include <vector>

namespace vitrine {

/// Adds what the owner should know about a page that was read: bytes that are no UTF-8, hidden parts that anyone can
/// read in the page's source.
void addPageDiagnostics(const Page &page, std::vector<Diagnostic> &diagnostics);

} // namespace vitrine
