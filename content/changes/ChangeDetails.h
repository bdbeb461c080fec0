#pragma once

#include "content/changes/PageDifference.h"

namespace vitrine {

/// Fills in what changes say beyond their stretches (fields, values, hiding, counts, what goes along), gives numbers of
/// a list to the entry that came or went, and puts the changes in the order of the page.
std::vector<NamedChange> detailed(const PartMatching &matching, std::vector<NamedChange> changes);

/// True for a section of the old page that is hidden in one revision only.
bool hidingChanged(const PartMatching &matching, int sectionBefore);

} // namespace vitrine
