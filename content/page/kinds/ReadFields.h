#pragma once

#include "content/page/Page.h"

namespace vitrine {

/// Understands the entries of an outline whose sections, entries, ranges and kinds are known: gives those that it
/// understands fields and layout and marks them as structured. `text` is the expanded text in which all ranges count.
/// Returns what it made out of each entry's bytes; `known` (may be null) is that of another page or revision that was
/// read in the same context, and saves the work where an entry is the same, but never changes what is read. Never
/// fails: an entry that is not understood keeps its range and kind. Linear in the size of the page. Any thread.
std::shared_ptr<const EntryMemory>
readFields(const QByteArray &text, const ReadContext &context, Outline &outline, const EntryMemory *known = nullptr);

} // namespace vitrine
