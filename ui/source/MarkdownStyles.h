#pragma once

#include "content/markdown/Node.h"

#include <QByteArrayView>
#include <QFlags>

#include <vector>

namespace vitrine {

/// How a byte of Markdown is shown in editors.
enum class MarkdownStyle : quint16 {
    Sign = 0x1, ///< delimiters, addresses, tags: dimmed
    Strong = 0x2,
    Emphasis = 0x4,
    Code = 0x8,
    Link = 0x10, ///< the words of a link
    Heading = 0x20,
    Marker = 0x40, ///< bullets, `#`, `>`
    Comment = 0x80,
    Struck = 0x100,
};
Q_DECLARE_FLAGS(MarkdownStyles, MarkdownStyle)
Q_DECLARE_OPERATORS_FOR_FLAGS(MarkdownStyles)

/// One set of styles for each byte of a text.
using StyleMap = std::vector<MarkdownStyles>;

/// The styles of a text by its tree, whose ranges count in it; Liquid tags are signs too. Linear, any nesting.
StyleMap stylesOf(QByteArrayView text, const Node &tree);

} // namespace vitrine
