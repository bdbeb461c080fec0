#pragma once

#include "content/page/Outline.h"
#include "ui/dialogs/CommandSearch.h"

#include <functional>
#include <vector>

namespace vitrine {

class Page;

/// The sections and entries of a page as things that the command search finds. The functions go there; they outlive the
/// search.
std::vector<CommandSearch::Item> placesOf(
    const Page &page, const std::function<void(int section)> &openSection,
    const std::function<void(EntryRef entry)> &openEntry);

} // namespace vitrine
