#pragma once

#include "content/text/TextEdit.h"

#include <optional>

namespace vitrine {

/// What another program changed, as an edit of the page as it is here; nothing when both changed the same lines or
/// lines beside one another. `saved` is the state both started from; all three are the same files in the same order.
std::optional<TextEdit> editFromDisk(const SourceSet &saved, const SourceSet &here, const SourceSet &disk);

} // namespace vitrine
