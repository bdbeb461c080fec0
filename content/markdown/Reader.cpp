#include "content/markdown/Reader.h"

#include "content/markdown/InlineScanner.h"
#include "content/markdown/MarkdownReading.h"
#include "content/markdown/gfm/GfmReader.h"
#include "content/markdown/kramdown/KramdownReader.h"

namespace vitrine {

Node readMarkdown(QByteArrayView text, ByteRange range, const MarkdownOptions &options)
{
    if (options.engine == Engine::Kramdown)
        return readKramdown(text, range, options);
    return readGfm(text, range);
}

std::shared_ptr<const MarkdownReading>
readMarkdownAgain(QByteArrayView text, ByteRange range, const MarkdownOptions &options, const MarkdownReading *known)
{
    if (options.engine == Engine::Kramdown)
        return readKramdownAgain(text, range, options, known);
    auto reading = std::make_shared<MarkdownReading>();
    reading->tree = readGfm(text, range);
    return reading;
}

std::vector<Node> readInlines(QByteArrayView text, const std::vector<ByteRange> &lines, const MarkdownOptions &options)
{
    return options.engine == Engine::Kramdown ? readKramdownInlines(text, lines, options)
                                              : InlineScanner(text, lines).read();
}

} // namespace vitrine
