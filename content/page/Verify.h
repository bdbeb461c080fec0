#pragma once

#include "content/page/Page.h"
#include "content/text/Error.h"
#include "content/text/TextEdit.h"

#include <optional>
#include <utility>
#include <vector>

namespace vitrine {

/// What an edit was allowed to change. Everything else of the page must read as before: sections (title, emoji, kind,
/// level, nesting, hidden), their entries (bytes, kind, container, hidden, fields) and blocks (bytes, kind, hidden),
/// all in their order.
///
/// How to use it: fill in what was asked, apply the edit to a copy, read it, and hand both pages over:
///
///     Expectation expected;
///     expected.changed = ref;                       // setFields, setEntryMarkdown: this entry may differ
///                                                   // (its fields are checked by the caller, on after.entry(ref))
///     expected.added = {{section, at}};             // addEntry: place in `after`
///     if (const std::optional<Error> error = firstDifference(page, *after, expected))
///         return *error;                            // the page stays as it was
///
/// Entries and sections are matched by their order, so no identity is needed beyond what is listed here.
struct Expectation
{
    std::vector<EntryRef> changed; ///< in `before`: may differ in everything but that it is there (setting)
    std::vector<EntryRef> removed; ///< in `before`: are gone
    std::vector<EntryRef> added; ///< in `after`: are new
    std::vector<std::pair<EntryRef, EntryRef>> moved; ///< from a place in `before` to one in `after`, reading the same
    std::vector<EntryRef> hiddenChanged; ///< in `before`: may differ in `hidden` only
    std::vector<int> sectionsChanged; ///< in `before`: title and emoji may differ
    std::vector<int> sectionsRemoved; ///< in `before`, each without its sub-sections
    std::vector<int> sectionsAdded; ///< in `after`, each without its sub-sections
    /// From `before` to `after`, each without its sub-sections; the same but for level, parent and kind.
    std::vector<std::pair<int, int>> sectionsMoved;
    std::vector<int>
        sectionsHiddenChanged; ///< in `before`: they, their entries and their blocks may differ in `hidden`
    /// Of `sectionsHiddenChanged`, entries and blocks may be read otherwise: comments inside them cut what is hidden
    /// into pieces.
    bool hiddenInPieces = false;
    /// Blocks of nothing but tags may be gone, moved or hidden: a section goes with the frame of HTML that holds it.
    bool framesMayGo = false;
    /// Running text that is shown again may join the text beside it to one entry.
    bool textMayJoin = false;
    /// Numerals of numbered lists may differ (a list whose owner numbers it by hand).
    bool renumbered = false;
};

/// The first thing that reads otherwise than expected, as a sentence that names it, with its place in `before`; nothing
/// when all is well.
std::optional<Error> firstDifference(const Page &before, const Page &after, const Expectation &expected);

/// Message 26: "This could not be written so that it reads back the same. The page was left as it was."
Error cannotWriteError(std::optional<SourceRange> place = {});

} // namespace vitrine
