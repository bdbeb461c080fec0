#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace vitrine {

/// The value of a text field that stands at `range`: its bytes with line ends as `\n` and the common indent of the
/// lines after the first removed.
QByteArray fieldText(QByteArrayView text, ByteRange range);
/// The indent of the lines after the first that fieldText removes; nothing when the range is within one line.
std::optional<QByteArray> wrappedIndent(QByteArrayView text, ByteRange range);
/// What is shown of a value in which nothing but escapes and entities is markup, or nothing when it has other markup.
/// `html`: the value stands in raw HTML, where a backslash and a star are themselves.
std::optional<QByteArray> plainText(QByteArrayView value, bool html = false);

} // namespace vitrine
