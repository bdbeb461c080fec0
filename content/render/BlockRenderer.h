#pragma once

#include "content/markdown/Html.h"
#include "content/markdown/Node.h"
#include "content/markdown/Reader.h"
#include "content/render/HtmlOutput.h"
#include "content/render/RenderPlan.h"

namespace vitrine {

/// Writes nodes of the tree as the HTML that the site shows.
class BlockRenderer
{
public:
    /// All must outlive the renderer.
    BlockRenderer(QByteArrayView text, const MarkdownOptions &options, const RenderPlan &plan, HtmlOutput &output)
        : m_text(text), m_options(options), m_plan(plan), m_out(output)
    {
    }

    void render(const Node &node);
    /// The tags of a list without its items.
    void beginList(const Node &node);
    void endList(const Node &node);
    /// The notes that the page refers to, as they stand at its end.
    void footnotes();

private:
    QByteArrayView bytes(ByteRange range) const { return m_text.sliced(range.begin, range.size()); }
    QByteArray attributeValue(QByteArrayView value) const;
    bool isKramdown() const { return m_options.engine == Engine::Kramdown; }
    void children(const Node &node);
    void startTag(QByteArrayView name, ByteRange mark);
    void element(QByteArrayView name, const Node &node, bool marked);
    void attributes(const Node &node, QByteArrayView without = {});
    void body(const Node &node);
    void htmlElement(const Node &node);
    void comment(const Node &node);
    void footnoteReference(const Node &node);
    void footnote(const Node &node);
    void contents(const Node &list);
    size_t contentsFrom(size_t first, int level, const QByteArray &name, const QByteArray &id);
    void contentsEntry(const Node &heading);
    void withoutLinks(const Node &node);
    void heading(const Node &node);
    void list(const Node &node);
    void item(const Node &node);
    void codeBlock(const Node &node);
    void table(const Node &node);
    void row(const Node &node, bool head);
    void rawHtml(const Node &node);
    void rawTag(const HtmlTag &tag);
    void renderInline(const Node &node);
    void code(const Node &node);
    void link(const Node &node);
    void image(const Node &node);
    void mathBlock(const Node &node);
    void math(const Node &node);

    QByteArrayView m_text;
    const MarkdownOptions &m_options;
    const RenderPlan &m_plan;
    HtmlOutput &m_out;
};

} // namespace vitrine
