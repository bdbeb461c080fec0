#pragma once

#include "content/page/Page.h"

#include <optional>
#include <vector>

#include <QByteArray>

namespace vitrine {

/// The index behind the last sub-section of a section.
int sectionsEnd(const Page &page, int section);
/// A section and those inside it.
std::vector<int> withSubsections(const Page &page, int section);

/// A section as one whole that can be hidden, moved and removed: with the frame of HTML that holds it and nothing else,
/// without the tags behind it that belong to what follows. Nothing when it begins or ends inside a frame.
std::optional<ByteRange> wholeOf(const Page &page, int section);

} // namespace vitrine
