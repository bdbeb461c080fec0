#include "ui/source/MarkdownStyles.h"

#include <algorithm>

namespace vitrine {

namespace {

struct Visit
{
    const Node *node;
    MarkdownStyles inherited;
};

/// What a node gives to the words inside it.
MarkdownStyles styleOfContent(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Strong:
    case NodeKind::DefinitionTerm:
        return MarkdownStyle::Strong;
    case NodeKind::Emphasis:
        return MarkdownStyle::Emphasis;
    case NodeKind::Strikethrough:
        return MarkdownStyle::Struck;
    case NodeKind::Code:
    case NodeKind::CodeBlock:
    case NodeKind::MathBlock:
    case NodeKind::MathInline:
        return MarkdownStyle::Code;
    case NodeKind::Link:
        return MarkdownStyle::Link;
    case NodeKind::Heading:
        return MarkdownStyle::Heading;
    case NodeKind::Comment:
        return MarkdownStyle::Comment;
    default:
        return {};
    }
}

MarkdownStyle styleOfDelimiters(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Heading:
    case NodeKind::Item:
    case NodeKind::BlockQuote:
    case NodeKind::Definition:
        return MarkdownStyle::Marker;
    case NodeKind::Comment:
        return MarkdownStyle::Comment;
    default:
        return MarkdownStyle::Sign;
    }
}

/// Nodes that are delimiters as a whole: nothing of them is read as words.
bool isSign(NodeKind kind)
{
    switch (kind) {
    case NodeKind::HtmlInline:
    case NodeKind::HtmlBlock:
    case NodeKind::ThematicBreak:
    case NodeKind::AttributeLine:
    case NodeKind::LinkDefinition:
    case NodeKind::FootnoteReference:
    case NodeKind::Image:
    case NodeKind::Entity:
        return true;
    default:
        return false;
    }
}

/// Nodes whose range is more than their delimiters and their content, with nothing to mark between.
bool hasDelimiters(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Document:
    case NodeKind::Paragraph:
    case NodeKind::List:
    case NodeKind::DefinitionList:
    case NodeKind::Table:
    case NodeKind::TableRow:
    case NodeKind::Text:
    case NodeKind::SoftBreak:
    case NodeKind::HardBreak:
    case NodeKind::Typographic:
        return false;
    default:
        return true;
    }
}

class Painter
{
public:
    Painter(QByteArrayView text, StyleMap &map) : m_text(text), m_map(map) { }

    void paint(const Node &node, MarkdownStyles inherited)
    {
        const MarkdownStyles inside = inherited | styleOfContent(node.kind);
        if (isSign(node.kind)) {
            put(node.range, inherited | MarkdownStyle::Sign);
        } else if (node.kind == NodeKind::Escape) {
            put({node.range.begin, node.range.begin + 1}, inherited | MarkdownStyle::Sign);
            put({node.range.begin + 1, node.range.end}, inherited);
        } else if (hasDelimiters(node.kind) && node.range.contains(node.content)) {
            const MarkdownStyles delimiter = inherited | styleOfDelimiters(node.kind);
            put({node.range.begin, node.content.begin}, delimiter);
            if (node.children.empty())
                put(node.content, inside);
            put({node.content.end, node.range.end}, delimiter);
        } else if (node.children.empty()) {
            put(node.range, inside);
        }
    }

    /// Marks `{{ … }}` and `{% … %}`, which the tree knows as words only.
    void paintLiquid()
    {
        for (qsizetype at = 0; at + 1 < m_text.size(); ++at) {
            if (m_text[at] != '{' || (m_text[at + 1] != '{' && m_text[at + 1] != '%'))
                continue;
            const QByteArrayView close = m_text[at + 1] == '{' ? "}}" : "%}";
            const qsizetype end = m_text.indexOf(close, at + 2);
            if (end < 0)
                return;
            put({at, end + 2}, MarkdownStyle::Sign);
            at = end + 1;
        }
    }

private:
    void put(ByteRange range, MarkdownStyles styles)
    {
        const qsizetype size = m_text.size();
        const auto begin = m_map.begin() + std::clamp<qsizetype>(range.begin, 0, size);
        const auto end = m_map.begin() + std::clamp<qsizetype>(range.end, 0, size);
        if (begin < end)
            std::fill(begin, end, styles);
    }

    QByteArrayView m_text;
    StyleMap &m_map;
};

} // namespace

StyleMap stylesOf(QByteArrayView text, const Node &tree)
{
    StyleMap map(static_cast<size_t>(text.size()));
    Painter painter(text, map);
    std::vector<Visit> pending{{&tree, {}}};
    while (!pending.empty()) {
        const Visit visit = pending.back();
        pending.pop_back();
        painter.paint(*visit.node, visit.inherited);
        const MarkdownStyles inside = visit.inherited | styleOfContent(visit.node->kind);
        if (isSign(visit.node->kind))
            continue;
        for (const Node &child : visit.node->children)
            pending.push_back({&child, inside});
    }
    painter.paintLiquid();
    return map;
}

} // namespace vitrine
