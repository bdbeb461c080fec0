#include "content/markdown/Reader.h"

#include "content/markdown/InlineScanner.h"
#include "content/markdown/gfm/GfmReader.h"

namespace vitrine {

// Pages of either engine are read by GFM's rules until there is a reader by kramdown's.
Node readMarkdown(QByteArrayView text, ByteRange range, const MarkdownOptions &options)
{
    return readGfm(text, range, options);
}

std::vector<Node> readInlines(QByteArrayView text, const std::vector<ByteRange> &lines, const MarkdownOptions &options)
{
    return InlineScanner(text, lines, options).read();
}

} // namespace vitrine
