#include "content/markdown/kramdown/KramdownReader.h"

#include "content/markdown/kramdown/BlockReader.h"
#include "content/markdown/kramdown/SpanReader.h"

#include <algorithm>

namespace vitrine {

namespace {

bool isRaw(const Node &node)
{
    return node.isInline() || node.kind == NodeKind::Comment || node.kind == NodeKind::HtmlBlock || node.raw;
}

/// Makes the common tree of blocks, once all of the page is known that inlines refer to.
class TreeMaker
{
public:
    explicit TreeMaker(PageParts &parts) : m_parts(parts) { }

    std::vector<Node> nodesOf(MarkdownBlocks &list, bool insideHtml) const
    {
        std::vector<Node> nodes;
        for (MarkdownBlock &block : list.shown) {
            if (block.role == MarkdownBlock::Role::Shown)
                append(block, nodes, insideHtml);
        }
        for (MarkdownBlock &block : list.silent)
            append(block, nodes, insideHtml);
        if (!list.silent.empty()) {
            std::stable_sort(
                nodes.begin(), nodes.end(), [](const Node &a, const Node &b) { return a.range.begin < b.range.begin; });
        }
        return nodes;
    }

private:
    void append(MarkdownBlock &block, std::vector<Node> &nodes, bool insideHtml) const
    {
        if (block.node.kind == NodeKind::Text) {
            std::vector<Node> leaves = SpanReader(m_parts, block.text, true).readRaw();
            std::move(leaves.begin(), leaves.end(), std::back_inserter(nodes));
            return;
        }
        Node &node = nodes.emplace_back(std::move(block.node));
        for (const Attribute &attribute : resolvedAttributes(block.attributes, m_parts.attributes))
            setAttribute(node.attributes, attribute.name, attribute.value);
        if (node.kind == NodeKind::List && block.attributes.refersTo("toc"))
            node.info = "toc";
        insideHtml = insideHtml || node.kind == NodeKind::HtmlElement;
        node.children =
            block.hasText ? SpanReader(m_parts, block.text, insideHtml).read() : nodesOf(block.children, insideHtml);
        node.raw = node.kind == NodeKind::HtmlElement && std::all_of(node.children.begin(), node.children.end(), isRaw);
    }

    PageParts &m_parts;
};

} // namespace

Node readKramdown(QByteArrayView text, ByteRange range, const MarkdownOptions &options)
{
    PageParts parts{options, range.size() / 4 + 8000, {}, {}, {}, {}};
    const MappedText source = MappedText::ofPage(text, range);
    MarkdownBlocks blocks;
    BlockReader(parts, source, blocks, 0).read();
    Node document;
    document.range = document.content = range;
    document.children = TreeMaker(parts).nodesOf(blocks, false);
    return document;
}

} // namespace vitrine
