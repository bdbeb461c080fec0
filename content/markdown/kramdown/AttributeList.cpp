#include "content/markdown/kramdown/AttributeList.h"

#include "content/markdown/Characters.h"

#include <algorithm>

namespace vitrine {

namespace {

bool isNameByte(char c)
{
    return isAsciiLetter(c) || isAsciiDigit(c) || c == '_' || c == '-' || c == ':' || static_cast<uchar>(c) >= 0x80;
}

class ListReader
{
public:
    explicit ListReader(QByteArrayView text) : m_text(text) { }

    AttributeList read()
    {
        while (m_pos < m_text.size()) {
            if (isAsciiSpace(m_text[m_pos]))
                ++m_pos;
            else
                word();
        }
        return std::move(m_list);
    }

private:
    char peek() const { return m_pos < m_text.size() ? m_text[m_pos] : '\0'; }

    QByteArray upToSpace()
    {
        const qsizetype begin = m_pos;
        while (m_pos < m_text.size() && !isAsciiSpace(peek()) && peek() != '.' && peek() != '#')
            ++m_pos;
        return m_text.sliced(begin, m_pos - begin).toByteArray();
    }

    QByteArray name()
    {
        const qsizetype begin = m_pos;
        while (m_pos < m_text.size() && isNameByte(peek()))
            ++m_pos;
        return m_text.sliced(begin, m_pos - begin).toByteArray();
    }

    void word()
    {
        const char first = peek();
        if (first == '.' || first == '#') {
            ++m_pos;
            const QByteArray value = upToSpace();
            if (!value.isEmpty())
                setAttribute(m_list.attributes, first == '.' ? "class" : "id", value);
            return;
        }
        const QByteArray word = name();
        const char quote = m_pos + 1 < m_text.size() && peek() == '=' ? m_text[m_pos + 1] : '\0';
        if (!word.isEmpty() && (quote == '"' || quote == '\'')) {
            value(word, quote);
        } else if (!word.isEmpty() && (m_pos == m_text.size() || isAsciiSpace(peek()))) {
            m_list.references.push_back(word);
        } else {
            while (m_pos < m_text.size() && !isAsciiSpace(peek()))
                ++m_pos;
        }
    }

    void value(const QByteArray &name, char quote)
    {
        m_pos += 2;
        QByteArray value;
        while (m_pos < m_text.size() && peek() != quote) {
            if (peek() == '\\' && m_pos + 1 < m_text.size() && (m_text[m_pos + 1] == quote || m_text[m_pos + 1] == '}'))
                ++m_pos;
            value += peek();
            ++m_pos;
        }
        ++m_pos;
        setAttribute(m_list.attributes, name, value);
    }

    QByteArrayView m_text;
    qsizetype m_pos = 0;
    AttributeList m_list;
};

} // namespace

bool AttributeList::refersTo(QByteArrayView name) const
{
    return std::find(references.begin(), references.end(), name) != references.end();
}

void AttributeList::merge(const AttributeList &other)
{
    for (const Attribute &attribute : other.attributes)
        setAttribute(attributes, attribute.name, attribute.value);
    references.insert(references.end(), other.references.begin(), other.references.end());
}

void setAttribute(std::vector<Attribute> &attributes, const QByteArray &name, const QByteArray &value)
{
    const auto same =
        std::find_if(attributes.begin(), attributes.end(), [&](const Attribute &a) { return a.name == name; });
    if (same == attributes.end())
        attributes.push_back({name, value});
    else
        same->value = name == "class" ? same->value + ' ' + value : value;
}

AttributeList readAttributeList(QByteArrayView text)
{
    return ListReader(text).read();
}

std::optional<qsizetype> attributeListEnd(QByteArrayView text, qsizetype at)
{
    if (!text.sliced(at).startsWith("{:"))
        return {};
    const qsizetype first = at + 2;
    if (first < text.size() && (text[first] == ':' || text[first] == '/'))
        return {};
    for (qsizetype pos = first; pos < text.size() && text[pos] != '\n'; ++pos) {
        if (text[pos] == '\\' && pos + 1 < text.size() && text[pos + 1] == '}')
            ++pos;
        else if (text[pos] == '}')
            return pos > first ? std::optional(pos + 1) : std::nullopt;
    }
    return {};
}

std::vector<Attribute> resolvedAttributes(const AttributeList &list, const AttributeDefinitions &definitions)
{
    std::vector<Attribute> attributes;
    for (const QByteArray &name : list.references) {
        for (const Attribute &attribute : definitions.value(name).attributes)
            setAttribute(attributes, attribute.name, attribute.value);
    }
    for (const Attribute &attribute : list.attributes)
        setAttribute(attributes, attribute.name, attribute.value);
    return attributes;
}

} // namespace vitrine
