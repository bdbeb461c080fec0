#pragma once

#include "content/page/Page.h"
#include "content/page/kinds/cutting/EntryScan.h"

#include <memory>

namespace vitrine {

/// Entries beyond these are essays and stay whole: what is asked of each pair and claim stays linear in the page.
constexpr qsizetype largestEntry = 64 * 1024;
constexpr size_t mostPairs = 1000;

/// What one entry says to the votes of its page and section.
struct EntryVotes
{
    int dayFirst = 0; ///< dates that can only be day and month, in this order
    int monthFirst = 0;
    std::vector<QByteArray> emphasised; ///< papers: names among others that stand out
    bool quotedTitle = false; ///< papers: has a quoted run of words like a title
    bool authorsFirst = false; ///< papers: begins with names
    bool venueBehindLinks = false; ///< papers: a venue stands in the line behind a row of links
    bool nestedTitle = false; ///< jobs and degrees: the first line below says which

    static EntryVotes of(const EntryScan &scan);
};

/// What the site says about the page before any entry is read: the owner's configured names.
PageHints hintsOfSite(const ReadContext &context);
/// What the page as a whole says, beside what the site says: the order of day and month, and the name that is
/// emphasised most often among authors, which is the owner's.
PageHints voteOnPage(const PageHints &ofSite, const std::vector<EntryVotes> &votes);
/// What most entries of a section do, put into `hints`.
void voteInSection(Kind kind, const std::vector<EntryVotes> &votes, PageHints &hints);

} // namespace vitrine
