#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QChar>

#include <optional>
#include <vector>

namespace vitrine {

/// Texts of a line, in bytes of UTF-8. Nothing here knows of markup.

/// The text without blanks, no-break blanks and line ends at both ends.
ByteRange withoutBlanks(QByteArrayView text);
/// The length of a final period that is not an abbreviation's or an ellipsis', 0 when there is none.
qsizetype periodAt(QByteArrayView text);
/// A code point and how many bytes it takes.
struct CodePoint
{
    char32_t value = 0;
    qsizetype length = 1;
};
/// The code point at `at`; 0 and length 1 for bytes that are not UTF-8.
CodePoint readLongCodePoint(QByteArrayView text, qsizetype at);
inline CodePoint readCodePoint(QByteArrayView text, qsizetype at)
{
    const bool ascii = at < text.size() && static_cast<unsigned char>(text[at]) < 0x80;
    return ascii ? CodePoint{static_cast<unsigned char>(text[at]), 1} : readLongCodePoint(text, at);
}
constexpr bool isEmoji(char32_t c)
{
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF)
        || (c >= 0x2300 && c <= 0x23FF) || c == 0xFE0F || c == 0x200D || c == 0x20E3;
}
/// A letter or digit of any script.
inline bool isWordCharacter(char32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return QChar::isLetterOrNumber(c) && !isEmoji(c);
}

/// True for what may be a literal: punctuation, blanks, marks, emoji and words of a closed list ("in", "the", "and",
/// "by", "accepted by", "于").
bool isLiteralText(QByteArrayView text);
/// Words of a text in lower case, letters and digits only.
std::vector<QByteArray> wordsOf(QByteArrayView text);
/// The same as views of the text, as it writes them.
std::vector<QByteArrayView> wordsIn(QByteArrayView text);
size_t wordCount(QByteArrayView text);
bool hasWords(QByteArrayView text);

} // namespace vitrine
