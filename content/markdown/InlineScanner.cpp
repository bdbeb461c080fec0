#include "content/markdown/InlineScanner.h"

#include "content/markdown/Characters.h"
#include "content/markdown/Entities.h"
#include "content/markdown/Html.h"
#include "content/markdown/InlineTree.h"

#include <algorithm>
#include <array>

namespace vitrine {

namespace {

/// Bytes at which something may begin; the scanner hops from one to the next.
constexpr std::array<bool, 256> specialBytes = [] {
    std::array<bool, 256> special{};
    for (const char c : {'\n', '\\', '`', '*', '_', '~', '[', ']', '!', '<', '&', '$', '{'})
        special[static_cast<uchar>(c)] = true;
    return special;
}();

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// CommonMark takes a tag only when blanks stand before each attribute.
bool isStrictTag(QByteArrayView text, const HtmlTag &tag)
{
    if (tag.closing && (!tag.attributes.empty() || tag.selfClosing))
        return false;
    return std::all_of(tag.attributes.begin(), tag.attributes.end(), [&](const HtmlAttribute &attribute) {
        const char first = text[attribute.range.begin];
        return isAsciiSpace(text[attribute.range.begin - 1]) && (isAsciiLetter(first) || first == '_' || first == ':');
    });
}

/// TeX is written with at least one of these; prices are not.
bool looksLikeTex(QByteArrayView content)
{
    return std::any_of(
        content.begin(), content.end(), [](char c) { return c == '\\' || c == '^' || c == '_' || c == '{'; });
}

QByteArray shownCode(QByteArrayView content)
{
    QByteArray shown = content.toByteArray().replace('\n', ' ');
    const bool padded = shown.size() > 2 && shown.startsWith(' ') && shown.endsWith(' ');
    const bool allBlank = shown.count(' ') == shown.size();
    return padded && !allBlank ? shown.sliced(1, shown.size() - 2) : shown;
}

} // namespace

InlineScanner::InlineScanner(
    QByteArrayView text, const std::vector<ByteRange> &lines, const LinkDefinitions *definitions)
    : m_lines(text, lines), m_text(m_lines.text()), m_definitions(definitions)
{
}

std::vector<Node> InlineScanner::read()
{
    while (m_pos < m_text.size()) {
        const char c = m_text[m_pos];
        if (specialBytes[static_cast<uchar>(c)])
            scanOne(c);
        else
            ++m_pos;
    }
    pairDelimiters(0);
    return inlineTree(m_lines, std::move(m_found));
}

void InlineScanner::scanOne(char c)
{
    switch (c) {
    case '\n':
        return lineEnd();
    case '\\':
        return backslash();
    case '`':
        return codeSpan();
    case '<':
        return pointed();
    case '&':
        return entity();
    case '$':
        return math();
    case '{':
        return liquid();
    case '[':
        return openBracket(false);
    case '!':
        if (peek(m_pos + 1) == '[')
            return openBracket(true);
        ++m_pos;
        return;
    case ']':
        return closeBracket();
    default:
        return delimiters(c);
    }
}

Node &InlineScanner::add(NodeKind kind, ByteRange range, ByteRange content)
{
    Node &node = m_found.emplace_back();
    node.kind = kind;
    node.range = range;
    node.content = content;
    return node;
}

/// A construct from here to `end`, behind which scanning goes on.
Node &InlineScanner::addLeaf(NodeKind kind, qsizetype end, ByteRange content)
{
    Node &node = add(kind, {m_pos, end}, content);
    m_pos = end;
    return node;
}

void InlineScanner::lineEnd()
{
    qsizetype begin = m_pos;
    while (begin > 0 && isBlank(m_text[begin - 1]))
        --begin;
    const bool hard = m_pos - begin >= 2 && m_text[m_pos - 1] == ' ' && m_text[m_pos - 2] == ' ';
    const qsizetype end = m_pos + 1;
    add(hard ? NodeKind::HardBreak : NodeKind::SoftBreak, {begin, end}, {begin, end});
    m_pos = end;
}

void InlineScanner::backslash()
{
    const char next = peek(m_pos + 1);
    const qsizetype width = next == '\\' && peek(m_pos + 2) == '\n' ? 2 : 1;
    if (peek(m_pos + width) == '\n' && m_pos + width < m_text.size()) {
        addLeaf(NodeKind::HardBreak, m_pos + width + 1, {m_pos, m_pos + width + 1}).marker = '\\';
    } else if (isAsciiPunctuation(next)) {
        addLeaf(NodeKind::Escape, m_pos + 2, {m_pos + 1, m_pos + 2}).text = QByteArray(1, next);
    } else {
        ++m_pos;
    }
}

/// The begin of the first run of `length` backticks at or after `from`, or -1.
qsizetype InlineScanner::backticksAfter(qsizetype from, qsizetype length)
{
    if (m_backticks.isEmpty()) {
        for (qsizetype i = m_text.indexOf('`', 0); i >= 0;) {
            const qsizetype begin = i;
            while (peek(i) == '`')
                ++i;
            m_backticks[i - begin].push_back(begin);
            i = i < m_text.size() ? m_text.indexOf('`', i) : -1;
        }
    }
    const auto runs = m_backticks.constFind(length);
    if (runs == m_backticks.cend())
        return -1;
    const auto found = std::lower_bound(runs->begin(), runs->end(), from);
    return found == runs->end() ? -1 : *found;
}

void InlineScanner::codeSpan()
{
    qsizetype contentBegin = m_pos;
    while (peek(contentBegin) == '`')
        ++contentBegin;
    const qsizetype length = contentBegin - m_pos;
    const qsizetype close = backticksAfter(contentBegin, length);
    if (close < 0) {
        m_pos = contentBegin;
        return;
    }
    Node &code = addLeaf(NodeKind::Code, close + length, {contentBegin, close});
    code.marker = '`';
    code.text = shownCode(m_text.sliced(contentBegin, close - contentBegin));
}

void InlineScanner::pointed()
{
    if (!autolink() && !rawHtml())
        ++m_pos;
}

/// `<https://a.b>` or `<a@b.c>`.
bool InlineScanner::autolink()
{
    qsizetype end = m_pos + 1;
    while (end < m_text.size() && m_text[end] != '>' && m_text[end] != '<' && !isAsciiSpace(m_text[end])
           && !isControl(m_text[end]))
        ++end;
    if (peek(end) != '>')
        return false;
    const ByteRange content{m_pos + 1, end};
    const QByteArrayView address = m_text.sliced(content.begin, content.size());
    const qsizetype colon = address.indexOf(':');
    const auto isSchemeChar = [](char c) {
        return isAsciiLetter(c) || isAsciiDigit(c) || c == '+' || c == '.' || c == '-';
    };
    const bool isUrl = colon >= 2 && colon <= 32 && isAsciiLetter(address[0])
        && std::all_of(address.begin(), address.begin() + colon, isSchemeChar);
    const qsizetype at = address.indexOf('@');
    const auto isLocalChar = [](char c) {
        return isAsciiLetter(c) || isAsciiDigit(c) || QByteArrayView(".!#$%&'*+/=?^_`{|}~-").contains(c);
    };
    const auto isHostChar = [](char c) { return isAsciiLetter(c) || isAsciiDigit(c) || c == '-' || c == '.'; };
    const bool isMail = !isUrl && at > 0 && at + 1 < address.size()
        && std::all_of(address.begin(), address.begin() + at, isLocalChar)
        && std::all_of(address.begin() + at + 1, address.end(), isHostChar);
    if (!isUrl && !isMail)
        return false;
    Node &link = add(NodeKind::Link, {m_pos, end + 1}, content);
    link.marker = '<';
    link.url = (isMail ? QByteArray("mailto:") : QByteArray()) + address.toByteArray();
    link.urlRange = m_lines.sourceOf(content);
    m_pos = end + 1;
    return true;
}

/// Where the first `mark` at or after `from` ends, or -1. Found places are kept, so that many openings before one
/// distant closing mark are not searched again and again.
qsizetype InlineScanner::endOf(QByteArrayView mark, qsizetype from)
{
    const QByteArray key = QByteArray::fromRawData(mark.data(), mark.size());
    auto known = m_nextMark.find(key);
    if (known == m_nextMark.end())
        known = m_nextMark.insert(mark.toByteArray(), -1);
    if (known.value() < from) {
        const qsizetype found = from <= m_text.size() ? m_text.indexOf(mark, from) : -1;
        known.value() = found < 0 ? m_text.size() : found;
    }
    return known.value() >= m_text.size() ? -1 : known.value() + mark.size();
}

/// The end of the processing instruction, declaration or CDATA section that starts here, or -1.
qsizetype InlineScanner::markupEnd()
{
    const QByteArrayView rest = m_text.sliced(m_pos);
    if (rest.startsWith("<?"))
        return endOf("?>", m_pos + 2);
    if (rest.startsWith("<![CDATA["))
        return endOf("]]>", m_pos + 9);
    if (rest.startsWith("<!") && isAsciiLetter(peek(m_pos + 2)))
        return endOf(">", m_pos + 2);
    return -1;
}

bool InlineScanner::rawHtml()
{
    if (m_text.sliced(m_pos).startsWith("<!--")) {
        const qsizetype end = endOf("-->", m_pos + 4);
        if (end >= 0)
            addLeaf(NodeKind::Comment, end, {m_pos + 4, end - 3});
        return end >= 0;
    }
    qsizetype end = markupEnd();
    if (end < 0) {
        const std::optional<HtmlTag> tag = readTag(m_text, m_pos);
        if (!tag || !isStrictTag(m_text, *tag))
            return false;
        end = tag->range.end;
    }
    addLeaf(NodeKind::HtmlInline, end, {m_pos, end});
    return true;
}

void InlineScanner::entity()
{
    const std::optional<Entity> entity = entityAt(m_text, m_pos);
    if (!entity) {
        ++m_pos;
        return;
    }
    const ByteRange range{m_pos, m_pos + entity->length};
    addLeaf(NodeKind::Entity, range.end, range).text = entity->text;
}

void InlineScanner::math()
{
    if (peek(m_pos + 1) == '$') {
        const qsizetype end = endOf("$$", m_pos + 2);
        const ByteRange content{m_pos + 2, end - 2};
        if (end >= 0 && !content.isEmpty()) {
            Node &math = addLeaf(NodeKind::MathInline, end, content);
            math.marker = '$';
            math.text = m_text.sliced(content.begin, content.size()).toByteArray();
            return;
        }
        m_pos += 2;
        return;
    }
    const qsizetype begin = m_pos + 1;
    qsizetype end = begin;
    while (end < m_text.size() && m_text[end] != '$' && m_text[end] != '\n')
        end += m_text[end] == '\\' ? 2 : 1;
    const bool closed = peek(end) == '$' && end > begin && !isAsciiDigit(peek(end + 1));
    if (!closed || isAsciiSpace(m_text[begin]) || isAsciiSpace(m_text[end - 1])
        || !looksLikeTex(m_text.sliced(begin, end - begin))) {
        ++m_pos;
        return;
    }
    Node &math = addLeaf(NodeKind::MathInline, end + 1, {begin, end});
    math.text = m_text.sliced(begin, end - begin).toByteArray();
}

/// Liquid that has not been run stays text as a whole.
void InlineScanner::liquid()
{
    const char second = peek(m_pos + 1);
    const qsizetype end = second == '{' ? endOf("}}", m_pos + 2) : second == '%' ? endOf("%}", m_pos + 2) : -1;
    if (end < 0 || m_text.sliced(m_pos, end - m_pos).contains('\n'))
        ++m_pos;
    else
        m_pos = end;
}

void InlineScanner::delimiters(char c)
{
    const qsizetype begin = m_pos;
    while (peek(m_pos) == c)
        ++m_pos;
    if (c != '~' || m_pos - begin == 2)
        m_delimiters.add(m_text, {begin, m_pos});
}

void InlineScanner::pairDelimiters(size_t bottom)
{
    m_delimiters.pair(bottom, [this](char mark, ByteRange open, ByteRange close) {
        const NodeKind kind = mark == '~' ? NodeKind::Strikethrough
            : open.size() == 2            ? NodeKind::Strong
                                          : NodeKind::Emphasis;
        add(kind, {open.begin, close.end}, {open.end, close.begin}).marker = mark;
    });
}

void InlineScanner::openBracket(bool image)
{
    if (!m_brackets.empty())
        m_brackets.back().nested = true;
    Bracket bracket;
    bracket.begin = m_pos;
    bracket.content = m_pos + (image ? 2 : 1);
    bracket.image = image;
    bracket.delimiters = m_delimiters.size();
    m_brackets.push_back(bracket);
    m_pos = bracket.content;
}

void InlineScanner::closeBracket()
{
    if (m_brackets.empty()) {
        ++m_pos;
        return;
    }
    const Bracket bracket = m_brackets.back();
    m_brackets.pop_back();
    const bool dead = !bracket.image && m_brackets.size() < m_dead;
    m_dead = std::min(m_dead, m_brackets.size());
    const std::optional<LinkTarget> target = dead ? std::nullopt : targetOf(bracket);
    if (target)
        makeLink(bracket, *target);
    else
        ++m_pos;
}

/// Where the bracket that closes here leads: `(url)`, `[label]`, `[]` or nothing behind it.
std::optional<LinkTarget> InlineScanner::targetOf(const Bracket &bracket) const
{
    const qsizetype after = m_pos + 1;
    if (auto target = inlineTargetAt(m_text, after)) {
        target->urlRange = m_lines.sourceOf(target->urlRange);
        return target;
    }
    if (!m_definitions || m_definitions->isEmpty())
        return {};
    const std::optional<ByteRange> label = labelAt(m_text, after);
    const bool full = label && label->size() > 2;
    if (!full && bracket.nested)
        return {};
    const ByteRange named = full ? ByteRange{label->begin + 1, label->end - 1} : ByteRange{bracket.content, m_pos};
    const qsizetype maxLabel = 999;
    if (named.isEmpty() || named.size() > maxLabel)
        return {};
    const auto found = m_definitions->constFind(normalLabel(m_text.sliced(named.begin, named.size())));
    if (found == m_definitions->cend())
        return {};
    LinkTarget target = *found;
    target.end = label ? label->end : after;
    target.urlRange = {m_lines.sourceOf(target.end), m_lines.sourceOf(target.end)};
    return target;
}

void InlineScanner::makeLink(const Bracket &bracket, const LinkTarget &target)
{
    pairDelimiters(bracket.delimiters);
    Node &link =
        add(bracket.image ? NodeKind::Image : NodeKind::Link, {bracket.begin, target.end}, {bracket.content, m_pos});
    link.url = target.url;
    link.urlRange = target.urlRange;
    link.title = target.title;
    m_pos = target.end;
    if (!bracket.image)
        m_dead = m_brackets.size(); // a link holds no link
}

} // namespace vitrine
