#include "content/render/KnownBlocks.h"

#include <algorithm>

namespace vitrine {

namespace {

/// False for what shows other parts of the page or reaches into them.
bool standsAlone(const Node &node)
{
    return node.kind != NodeKind::Heading && node.kind != NodeKind::FootnoteReference
        && node.kind != NodeKind::FootnoteDefinition && node.kind != NodeKind::HtmlBlock
        && !(node.kind == NodeKind::List && node.info == "toc");
}

bool sameAttributes(const std::vector<Attribute> &a, const std::vector<Attribute> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Attribute &one, const Attribute &other) {
        return one.name == other.name && one.value == other.value;
    });
}

/// True when two nodes show the same and stand alone, the second `by` bytes behind the first.
bool showsSame(const Node &a, const Node &b, qsizetype by)
{
    const bool sameHead = a.kind == b.kind && a.marker == b.marker && a.ordered == b.ordered && a.tight == b.tight
        && a.raw == b.raw && a.number == b.number && a.range.shifted(by) == b.range
        && a.content.size() == b.content.size() && a.urlRange.size() == b.urlRange.size();
    return sameHead && standsAlone(a) && a.text == b.text && a.info == b.info && a.url == b.url && a.title == b.title
        && sameAttributes(a.attributes, b.attributes)
        && std::equal(
               a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
               [by](const Node &one, const Node &other) { return showsSame(one, other, by); });
}

} // namespace

KnownBlocks::KnownBlocks(const RenderedPage *known) : m_known(known && known->page ? known : nullptr)
{
    if (!m_known)
        return;
    for (const RenderedBlock &block : m_known->blocks) {
        add(block);
        for (const RenderedBlock &item : block.items)
            add(item);
    }
}

void KnownBlocks::add(const RenderedBlock &block)
{
    if (block.node && block.items.empty())
        m_blocks.insert(QByteArrayView(m_known->page->text()).sliced(block.range.begin, block.range.size()), &block);
}

std::optional<RenderedBlock> KnownBlocks::find(QByteArrayView text, const Node &node) const
{
    if (!m_known)
        return {};
    const RenderedBlock *known = m_blocks.value(text.sliced(node.range.begin, node.range.size()));
    const qsizetype by = known ? node.range.begin - known->range.begin : 0;
    if (!known || !showsSame(*known->node, node, by))
        return {};
    RenderedBlock block = *known;
    block.range = node.range;
    block.node = &node;
    for (ByteRange &mark : block.marks)
        mark = mark.shifted(by);
    return block;
}

} // namespace vitrine
