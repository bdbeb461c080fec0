#include "content/markdown/kramdown/KramdownReader.h"

#include "content/markdown/kramdown/BlockReader.h"
#include "content/markdown/kramdown/KnownSpans.h"
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
    /// `known` (may be null) is another reading; what is read goes into `reading`, too.
    TreeMaker(PageParts &parts, const MarkdownReading *known, MarkdownReading &reading)
        : m_parts(parts), m_known(known, parts), m_keeps(KnownSpans::mayKeep(parts)), m_reading(reading)
    {
    }

    std::vector<Node> nodesOf(MarkdownBlocks &list, bool insideHtml)
    {
        std::vector<Node> nodes;
        nodes.reserve(list.shown.size() + list.silent.size());
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
    void append(MarkdownBlock &block, std::vector<Node> &nodes, bool insideHtml)
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
        node.children = block.hasText ? inlinesOf(block.text, insideHtml) : nodesOf(block.children, insideHtml);
        node.raw = node.kind == NodeKind::HtmlElement && std::all_of(node.children.begin(), node.children.end(), isRaw);
    }

    std::vector<Node> inlinesOf(MappedText &text, bool insideHtml)
    {
        std::vector<Node> nodes;
        std::optional<qsizetype> steps;
        if (const ReadSpans *known = m_known.find(text, insideHtml, m_parts.spareSteps)) {
            nodes = KnownSpans::placed(*known, text);
            steps = known->steps;
            m_parts.spareSteps -= known->steps;
        } else {
            SpanReader reader(m_parts, text, insideHtml);
            nodes = reader.read();
            steps = reader.extraSteps();
        }
        // The nodes move with their vector, and so they stay where they are.
        if (steps && m_keeps)
            m_reading.spans.push_back({std::move(text), insideHtml, *steps, nodes.data(), nodes.size()});
        return nodes;
    }

    PageParts &m_parts;
    KnownSpans m_known;
    bool m_keeps;
    MarkdownReading &m_reading;
};

std::shared_ptr<MarkdownReading>
readingOf(QByteArrayView text, ByteRange range, const MarkdownOptions &options, const MarkdownReading *known)
{
    PageParts parts{options, range.size() / 4 + 8000, {}, {}, {}, {}};
    const MappedText source = MappedText::ofPage(text, range);
    MarkdownBlocks blocks;
    BlockReader(parts, source, blocks, 0).read();
    auto reading = std::make_shared<MarkdownReading>();
    reading->options = parts.options;
    reading->tree.range = reading->tree.content = range;
    reading->tree.children = TreeMaker(parts, known, *reading).nodesOf(blocks, false);
    return reading;
}

} // namespace

Node readKramdown(QByteArrayView text, ByteRange range, const MarkdownOptions &options)
{
    return std::move(readingOf(text, range, options, nullptr)->tree);
}

std::shared_ptr<const MarkdownReading>
readKramdownAgain(QByteArrayView text, ByteRange range, const MarkdownOptions &options, const MarkdownReading *known)
{
    return readingOf(text, range, options, known);
}

std::vector<Node>
readKramdownInlines(QByteArrayView text, const std::vector<ByteRange> &lines, const MarkdownOptions &options)
{
    const MappedText source = MappedText::ofLines(text, lines);
    PageParts parts{options, 4 * source.size() + 200, {}, {}, {}, {}};
    return SpanReader(parts, source, false).read();
}

} // namespace vitrine
