#pragma once

#include "content/importers/PaperPlace.h"
#include "content/importers/PaperStyle.h"
#include "content/page/Edits.h"

#include <optional>
#include <vector>

namespace vitrine {

/// A field in which the page and a bibliography say different things.
struct PaperDifference
{
    FieldId field = FieldId::Title;
    Value onPage;
    Value imported; ///< as setFields takes it
};

/// One paper of a bibliography, compared with the page.
///
/// A review is shown to the owner, who chooses; PaperPlan makes one change of what was chosen.
struct PaperFinding
{
    enum class State {
        New,
        There, ///< the page has it, and says the same in what it says
        Differs, ///< the page has it, and `differences` says where they disagree
        Repeated, ///< it stands earlier in the same bibliography
    };
    Paper paper;
    State state = State::New;
    std::optional<EntryRef> entry; ///< There, Differs: the entry on the page, perhaps a hidden one
    std::vector<PaperDifference> differences;
    std::optional<PaperPlace> place; ///< New: where it goes
};

/// Compares papers with the publications of a page, hidden ones too: by DOI, number of the preprint, or title (letters
/// and digits). A field differs when both say something and it is not the same: a page may say less, or a date more
/// exactly, or a venue by its initials. A preprint in the bibliography of what the page calls published differs in
/// nothing. Linear in page and papers.
std::vector<PaperFinding> reviewPapers(const Page &page, const std::vector<Paper> &papers);

/// What a paper says as values of publications: its own authors marked as the page's owner, venues by the short name
/// that the page uses, links by the labels that the page uses. Only the fields that the page's papers show (title
/// and authors always).
FieldValues valuesOf(const PaperStyle &style, const Paper &paper);

/// Adds a paper in the page's own style, where the order of the section says. What no neighbour has room for is left
/// out rather than refused: note, DOI, pages, issue, volume, links, month.
Result<PageChange> addPaper(const Page &page, int section, const Paper &paper);

/// The new ones among findings in the order in which to add them: the oldest first, for newer ones come on top.
std::vector<size_t> orderOfAdding(const std::vector<PaperFinding> &findings);

} // namespace vitrine
