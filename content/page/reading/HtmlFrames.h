#pragma once

#include "content/markdown/Html.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace vitrine {

/// Frames: HTML elements that hold blocks (`<div>`, `<section>` …) and may hold whole sections of a page.

/// The tags of frames in a range, those in comments left out.
std::vector<HtmlTag> frameTags(const QByteArray &text, ByteRange range);

/// Where the frames of a range are open for the first time: at a tag that closes a frame from before the range, or that
/// opens one which the range does not close. Nothing when all are opened and closed in it.
std::optional<HtmlTag> firstOpenFrame(const QByteArray &text, ByteRange range);

/// True when a range holds nothing but what stands between sections and belongs to neither: tags of frames, anchors,
/// comments.
bool isOnlyFrames(const QByteArray &text, ByteRange range);

} // namespace vitrine
