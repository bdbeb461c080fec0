#pragma once

#include "content/page/reading/SectionDraft.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// Turns the pieces of a section into its entries and blocks, and adds what its legends say to `marks`. Entries get
/// kind, container, hidden and ranges; ids come later.
void collectEntries(const QByteArray &text, SectionDraft &draft, std::vector<MarkMeaning> &marks);

} // namespace vitrine
