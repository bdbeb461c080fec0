#include "content/importers/BibtexScanner.h"

#include <algorithm>

namespace vitrine {

namespace {

/// Longer words and keys make no entry; a bound to what is looked at ahead.
constexpr qsizetype longestWord = 40;
constexpr qsizetype longestKey = 200;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool endsName(char c)
{
    return isBibtexBlank(c) || QByteArrayView("{}()\",=#%@").contains(c);
}

} // namespace

bool isBibtexBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool BibtexScanner::take(char wanted)
{
    if (atEnd() || m_bytes[m_at] != wanted)
        return false;
    ++m_at;
    return true;
}

void BibtexScanner::skipBlanks()
{
    while (!atEnd() && isBibtexBlank(m_bytes[m_at]))
        ++m_at;
}

QByteArray BibtexScanner::takeName()
{
    const qsizetype begin = m_at;
    while (!atEnd() && !endsName(m_bytes[m_at]))
        ++m_at;
    return m_bytes.mid(begin, m_at - begin);
}

QByteArray BibtexScanner::takeUntil(QByteArrayView stops)
{
    const qsizetype begin = m_at;
    while (!atEnd() && !stops.contains(m_bytes[m_at]))
        ++m_at;
    return m_bytes.mid(begin, m_at - begin).trimmed();
}

bool BibtexScanner::isFirstOnLine(qsizetype at) const
{
    // Bounded: an entry that is indented deeper begins no line.
    for (qsizetype i = at - 1; i >= 0 && at - i <= longestWord; --i) {
        if (m_bytes[i] == '\n' || m_bytes[i] == '\r')
            return true;
        if (m_bytes[i] != ' ' && m_bytes[i] != '\t')
            return false;
    }
    return at <= longestWord;
}

bool BibtexScanner::beginsEntry() const
{
    if (peek() != '@' || !isFirstOnLine(m_at))
        return false;
    BibtexScanner ahead(*this);
    ahead.moveTo(m_at + 1);
    const qsizetype limit = std::min(m_bytes.size(), m_at + 1 + longestWord);
    while (ahead.m_at < limit && isLetter(m_bytes[ahead.m_at]))
        ++ahead.m_at;
    const QByteArray word = m_bytes.mid(m_at + 1, ahead.m_at - m_at - 1).toLower();
    while (ahead.m_at < limit && (m_bytes[ahead.m_at] == ' ' || m_bytes[ahead.m_at] == '\t'))
        ++ahead.m_at;
    if (word.isEmpty() || (ahead.peek() != '{' && ahead.peek() != '('))
        return false;
    if (word == "string" || word == "comment" || word == "preamble")
        return true;
    const qsizetype keyEnd = std::min(m_bytes.size(), ahead.m_at + 1 + longestKey);
    for (qsizetype i = ahead.m_at + 1; i < keyEnd; ++i) {
        const char c = m_bytes[i];
        if (c == ',' || c == '=')
            return true;
        if (c == '{' || c == '}' || c == '"' || c == '@')
            return false;
    }
    return false;
}

std::optional<ByteRange> BibtexScanner::takeDelimited(bool quoted)
{
    const qsizetype begin = ++m_at;
    int depth = 0;
    for (; !atEnd(); ++m_at) {
        const char c = m_bytes[m_at];
        if (c == '{') {
            ++depth;
        } else if (c == '}') {
            if (depth == 0 && !quoted)
                return ByteRange{begin, m_at++};
            depth = std::max(0, depth - 1);
        } else if (c == '"' && quoted && depth == 0) {
            const bool accent = m_at > begin && m_bytes[m_at - 1] == '\\' && m_at + 1 < m_bytes.size()
                && (isLetter(m_bytes[m_at + 1]) || m_bytes[m_at + 1] == '\\');
            if (!accent)
                return ByteRange{begin, m_at++};
        } else if (c == '@' && beginsEntry()) {
            return {};
        }
    }
    return {};
}

std::optional<ByteRange> BibtexScanner::takeBraced()
{
    return takeDelimited(false);
}

std::optional<ByteRange> BibtexScanner::takeQuoted()
{
    return takeDelimited(true);
}

void BibtexScanner::skipGroup()
{
    const qsizetype begin = m_at;
    const bool parenthesis = peek() == '(';
    int depth = 0;
    for (; !atEnd(); ++m_at) {
        const char c = m_bytes[m_at];
        if (c == '@' && m_at > begin && beginsEntry())
            return;
        if (c == '{' || (parenthesis && c == '('))
            ++depth;
        else if ((c == '}' || (parenthesis && c == ')')) && --depth <= 0) {
            ++m_at;
            return;
        }
    }
}

} // namespace vitrine
