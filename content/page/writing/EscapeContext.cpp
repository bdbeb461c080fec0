#include "content/page/writing/Escape.h"

#include <algorithm>

namespace vitrine {

namespace {

using Place = EscapeContext::Place;

/// Nodes from the outermost block down to the innermost that holds the slot.
std::vector<const Node *> nodesAround(const Node &tree, ByteRange slot)
{
    std::vector<const Node *> path;
    const Node *node = &tree;
    while (node) {
        path.push_back(node);
        const auto next = std::find_if(node->children.begin(), node->children.end(), [&](const Node &child) {
            return child.range.contains(slot) && !child.range.isEmpty();
        });
        node = next == node->children.end() ? nullptr : &*next;
    }
    return path;
}

/// True when the last angle bracket before a place opens a tag.
bool insideTag(const QByteArray &text, qsizetype begin, qsizetype at)
{
    for (qsizetype i = at; i-- > begin;) {
        if (text[i] == '>')
            return false;
        if (text[i] == '<')
            return true;
    }
    return false;
}

Place placeOf(const Node &node, const QByteArray &text, ByteRange slot)
{
    switch (node.kind) {
    case NodeKind::Code:
    case NodeKind::CodeBlock:
    case NodeKind::MathInline:
    case NodeKind::MathBlock:
        return Place::Verbatim;
    case NodeKind::HtmlInline:
        return Place::Attribute;
    case NodeKind::HtmlBlock:
        return insideTag(text, node.range.begin, slot.begin) ? Place::Attribute : Place::Html;
    case NodeKind::HtmlElement:
        return node.content.contains(slot) ? Place::Html : Place::Attribute;
    default:
        return Place::Markdown;
    }
}

bool holdsInlines(const Node &node)
{
    return node.kind == NodeKind::Paragraph || node.kind == NodeKind::Heading || node.kind == NodeKind::TableCell
        || node.kind == NodeKind::DefinitionTerm;
}

} // namespace

EscapeContext escapeContextAt(const Page &page, ByteRange slot)
{
    EscapeContext context;
    context.markdown = page.context().markdown;
    const std::vector<const Node *> path = nodesAround(page.tree(), slot);
    context.place = placeOf(*path.back(), page.text(), slot);
    const auto block = std::find_if(path.rbegin(), path.rend(), [](const Node *node) { return holdsInlines(*node); });
    if (block == path.rend())
        return context;
    const ByteRange content = (*block)->content.contains(slot) ? (*block)->content : (*block)->range;
    context.before = page.text({content.begin, slot.begin});
    context.after = page.text({slot.end, content.end});
    context.startsBlock = context.before.trimmed().isEmpty();
    return context;
}

EscapeContext escapeContextOf(const Page &page, EntryRef entry, FieldId field)
{
    const Field *known = page.entry(entry).field(field);
    if (known && known->range)
        return escapeContextAt(page, *known->range);
    EscapeContext context;
    context.markdown = page.context().markdown;
    return context;
}

} // namespace vitrine
