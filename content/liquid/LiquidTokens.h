#pragma once

#include "content/text/ByteRange.h"

#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// A stretch of a template: text, `{{ output }}` or `{% tag %}`.
struct LiquidToken
{
    enum class Kind { Text, Output, Tag };

    Kind kind = Kind::Text;
    ByteRange range; ///< in the file; of text without what `-%}` and `{%-` around it take away
    QByteArrayView name; ///< of a tag
    QByteArrayView markup; ///< what follows the name of a tag; what an output says
};

/// Cuts a template into tokens; they view `text`. Braces that are not closed are text. Linear.
std::vector<LiquidToken> liquidTokens(QByteArrayView text, ByteRange range);

} // namespace vitrine
