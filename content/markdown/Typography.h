#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace vitrine {

/// Bytes that the site shows as other characters: quotes, dashes, an ellipsis, guillemets.
struct TypographicSign
{
    ByteRange range;
    QByteArray text; ///< UTF-8
};

/// The curly quote that kramdown makes of the `'` or `"` at `at`. `consumed` is the end of the markup before it: text
/// from there on decides whether the quote opens or closes.
TypographicSign smartQuoteAt(QByteArrayView text, qsizetype at, qsizetype consumed);

/// `--`, `---`, `...`, `<<` or `>>` at `at`, with the blank that belongs to a guillemet.
std::optional<TypographicSign> symbolAt(QByteArrayView text, qsizetype at, qsizetype consumed);

} // namespace vitrine
