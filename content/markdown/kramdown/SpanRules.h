#pragma once

#include "content/text/ByteRange.h"

#include <QByteArrayView>

#include <optional>

namespace vitrine {

/// Code between backticks.
struct CodeSpan
{
    ByteRange content; ///< without the blank next to double backticks
    qsizetype end = 0;
};
/// The code that starts with the backticks at `at`.
std::optional<CodeSpan> codeSpanAt(QByteArrayView text, qsizetype at);
/// The end of the backticks at `at`.
qsizetype backticksEnd(QByteArrayView text, qsizetype at);

/// `<https://a.b>` or `<a@b.c>` at `at`; the range is what stands between.
struct Autolink
{
    ByteRange content;
    bool mail = false;
};
std::optional<Autolink> autolinkAt(QByteArrayView text, qsizetype at);

/// Characters that a backslash takes their meaning from.
bool isEscapable(char c);

} // namespace vitrine
