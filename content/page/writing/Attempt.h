#pragma once

#include "content/page/Edits.h"
#include "content/page/Verify.h"
#include "content/page/writing/FieldSpelling.h"

namespace vitrine {

/// The ways to write something where the page leaves a choice, in the order in which they are tried.
const std::vector<Way> &waysToTry();

/// Maps replacements of the expanded text to the files they stand in; refused where the site's code made the bytes.
Result<TextEdit> toSources(const Page &page, const std::vector<Replacement> &replacements);

/// Applies an edit to a copy, reads it and compares; `allowed` says what may differ.
Result<std::shared_ptr<const Page>> readBack(const Page &page, const TextEdit &edit, const Expectation &allowed);

/// True when an entry reads with these values and is otherwise what `before` was (no entry: only the values count).
/// Values that stand nowhere themselves follow the text they are read from.
bool saysAsAsked(const Entry *before, const Entry &after, const FieldValues &asked);

/// The change that says what the page says already.
PageChange unchanged(const Page &page, EntryRef entry);

} // namespace vitrine
