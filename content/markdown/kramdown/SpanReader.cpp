#include "content/markdown/kramdown/SpanReader.h"

#include "content/markdown/Characters.h"
#include "content/markdown/Entities.h"
#include "content/markdown/Typography.h"
#include "content/markdown/kramdown/SpanRules.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace vitrine {

namespace {

/// What every block may use; more comes out of what the page has to spare.
constexpr qsizetype stepsPerByte = 2;

/// True for letters and other bytes that neither begin nor end anything.
bool isPlain(char c)
{
    static const std::array<bool, 256> plain = [] {
        std::array<bool, 256> table{};
        table.fill(true);
        for (const char mark : QByteArrayView("*_`<[]!'\"$~{&-.> \\"))
            table[static_cast<uchar>(mark)] = false;
        return table;
    }();
    return plain[static_cast<uchar>(c)];
}

bool isLetter(char32_t c)
{
    return c < 0x80 ? isAsciiLetter(static_cast<char>(c)) : QChar::isLetter(c);
}

bool isLetterOrDigit(char32_t c)
{
    return c < 0x80 ? isAsciiLetter(static_cast<char>(c)) || isAsciiDigit(static_cast<char>(c))
                    : QChar::isLetterOrNumber(c);
}

} // namespace

SpanReader::SpanReader(PageParts &parts, const MappedText &text, bool insideHtml)
    : m_parts(parts),
      m_source(text),
      m_text(text.view()),
      m_budget(stepsPerByte * text.size() + std::max<qsizetype>(parts.spareSteps, 0)),
      m_openElements(insideHtml ? 1 : 0)
{
}

std::vector<Node> SpanReader::read()
{
    Frame frame;
    Stop stop;
    parse(frame, stop);
    addText(frame, m_text.size());
    m_parts.spareSteps -= std::max<qsizetype>(m_steps - stepsPerByte * m_text.size(), 0);
    return std::move(frame.nodes);
}

std::optional<qsizetype> SpanReader::extraSteps() const
{
    if (isExhausted())
        return {};
    return std::max<qsizetype>(m_steps - stepsPerByte * m_text.size(), 0);
}

std::vector<Node> SpanReader::readRaw()
{
    Frame frame;
    frame.raw = true;
    addText(frame, m_text.size());
    return std::move(frame.nodes);
}

bool SpanReader::startsWith(qsizetype at, QByteArrayView what) const
{
    return at >= 0 && at <= m_text.size() && m_text.sliced(at).startsWith(what);
}

/// Reads on until the stop, where m_pos is left then.
bool SpanReader::parse(Frame &frame, Stop &stop)
{
    m_resumed = m_pos;
    while (m_pos < m_text.size()) {
        ++m_steps;
        if (isPlain(m_text[m_pos])) {
            ++m_pos;
            continue;
        }
        if (stopsHere(frame, stop))
            return true;
        const qsizetype before = m_pos;
        if (!readOne(frame) || m_pos == before) {
            const char c = byteAt(before);
            m_pos = before + 1;
            if (stop.what == Stop::What::Bracket && (c == ']' || c == '['))
                m_resumed = m_pos;
            continue;
        }
        m_resumed = m_kept >= 0 ? std::exchange(m_kept, -1) : m_pos;
    }
    return false;
}

bool SpanReader::stopsHere(const Frame &frame, Stop &stop) const
{
    const char c = m_text[m_pos];
    switch (stop.what) {
    case Stop::What::Never:
        return false;
    case Stop::What::Delimiter: {
        if (c != stop.mark || (stop.length == 2 && byteAt(m_pos + 1) != stop.mark) || isAsciiSpace(byteAt(m_pos - 1)))
            return false;
        const bool two = byteAt(m_pos + 1) == stop.mark && byteAt(m_pos + 2) != stop.mark;
        if (stop.length == 1 && two)
            return false;
        if (stop.mark == '_' && isLetterOrDigit(codePointAt(m_text, m_pos + stop.length)))
            return false;
        return !frame.nodes.empty() || m_pos > frame.done;
    }
    case Stop::What::Bracket:
        if (c == ']')
            --stop.open;
        else if (c == '[' || (c == '!' && byteAt(m_pos + 1) == '['))
            ++stop.open;
        else
            return false;
        return stop.open == frame.images;
    case Stop::What::EndTag:
        if (c != '<')
            return false;
        const auto tag = endTagAt(m_text, m_pos);
        return tag && tag->name == stop.tag;
    }
    return false;
}

/// Reads the mark at m_pos, as a construct or, when it is none, as text; false when there is none.
bool SpanReader::readOne(Frame &frame)
{
    const char c = m_text[m_pos];
    if (frame.raw)
        return c == '<' && pointed(frame);
    switch (c) {
    case '*':
    case '_':
        return emphasis(frame);
    case '`':
        return code(frame);
    case '<':
        return (autolinkAt(m_text, m_pos) || (m_pos + 1 < m_text.size() && m_text[m_pos + 1] != '<')) ? pointed(frame)
                                                                                                      : symbol(frame);
    case '[':
        return footnote(frame) || bracket(frame);
    case '!':
        return byteAt(m_pos + 1) == '[' && bracket(frame);
    case '\'':
    case '"':
        return quote(frame);
    case '$':
        return math(frame);
    case '~':
        return strikethrough(frame);
    case '{':
        return braces(frame);
    case '&':
        return entity(frame);
    case '-':
    case '.':
    case '>':
        return symbol(frame);
    case ' ':
        return lineBreak(frame);
    case '\\':
        return lineBreak(frame) || backslash(frame);
    default:
        return false;
    }
}

/// Leaves what is read so far as text.
void SpanReader::skip(qsizetype end)
{
    m_pos = end;
}

bool SpanReader::lineBreak(Frame &frame)
{
    const char mark = m_text[m_pos];
    const bool twice = byteAt(m_pos + 1) == mark && byteAt(m_pos + 2) == '\n';
    const bool once = mark == '\\' && byteAt(m_pos + 1) == '\n' && m_openElements == 0;
    if (!twice && !once)
        return false;
    qsizetype end = m_pos + (twice ? 2 : 1);
    m_kept = end;
    ++end;
    while (byteAt(end) == ' ' || byteAt(end) == '\t')
        ++end;
    add(frame, NodeKind::HardBreak, {m_pos, end}, {m_pos, end});
    m_pos = end;
    return true;
}

bool SpanReader::backslash(Frame &frame)
{
    if (startsWith(m_pos, "\\<<") || startsWith(m_pos, "\\>>")) {
        Node &node = add(frame, NodeKind::Escape, {m_pos, m_pos + 3}, {m_pos + 1, m_pos + 3});
        node.text = bytes({m_pos + 1, m_pos + 3}).toByteArray();
        m_pos += 3;
        return true;
    }
    if (!isEscapable(byteAt(m_pos + 1)))
        return false;
    Node &node = add(frame, NodeKind::Escape, {m_pos, m_pos + 2}, {m_pos + 1, m_pos + 2});
    node.text = QByteArray(1, m_text[m_pos + 1]);
    m_pos += 2;
    return true;
}

bool SpanReader::emphasis(Frame &frame)
{
    const qsizetype begin = m_pos;
    const char mark = m_text[begin];
    const int length = byteAt(begin + 1) == mark ? 2 : 1;
    const qsizetype end = begin + length;
    const bool insideWord = mark == '_' && isLetter(codePointBefore(m_text, begin));
    const bool open = length == 2 ? m_openStrong > 0 : m_openEmphasis > 0;
    if (!insideWord && !(end < m_text.size() && isAsciiSpace(m_text[end])) && !open) {
        if (tryEmphasis(frame, begin, length))
            return true;
        if (length == 2 && frame.kind != NodeKind::Emphasis && tryEmphasis(frame, begin, 1))
            return true;
    }
    skip(end);
    return true;
}

bool SpanReader::mayClose(qsizetype from, char mark, int length)
{
    qsizetype &last = m_lastClosers[(mark == '_' ? 2 : 0) + length - 1];
    if (last == -2) {
        for (last = m_text.size() - length; last > 0; --last) {
            if (m_text[last] == mark && (length == 1 || m_text[last + 1] == mark) && !isAsciiSpace(m_text[last - 1])
                && !(mark == '_' && isLetterOrDigit(codePointAt(m_text, last + length))))
                break;
        }
    }
    return last >= from;
}

bool SpanReader::tryEmphasis(Frame &frame, qsizetype at, int length)
{
    const char mark = m_text[at];
    if (!mayClose(at + length, mark, length) || isExhausted() || m_depth >= maxDepth)
        return false;
    int &open = length == 2 ? m_openStrong : m_openEmphasis;
    Frame inside;
    inside.kind = length == 2 ? NodeKind::Strong : NodeKind::Emphasis;
    inside.done = m_pos = at + length;
    Stop stop;
    stop.what = Stop::What::Delimiter;
    stop.mark = mark;
    stop.length = length;
    ++open;
    ++m_depth;
    const bool found = parse(inside, stop);
    --m_depth;
    --open;
    if (!found) {
        m_pos = at;
        return false;
    }
    Node &node = add(frame, inside.kind, {at, m_pos + length}, {at + length, m_pos});
    node.marker = mark;
    close(inside, node);
    m_pos += length;
    return true;
}

/// Puts what was read inside a construct that ends at m_pos into its node.
void SpanReader::close(Frame &frame, Node &node)
{
    addText(frame, m_pos);
    node.children = std::move(frame.nodes);
}

bool SpanReader::code(Frame &frame)
{
    const auto span = codeSpanAt(m_text, m_pos);
    if (!span) {
        skip(backticksEnd(m_text, m_pos));
        m_steps += 8;
        return true;
    }
    Node &node = add(frame, NodeKind::Code, {m_pos, span->end}, span->content);
    node.marker = '`';
    node.text = bytes(span->content).toByteArray();
    m_pos = span->end;
    return true;
}

bool SpanReader::pointed(Frame &frame)
{
    if (const auto link = frame.raw ? std::nullopt : autolinkAt(m_text, m_pos)) {
        const QByteArray address = bytes(link->content).toByteArray();
        const bool named = address.startsWith("mailto:");
        const ByteRange shown{link->content.begin + (named ? 7 : 0), link->content.end};
        Node &node = add(frame, NodeKind::Link, {m_pos, link->content.end + 1}, link->content);
        node.urlRange = m_source.sourceOf(link->content);
        node.url = link->mail && !named ? "mailto:" + address : address;
        Frame inside;
        inside.done = link->content.begin;
        addText(inside, shown.end);
        if (named)
            inside.nodes.front().text.clear();
        node.children = std::move(inside.nodes);
        m_pos = link->content.end + 1;
        return true;
    }
    if (comment(frame))
        return true;
    if (const auto tag = endTagAt(m_text, m_pos)) {
        skip(tag->end);
        return true;
    }
    return element(frame);
}

bool SpanReader::comment(Frame &frame)
{
    if (!m_commentsEnd || !startsWith(m_pos, "<!--"))
        return false;
    const qsizetype end = m_text.indexOf("-->", m_pos + 4);
    m_commentsEnd = end >= 0;
    if (end < 0)
        return false;
    add(frame, NodeKind::Comment, {m_pos, end + 3}, {m_pos + 4, end});
    m_pos = end + 3;
    return true;
}

bool SpanReader::element(Frame &frame)
{
    const auto tag = startTagAt(m_text, m_pos);
    if (!tag || m_depth >= maxDepth || isExhausted()) {
        if (tagNameAt(m_text, m_pos).isEmpty() || byteAt(m_pos + 1) == '/')
            return false;
        skip(m_pos + 1);
        return true;
    }
    if (isBlockOnlyElement(tag->name)) {
        skip(tag->range.end);
        return true;
    }
    const bool neverParsed = contentModelOf(tag->name) == ContentModel::Raw;
    Frame inside;
    inside.kind = NodeKind::HtmlElement;
    inside.done = m_pos = tag->range.end;
    inside.raw = neverParsed || frame.raw || !m_parts.options.parseSpanHtml;
    if (tag->markdown == "span")
        inside.raw = false;
    else if (tag->markdown == "1")
        inside.raw = neverParsed;
    else if (tag->markdown == "0")
        inside.raw = true;
    qsizetype end = m_pos, contentEnd = m_pos;
    if (!tag->closed && !hasNoBody(tag->name)) {
        Stop stop;
        stop.what = Stop::What::EndTag;
        stop.tag = tag->name;
        ++m_depth;
        ++m_openElements;
        const bool found = parse(inside, stop);
        --m_openElements;
        --m_depth;
        contentEnd = m_pos;
        end = found ? endTagAt(m_text, m_pos)->end : m_pos;
    }
    Node &node = add(frame, NodeKind::HtmlElement, {tag->range.begin, end}, {tag->range.end, contentEnd});
    node.info = tag->name;
    node.attributes = tag->attributes;
    m_pos = contentEnd;
    close(inside, node);
    m_pos = end;
    return true;
}

bool SpanReader::entity(Frame &frame)
{
    const auto found = entityAt(m_text, m_pos);
    if (!found)
        return false;
    const ByteRange range{m_pos, m_pos + found->length};
    add(frame, NodeKind::Entity, range, range).text = found->text;
    m_pos = range.end;
    return true;
}

bool SpanReader::quote(Frame &frame)
{
    if (!m_parts.options.smartQuotes)
        return false;
    const TypographicSign sign = smartQuoteAt(m_text, m_pos, m_resumed);
    add(frame, NodeKind::Typographic, sign.range, sign.range).text = sign.text;
    m_pos = sign.range.end;
    return true;
}

bool SpanReader::symbol(Frame &frame)
{
    const auto sign = symbolAt(m_text, m_pos, std::max(m_resumed, frame.done));
    if (!sign)
        return false;
    add(frame, NodeKind::Typographic, sign->range, sign->range).text = sign->text;
    m_pos = sign->range.end;
    return true;
}

bool SpanReader::math(Frame &frame)
{
    if (!m_mathEnds || !startsWith(m_pos, "$$"))
        return false;
    const qsizetype end = m_text.indexOf("$$", m_pos + 2);
    m_mathEnds = end >= 0;
    if (end < 0)
        return false;
    Node &node = add(frame, NodeKind::MathInline, {m_pos, end + 2}, {m_pos + 2, end});
    node.marker = '$';
    node.text = bytes({m_pos + 2, end}).trimmed().toByteArray();
    m_pos = end + 2;
    return true;
}

bool SpanReader::strikethrough(Frame &frame)
{
    const auto isInner = [&](qsizetype at) { return byteAt(at) != '~' && !isAsciiSpace(byteAt(at)); };
    if (!startsWith(m_pos, "~~") || m_pos + 2 >= m_text.size() || !isInner(m_pos + 2) || isExhausted()
        || m_depth >= maxDepth)
        return false;
    const qsizetype begin = m_pos;
    qsizetype end = m_text.indexOf("~~", begin + 3);
    while (end >= 0 && !isInner(end - 1))
        end = m_text.indexOf("~~", end + 1);
    m_steps += (end < 0 ? m_text.size() : end) - begin;
    if (end < 0)
        return false;
    const QByteArrayView all = m_text;
    m_text = all.first(end);
    Frame inside;
    inside.done = m_pos = begin + 2;
    Stop stop;
    ++m_depth;
    ++m_openElements; // kramdown makes it an element
    parse(inside, stop);
    --m_openElements;
    --m_depth;
    m_text = all;
    m_pos = end;
    Node &node = add(frame, NodeKind::Strikethrough, {begin, end + 2}, {begin + 2, end});
    node.marker = '~';
    close(inside, node);
    m_pos = end + 2;
    return true;
}

} // namespace vitrine
