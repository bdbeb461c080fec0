#pragma once

#include "content/text/ByteRange.h"

#include <QByteArrayView>

namespace vitrine {

/// `range` cut to what stands in it: from its first byte that is no blank or line end to the end of the last line that
/// has one, its trailing blanks inside and its line end outside. Empty (at range.begin) when nothing stands in it.
ByteRange standingIn(QByteArrayView text, ByteRange range);

/// `range` without blanks and line ends at both ends.
ByteRange trimmedIn(QByteArrayView text, ByteRange range);

/// The first byte of the line in which `at` lies, not before `floor`.
qsizetype lineBeginAt(QByteArrayView text, qsizetype at, qsizetype floor = 0);
/// The end of the line in which `at` lies, without its line end, not after `limit`.
qsizetype lineEndAt(QByteArrayView text, qsizetype at, qsizetype limit);
/// The begin of the next line, or `limit`.
qsizetype nextLineAt(QByteArrayView text, qsizetype at, qsizetype limit);

/// True when nothing but blanks stands between the begin of the line and `at`.
bool isFirstOnLine(QByteArrayView text, qsizetype at);
/// True when the line before that of `at` is blank, or there is none.
bool isAfterBlankLine(QByteArrayView text, qsizetype at);
/// True when nothing but blanks stands between `at` and the line end.
bool isLastOnLine(QByteArrayView text, qsizetype at);

} // namespace vitrine
