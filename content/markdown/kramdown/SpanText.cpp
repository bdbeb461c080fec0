#include "content/markdown/kramdown/SpanReader.h"

#include "content/markdown/Characters.h"
#include "content/markdown/Entities.h"

#include <algorithm>

namespace vitrine {

Node &SpanReader::add(Frame &frame, NodeKind kind, ByteRange range, ByteRange content)
{
    addText(frame, range.begin);
    frame.done = range.end;
    Node &node = frame.nodes.emplace_back();
    node.kind = kind;
    node.range = m_source.sourceOf(range);
    // What a line of a container begins with belongs to the break before it.
    if ((kind == NodeKind::HardBreak || kind == NodeKind::SoftBreak) && range.end < m_source.size())
        node.range.end = std::max(node.range.end, m_source.startOf(range.end));
    node.content = m_source.sourceOf(content);
    return node;
}

/// Makes nodes of the text up to `end`.
void SpanReader::addText(Frame &frame, qsizetype end)
{
    while (frame.done < end) {
        const qsizetype at = frame.done;
        if (m_text[at] == '\n') {
            frame.done = addBreak(frame, at, end);
            continue;
        }
        const MappedText::Stretch stretch = m_source.stretchAt(at);
        const qsizetype limit = std::min(stretch.end, end); // looking further would not be linear
        const qsizetype lineEnd = bytes({at, limit}).indexOf('\n');
        const qsizetype stop = lineEnd < 0 ? limit : at + lineEnd;
        if (stretch.made) {
            const ByteRange range{at, stop};
            frame.done = stop;
            Node &node = frame.nodes.emplace_back();
            node.kind = NodeKind::Escape;
            node.range = node.content = m_source.sourceOf(range);
            node.text = bytes(range).toByteArray();
        } else {
            addPlain(frame, {at, stop});
        }
    }
}

/// A line end with the indent of the next line.
qsizetype SpanReader::addBreak(Frame &frame, qsizetype at, qsizetype end)
{
    qsizetype next = at + 1;
    while (next < end && (m_text[next] == ' ' || m_text[next] == '\t'))
        ++next;
    frame.done = at;
    Node &node =
        add(frame, m_parts.options.hardWrap && m_openElements == 0 ? NodeKind::HardBreak : NodeKind::SoftBreak,
            {at, next}, {at, next});
    if (frame.raw && next > at + 1)
        node.text = bytes({at, next}).toByteArray();
    if (node.range.isEmpty()) // the line end that the page itself does not have
        frame.nodes.pop_back();
    return next;
}

namespace {

bool isWordByte(char c)
{
    return isAsciiLetter(c) || isAsciiDigit(c) || c == '_' || static_cast<uchar>(c) >= 0x80;
}

} // namespace

/// Text of one line: without Markdown it still has entities, else abbreviations.
void SpanReader::addPlain(Frame &frame, ByteRange range)
{
    const auto put = [&](NodeKind kind, ByteRange part) -> Node & {
        Node &node = frame.nodes.emplace_back();
        node.kind = kind;
        node.range = node.content = m_source.sourceOf(part);
        return node;
    };
    qsizetype done = range.begin;
    const auto flush = [&](qsizetype end) {
        if (end > done)
            put(NodeKind::Text, {done, end});
        done = end;
    };
    for (qsizetype at = range.begin; at < range.end && (frame.raw || !m_parts.abbreviations.isEmpty()); ++at) {
        if (frame.raw) {
            const auto entity = m_text[at] == '&' ? entityAt(m_text.first(range.end), at) : std::nullopt;
            if (!entity)
                continue;
            flush(at);
            put(NodeKind::Entity, {at, at + entity->length}).text = entity->text;
            done = at + entity->length;
            at = done - 1;
            continue;
        }
        if (at > 0 && isWordByte(m_text[at - 1]))
            continue;
        QByteArrayView best;
        for (auto known = m_parts.abbreviations.keyBegin(); known != m_parts.abbreviations.keyEnd(); ++known) {
            const qsizetype end = at + known->size();
            if (known->size() > best.size() && end <= range.end && bytes({at, end}) == *known
                && !isWordByte(byteAt(end)))
                best = *known;
        }
        if (best.isEmpty())
            continue;
        flush(at);
        const ByteRange part{at, at + best.size()};
        Node &node = put(NodeKind::HtmlElement, part);
        node.info = "abbr";
        const QByteArray title = m_parts.abbreviations.value(best.toByteArray());
        if (!title.isEmpty())
            node.attributes.push_back({"title", title});
        Node &text = node.children.emplace_back();
        text.kind = NodeKind::Text;
        text.range = text.content = node.range;
        done = part.end;
        at = done - 1;
    }
    flush(range.end);
    frame.done = range.end;
}

} // namespace vitrine
