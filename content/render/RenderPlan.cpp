#include "content/render/RenderPlan.h"

#include "content/markdown/Html.h"
#include "content/render/HeadingIds.h"

#include <QSet>

namespace vitrine {

namespace {

/// Browsers close these by themselves, so an open one does not tie blocks together.
bool endTagIsOptional(const QByteArray &name)
{
    static const QSet<QByteArray> names{"p",  "li",    "dt",    "dd",    "tr",       "td",
                                        "th", "tbody", "thead", "tfoot", "colgroup", "body"};
    return names.contains(name);
}

/// Walks the tree in the order of the page and follows which raw elements are open.
class Planner
{
public:
    explicit Planner(QByteArrayView text) : m_text(text) { }

    RenderPlan plan(const Node &tree)
    {
        size_t groupBegin = 0;
        findFootnotes(tree);
        for (size_t i = 0; i < tree.children.size(); ++i) {
            visit(tree.children[i], true);
            if (m_tying > 0 && i + 1 < tree.children.size())
                continue;
            m_plan.groups.push_back({groupBegin, i + 1});
            groupBegin = i + 1;
        }
        // Notes stand behind the text, so a reference in one comes after those of the text and of the notes before.
        for (size_t i = 0; i < m_plan.footnotes.size(); ++i) {
            const Node &note = *m_plan.footnotes[i];
            m_plan.footnoteUses.insert(note.info, m_references.value(note.info));
            for (const Node &child : note.children)
                visit(child, false);
        }
        return std::move(m_plan);
    }

private:
    struct Open
    {
        QByteArray name;
        qsizetype begin = 0;
        bool ties = false; ///< blocks up to its end belong together
    };

    void findFootnotes(const Node &node)
    {
        if (node.kind == NodeKind::FootnoteDefinition)
            m_definitions.insert(node.info, &node);
        if (node.kind == NodeKind::Paragraph)
            return;
        for (const Node &child : node.children)
            findFootnotes(child);
    }

    void refer(const Node &reference)
    {
        int &number = m_plan.footnoteNumbers[reference.info];
        m_plan.footnoteRepeats.insert(reference.range.begin, m_references[reference.info]++);
        if (number > 0)
            return;
        number = static_cast<int>(m_plan.footnotes.size()) + 1;
        if (const Node *definition = m_definitions.value(reference.info))
            m_plan.footnotes.push_back(definition);
    }

    void addHeading(const Node &node)
    {
        m_plan.headings.push_back(&node);
        for (const Attribute &attribute : node.attributes) {
            if (attribute.name == "id") {
                m_plan.headingIds.insert(node.range.begin, attribute.value);
                return;
            }
        }
        const bool insideHtml = m_tying > 0 || m_elements > 0;
        m_plan.headingIds.insert(node.range.begin, m_ids.next(plainText(m_text, node.children), insideHtml));
    }

    void visit(const Node &node, bool topLevel)
    {
        if (node.kind == NodeKind::FootnoteDefinition)
            return;
        if (node.kind == NodeKind::FootnoteReference)
            refer(node);
        if (node.kind == NodeKind::HtmlBlock || node.kind == NodeKind::HtmlInline) {
            readTags(node, topLevel);
            return;
        }
        if (node.kind == NodeKind::Heading)
            addHeading(node);
        m_elements += node.kind == NodeKind::HtmlElement ? 1 : 0;
        const size_t floor = m_open.size();
        const size_t outerFloor = std::exchange(m_floor, floor);
        for (const Node &child : node.children)
            visit(child, false);
        while (m_open.size() > floor)
            pop();
        m_floor = outerFloor;
        m_elements -= node.kind == NodeKind::HtmlElement ? 1 : 0;
    }

    void readTags(const Node &node, bool topLevel)
    {
        const qsizetype limit = node.range.end;
        const QByteArrayView upToEnd = m_text.first(limit);
        for (qsizetype at = upToEnd.indexOf('<', node.range.begin); at >= 0; at = upToEnd.indexOf('<', at)) {
            if (const auto comment = commentAt(m_text, at, limit)) {
                at = comment->end;
                continue;
            }
            const auto tag = readTag(m_text.first(limit), at);
            at = tag ? tag->range.end : at + 1;
            if (!tag)
                continue;
            if (tag->closing) {
                close(*tag);
            } else {
                m_plan.elements.insert(tag->range.begin, tag->range);
                if (!tag->selfClosing && !isVoidElement(tag->name))
                    open(*tag, topLevel);
                at = rawTextEnd(m_text, *tag, limit);
            }
        }
    }

    void open(const HtmlTag &tag, bool topLevel)
    {
        const bool ties = topLevel && isBlockElement(tag.name) && !endTagIsOptional(tag.name);
        m_byName[tag.name].push_back(m_open.size());
        m_open.push_back({tag.name, tag.range.begin, ties});
        m_tying += ties ? 1 : 0;
    }

    void close(const HtmlTag &tag)
    {
        const auto same = m_byName.constFind(tag.name);
        if (same == m_byName.cend() || same->empty() || same->back() < m_floor)
            return;
        const size_t index = same->back();
        m_plan.elements[m_open[index].begin].end = tag.range.end;
        while (m_open.size() > index)
            pop();
    }

    void pop()
    {
        const Open &last = m_open.back();
        m_byName[last.name].pop_back();
        m_tying -= last.ties ? 1 : 0;
        m_open.pop_back();
    }

    QByteArrayView m_text;
    RenderPlan m_plan;
    HeadingIds m_ids;
    std::vector<Open> m_open;
    QHash<QByteArray, std::vector<size_t>> m_byName; ///< indices into m_open
    size_t m_floor = 0; ///< elements below belong to an outer block, which only that can close
    int m_tying = 0;
    int m_elements = 0; ///< HtmlElement nodes around
    QHash<QByteArray, const Node *> m_definitions; ///< of footnotes
    QHash<QByteArray, int> m_references;
};

} // namespace

RenderPlan planRendering(QByteArrayView text, const Node &tree)
{
    return Planner(text).plan(tree);
}

QByteArray plainText(QByteArrayView text, const std::vector<Node> &inlines)
{
    QByteArray plain;
    for (const Node &node : inlines) {
        switch (node.kind) {
        case NodeKind::Text:
            plain += text.sliced(node.range.begin, node.range.size());
            break;
        case NodeKind::SoftBreak:
        case NodeKind::HardBreak:
            plain += ' ';
            break;
        case NodeKind::Image: // the text is its description; readers that give none have it as children
            if (node.text.isEmpty())
                plain += plainText(text, node.children);
            break;
        default:
            plain += node.text + plainText(text, node.children);
        }
    }
    return plain;
}

} // namespace vitrine
