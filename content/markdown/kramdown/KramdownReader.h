#pragma once

#include "content/markdown/MarkdownReading.h"
#include "content/markdown/Node.h"

#include <QByteArrayView>

namespace vitrine {

/// Reads by kramdown's own rules with GFM input; what readMarkdown promises.
Node readKramdown(QByteArrayView text, ByteRange range, const MarkdownOptions &options);
/// What readMarkdownAgain promises.
std::shared_ptr<const MarkdownReading>
readKramdownAgain(QByteArrayView text, ByteRange range, const MarkdownOptions &options, const MarkdownReading *known);
/// Inlines by the same rules; what readInlines promises.
std::vector<Node>
readKramdownInlines(QByteArrayView text, const std::vector<ByteRange> &lines, const MarkdownOptions &options);

} // namespace vitrine
