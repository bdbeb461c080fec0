#pragma once

#include "content/changes/merging/TextMerge.h"
#include "content/page/Page.h"

#include <vector>

namespace vitrine {

/// The stretches of each wanted file of a page that are one question each when two sides change them: fields of
/// entries, headings, settings, lines of other text. By file; sorted and disjoint.
std::vector<std::vector<MergeUnit>> mergeUnitsOf(const Page &page, const std::vector<bool> &wanted);

} // namespace vitrine
