#pragma once

#include "content/liquid/LiquidTokens.h"

#include <vector>

namespace vitrine {

/// A part of a parsed template. Blocks (`if`, `case`, `for`, `capture`) have branches: the parts up to the next `else`.
struct LiquidNode
{
    enum class Kind {
        Text,
        Output,
        Assign,
        Include,
        Break,
        Continue,
        Count,
        Cycle,
        If,
        Unless,
        Case,
        For,
        Capture,
        IfChanged,
        Comment,
        AsWritten
    };

    struct Branch
    {
        QByteArrayView name; ///< if, elsif, when, else …
        QByteArrayView markup;
        ByteRange tag;
        std::vector<LiquidNode> nodes;
    };

    Kind kind = Kind::Text;
    ByteRange range; ///< all of it, to the end of the closing tag
    ByteRange tag; ///< the (opening) tag or output alone
    QByteArrayView name, markup;
    std::vector<Branch> branches;
    /// Puts out nothing but white space whatever happens; then Liquid puts out nothing at all.
    bool isBlank = false;
};

/// Reads a template. Tags that are not known or not closed are AsWritten; their text is `range`. Never fails.
std::vector<LiquidNode> parseLiquid(QByteArrayView text, ByteRange range);

/// No deeper nesting is run, of blocks and of files together: Liquid's own limit.
constexpr int deepestLiquid = 100;

} // namespace vitrine
