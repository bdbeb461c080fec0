#pragma once

#include <QByteArrayView>

namespace vitrine {

/// What Markdown asks of single characters. Bytes of a multi-byte character belong to none of the ASCII classes.
constexpr bool isAsciiSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr bool isControl(char c)
{
    return (c >= '\0' && c < ' ') || c == '\x7f';
}

constexpr bool isAsciiPunctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

constexpr bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The code point that begins at `at`, U+FFFD where the bytes are no UTF-8; a line end (`\n`) at the end of the text.
char32_t codePointAt(QByteArrayView text, qsizetype at);
/// The code point that ends before `at`; a line end at the begin of the text.
char32_t codePointBefore(QByteArrayView text, qsizetype at);

bool isUnicodeSpace(char32_t c);
/// ASCII punctuation and symbols, and Unicode's punctuation (CommonMark 0.29).
bool isUnicodePunctuation(char32_t c);

} // namespace vitrine
