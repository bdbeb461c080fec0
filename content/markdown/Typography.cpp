#include "content/markdown/Typography.h"

#include "content/markdown/Characters.h"

#include <QChar>

namespace vitrine {

namespace {

/// Reads around one quote; outside the text everything is a line end.
class QuoteContext
{
public:
    QuoteContext(QByteArrayView text, qsizetype at) : m_text(text), m_at(at) { }

    char next(qsizetype distance = 1) const
    {
        const qsizetype i = m_at + distance;
        return i >= 0 && i < m_text.size() ? m_text[i] : '\n';
    }
    bool wordAt(qsizetype distance) const
    {
        const char c = next(distance);
        return isAsciiLetter(c) || isAsciiDigit(c) || c == '_';
    }
    /// The same for letters of any script, as kramdown has it at the end of a word.
    bool shownWordAt(qsizetype distance) const
    {
        const char32_t c = codePointAt(m_text, m_at + distance);
        return c < 0x80 ? wordAt(distance) : QChar::isLetterOrNumber(c) || QChar::isMark(c);
    }
    bool isDouble() const { return next(0) == '"'; }
    /// `"'word`: both open.
    bool opensPair() const { return next() == (isDouble() ? '\'' : '"') && wordAt(2); }
    /// `'80s`
    bool isDecade() const { return !isDouble() && isAsciiDigit(next()) && isAsciiDigit(next(2)) && next(3) == 's'; }

    bool opensAfterText(char before) const
    {
        if (isAsciiSpace(before))
            return !isDecade();
        return before == '[' || before == '{' || before == '(' || before == '-' || before == '\\';
    }

    bool opensAfterMarkup() const
    {
        const bool mark = next() == '*' || next() == '_';
        if (mark && !isAsciiSpace(next(next(2) == next() ? 3 : 2)))
            return true;
        const bool dots = next(2) == '.' && next(3) == '.';
        const bool wordEnds = (next() == '_') != shownWordAt(2);
        if (isAsciiPunctuation(next()) && next() != '&' && !dots && !wordEnds)
            return false;
        if (opensPair())
            return true;
        const bool possessive = next() == 's' && !wordAt(2);
        return !isDecade() && !isAsciiSpace(next()) && !possessive;
    }

private:
    QByteArrayView m_text;
    qsizetype m_at;
};

} // namespace

TypographicSign smartQuoteAt(QByteArrayView text, qsizetype at, qsizetype consumed)
{
    const QuoteContext quote(text, at);
    const bool opens = at > consumed ? quote.opensAfterText(quote.next(-1)) : quote.opensAfterMarkup();
    const char *shown = quote.isDouble() ? (opens ? "“" : "”") : (opens ? "‘" : "’");
    return {{at, at + 1}, shown};
}

std::optional<TypographicSign> symbolAt(QByteArrayView text, qsizetype at, qsizetype consumed)
{
    const QByteArrayView rest = text.sliced(at);
    if (rest.size() < 2 || rest[0] != rest[1]) // all of them begin with the same twice
        return {};
    if (rest.startsWith("---"))
        return TypographicSign{{at, at + 3}, "—"};
    if (rest.startsWith("--"))
        return TypographicSign{{at, at + 2}, "–"};
    if (rest.startsWith("..."))
        return TypographicSign{{at, at + 3}, "…"};
    if (rest.startsWith("<< "))
        return TypographicSign{{at, at + 3}, "«\u00a0"};
    if (rest.startsWith("<<"))
        return TypographicSign{{at, at + 2}, "«"};
    if (rest.startsWith(">>")) {
        const bool blank = at > consumed && text[at - 1] == ' ';
        return TypographicSign{{blank ? at - 1 : at, at + 2}, blank ? "\u00a0»" : "»"};
    }
    return {};
}

} // namespace vitrine
