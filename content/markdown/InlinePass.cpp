#include "content/markdown/InlinePass.h"

#include "content/markdown/InlineScanner.h"

namespace vitrine {

namespace {

/// In a table a pipe inside code is written with a backslash.
void unescapePipes(std::vector<Node> &nodes)
{
    for (Node &node : nodes) {
        node.text.replace("\\|", "|");
        unescapePipes(node.children);
    }
}

bool holdsInlines(NodeKind kind)
{
    return kind == NodeKind::Paragraph || kind == NodeKind::Heading || kind == NodeKind::TableCell;
}

} // namespace

void setLines(Node &block, const std::vector<ByteRange> &lines)
{
    block.children.clear();
    for (const ByteRange &range : lines) {
        Node &line = block.children.emplace_back();
        line.kind = NodeKind::Text;
        line.range = line.content = range;
    }
}

void readInlinesOf(Node &tree, QByteArrayView text, const LinkDefinitions &definitions)
{
    if (!holdsInlines(tree.kind)) {
        for (Node &child : tree.children)
            readInlinesOf(child, text, definitions);
        return;
    }
    std::vector<ByteRange> lines;
    for (const Node &line : tree.children)
        lines.push_back(line.range);
    tree.children = InlineScanner(text, lines, &definitions).read();
    if (tree.kind == NodeKind::TableCell)
        unescapePipes(tree.children);
}

} // namespace vitrine
