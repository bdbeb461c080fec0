#include "content/markdown/InlineTree.h"

#include <algorithm>

namespace vitrine {

namespace {

constexpr size_t maxDepth = 50;

bool isContainer(NodeKind kind)
{
    return kind == NodeKind::Emphasis || kind == NodeKind::Strong || kind == NodeKind::Strikethrough
        || kind == NodeKind::Link || kind == NodeKind::Image;
}

class TreeBuilder
{
public:
    explicit TreeBuilder(const JoinedLines &lines) : m_lines(lines) { m_open.emplace_back(); }

    std::vector<Node> build(std::vector<Node> found)
    {
        for (Node &node : found) {
            closeBefore(node.range.begin);
            if (m_open.size() > maxDepth && isContainer(node.kind))
                continue;
            textUpTo(node.range.begin);
            if (isContainer(node.kind)) {
                m_done = node.content.begin;
                m_open.push_back(std::move(node));
            } else {
                m_done = node.range.end;
                place(std::move(node));
            }
        }
        closeBefore(m_lines.text().size() + 1);
        textUpTo(m_lines.text().size());
        return std::move(m_open.front().children);
    }

private:
    void textUpTo(qsizetype end)
    {
        if (m_done >= end)
            return;
        Node text;
        text.kind = NodeKind::Text;
        text.range = text.content = {m_done, end};
        m_done = end;
        place(std::move(text));
    }

    void place(Node node)
    {
        node.range = m_lines.sourceOf(node.range);
        node.content = m_lines.sourceOf(node.content);
        m_open.back().children.push_back(std::move(node));
    }

    void closeBefore(qsizetype pos)
    {
        while (m_open.size() > 1 && m_open.back().content.end <= pos && m_open.back().range.end <= pos) {
            textUpTo(m_open.back().content.end);
            m_done = m_open.back().range.end;
            Node node = std::move(m_open.back());
            m_open.pop_back();
            place(std::move(node));
        }
    }

    const JoinedLines &m_lines;
    std::vector<Node> m_open; ///< first the block itself
    qsizetype m_done = 0;
};

} // namespace

std::vector<Node> inlineTree(const JoinedLines &lines, std::vector<Node> found)
{
    // Sorting pointers would not pay: most blocks have a handful of constructs, nearly in order.
    std::stable_sort(found.begin(), found.end(), [](const Node &a, const Node &b) {
        return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
    });
    return TreeBuilder(lines).build(std::move(found));
}

} // namespace vitrine
