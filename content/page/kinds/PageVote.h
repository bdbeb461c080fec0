#pragma once

#include "content/page/Page.h"
#include "content/page/kinds/EntryScan.h"

#include <memory>

namespace vitrine {

/// Entries beyond these are essays and stay whole: what is asked of each pair and claim stays linear in the page.
constexpr qsizetype largestEntry = 64 * 1024;
constexpr size_t mostPairs = 1000;

/// The entries of a section, each cut once for all votes and its reading; nothing for one that stays whole.
using SectionScans = std::vector<std::unique_ptr<EntryScan>>;

/// What the page as a whole says, put into the hints that its scans (of each section of the outline) look at: the order
/// of day and month, the owner's names (configured, and the name that is emphasised most often among authors).
void voteOnPage(
    const ReadContext &context, const Outline &outline, const std::vector<SectionScans> &scans, PageHints &hints);
/// What most entries of a section do, put into `hints`.
void voteInSection(const Section &section, const SectionScans &scans, PageHints &hints);

} // namespace vitrine
