#pragma once

#include "content/page/Page.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// One top-level block of the page as the site would show it.
struct RenderedBlock
{
    ByteRange range; ///< in the expanded text
    QByteArray html; ///< with data-n="0", "1" … on elements that stand for a range, when asked for
    std::vector<ByteRange>
        marks; ///< the range of each data-n; kept out of the HTML so that it only changes when the block does
};

struct RenderOptions
{
    bool marks = false; ///< number the elements (preview); without, the plain content HTML
};

/// The content of a page, block by block, in order. Any thread.
std::vector<RenderedBlock> renderBlocks(const Page &page, const RenderOptions &options = {});
/// All of it as one text, blocks separated by line ends.
QByteArray renderContent(const Page &page);

/// The place in the expanded text of the `offset`th UTF-16 unit of the text that `mark` of `block` shows; where the
/// caret goes after a click in the preview.
qsizetype sourceOffset(const Page &page, ByteRange markRange, qsizetype offset);

} // namespace vitrine
