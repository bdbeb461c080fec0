#include "content/markdown/kramdown/SpanReader.h"

#include "content/markdown/Characters.h"
#include "content/markdown/kramdown/SpanRules.h"

#include <algorithm>

namespace vitrine {

namespace {

QByteArray withoutEscapes(QByteArrayView text)
{
    QByteArray plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && isEscapable(text[at + 1]))
            ++at;
        plain += text[at];
    }
    return plain;
}

bool isWordByte(char c)
{
    return isAsciiLetter(c) || isAsciiDigit(c) || c == '_' || static_cast<uchar>(c) >= 0x80;
}

/// What is text to kramdown takes no attributes.
bool isTextual(NodeKind kind)
{
    return kind == NodeKind::Text || kind == NodeKind::Escape || kind == NodeKind::SoftBreak
        || kind == NodeKind::HardBreak;
}

} // namespace

bool SpanReader::footnote(Frame &frame)
{
    if (byteAt(m_pos + 1) != '^')
        return false;
    qsizetype end = m_pos + 2;
    while (isWordByte(byteAt(end)) || (end > m_pos + 2 && (byteAt(end) == '-' || byteAt(end) == ':')))
        ++end;
    const QByteArray label = bytes({m_pos + 2, end}).toByteArray();
    if (label.isEmpty() || byteAt(end) != ']')
        return false;
    if (!m_parts.footnotes.contains(label)) {
        skip(end + 1);
        return true;
    }
    add(frame, NodeKind::FootnoteReference, {m_pos, end + 1}, {m_pos + 2, end}).info = label;
    m_pos = end + 1;
    return true;
}

bool SpanReader::bracket(Frame &frame)
{
    const qsizetype begin = m_pos;
    const bool image = m_text[begin] == '!';
    const qsizetype open = begin + (image ? 2 : 1);
    if (byteAt(open) == '^' || open >= m_text.size())
        return false;
    if (m_lastBracket == -2)
        m_lastBracket = m_text.lastIndexOf(']');
    skip(open);
    if ((!image && m_openLinks > 0) || m_lastBracket < open || isExhausted() || m_depth >= maxDepth)
        return true;
    Frame inside;
    inside.kind = image ? NodeKind::Image : NodeKind::Link;
    inside.done = open;
    Stop stop;
    stop.what = Stop::What::Bracket;
    ++m_openLinks;
    ++m_depth;
    const bool found = parse(inside, stop);
    --m_depth;
    --m_openLinks;
    const qsizetype labelEnd = m_pos;
    Node link;
    if (!found || !linkTarget(link, {open, labelEnd})) {
        m_pos = open;
        return true;
    }
    const qsizetype end = m_pos;
    Node &node = add(frame, inside.kind, {begin, end}, {open, labelEnd});
    node.url = link.url;
    node.title = link.title;
    node.attributes = link.attributes;
    node.urlRange = link.urlRange;
    m_pos = labelEnd;
    close(inside, node);
    if (image) {
        ++frame.images;
        node.text = withoutEscapes(bytes({open, labelEnd}));
    }
    m_pos = end;
    return true;
}

/// Reads what stands behind the brackets, with m_pos at the closing one; moves behind it.
bool SpanReader::linkTarget(Node &link, ByteRange label)
{
    ++m_pos;
    qsizetype at = m_pos;
    while (isAsciiSpace(byteAt(at)))
        ++at;
    if (byteAt(at) == '[' || byteAt(m_pos) != '(') {
        return referenceTarget(link, label);
    }
    return inlineTarget(link);
}

bool SpanReader::referenceTarget(Node &link, ByteRange label)
{
    qsizetype at = m_pos;
    while (isAsciiSpace(byteAt(at)))
        ++at;
    QByteArray name = withoutEscapes(bytes(label));
    const qsizetype end = byteAt(at) == '[' ? m_text.indexOf(']', at) : -1;
    if (end >= 0) {
        if (end > at + 1)
            name = bytes({at + 1, end}).toByteArray();
        m_pos = end + 1;
        m_steps += (end - at) / 16;
    } else if (byteAt(m_pos) == '(') {
        return inlineTarget(link);
    }
    const auto found = m_parts.links.constFind(normalLabel(name));
    if (found == m_parts.links.cend())
        return false;
    link.url = found->url;
    link.title = found->title;
    link.urlRange = found->urlRange;
    return true;
}

bool SpanReader::inlineTarget(Node &link)
{
    const qsizetype open = m_pos;
    if (byteAt(open + 1) == '<' && bytes({open, m_text.size()}).indexOf('>') > 0) {
        const ByteRange url{open + 2, m_text.indexOf('>', open)};
        link.url = bytes(url).toByteArray();
        link.urlRange = m_source.sourceOf(url);
        m_pos = url.end + 1;
        if (byteAt(m_pos) == ')') {
            ++m_pos;
            return true;
        }
    } else {
        int brackets = 0;
        qsizetype at = open;
        for (; at < m_text.size(); ++at) {
            const char c = m_text[at];
            const bool titled = isAsciiSpace(c) && (byteAt(at + 1) == '"' || byteAt(at + 1) == '\'');
            brackets += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (titled || brackets == 0)
                break;
        }
        m_steps += (at - open) / 4;
        if (at >= m_text.size())
            return false;
        const ByteRange url{open + 1, at};
        link.url = bytes(url).toByteArray();
        link.urlRange = m_source.sourceOf(url);
        m_pos = at + 1;
        if (brackets == 0)
            return true;
    }
    qsizetype at = m_pos;
    while (isAsciiSpace(byteAt(at)))
        ++at;
    const char mark = byteAt(at);
    if (mark != '"' && mark != '\'')
        return false;
    for (qsizetype close = m_text.indexOf(mark, at + 2); close >= 0; close = m_text.indexOf(mark, close + 1)) {
        qsizetype end = close + 1;
        while (isAsciiSpace(byteAt(end)))
            ++end;
        m_steps += 1 + (close - at) / 16;
        if (byteAt(end) != ')')
            continue;
        link.title = bytes({at + 1, close}).toByteArray();
        m_pos = end + 1;
        return true;
    }
    m_steps += (m_text.size() - at) / 8;
    return false;
}

/// `{:.a}` behind a construct, `{::comment}` and `{::nomarkdown}`.
bool SpanReader::braces(Frame &frame)
{
    if (byteAt(m_pos + 1) != ':')
        return false;
    if (byteAt(m_pos + 2) == ':')
        return namedExtension(frame);
    const bool mayStand = m_pos >= m_noBraceBefore && !frame.nodes.empty() && frame.done == m_pos
        && !isTextual(frame.nodes.back().kind) && !isExhausted();
    const auto end = mayStand ? attributeListEnd(m_text, m_pos) : std::nullopt;
    if (!end) {
        const qsizetype lineEnd = mayStand ? m_text.indexOf('\n', m_pos) : -1;
        const ByteRange line{m_pos, lineEnd < 0 ? m_text.size() : lineEnd};
        if (mayStand && !bytes(line).contains('}'))
            m_noBraceBefore = line.end;
        skip(m_pos + 1);
        return true;
    }
    const AttributeList list = readAttributeList(bytes({m_pos + 2, *end - 1}));
    Node &before = frame.nodes.back().kind == NodeKind::AttributeLine && frame.nodes.size() > 1
        ? frame.nodes[frame.nodes.size() - 2]
        : frame.nodes.back();
    for (const Attribute &attribute : resolvedAttributes(list, m_parts.attributes))
        setAttribute(before.attributes, attribute.name, attribute.value);
    add(frame, NodeKind::AttributeLine, {m_pos, *end}, {m_pos + 2, *end - 1});
    m_pos = *end;
    return true;
}

bool SpanReader::namedExtension(Frame &frame)
{
    const qsizetype close = m_text.indexOf('}', m_pos);
    const bool comment = startsWith(m_pos, "{::comment}");
    if (!m_extensionsEnd || close < 0 || (!comment && !startsWith(m_pos, "{::nomarkdown}")))
        return false;
    const QByteArrayView name = comment ? "comment" : "nomarkdown";
    qsizetype end = m_text.indexOf("{:/", close);
    qsizetype after = -1;
    for (; end >= 0 && after < 0; end = after < 0 ? m_text.indexOf("{:/", end + 1) : end) {
        if (byteAt(end + 3) == '}')
            after = end + 4;
        else if (startsWith(end + 3, name) && byteAt(end + 3 + name.size()) == '}')
            after = end + 4 + name.size();
    }
    m_extensionsEnd = after >= 0;
    if (after < 0)
        return false;
    Node &node = add(frame, comment ? NodeKind::Comment : NodeKind::HtmlInline, {m_pos, after}, {close + 1, end});
    if (!comment)
        node.text = bytes({close + 1, end}).toByteArray();
    m_pos = after;
    return true;
}

} // namespace vitrine
