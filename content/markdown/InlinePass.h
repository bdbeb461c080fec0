#pragma once

#include "content/markdown/LinkTarget.h"
#include "content/markdown/Node.h"

#include <vector>

namespace vitrine {

/// A block is read before its inlines, as references need all definitions of the page: until then it has one Text a
/// line.
void setLines(Node &block, const std::vector<ByteRange> &lines);

/// Reads the inlines of every paragraph, heading and cell in the tree, whose lines setLines gave.
void readInlinesOf(Node &tree, QByteArrayView text, const LinkDefinitions &definitions);

} // namespace vitrine
