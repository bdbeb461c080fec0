#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>
#include <QByteArrayView>

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
CodePoint readCodePoint(QByteArrayView text, qsizetype at);
bool isWordCharacter(char32_t c); ///< a letter or digit of any script
bool isEmoji(char32_t c);
/// The length of the emoji, variation selectors and blanks between them at the begin of `text`.
qsizetype emojiAt(QByteArrayView text);

/// True for what may be a literal: punctuation, blanks, marks, emoji and words of a closed list ("in", "the", "and",
/// "by", "accepted by", "于").
bool isLiteralText(QByteArrayView text);
/// Words of a text in lower case, letters and digits only.
std::vector<QByteArray> wordsOf(QByteArrayView text);
/// True when one of the words (or a phrase of them) is in `text` as whole words, whatever its case.
bool hasAnyWord(QByteArrayView text, const std::vector<QByteArrayView> &words);

} // namespace vitrine
