#pragma once

#include "content/page/Page.h"

namespace vitrine {

/// Understands the entries of an outline whose sections, entries, ranges and kinds are known: gives those that it
/// understands fields and layout and marks them as structured. `text` is the expanded text in which all ranges count.
/// Never fails: an entry that is not understood keeps its range and kind. Linear in the size of the page. Any thread.
void readFields(
    const QByteArray &text, const ReadContext &context, Outline &outline, std::vector<Diagnostic> &diagnostics);

} // namespace vitrine
