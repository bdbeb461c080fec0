#pragma once

#include "content/page/Page.h"

#include <vector>

#include <QByteArray>

namespace vitrine {

/// The index behind the last sub-section of a section.
int sectionsEnd(const Page &page, int section);
/// A section and those inside it.
std::vector<int> withSubsections(const Page &page, int section);

/// True when every frame of HTML (`<div>`, `<section>` …) that is opened in the range is closed in it, and no other is.
bool isBalanced(const QByteArray &text, ByteRange range);

} // namespace vitrine
