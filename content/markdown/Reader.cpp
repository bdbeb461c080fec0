#include "content/markdown/Reader.h"

#include "content/markdown/InlineScanner.h"
#include "content/markdown/gfm/GfmReader.h"
#include "content/markdown/kramdown/KramdownReader.h"

namespace vitrine {

Node readMarkdown(QByteArrayView text, ByteRange range, const MarkdownOptions &options)
{
    if (options.engine == Engine::Kramdown)
        return readKramdown(text, range, options);
    return readGfm(text, range, options);
}

std::vector<Node> readInlines(QByteArrayView text, const std::vector<ByteRange> &lines, const MarkdownOptions &options)
{
    return InlineScanner(text, lines, options).read();
}

} // namespace vitrine
