#include "content/render/BlockRenderer.h"

#include <algorithm>

// What a page refers to by itself: its notes and its list of headings.
namespace vitrine {

namespace {

bool hasClass(const Node &node, QByteArrayView wanted)
{
    return std::any_of(node.attributes.begin(), node.attributes.end(), [&](const Attribute &attribute) {
        return attribute.name == "class" && attribute.value.split(' ').contains(wanted);
    });
}

/// Leads from a note to each of its references; `label` is escaped.
QByteArray waysBack(const QByteArray &label, int references)
{
    QByteArray html;
    for (int i = 0; i < references; ++i) {
        const QByteArray number = QByteArray::number(i);
        html += (i > 0 ? " <a href=\"#fnref:" : "<a href=\"#fnref:") + label + (i > 0 ? ':' + number : QByteArray());
        html += "\" class=\"reversefootnote\" role=\"doc-backlink\">↩";
        html += i > 0 ? "<sup>" + QByteArray::number(i + 1) + "</sup></a>" : QByteArray("</a>");
    }
    return html;
}

} // namespace

void BlockRenderer::footnoteReference(const Node &node)
{
    const int number = m_plan.footnoteNumbers.value(node.info);
    const int repeat = m_plan.footnoteRepeats.value(node.range.begin);
    const QByteArray label = escapedAttribute(node.info);
    const QByteArray id = label + (repeat > 0 ? ':' + QByteArray::number(repeat) : QByteArray());
    m_out.markup("<sup id=\"fnref:" + id + "\" role=\"doc-noteref\"><a href=\"#fn:" + label);
    m_out.markup("\" class=\"footnote\" rel=\"footnote\">");
    m_out.text(QByteArray::number(number), node.range);
    m_out.markup("</a></sup>");
}

void BlockRenderer::footnotes()
{
    m_out.markup("<div class=\"footnotes\" role=\"doc-endnotes\"><ol>");
    for (const Node *note : m_plan.footnotes)
        footnote(*note);
    m_out.markup("</ol></div>");
}

void BlockRenderer::footnote(const Node &node)
{
    const QByteArray label = escapedAttribute(node.info);
    const QByteArray back = waysBack(label, m_plan.footnoteUses.value(node.info));
    m_out.markup("<li id=\"fn:" + label + "\" role=\"doc-endnote\">");
    const bool ownLine = node.children.empty() || node.children.back().kind != NodeKind::Paragraph;
    for (const Node &child : node.children) {
        if (ownLine || &child != &node.children.back()) {
            render(child);
            continue;
        }
        startTag("p", child.range);
        attributes(child);
        m_out.markup(">");
        children(child);
        m_out.markup("\u00a0" + back + "</p>");
    }
    m_out.markup(ownLine ? "<p>" + back + "</p></li>" : QByteArray("</li>"));
}

/// The list of the page's headings that a `{:toc}` list stands for.
void BlockRenderer::contents(const Node &list)
{
    const QByteArray name = list.ordered ? "ol" : "ul";
    QByteArray id = "markdown-toc";
    for (const Attribute &attribute : list.attributes) {
        if (attribute.name == "id")
            id = attribute.value;
    }
    size_t next = 0;
    while (next < m_plan.headings.size())
        next = contentsFrom(next, 0, name, id);
}

/// Writes the headings below `level` from `first` on; tells which is the next.
size_t BlockRenderer::contentsFrom(size_t first, int level, const QByteArray &name, const QByteArray &id)
{
    m_out.markup('<' + name + (level == 0 ? " id=\"" + escapedAttribute(id) + "\">" : QByteArray(">")));
    while (first < m_plan.headings.size() && m_plan.headings[first]->number > level) {
        const Node &heading = *m_plan.headings[first++];
        if (hasClass(heading, "no_toc"))
            continue;
        m_out.markup("<li>");
        contentsEntry(heading);
        if (first < m_plan.headings.size() && m_plan.headings[first]->number > heading.number)
            first = contentsFrom(first, heading.number, name, id);
        m_out.markup("</li>");
    }
    m_out.markup("</" + name + '>');
    return first;
}

void BlockRenderer::contentsEntry(const Node &heading)
{
    const QByteArray id = escapedAttribute(m_plan.headingIds.value(heading.range.begin));
    m_out.markup("<a href=\"#" + id + "\" id=\"markdown-toc-" + id + "\">");
    for (const Node &child : heading.children)
        withoutLinks(child);
    m_out.markup("</a>");
}

void BlockRenderer::withoutLinks(const Node &node)
{
    if (node.kind == NodeKind::Link) {
        for (const Node &child : node.children)
            withoutLinks(child);
    } else if (node.kind != NodeKind::FootnoteReference) {
        render(node);
    }
}

} // namespace vitrine
