#pragma once

#include "content/changes/matching/PartMatching.h"
#include "content/changes/merging/MergeHunk.h"

#include <vector>

namespace vitrine {

/// What one side changed since the common version, by file and in its order.
std::vector<std::vector<MergeHunk>> hunksOf(const PartMatching &matching, MergeSide side);

} // namespace vitrine
