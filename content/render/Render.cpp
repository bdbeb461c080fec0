#include "content/render/Render.h"

#include "content/render/BlockRenderer.h"

#include <algorithm>

namespace vitrine {

namespace {

/// Bytes that are not UTF-8 are shown as replacement characters.
QByteArray validUtf8(const QByteArray &html)
{
    return html.isValidUtf8() ? html : QString::fromUtf8(html).toUtf8();
}

ByteRange rangeOf(const Node &tree, RenderPlan::Group group)
{
    return {tree.children[group.first].range.begin, tree.children[group.end - 1].range.end};
}

void renderGroup(const Page &page, const RenderPlan &plan, RenderPlan::Group group, HtmlOutput &output)
{
    BlockRenderer renderer(page.text(), page.context().markdown, plan, output);
    for (size_t i = group.first; i < group.end; ++i)
        renderer.render(page.shownTree().children[i]);
}

} // namespace

std::vector<RenderedBlock> renderBlocks(const Page &page, const RenderOptions &options)
{
    const RenderPlan plan = planRendering(page.text(), page.shownTree());
    std::vector<RenderedBlock> blocks;
    for (const RenderPlan::Group group : plan.groups) {
        HtmlOutput output(page.text(), options.marks);
        renderGroup(page, plan, group, output);
        blocks.push_back({rangeOf(page.shownTree(), group), validUtf8(output.html()), output.marks()});
    }
    if (!plan.footnotes.empty()) {
        HtmlOutput output(page.text(), options.marks);
        BlockRenderer(page.text(), page.context().markdown, plan, output).footnotes();
        const qsizetype end = page.shownTree().range.end;
        blocks.push_back({{end, end}, validUtf8(output.html()), output.marks()});
    }
    return blocks;
}

QByteArray renderContent(const Page &page)
{
    QByteArray html;
    for (const RenderedBlock &block : renderBlocks(page)) {
        if (!block.html.isEmpty())
            html += block.html + '\n';
    }
    return html;
}

qsizetype sourceOffset(const Page &page, ByteRange markRange, qsizetype offset)
{
    const RenderPlan plan = planRendering(page.text(), page.shownTree());
    const auto group = std::find_if(plan.groups.begin(), plan.groups.end(), [&](RenderPlan::Group candidate) {
        return rangeOf(page.shownTree(), candidate).contains(markRange);
    });
    if (group == plan.groups.end())
        return markRange.begin;
    HtmlOutput output(page.text(), true, HtmlOutput::Keep::HtmlAndPlaces);
    renderGroup(page, plan, *group, output);
    return output.sourceOf(markRange, offset);
}

} // namespace vitrine
