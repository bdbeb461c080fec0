#pragma once

#include "content/markdown/Node.h"
#include "content/markdown/Reader.h"

#include <QByteArrayView>

namespace vitrine {

/// Reads by kramdown's own rules with GFM input; what readMarkdown promises.
Node readKramdown(QByteArrayView text, ByteRange range, const MarkdownOptions &options);

} // namespace vitrine
