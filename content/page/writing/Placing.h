#pragma once

#include "content/page/Edits.h"

#include <optional>

namespace vitrine {

/// Where the page's own order puts a new entry among those of a section: news and papers on top, others by the order of
/// the dates that are there, else at the end.
int placeByOrder(const Section &section, const FieldValues &values);

/// The replacements (in the expanded text) that put the bytes of a new entry at a place, with what separates entries
/// on this page, and with the numerals of a list that is numbered by hand. `container`: the form it is written in;
/// nothing where that is its neighbour's.
std::vector<Replacement>
placed(const Page &page, int section, int at, const QByteArray &entry, std::optional<Container> container);

} // namespace vitrine
