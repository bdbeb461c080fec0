#include "tests/support/TreeLaws.h"

#include "tests/support/PageFixtures.h"

#include <QFile>

#include <rapidcheck.h>

namespace vitrine::test {

namespace {

const char *nameOf(NodeKind kind)
{
    static constexpr const char *names[] = {
        "Document",
        "Heading",
        "Paragraph",
        "Quote",
        "List",
        "Item",
        "DefinitionList",
        "DefinitionTerm",
        "Definition",
        "CodeBlock",
        "Rule",
        "Table",
        "Row",
        "Cell",
        "MathBlock",
        "HtmlBlock",
        "LinkDefinition",
        "FootnoteDefinition",
        "AttributeLine",
        "HtmlElement",
        "Comment",
        "Text",
        "Soft",
        "Hard",
        "Code",
        "Emphasis",
        "Strong",
        "Strikethrough",
        "Link",
        "Image",
        "Html",
        "Escape",
        "Entity",
        "Typographic",
        "Math",
        "FootnoteReference"};
    return names[static_cast<size_t>(kind)];
}

QByteArray describe(QByteArrayView text, const Node &node)
{
    return QByteArray(nameOf(node.kind)) + " at " + QByteArray::number(node.range.begin) + ": "
        + text.sliced(node.range.begin, std::min<qsizetype>(node.range.size(), 60)).toByteArray();
}

bool hasInlineContent(NodeKind kind)
{
    return kind == NodeKind::Paragraph || kind == NodeKind::Heading || kind == NodeKind::TableCell
        || kind == NodeKind::Emphasis || kind == NodeKind::Strong || kind == NodeKind::Strikethrough
        || kind == NodeKind::Link || kind == NodeKind::Image;
}

} // namespace

QByteArray brokenTreeLaw(QByteArrayView text, const Node &node)
{
    if (node.range.begin < 0 || node.range.begin > node.range.end || node.range.end > text.size())
        return "a range outside the text: " + QByteArray(nameOf(node.kind));
    if (!node.range.contains(node.content))
        return "content outside " + describe(text, node);
    if (node.kind == NodeKind::Text && text.sliced(node.range.begin, node.range.size()).contains('\n'))
        return "a text of two lines: " + describe(text, node);
    if (node.isInline() && node.range.isEmpty())
        return "an inline of no bytes: " + describe(text, node);
    qsizetype done = node.content.begin;
    for (const Node &child : node.children) {
        if (child.range.begin < done || child.range.end > node.range.end)
            return "out of order or outside: " + describe(text, child);
        if (hasInlineContent(node.kind) && child.range.begin != done)
            return "bytes that no leaf covers before " + describe(text, child);
        done = child.range.end;
        if (const QByteArray broken = brokenTreeLaw(text, child); !broken.isEmpty())
            return broken;
    }
    if (hasInlineContent(node.kind) && done != node.content.end)
        return "bytes that no leaf covers at the end of " + describe(text, node);
    return {};
}

QByteArrayList realPagesThatBreakATreeLaw(Node (*read)(const QByteArray &))
{
    QByteArrayList found;
    for (const QString &path : corpusPages()) {
        QFile file(path);
        const QByteArray page = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const QByteArray broken = file.isOpen() ? brokenTreeLaw(page, read(page)) : QByteArrayLiteral("cannot be read");
        if (!broken.isEmpty())
            found.append(path.toUtf8() + ": " + broken);
    }
    return found;
}

QByteArray shape(QByteArrayView text, const Node &node)
{
    QByteArray result = nameOf(node.kind);
    if (node.kind == NodeKind::Text)
        return '\'' + text.sliced(node.range.begin, node.range.size()).toByteArray() + '\'';
    if (!node.text.isEmpty())
        result += "='" + node.text + '\'';
    if (!node.url.isEmpty())
        result += '<' + node.url + '>';
    if (node.children.empty())
        return result;
    result += '(';
    for (const Node &child : node.children)
        result += (result.endsWith('(') ? "" : " ") + shape(text, child);
    return result + ')';
}

QByteArray bytes(const QByteArray &text, ByteRange range)
{
    return text.mid(range.begin, range.size());
}

const Node &at(const Node &node, std::initializer_list<size_t> path)
{
    const Node *here = &node;
    for (const size_t index : path)
        here = &here->children.at(index);
    return *here;
}

QByteArray gluedLines(const std::vector<std::string> &lines)
{
    static const std::vector<std::string> ends{"\n", "\n", "\n", "\r\n", " ", ""};
    QByteArray page;
    const int count = *rc::gen::inRange(0, 25);
    for (int i = 0; i < count; ++i)
        page += QByteArray::fromStdString(*rc::gen::elementOf(lines) + *rc::gen::elementOf(ends));
    return page;
}

} // namespace vitrine::test
