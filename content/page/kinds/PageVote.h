#pragma once

#include "content/page/Page.h"
#include "content/page/kinds/EntryScan.h"

namespace vitrine {

/// Entries beyond these are essays and stay whole: what is asked of each pair and claim stays linear in the page.
constexpr qsizetype largestEntry = 64 * 1024;
constexpr size_t mostPairs = 1000;

/// What the page as a whole says: the order of day and month, the owner's names (configured, and the name that is
/// emphasised most often among authors).
PageHints pageHints(const QByteArray &text, const ReadContext &context, const Outline &outline);
/// What most entries of a section do, put into `hints`.
void voteInSection(const QByteArray &text, const ReadContext &context, const Section &section, PageHints &hints);

} // namespace vitrine
