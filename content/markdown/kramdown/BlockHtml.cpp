#include "content/markdown/kramdown/BlockReader.h"

#include "content/markdown/Characters.h"

namespace vitrine {

std::optional<ByteRange> BlockReader::commentHere()
{
    if (!m_text.sliced(m_pos).startsWith("<!--") || (m_noComment >= 0 && m_pos >= m_noComment))
        return {};
    const qsizetype end = m_text.indexOf("-->", m_pos + 4);
    if (end < 0) {
        m_noComment = m_pos;
        return {};
    }
    return ByteRange{m_pos, end + 3};
}

/// An attribute list before it is for the next block.
void BlockReader::addComment(ByteRange comment, MarkdownBlocks &into) const
{
    MarkdownBlock &block = into.shown.emplace_back();
    block.node.kind = NodeKind::Comment;
    block.node.range = m_source.sourceOf(comment);
    block.node.content = m_source.sourceOf({comment.begin + 4, comment.end - 3});
}

void BlockReader::skipLineRest()
{
    qsizetype at = m_pos;
    while (byteAt(at) == ' ' || byteAt(at) == '\t')
        ++at;
    if (at < m_text.size() && m_text[at] == '\n')
        m_pos = at + 1;
}

bool BlockReader::html()
{
    if (const auto comment = commentHere()) {
        addComment(*comment, *m_out);
        m_pos = comment->end;
        skipLineRest();
        return true;
    }
    const qsizetype begin = m_pos + blanksAt(m_text, m_pos, 3);
    if (byteAt(begin) != '<' || !mayNest())
        return false;
    const auto tag = startTagAt(m_text, begin);
    if (!tag || isSpanElement(tag->name))
        return false;
    m_pos = begin;
    element(*tag, m_parts.options.parseBlockHtml ? contentModelOf(tag->name) : ContentModel::Raw, *m_out);
    skipLineRest();
    return true;
}

/// Reads the element whose start tag is at m_pos.
void BlockReader::element(const KramdownTag &tag, ContentModel around, MarkdownBlocks &into)
{
    MarkdownBlock &block = into.shown.emplace_back();
    Node &node = block.node;
    node.kind = NodeKind::HtmlElement;
    node.info = tag.name;
    node.attributes = tag.attributes;
    if (m_attributes)
        block.attributes = *std::exchange(m_attributes, std::nullopt);
    ContentModel model = around;
    if (tag.markdown) {
        const QByteArray &value = *tag.markdown;
        if (value == "1")
            model = contentModelOf(tag.name);
        else if (value == "0" || value == "span" || value == "block")
            model = value == "0" ? ContentModel::Raw : value == "span" ? ContentModel::Span : ContentModel::Block;
    }
    m_pos = tag.range.end;
    ByteRange content{m_pos, m_pos};
    const bool script = tag.name == "script" || tag.name == "style";
    if (script) {
        const std::optional<qsizetype> end = findEndTag(m_text, tag.name, m_pos);
        content.end = std::max(m_pos, end.value_or(withoutLastLineEnd(m_text.size())));
        addRawText(block, content, NodeKind::HtmlBlock);
        m_pos = end ? endTagAt(m_text, *end)->end : m_text.size();
    } else if (!tag.closed && !hasNoBody(tag.name)) {
        if (model == ContentModel::Block)
            skipLineRest();
        ++m_elements;
        elementContent(block, model);
        --m_elements;
        content.end = m_pos;
        if (const auto end = m_pos < m_text.size() ? endTagAt(m_text, m_pos) : std::nullopt;
            end && end->name == tag.name)
            m_pos = end->end;
    } else if (model == ContentModel::Raw) {
        node.marker = '/';
    }
    content.end = std::max(content.begin, withoutLastLineEnd(content.end));
    node.range = m_source.sourceOf({tag.range.begin, std::max(content.end, withoutLastLineEnd(m_pos))});
    node.content = m_source.sourceOf(content);
}

/// Reads up to the end tag, which is left, or to the end of the text.
void BlockReader::elementContent(MarkdownBlock &element, ContentModel model)
{
    if (model == ContentModel::Raw)
        return rawContent(element);
    if (model == ContentModel::Span) {
        const qsizetype begin = m_pos;
        m_pos = findEndTag(m_text, element.node.info, m_pos).value_or(m_text.size());
        setText(element, {begin, std::max(begin, withoutLastLineEnd(m_pos))});
        return;
    }
    MarkdownBlocks *outer = std::exchange(m_out, &element.children);
    readUntil(element.node.info);
    finishParagraphs(element.children);
    m_attributes.reset();
    m_out = outer;
}

void BlockReader::rawContent(MarkdownBlock &element)
{
    qsizetype done = m_pos;
    while (m_pos < m_text.size()) {
        const qsizetype at = m_text.indexOf('<', m_pos);
        if (at < 0)
            break;
        m_pos = at;
        if (const auto end = endTagAt(m_text, at)) {
            if (end->name == element.node.info) {
                addRawText(element, {done, at}, NodeKind::Text);
                return;
            }
            m_pos = end->end;
        } else if (const auto comment = commentHere()) {
            addRawText(element, {done, at}, NodeKind::Text);
            addComment(*comment, element.children);
            m_pos = done = comment->end;
        } else if (const auto tag = mayNest() ? startTagAt(m_text, at) : std::nullopt) {
            addRawText(element, {done, at}, NodeKind::Text);
            this->element(*tag, ContentModel::Raw, element.children);
            done = m_pos;
        } else {
            ++m_pos;
        }
    }
    m_pos = m_text.size();
    addRawText(element, {done, withoutLastLineEnd(m_pos)}, NodeKind::Text);
}

/// The end of the text without its line end, which belongs to no block.
qsizetype BlockReader::withoutLastLineEnd(qsizetype end) const
{
    return end > 0 && end == m_text.size() && byteAt(end - 1) == '\n' ? end - 1 : end;
}

/// Text that is shown as it is written: for a script its bytes, else its characters.
void BlockReader::addRawText(MarkdownBlock &element, ByteRange range, NodeKind kind) const
{
    if (range.isEmpty())
        return;
    MarkdownBlock &block = element.children.shown.emplace_back();
    block.node.kind = kind;
    block.node.range = block.node.content = m_source.sourceOf(range);
    if (kind == NodeKind::HtmlBlock) {
        block.node.text = bytes(range).toByteArray();
        return;
    }
    setText(block, range);
}

} // namespace vitrine
