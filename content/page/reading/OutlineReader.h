#pragma once

#include "content/markdown/Reader.h"
#include "content/page/Outline.h"

#include <QByteArray>

namespace vitrine {

/// Reads sections, entries (without fields) and blocks out of a page's tree. `body` is the part of `text` that `tree`
/// was read from. Never fails; linear in the size of the text. Any thread.
Outline readOutline(const QByteArray &text, const Node &tree, ByteRange body, const MarkdownOptions &options);

} // namespace vitrine
