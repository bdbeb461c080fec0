#include "content/render/Render.h"

#include "content/render/BlockRenderer.h"
#include "content/render/KnownBlocks.h"

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

/// True when the HTML of an item is a whole of its own: what is written in it neither ends nor begins other items.
bool standsApart(QByteArrayView text, const RenderPlan &plan, const Node &node)
{
    if (node.kind == NodeKind::HtmlBlock || (node.kind == NodeKind::HtmlElement && node.info == "li"))
        return false;
    if (node.kind == NodeKind::HtmlInline) {
        const auto tag = readTag(text.first(node.range.end), node.range.begin);
        if (tag && isBlockElement(tag->name))
            return false;
        if (tag && !tag->closing && !tag->selfClosing && !isVoidElement(tag->name)
            && plan.elements.value(tag->range.begin, tag->range) == tag->range)
            return false;
    }
    return std::all_of(
        node.children.begin(), node.children.end(), [&](const Node &child) { return standsApart(text, plan, child); });
}

/// Renders a page with one plan.
class PageRenderer
{
public:
    PageRenderer(const Page &page, const RenderOptions &options, const RenderedPage *known)
        : m_page(page),
          m_tree(page.tree()),
          m_options(options),
          m_plan(planRendering(page.text(), m_tree)),
          m_known(known)
    {
    }

    std::vector<RenderedBlock> blocks()
    {
        std::vector<RenderedBlock> blocks;
        for (const RenderPlan::Group group : m_plan.groups)
            blocks.push_back(block(group));
        if (!m_plan.footnotes.empty()) {
            HtmlOutput output(m_page.text(), m_options.marks);
            BlockRenderer(m_page.text(), m_page.context().markdown, m_plan, output).footnotes();
            blocks.push_back(made({m_tree.range.end, m_tree.range.end}, output));
        }
        return blocks;
    }

    /// What shows a stretch of the text: a block, or an item of a list. Nothing when there is none.
    std::optional<HtmlOutput> outputOf(ByteRange range) const
    {
        HtmlOutput output(m_page.text(), true, HtmlOutput::Keep::HtmlAndPlaces);
        for (const RenderPlan::Group group : m_plan.groups) {
            if (!rangeOf(m_tree, group).contains(range))
                continue;
            if (const Node *list = listOf(group)) {
                for (const Node &item : list->children) {
                    if (item.range.contains(range)) {
                        renderer(output).render(item);
                        return output;
                    }
                }
            }
            render(group, output);
            return output;
        }
        return {};
    }

private:
    BlockRenderer renderer(HtmlOutput &output) const
    {
        return {m_page.text(), m_page.context().markdown, m_plan, output};
    }

    static RenderedBlock made(ByteRange range, const HtmlOutput &output)
    {
        QList<ByteRange> marks;
        marks.reserve(static_cast<qsizetype>(output.marks().size()));
        for (const ByteRange mark : output.marks())
            marks.push_back(mark.shifted(-range.begin));
        return {range, validUtf8(output.html()), marks};
    }

    void render(RenderPlan::Group group, HtmlOutput &output) const
    {
        for (size_t i = group.first; i < group.end; ++i)
            renderer(output).render(m_tree.children[i]);
    }

    /// The list that a group is, when its items can be told apart.
    const Node *listOf(RenderPlan::Group group) const
    {
        const Node &node = m_tree.children[group.first];
        const bool isList = group.end - group.first == 1 && node.kind == NodeKind::List && node.info != "toc";
        return isList && standsApart(m_page.text(), m_plan, node) ? &node : nullptr;
    }

    RenderedBlock block(RenderPlan::Group group)
    {
        if (const Node *node = m_options.items ? listOf(group) : nullptr)
            return list(*node);
        if (group.end - group.first == 1)
            return known(m_tree.children[group.first]);
        HtmlOutput output(m_page.text(), m_options.marks);
        render(group, output);
        return made(rangeOf(m_tree, group), output);
    }

    RenderedBlock known(const Node &node)
    {
        if (std::optional<RenderedBlock> block = m_known.find(m_page.text(), node))
            return *std::move(block);
        HtmlOutput output(m_page.text(), m_options.marks);
        renderer(output).render(node);
        RenderedBlock block = made(node.range, output);
        block.node = &node;
        return block;
    }

    RenderedBlock list(const Node &node)
    {
        HtmlOutput output(m_page.text(), m_options.marks);
        renderer(output).beginList(node);
        const qsizetype itemsAt = output.html().size();
        renderer(output).endList(node);
        RenderedBlock block = made(node.range, output);
        block.itemsAt = itemsAt;
        block.node = &node;
        block.items.reserve(static_cast<qsizetype>(node.children.size()));
        for (const Node &item : node.children)
            block.items.push_back(known(item));
        return block;
    }

    const Page &m_page;
    const Node &m_tree;
    RenderOptions m_options;
    RenderPlan m_plan;
    KnownBlocks m_known;
};

} // namespace

QByteArray RenderedBlock::whole() const
{
    QByteArray all = html.first(itemsAt);
    for (const RenderedBlock &item : items)
        all += item.whole();
    return all + html.sliced(itemsAt);
}

std::vector<RenderedBlock> renderBlocks(const Page &page, const RenderOptions &options, const RenderedPage *known)
{
    return PageRenderer(page, options, known).blocks();
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

ShownText::ShownText(const Page &page, ByteRange mark)
    : m_mark(mark), m_output(PageRenderer(page, {true}, nullptr).outputOf(mark))
{
}

qsizetype ShownText::sourceOf(qsizetype offset) const
{
    return m_output ? m_output->sourceOf(m_mark, offset) : m_mark.begin;
}

qsizetype ShownText::offsetOf(qsizetype place) const
{
    qsizetype low = 0;
    qsizetype high = m_mark.size();
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        if (sourceOf(middle) < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace vitrine
