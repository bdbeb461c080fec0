#include "content/markdown/kramdown/HtmlRules.h"

#include "content/markdown/Characters.h"
#include "content/markdown/Entities.h"

#include <QSet>

namespace vitrine {

namespace {

QSet<QByteArray> words(const char *list)
{
    QSet<QByteArray> set;
    for (const QByteArray &word : QByteArray(list).split(' '))
        set.insert(word);
    return set;
}

bool contains(const QSet<QByteArray> &set, QByteArrayView name)
{
    return set.contains(QByteArray::fromRawData(name.data(), name.size()));
}

bool isNameStart(char c)
{
    return isAsciiLetter(c) || c == '_' || static_cast<uchar>(c) >= 0x80;
}

bool isNameByte(char c)
{
    return isNameStart(c) || isAsciiDigit(c) || c == '-' || c == '.' || c == ':';
}

bool isWordByte(char c)
{
    return isNameStart(c) || isAsciiDigit(c);
}

class TagReader
{
public:
    TagReader(QByteArrayView text, qsizetype at) : m_text(text), m_pos(at + 1) { m_tag.range.begin = at; }

    std::optional<KramdownTag> read()
    {
        m_tag.name = name().toLower();
        if (m_tag.name.isEmpty())
            return {};
        while (true) {
            const qsizetype before = m_pos;
            skipSpace();
            if (peek() == '/' && m_pos + 1 < m_text.size() && m_text[m_pos + 1] == '>') {
                m_tag.closed = true;
                ++m_pos;
            }
            if (peek() == '>') {
                m_tag.range.end = m_pos + 1;
                return std::move(m_tag);
            }
            if (m_pos == before || m_tag.closed || !attribute())
                return {};
        }
    }

private:
    char peek() const { return m_pos < m_text.size() ? m_text[m_pos] : '\0'; }
    void skipSpace()
    {
        while (m_pos < m_text.size() && isAsciiSpace(m_text[m_pos]))
            ++m_pos;
    }

    QByteArray name()
    {
        const qsizetype begin = m_pos;
        if (!isNameStart(peek()))
            return {};
        while (m_pos < m_text.size() && isNameByte(m_text[m_pos]))
            ++m_pos;
        return m_text.sliced(begin, m_pos - begin).toByteArray();
    }

    bool attribute()
    {
        const QByteArray key = name().toLower();
        if (key.isEmpty())
            return false;
        const qsizetype before = m_pos;
        QByteArray value;
        skipSpace();
        if (peek() == '=') {
            ++m_pos;
            skipSpace();
            if (!readValue(value))
                return false;
        } else {
            m_pos = before;
        }
        if (key == "markdown") {
            m_tag.markdown = value;
            return true;
        }
        for (Attribute &known : m_tag.attributes) {
            if (known.name == key) {
                known.value = value;
                return true;
            }
        }
        m_tag.attributes.push_back({key, value});
        return true;
    }

    bool readValue(QByteArray &value)
    {
        const char quote = peek();
        qsizetype end = m_pos;
        if (quote == '"' || quote == '\'') {
            end = m_text.indexOf(quote, ++m_pos);
            if (end < 0)
                return false;
        } else {
            while (end < m_text.size() && isWordByte(m_text[end]))
                ++end;
            if (end == m_pos)
                return false;
        }
        value = decodeEntities(m_text.sliced(m_pos, end - m_pos));
        m_pos = quote == '"' || quote == '\'' ? end + 1 : end;
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_pos;
    KramdownTag m_tag;
};

} // namespace

std::optional<KramdownTag> startTagAt(QByteArrayView text, qsizetype at)
{
    if (at >= text.size() || text[at] != '<')
        return {};
    return TagReader(text, at).read();
}

QByteArray tagNameAt(QByteArrayView text, qsizetype at)
{
    if (at < text.size() && text[at] == '<')
        ++at;
    if (at < text.size() && text[at] == '/')
        ++at;
    if (at >= text.size() || !isNameStart(text[at]))
        return {};
    const qsizetype begin = at;
    while (at < text.size() && isNameByte(text[at]))
        ++at;
    return text.sliced(begin, at - begin).toByteArray().toLower();
}

std::optional<EndTag> endTagAt(QByteArrayView text, qsizetype at)
{
    if (!text.sliced(at).startsWith("</"))
        return {};
    EndTag tag{tagNameAt(text, at), 0};
    if (tag.name.isEmpty())
        return {};
    qsizetype pos = at + 2 + tag.name.size();
    while (pos < text.size() && isAsciiSpace(text[pos]))
        ++pos;
    if (pos >= text.size() || text[pos] != '>')
        return {};
    tag.end = pos + 1;
    return tag;
}

std::optional<qsizetype> findEndTag(QByteArrayView text, QByteArrayView name, qsizetype from)
{
    for (qsizetype at = text.indexOf("</", from); at >= 0; at = text.indexOf("</", at + 2)) {
        if (at + 2 + name.size() > text.size()
            || text.sliced(at + 2, name.size()).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        const auto tag = endTagAt(text, at);
        if (tag && tag->name == name)
            return at;
    }
    return {};
}

bool isSpanElement(QByteArrayView name)
{
    static const QSet<QByteArray> names = words(
        "a abbr acronym b bdo big br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt "
        "rtc ruby samp select small span strong sub sup tt u var");
    return contains(names, name);
}

bool isBlockOnlyElement(QByteArrayView name)
{
    static const QSet<QByteArray> names = words(
        "address applet article aside blockquote body caption col colgroup dd div dl dt fieldset figcaption footer "
        "form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main map menu nav ol optgroup p pre "
        "section summary table tbody td tfoot th thead tr ul");
    return contains(names, name);
}

bool hasNoBody(QByteArrayView name)
{
    static const QSet<QByteArray> names =
        words("area base br col command embed hr img input keygen link meta param source track wbr");
    return contains(names, name);
}

ContentModel contentModelOf(QByteArrayView name)
{
    static const QSet<QByteArray> span = words(
        "a abbr acronym b bdo big br button caption cite del dfn dt em h1 h2 h3 h4 h5 h6 i img input ins label legend "
        "optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt");
    static const QSet<QByteArray> block = words(
        "address applet area article aside base blockquote body col command dd details div dl embed fieldset "
        "figcaption figure footer form header hgroup hr iframe keygen li link main map menu meta nav noscript object "
        "param section source summary td track wbr");
    if (contains(span, name))
        return ContentModel::Span;
    return contains(block, name) ? ContentModel::Block : ContentModel::Raw;
}

} // namespace vitrine
