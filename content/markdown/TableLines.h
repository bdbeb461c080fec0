#pragma once

#include "content/markdown/Node.h"

#include <optional>
#include <vector>

namespace vitrine {

/// A GFM table among the lines of a paragraph.
struct FoundTable
{
    size_t firstLine = 0; ///< of its head row
    size_t endLine = 0; ///< behind its last row
    Node node;
};

/// The first table in the lines of a paragraph: a head row, a delimiter row with as many cells, and the rows after it.
/// Cells get their lines (setLines), not yet their inlines. A table ends before `limit`, as lines that go on without
/// their container's marks cannot belong to one.
std::optional<FoundTable> findTable(QByteArrayView text, const std::vector<ByteRange> &lines, size_t limit);

} // namespace vitrine
