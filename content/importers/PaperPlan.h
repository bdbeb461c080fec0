#pragma once

#include "content/importers/PaperReview.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace vitrine {

/// What the owner of a page wants of one finding of a review.
struct PaperChoice
{
    bool taken = false; ///< New: add it
    PaperPlace place; ///< New: where
    std::vector<FieldId> fields; ///< Differs: those that the page shall take over
};

/// What becomes of one finding.
struct PlannedPaper
{
    std::optional<Error> refused; ///< why nothing, or not all of what was chosen, can be written
    std::optional<EntryRef> entry; ///< where it stands in PaperPlan::after when something of it is written
    std::vector<FieldId> leftOut; ///< of a new paper: what the bibliography says and the page has no room for
};

/// A page with what was chosen of a review, as one change.
struct PaperPlan
{
    TextEdit edit; ///< from the page that was planned for
    std::shared_ptr<const Page> after; ///< the page afterwards; never null
    std::vector<PlannedPaper> papers; ///< one for each finding
    int added = 0;
    int changed = 0; ///< entries
};

/// What is chosen when nobody chooses: new papers, each in the place that suits it; nothing of what differs.
std::vector<PaperChoice> defaultChoices(const std::vector<PaperFinding> &findings);

/// Makes the change: first what differs, then new papers from the oldest on, each verified; what is refused is left out
/// and says why. `choices` has one for each finding; places and entries are those of `page`. Any thread; takes one
/// verified edit for each paper. Where `goesOn` says no, what was not planned yet is left out.
PaperPlan planPapers(
    const std::shared_ptr<const Page> &page, const std::vector<PaperFinding> &findings,
    const std::vector<PaperChoice> &choices, const std::function<bool()> &goesOn = {});

} // namespace vitrine
