#include "content/markdown/LinkTarget.h"

#include "content/markdown/Characters.h"
#include "content/markdown/Entities.h"

namespace vitrine {

namespace {

constexpr int maxParentheses = 32; // as cmark does, so that the search for the end stays linear
constexpr qsizetype maxLabel = 999; // CommonMark, "link label"

/// Reads the parts of a target one after another.
class TargetReader
{
public:
    TargetReader(QByteArrayView text, qsizetype at) : m_text(text), m_pos(at) { }

    qsizetype pos() const { return m_pos; }
    char peek() const { return m_pos < m_text.size() ? m_text[m_pos] : '\0'; }
    void skipBlanks()
    {
        while (peek() == ' ' || peek() == '\t')
            ++m_pos;
    }

    /// Blanks with at most one line end among them; true when there was anything.
    bool skipSpace()
    {
        const qsizetype begin = m_pos;
        skipBlanks();
        if (peek() == '\n') {
            ++m_pos;
            skipBlanks();
        }
        return m_pos > begin;
    }

    std::optional<ByteRange> url() { return peek() == '<' ? pointedUrl() : bareUrl(); }

    /// The range without its quotes.
    std::optional<ByteRange> title()
    {
        const char open = peek();
        const char close = open == '(' ? ')' : open;
        if (open != '"' && open != '\'' && open != '(')
            return {};
        for (qsizetype i = m_pos + 1; i < m_text.size(); ++i) {
            if (m_text[i] == '\\') {
                ++i;
            } else if (m_text[i] == close) {
                const ByteRange range{m_pos + 1, i};
                m_pos = i + 1;
                return range;
            } else if (m_text[i] == '(' && open == '(') {
                return {};
            }
        }
        return {};
    }

    void moveTo(qsizetype pos) { m_pos = pos; }

private:
    std::optional<ByteRange> pointedUrl()
    {
        for (qsizetype i = m_pos + 1; i < m_text.size(); ++i) {
            const char c = m_text[i];
            if (c == '>') {
                const ByteRange range{m_pos + 1, i};
                m_pos = i + 1;
                return range;
            }
            if (c == '\n' || c == '<')
                return {};
            if (c == '\\')
                ++i;
        }
        return {};
    }

    std::optional<ByteRange> bareUrl()
    {
        const qsizetype begin = m_pos;
        int depth = 0;
        qsizetype i = m_pos;
        for (; i < m_text.size(); ++i) {
            const char c = m_text[i];
            if (c == '\\' && i + 1 < m_text.size() && isAsciiPunctuation(m_text[i + 1])) {
                ++i;
            } else if (c == '(') {
                if (++depth > maxParentheses)
                    return {};
            } else if (c == ')') {
                if (depth == 0)
                    break;
                --depth;
            } else if (isAsciiSpace(c) || isControl(c)) {
                break;
            }
        }
        if (depth != 0)
            return {};
        m_pos = i;
        return ByteRange{begin, i};
    }

    QByteArrayView m_text;
    qsizetype m_pos;
};

} // namespace

QByteArray unescaped(QByteArrayView text)
{
    QByteArray result;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] == '\\' && i + 1 < text.size() && isAsciiPunctuation(text[i + 1])) {
            result += text[i + 1];
            i += 2;
        } else if (const auto entity = text[i] == '&' ? entityAt(text, i) : std::nullopt) {
            result += entity->text;
            i += entity->length;
        } else {
            result += text[i++];
        }
    }
    return result;
}

std::optional<LinkTarget> inlineTargetAt(QByteArrayView text, qsizetype at)
{
    if (at >= text.size() || text[at] != '(')
        return {};
    TargetReader reader(text, at + 1);
    reader.skipSpace();
    LinkTarget target;
    const auto url = reader.url();
    if (!url)
        return {};
    target.urlRange = *url;
    const bool apart = reader.skipSpace();
    if (reader.peek() != ')') {
        const auto title = apart ? reader.title() : std::nullopt;
        if (!title)
            return {};
        target.title = unescaped(text.sliced(title->begin, title->size()));
        reader.skipSpace();
    }
    if (reader.peek() != ')')
        return {};
    target.url = unescaped(text.sliced(url->begin, url->size()));
    target.end = reader.pos() + 1;
    return target;
}

QByteArray normalLabel(QByteArrayView label)
{
    return QString::fromUtf8(label).simplified().toCaseFolded().toUtf8();
}

std::optional<ByteRange> labelAt(QByteArrayView text, qsizetype at)
{
    if (at >= text.size() || text[at] != '[')
        return {};
    for (qsizetype i = at + 1; i < text.size() && i - at <= maxLabel + 1; ++i) {
        if (text[i] == ']')
            return ByteRange{at, i + 1};
        if (text[i] == '[')
            return {};
        if (text[i] == '\\')
            ++i;
    }
    return {};
}

std::optional<LinkDefinition> definitionAt(QByteArrayView text, qsizetype at)
{
    const auto label = labelAt(text, at);
    if (!label || label->end >= text.size() || text[label->end] != ':')
        return {};
    LinkDefinition definition;
    definition.label = normalLabel(text.sliced(label->begin + 1, label->size() - 2));
    if (definition.label.isEmpty())
        return {};
    TargetReader reader(text, label->end + 1);
    reader.skipSpace();
    const bool pointed = reader.peek() == '<';
    const auto url = reader.url();
    if (!url || (url->isEmpty() && !pointed))
        return {};
    definition.target.urlRange = *url;
    definition.target.url = unescaped(text.sliced(url->begin, url->size()));

    const auto atLineEnd = [&] {
        reader.skipBlanks();
        return reader.pos() >= text.size() || reader.peek() == '\n';
    };
    const qsizetype afterUrl = reader.pos();
    const bool apart = reader.skipSpace();
    const auto title = apart ? reader.title() : std::nullopt;
    if (title && atLineEnd()) {
        definition.target.title = unescaped(text.sliced(title->begin, title->size()));
    } else {
        reader.moveTo(afterUrl);
        if (!atLineEnd())
            return {};
    }
    definition.target.end = reader.pos();
    return definition;
}

} // namespace vitrine
