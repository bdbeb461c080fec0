#pragma once

#include "content/markdown/Reader.h"

#include <QByteArray>

namespace vitrine {

/// True when the site shows nothing of a comment's inside. kramdown takes a comment whole only where a block may begin;
/// within running text or a list item it ends the paragraph at blank lines and at lines that look like another block,
/// and shows what then is left of the comment as text.
bool commentHolds(const QByteArray &text, ByteRange comment, Engine engine);

} // namespace vitrine
