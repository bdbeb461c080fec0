#include "content/markdown/Reader.h"

namespace vitrine {

Node readMarkdown(QByteArrayView, ByteRange range, const MarkdownOptions &)
{
    Node document;
    document.range = document.content = range;
    return document;
}

std::vector<Node> readInlines(QByteArrayView, const std::vector<ByteRange> &, const MarkdownOptions &)
{
    return {};
}

} // namespace vitrine
