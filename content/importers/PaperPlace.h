#pragma once

#include "content/importers/Bibliography.h"
#include "content/page/Edits.h"

#include <optional>
#include <vector>

namespace vitrine {

/// Where a new paper goes on a page: a section that is there, or one that has to be made first.
struct PaperPlace
{
    int section = -1; ///< with a title: the section that will hold the new one, -1 for the page itself
    QByteArray title; ///< of the section to be made ("2026"), spelled as its neighbours are; empty when it exists

    bool isNew() const { return !title.isEmpty(); }
    friend bool operator==(const PaperPlace &, const PaperPlace &) = default;
};

/// The place that suits a paper: the section of its year, of preprints, journals or conferences, else the first of
/// papers. On a page that groups papers by year a year that is missing is to be made, on a page without papers their
/// section. Linear.
PaperPlace placeFor(const Page &page, const Paper &paper);

/// All places that a paper of this date (EDTF, may be empty) can be put into, in page order: the sections of papers
/// that visitors see but for those that only hold others, and a year that is missing.
std::vector<PaperPlace> placesFor(const Page &page, const QByteArray &date);

/// The section of a year beside one of papers that is about another year (or about this one): one that is there, or one
/// to be made. Nothing for a section that is about no single year.
std::optional<PaperPlace> placeOfYear(const Page &page, int section, int year);

/// Makes the section of a place that is new, where the order of its neighbours says; `change.subject` is where it
/// stands.
Result<PageChange> makePlace(const Page &page, const PaperPlace &place);

/// Adds an entry at a place, after making its section where that is new: one change.
Result<PageChange> addAt(const Page &page, const PaperPlace &place, const FieldValues &values);

} // namespace vitrine
