#pragma once

#include "content/markdown/Node.h"

#include <QByteArrayView>

namespace vitrine {

/// The Markdown dialect of a page.
enum class Engine { Kramdown, Gfm };

/// The options of `_config.yml` that change what a page means; the defaults are those of GitHub Pages.
struct MarkdownOptions
{
    Engine engine = Engine::Kramdown;
    bool gfmInput = true; ///< kramdown `input: GFM`
    bool hardWrap = false;
    bool smartQuotes = true;
    bool autoIds = true;
    bool parseBlockHtml = false;
    bool parseSpanHtml = true;

    friend bool operator==(const MarkdownOptions &, const MarkdownOptions &) = default;
};

/// Reads the Markdown in `range` of `text`; ranges of the tree count in `text`. Never fails: bytes of any kind give a
/// tree, and what is not understood is Text or HtmlBlock. Linear in the size of the range. Any thread.
Node readMarkdown(QByteArrayView text, ByteRange range, const MarkdownOptions &options);

/// Reads inlines only: the pieces of one block's text in order, one a line without its indent and line end. Between two
/// pieces a SoftBreak (or HardBreak) covers the bytes from the end of the one to the begin of the next.
std::vector<Node> readInlines(QByteArrayView text, const std::vector<ByteRange> &lines, const MarkdownOptions &options);

} // namespace vitrine
