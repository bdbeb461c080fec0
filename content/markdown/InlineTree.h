#pragma once

#include "content/markdown/JoinedLines.h"
#include "content/markdown/Node.h"

namespace vitrine {

/// Builds the tree of a block's inlines: puts the constructs that were found (ranges in the joined text, nested or
/// apart) into one another and makes Text of the rest. Ranges of the result are those of the page. Constructs nested
/// deeper than anyone writes become Text.
std::vector<Node> inlineTree(const JoinedLines &lines, std::vector<Node> found);

} // namespace vitrine
