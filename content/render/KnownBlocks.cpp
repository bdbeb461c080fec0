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

/// Most of what a node could say it does not: no call for what is empty or shared.
bool same(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && (a.isEmpty() || a.constData() == b.constData() || a == b);
}

bool sameAttributes(const std::vector<Attribute> &a, const std::vector<Attribute> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Attribute &one, const Attribute &other) {
        return same(one.name, other.name) && same(one.value, other.value);
    });
}

/// True when two nodes show the same and stand alone, the second `by` bytes behind the first.
bool showsSame(const Node &a, const Node &b, qsizetype by)
{
    const bool sameHead = a.kind == b.kind && a.marker == b.marker && a.ordered == b.ordered && a.tight == b.tight
        && a.raw == b.raw && a.number == b.number && a.range.shifted(by) == b.range
        && a.content.size() == b.content.size() && a.urlRange.size() == b.urlRange.size();
    return sameHead && standsAlone(a) && same(a.text, b.text) && same(a.info, b.info) && same(a.url, b.url)
        && same(a.title, b.title) && sameAttributes(a.attributes, b.attributes)
        && std::equal(
               a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
               [by](const Node &one, const Node &other) { return showsSame(one, other, by); });
}

} // namespace

KnownBlocks::KnownBlocks(const RenderedPage *known)
    : m_known(known && known->page ? known : nullptr), m_finder(m_blocks, [](const Known &one) { return one.text; })
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
        m_blocks.push_back(
            {&block, QByteArrayView(m_known->page->text()).sliced(block.range.begin, block.range.size())});
}

std::optional<RenderedBlock> KnownBlocks::find(QByteArrayView text, const Node &node)
{
    const auto fits = [&](const Known &one) {
        return showsSame(*one.block->node, node, node.range.begin - one.block->range.begin);
    };
    const Known *known = m_known ? m_finder.find(text.sliced(node.range.begin, node.range.size()), fits) : nullptr;
    if (!known)
        return {};
    RenderedBlock block = *known->block;
    block.range = node.range;
    block.node = &node;
    return block;
}

} // namespace vitrine
