#pragma once

#include "content/text/ByteRange.h"

#include <QByteArrayView>

#include <optional>

namespace vitrine {

/// What the lines of a text begin by kramdown's rules. Every function looks at the line that begins at `at`; lines end
/// with `\n`.

/// The place of the line's end, and the begin of the next line.
qsizetype lineEnd(QByteArrayView text, qsizetype at);
qsizetype nextLine(QByteArrayView text, qsizetype at);
/// How many blanks there are from `at` on, at most `most`.
int blanksAt(QByteArrayView text, qsizetype at, int most);
bool isBlankLine(QByteArrayView text, qsizetype at);
/// The end of the blank lines from here on; `at` when there are none.
qsizetype blankLinesEnd(QByteArrayView text, qsizetype at);
/// How many bytes the indent of code takes: a tab or four blanks; 0 without.
int codeIndent(QByteArrayView text, qsizetype at);
bool isRule(QByteArrayView text, qsizetype at);
bool isQuoteStart(QByteArrayView text, qsizetype at);
/// `^`, which ends the block before it.
bool isEndMarker(QByteArrayView text, qsizetype at);
/// The level of `# Heading`, 0 when it is none.
int atxLevel(QByteArrayView text, qsizetype at);

/// A bullet, number or `:` with the blank behind it.
struct LineMark
{
    char kind = 0; ///< `*` for any bullet, `1` for a number, `:`
    ByteRange range;
};
/// A mark with at most `indent` blanks before it.
std::optional<LineMark> listMark(QByteArrayView text, qsizetype at, int indent);
std::optional<LineMark> definitionMark(QByteArrayView text, qsizetype at, int indent);

/// A run of three or more `~` or backticks.
std::optional<ByteRange> fenceMark(QByteArrayView text, qsizetype at);

/// An attribute list that has the line for itself.
struct AttributeLine
{
    ByteRange list; ///< between `{:` and `}`
    ByteRange range; ///< with the braces
    qsizetype end = 0; ///< behind the line end
};
std::optional<AttributeLine> attributeLine(QByteArrayView text, qsizetype at);

/// The line begins with a tag of an element that is a block.
bool beginsWithBlockTag(QByteArrayView text, qsizetype at, int indent);
/// A line that ends whatever goes on without marks.
bool endsLazyText(QByteArrayView text, qsizetype at);
bool endsParagraph(QByteArrayView text, qsizetype at);

/// The end of a range without the white space at its end; its begin without that at its begin.
qsizetype trimmedEnd(QByteArrayView text, ByteRange range);
qsizetype trimmedBegin(QByteArrayView text, ByteRange range);

} // namespace vitrine
