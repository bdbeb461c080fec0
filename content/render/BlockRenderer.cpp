#include "content/render/BlockRenderer.h"

#include "content/markdown/Characters.h"
#include "content/markdown/Entities.h"

#include <QSet>

#include <algorithm>

namespace vitrine {

namespace {

/// Raw elements that stand for a range in the preview.
bool isMarked(const QByteArray &name)
{
    static const QSet<QByteArray> names{"div", "p", "li", "tr", "td", "th", "a", "h1", "h2", "h3", "h4", "h5", "h6"};
    return names.contains(name);
}

/// The classes of code: its language, which a class may name, the node's own, and what marks it as code.
QByteArray codeClasses(const Node &node)
{
    QByteArray language = "language-" + node.info.split(' ').front();
    if (node.info.isEmpty())
        language += "plaintext";
    QByteArray own;
    for (const Attribute &attribute : node.attributes) {
        if (attribute.name != "class")
            continue;
        for (const QByteArray &name : attribute.value.split(' ')) {
            if (name.startsWith("language-"))
                language = name;
            else
                own += ' ' + name;
        }
    }
    return escapedAttribute(language + own + " highlighter-rouge");
}

} // namespace

void BlockRenderer::render(const Node &node)
{
    switch (node.kind) {
    case NodeKind::Document:
        return children(node);
    case NodeKind::Heading:
        return heading(node);
    case NodeKind::Paragraph:
        return element("p", node, true);
    case NodeKind::BlockQuote:
        return element("blockquote", node, false);
    case NodeKind::List:
        return list(node);
    case NodeKind::Item:
        return item(node);
    case NodeKind::DefinitionList:
        return element("dl", node, false);
    case NodeKind::DefinitionTerm:
        return element("dt", node, true);
    case NodeKind::Definition:
        startTag("dd", node.range);
        attributes(node);
        m_out.markup(">");
        body(node);
        return m_out.markup("</dd>");
    case NodeKind::CodeBlock:
        return codeBlock(node);
    case NodeKind::ThematicBreak:
        m_out.markup("<hr");
        attributes(node);
        return m_out.markup(" />");
    case NodeKind::Table:
        return table(node);
    case NodeKind::TableRow:
        return row(node, false);
    case NodeKind::TableCell:
        return element("td", node, true);
    case NodeKind::MathBlock:
        return mathBlock(node);
    case NodeKind::HtmlBlock:
        return rawHtml(node);
    case NodeKind::HtmlElement:
        return htmlElement(node);
    case NodeKind::Comment:
        return comment(node);
    case NodeKind::FootnoteDefinition:
    case NodeKind::LinkDefinition:
    case NodeKind::AttributeLine:
        return;
    default:
        return renderInline(node);
    }
}

void BlockRenderer::children(const Node &node)
{
    for (const Node &child : node.children)
        render(child);
}

void BlockRenderer::startTag(QByteArrayView name, ByteRange mark)
{
    m_out.markup("<");
    m_out.markup(name);
    m_out.mark(mark);
}

void BlockRenderer::element(QByteArrayView name, const Node &node, bool marked)
{
    m_out.markup("<");
    m_out.markup(name);
    if (marked)
        m_out.mark(node.range);
    attributes(node);
    m_out.markup(">");
    children(node);
    m_out.markup("</");
    m_out.markup(name);
    m_out.markup(">");
}

void BlockRenderer::heading(const Node &node)
{
    const QByteArray name = 'h' + QByteArray::number(node.number);
    startTag(name, node.range);
    const bool named = std::any_of(
        node.attributes.begin(), node.attributes.end(), [](const Attribute &own) { return own.name == "id"; });
    const QByteArray id = m_options.autoIds || named ? m_plan.headingIds.value(node.range.begin) : QByteArray();
    if (!id.isEmpty())
        m_out.markup(" id=\"" + escapedAttribute(id) + '"');
    attributes(node, "id");
    m_out.markup(">");
    children(node);
    m_out.markup("</" + name + '>');
}

void BlockRenderer::list(const Node &node)
{
    if (node.info == "toc") {
        contents(node);
        return;
    }
    beginList(node);
    children(node);
    endList(node);
}

void BlockRenderer::beginList(const Node &node)
{
    m_out.markup(node.ordered ? "<ol" : "<ul");
    if (node.ordered && node.number != 1 && !isKramdown()) // kramdown counts from 1, whatever is written
        m_out.markup(" start=\"" + QByteArray::number(node.number) + '"');
    attributes(node);
    m_out.markup(">");
}

void BlockRenderer::endList(const Node &node)
{
    m_out.markup(node.ordered ? "</ol>" : "</ul>");
}

void BlockRenderer::item(const Node &node)
{
    startTag("li", node.range);
    attributes(node);
    m_out.markup(">");
    body(node);
    m_out.markup("</li>");
}

/// What an item or a definition holds; the paragraph of a tight one has no tags.
void BlockRenderer::body(const Node &node)
{
    bool first = true;
    for (const Node &child : node.children) {
        const bool bare = child.kind == NodeKind::Paragraph && node.tight && (first || !isKramdown());
        if (bare)
            children(child);
        else
            render(child);
        first = false;
    }
}

/// kramdown leaves the entities of addresses and titles as they are; the other reader decoded them.
QByteArray BlockRenderer::attributeValue(QByteArrayView value) const
{
    return escapedAttribute(isKramdown() ? decodeEntities(value) : value.toByteArray());
}

/// The attributes that attribute lists gave to the node.
void BlockRenderer::attributes(const Node &node, QByteArrayView without)
{
    for (const Attribute &attribute : node.attributes) {
        const bool ours = attribute.name == "data-n" && m_out.isNumbered();
        const bool emptyId = attribute.name == "id" && attribute.value.trimmed().isEmpty(); // kramdown drops it
        if (attribute.name != without && !ours && !emptyId)
            m_out.markup(' ' + attribute.name + "=\"" + escapedAttribute(attribute.value) + '"');
    }
}

/// An element that was read as a tree.
void BlockRenderer::htmlElement(const Node &node)
{
    m_out.markup("<" + node.info);
    if (isMarked(node.info))
        m_out.mark(node.range);
    attributes(node);
    if (node.marker == '/' || (node.children.empty() && isVoidElement(node.info))) {
        m_out.markup(" />");
        return;
    }
    m_out.markup(">");
    children(node);
    m_out.markup("</" + node.info + '>');
}

/// Comments of the site's engine are not shown; those of HTML stay in the page.
void BlockRenderer::comment(const Node &node)
{
    const QByteArrayView written = bytes(node.range);
    if (written.startsWith("<!--"))
        m_out.markup(written);
}

void BlockRenderer::codeBlock(const Node &node)
{
    if (isKramdown()) {
        m_out.markup("<div class=\"" + codeClasses(node) + '"');
        attributes(node, "class");
        m_out.markup("><div class=\"highlight\">");
        m_out.markup("<pre class=\"highlight\"><code>");
    } else {
        m_out.markup("<pre><code>");
    }
    m_out.text(node.text, node.content);
    m_out.markup(isKramdown() ? "</code></pre></div></div>" : "</code></pre>");
}

void BlockRenderer::table(const Node &node)
{
    m_out.markup("<table");
    attributes(node);
    m_out.markup(">");
    QByteArray section = "tbody";
    for (size_t i = 0; i < node.children.size(); ++i) {
        const bool head = i < static_cast<size_t>(node.number);
        if (i == 0 && head)
            m_out.markup("<thead>");
        if (i == static_cast<size_t>(node.number))
            m_out.markup(i > 0 ? "</thead><tbody>" : "<tbody>");
        else if (!head && !node.children[i].info.isEmpty()) {
            m_out.markup("</" + section + "><" + node.children[i].info + '>');
            section = node.children[i].info;
        }
        row(node.children[i], head);
    }
    const bool onlyHead = node.children.size() <= static_cast<size_t>(node.number);
    m_out.markup("</" + (onlyHead ? QByteArray("thead") : section) + "></table>");
}

void BlockRenderer::row(const Node &node, bool head)
{
    const QByteArray name = head ? "th" : "td";
    startTag("tr", node.range);
    m_out.markup(">");
    for (const Node &cell : node.children) {
        startTag(name, cell.range);
        if (!cell.info.isEmpty())
            m_out.markup(" style=\"text-align: " + cell.info + '"');
        m_out.markup(">");
        children(cell);
        if (cell.children.empty() && isKramdown())
            m_out.markup("\u00a0");
        m_out.markup("</" + name + '>');
    }
    m_out.markup("</tr>");
}

/// Copies raw HTML, numbering its elements; the attribute that only the site's engine reads goes.
void BlockRenderer::rawHtml(const Node &node)
{
    if (!node.text.isEmpty()) { // inside a quote, whose marks stand between its lines
        m_out.markup(node.text);
        return;
    }
    const QByteArrayView upToEnd = m_text.first(node.range.end);
    qsizetype done = node.range.begin;
    for (qsizetype at = upToEnd.indexOf('<', done); at >= 0; at = upToEnd.indexOf('<', at)) {
        const auto comment = commentAt(m_text, at, node.range.end);
        const auto tag = comment ? std::nullopt : readTag(upToEnd, at);
        if (!comment && !tag) {
            ++at;
            continue;
        }
        m_out.rawText({done, at});
        if (tag) {
            rawTag(*tag);
            done = rawTextEnd(m_text, *tag, node.range.end);
            m_out.markup(bytes({tag->range.end, done}));
        } else {
            m_out.markup(bytes(*comment));
            done = comment->end;
        }
        at = done;
    }
    m_out.rawText({done, node.range.end});
}

void BlockRenderer::rawTag(const HtmlTag &tag)
{
    qsizetype done = tag.range.begin + 1 + tag.name.size();
    if (tag.closing) {
        m_out.markup(bytes(tag.range));
        return;
    }
    m_out.markup(bytes({tag.range.begin, done}));
    if (isMarked(tag.name))
        m_out.mark(m_plan.elements.value(tag.range.begin, tag.range));
    for (const HtmlAttribute &attribute : tag.attributes) {
        const bool forEngine = attribute.name == "markdown" && isKramdown();
        const bool ours = attribute.name == "data-n" && m_out.isNumbered();
        if (!forEngine && !ours)
            continue;
        qsizetype before = attribute.range.begin;
        while (before > done && isAsciiSpace(m_text[before - 1]))
            --before;
        m_out.markup(bytes({done, before}));
        done = attribute.range.end;
    }
    m_out.markup(bytes({done, tag.range.end}));
}

void BlockRenderer::renderInline(const Node &node)
{
    switch (node.kind) {
    case NodeKind::SoftBreak:
        return m_out.text(node.text.isEmpty() ? QByteArray("\n") : node.text, node.range);
    case NodeKind::FootnoteReference:
        return footnoteReference(node);
    case NodeKind::HardBreak:
        m_out.markup("<br />");
        return m_out.text("\n", node.range);
    case NodeKind::Code:
        return code(node);
    case NodeKind::Emphasis:
        return element("em", node, false);
    case NodeKind::Strong:
        return element("strong", node, false);
    case NodeKind::Strikethrough:
        return element("del", node, false);
    case NodeKind::Link:
        return link(node);
    case NodeKind::Image:
        return image(node);
    case NodeKind::HtmlInline:
        return rawHtml(node);
    case NodeKind::Escape:
    case NodeKind::Entity:
    case NodeKind::Typographic:
        return m_out.text(node.text, node.range);
    case NodeKind::MathInline:
        return math(node);
    default:
        return m_out.text(bytes(node.range), node.range);
    }
}

void BlockRenderer::code(const Node &node)
{
    if (isKramdown()) {
        m_out.markup("<code class=\"" + codeClasses(node) + '"');
        attributes(node, "class");
        m_out.markup(">");
    } else {
        m_out.markup("<code>");
    }
    m_out.text(node.text, node.content);
    m_out.markup("</code>");
}

void BlockRenderer::link(const Node &node)
{
    startTag("a", node.range);
    m_out.markup(" href=\"" + attributeValue(node.url) + '"');
    if (!node.title.isEmpty())
        m_out.markup(" title=\"" + attributeValue(node.title) + '"');
    attributes(node);
    m_out.markup(">");
    children(node);
    m_out.markup("</a>");
}

void BlockRenderer::image(const Node &node)
{
    m_out.markup("<img src=\"" + attributeValue(node.url) + '"');
    const QByteArray shown = node.text.isEmpty() ? plainText(m_text, node.children) : node.text;
    m_out.markup(" alt=\"" + attributeValue(shown) + '"');
    if (!node.title.isEmpty())
        m_out.markup(" title=\"" + attributeValue(node.title) + '"');
    attributes(node);
    m_out.markup(" />");
}

void BlockRenderer::mathBlock(const Node &node)
{
    if (!node.attributes.empty()) {
        m_out.markup("<div");
        attributes(node);
        m_out.markup(">");
    }
    m_out.markup("\\[");
    m_out.text(node.text, node.content);
    m_out.markup("\\]");
    if (!node.attributes.empty())
        m_out.markup("</div>");
}

/// Left to MathJax, which the themes of researchers load: kramdown rewrites `$$…$$` for it, and leaves `$…$` alone.
void BlockRenderer::math(const Node &node)
{
    if (node.marker != '$') {
        m_out.text(bytes(node.range), node.range);
        return;
    }
    m_out.text(isKramdown() ? "\\(" : "$$", {node.range.begin, node.content.begin});
    m_out.text(node.text, node.content);
    m_out.text(isKramdown() ? "\\)" : "$$", {node.content.end, node.range.end});
}

} // namespace vitrine
