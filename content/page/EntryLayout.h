#pragma once

#include "content/page/Schema.h"
#include "content/text/ByteRange.h"

#include <vector>

namespace vitrine {

/// A node of an entry's layout. All ranges are in the expanded text.
struct LayoutNode
{
    enum class Type {
        Literal, ///< punctuation, markup, small words between fields
        Slot, ///< the bytes of a value or of a part of one
        Pair, ///< opened and closed together: emphasis, link, span, quotes, brackets, `\[ \]`
        List, ///< authors, links, dates: items, with literals as joins between them
        Sealed, ///< kept, shown and moved with the entry, never set, never copied
    };
    /// Which part of an item a slot is.
    enum class Part { Whole, Name, Mark, Label, Url };

    Type type = Type::Literal;
    Part part = Part::Whole;
    FieldId field = FieldId::Text; ///< Slot, List
    int item = 0; ///< Slot inside a List: the number of its item, from 0
    ByteRange range;
    ByteRange open, close; ///< Pair: its delimiters
    std::vector<LayoutNode> children; ///< Pair, List
};

/// How an understood entry is made: nodes that follow one another and cover its range byte by byte.
struct EntryLayout
{
    std::vector<LayoutNode> nodes;

    bool isEmpty() const { return nodes.empty(); }
};

} // namespace vitrine
