#include "content/render/Render.h"

namespace vitrine {

std::vector<RenderedBlock> renderBlocks(const Page &, const RenderOptions &)
{
    return {};
}

QByteArray renderContent(const Page &page)
{
    QByteArray html;
    for (const RenderedBlock &block : renderBlocks(page))
        html += block.html + '\n';
    return html;
}

qsizetype sourceOffset(const Page &, ByteRange markRange, qsizetype)
{
    return markRange.begin;
}

} // namespace vitrine
