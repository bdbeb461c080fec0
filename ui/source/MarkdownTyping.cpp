#include "ui/source/MarkdownTyping.h"

#include <QString>

#include <algorithm>

namespace vitrine {

namespace {

QByteArray signsOf(NodeKind kind, const QByteArray &words)
{
    if (kind == NodeKind::Strong)
        return "**";
    if (kind == NodeKind::Emphasis)
        return "*";
    return words.contains('`') ? "``" : "`";
}

bool isWordByte(char byte)
{
    return static_cast<uchar>(byte) >= 0x80 || std::isalnum(static_cast<uchar>(byte)) || byte == '\'' || byte == '-';
}

/// The marked words without blanks at their ends, or the word in which the caret stands.
ByteRange wordsAt(const QByteArray &text, ByteRange marked)
{
    if (marked.isEmpty()) {
        while (marked.begin > 0 && isWordByte(text[marked.begin - 1]))
            --marked.begin;
        while (marked.end < text.size() && isWordByte(text[marked.end]))
            ++marked.end;
        return marked;
    }
    while (!marked.isEmpty() && std::isspace(static_cast<uchar>(text[marked.begin])))
        ++marked.begin;
    while (!marked.isEmpty() && std::isspace(static_cast<uchar>(text[marked.end - 1])))
        --marked.end;
    return marked;
}

QByteArray slice(const QByteArray &text, ByteRange range)
{
    return text.mid(range.begin, range.size());
}

/// A stretch moved by what was taken away before it, and kept within `limit`.
ByteRange movedInto(ByteRange stretch, qsizetype by, ByteRange limit)
{
    return {
        std::clamp(stretch.begin + by, limit.begin, limit.end), std::clamp(stretch.end + by, limit.begin, limit.end)};
}

} // namespace

const Node *nodeAround(const Node &tree, ByteRange stretch, NodeKind kind)
{
    const Node *found = nullptr;
    for (const Node *node = &tree; node;) {
        if (node->kind == kind)
            found = node;
        const auto next = std::find_if(node->children.begin(), node->children.end(), [&](const Node &child) {
            return child.range.contains(stretch);
        });
        node = next == node->children.end() ? nullptr : &*next;
    }
    return found;
}

MarkdownTyping toggled(const QByteArray &text, const Node &tree, ByteRange marked, NodeKind kind)
{
    if (const Node *node = nodeAround(tree, marked, kind)) {
        const ByteRange inside{node->range.begin, node->range.begin + node->content.size()};
        return {
            node->range, slice(text, node->content),
            movedInto(marked, node->range.begin - node->content.begin, inside)};
    }
    const ByteRange words = wordsAt(text, marked);
    const QByteArray content = slice(text, words);
    const QByteArray signs = signsOf(kind, content);
    const ByteRange inside = words.shifted(signs.size());
    return {words, signs + content + signs, marked.isEmpty() ? marked.shifted(signs.size()) : inside};
}

MarkdownTyping linked(const QByteArray &text, const Node &tree, ByteRange marked, const QByteArray &address)
{
    if (const Node *link = nodeAround(tree, marked, NodeKind::Link); link && !link->urlRange.isEmpty())
        return {link->urlRange, address, {link->urlRange.begin, link->urlRange.begin + address.size()}};
    const ByteRange words = wordsAt(text, marked);
    const QByteArray label = words.isEmpty() ? address : slice(text, words);
    const ByteRange labelAfter{words.begin + 1, words.begin + 1 + label.size()};
    return {
        words, '[' + label + "](" + address + ')',
        words.isEmpty() ? labelAfter : ByteRange{labelAfter.end, labelAfter.end}};
}

QByteArray linkAddress(const QString &typed)
{
    QByteArray address = typed.trimmed().toUtf8();
    address.replace(' ', "%20");
    int depth = 0;
    bool pairs = true;
    for (const char byte : address) {
        depth += (byte == '(') - (byte == ')');
        pairs = pairs && depth >= 0;
    }
    if (!pairs || depth != 0)
        address.replace('(', "%28").replace(')', "%29");
    return address;
}

} // namespace vitrine
