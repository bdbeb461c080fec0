#include "content/markdown/Html.h"

#include "content/markdown/Entities.h"

#include <algorithm>
#include <array>

namespace vitrine {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameChar(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':';
}

bool endsAttributeName(char c)
{
    return isSpace(c) || c == '=' || c == '>' || c == '/' || c == '<' || c == '"' || c == '\'' || c == '\0';
}

template<size_t N> bool contains(const std::array<QByteArrayView, N> &names, QByteArrayView name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Reads one tag, character by character.
class TagReader
{
public:
    TagReader(QByteArrayView text, qsizetype at) : m_text(text), m_pos(at) { m_tag.range.begin = at; }

    std::optional<HtmlTag> read()
    {
        if (!take('<'))
            return {};
        m_tag.closing = take('/');
        if (!readName())
            return {};
        while (true) {
            skipSpace();
            if (take('>')) {
                m_tag.range.end = m_pos;
                return std::move(m_tag);
            }
            if (take('/')) {
                m_tag.selfClosing = peek() == '>';
                continue;
            }
            if (!readAttribute())
                return {};
        }
    }

private:
    char peek() const { return m_pos < m_text.size() ? m_text[m_pos] : '\0'; }

    bool take(char c)
    {
        if (m_pos >= m_text.size() || m_text[m_pos] != c)
            return false;
        ++m_pos;
        return true;
    }

    void skipSpace()
    {
        while (m_pos < m_text.size() && isSpace(m_text[m_pos]))
            ++m_pos;
    }

    bool readName()
    {
        const qsizetype begin = m_pos;
        if (!isLetter(peek()))
            return false;
        while (isNameChar(peek()))
            ++m_pos;
        if (!isSpace(peek()) && peek() != '>' && peek() != '/')
            return false;
        m_tag.name = m_text.sliced(begin, m_pos - begin).toByteArray().toLower();
        return true;
    }

    bool readAttribute()
    {
        HtmlAttribute attribute;
        attribute.range.begin = m_pos;
        while (!endsAttributeName(peek()))
            ++m_pos;
        if (m_pos == attribute.range.begin)
            return false;
        attribute.name = m_text.sliced(attribute.range.begin, m_pos - attribute.range.begin).toByteArray().toLower();
        attribute.range.end = m_pos;
        attribute.valueRange = {m_pos, m_pos};
        skipSpace();
        if (take('=')) {
            skipSpace();
            if (!readValue(attribute))
                return false;
        }
        m_tag.attributes.push_back(std::move(attribute));
        return true;
    }

    bool readValue(HtmlAttribute &attribute)
    {
        const char quote = peek();
        const bool quoted = quote == '"' || quote == '\'';
        const qsizetype begin = quoted ? ++m_pos : m_pos;
        if (quoted) {
            const qsizetype end = m_text.indexOf(quote, m_pos);
            if (end < 0)
                return false;
            m_pos = end;
        } else {
            while (m_pos < m_text.size() && !isSpace(peek()) && peek() != '>' && peek() != '<' && peek() != '"'
                   && peek() != '\'')
                ++m_pos;
            if (m_pos == begin)
                return false;
        }
        attribute.valueRange = {begin, m_pos};
        attribute.value = decodeEntities(m_text.sliced(begin, m_pos - begin));
        if (quoted)
            ++m_pos;
        attribute.range.end = m_pos;
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_pos;
    HtmlTag m_tag;
};

} // namespace

const HtmlAttribute *HtmlTag::attribute(QByteArrayView wanted) const
{
    const auto found = std::find_if(
        attributes.begin(), attributes.end(), [&](const HtmlAttribute &attribute) { return attribute.name == wanted; });
    return found == attributes.end() ? nullptr : &*found;
}

bool isVoidElement(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 14> names{"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                          "input", "link", "meta", "param", "source", "track", "wbr"};
    return contains(names, name);
}

bool isBlockElement(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 46> names{
        "address", "article", "aside", "blockquote", "body", "caption",  "center",     "colgroup", "dd",      "details",
        "dialog",  "dir",     "div",   "dl",         "dt",   "fieldset", "figcaption", "figure",   "footer",  "form",
        "h1",      "h2",      "h3",    "h4",         "h5",   "h6",       "header",     "hr",       "iframe",  "legend",
        "li",      "main",    "menu",  "nav",        "ol",   "p",        "pre",        "section",  "summary", "table",
        "tbody",   "td",      "tfoot", "th",         "tr",   "ul"};
    return contains(names, name);
}

std::optional<HtmlTag> readTag(QByteArrayView text, qsizetype at)
{
    return TagReader(text, at).read();
}

std::optional<ByteRange> commentAt(QByteArrayView text, qsizetype at, qsizetype limit)
{
    if (at < 0 || at >= text.size() || !text.sliced(at).startsWith("<!--"))
        return {};
    const qsizetype end = text.first(std::min(limit, text.size())).indexOf("-->", at + 4);
    if (end < 0)
        return {};
    return ByteRange{at, end + 3};
}

qsizetype rawTextEnd(QByteArrayView text, const HtmlTag &tag, qsizetype limit)
{
    if (tag.closing || tag.selfClosing || (tag.name != "script" && tag.name != "style"))
        return tag.range.end;
    const QByteArrayView head = text.first(std::min(limit, text.size()));
    const qsizetype length = 2 + tag.name.size();
    for (qsizetype at = head.indexOf("</", tag.range.end); at >= 0; at = head.indexOf("</", at + 2)) {
        if (at + length <= head.size()
            && head.sliced(at + 2, tag.name.size()).compare(tag.name, Qt::CaseInsensitive) == 0)
            return at;
    }
    return head.size();
}

std::optional<ByteRange> elementAt(QByteArrayView text, qsizetype at, qsizetype limit)
{
    const QByteArrayView head = text.first(std::min(limit, text.size()));
    const std::optional<HtmlTag> start = readTag(head, at);
    if (!start || start->closing)
        return {};
    if (start->selfClosing || isVoidElement(start->name))
        return start->range;

    int depth = 1;
    bool commentsEnd = true; // after one that has no end, no other has
    for (qsizetype pos = head.indexOf('<', rawTextEnd(head, *start, head.size())); pos >= 0;
         pos = head.indexOf('<', pos)) {
        if (const auto comment = commentsEnd ? commentAt(head, pos, head.size()) : std::nullopt) {
            pos = comment->end;
            continue;
        }
        commentsEnd = commentsEnd && !head.sliced(pos).startsWith("<!--");
        const std::optional<HtmlTag> tag = readTag(head, pos);
        pos = tag ? rawTextEnd(head, *tag, head.size()) : pos + 1;
        if (!tag || tag->name != start->name || tag->selfClosing)
            continue;
        depth += tag->closing ? -1 : 1;
        if (depth == 0)
            return ByteRange{at, tag->range.end};
    }
    return {};
}

} // namespace vitrine
