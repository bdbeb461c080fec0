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
        List, ///< authors, links, keywords: items, with literals as joins between them
        Sealed, ///< kept, shown and moved with the entry, never set, never copied
    };
    /// Which part of a value a slot is.
    enum class Part {
        Whole, ///< all of it; of a keyword, of an author who is one word to us: the item
        Name, ///< of an author
        Mark, ///< of an author: one mark, as written (`\*`); the value has it unescaped
        Label, ///< of a link
        Url, ///< of a link, or of an author's link
        Again, ///< the same value once more, listed under Field::also
        Short, ///< a venue's short name (badge `CVPR`), listed under Field::also
    };

    Type type = Type::Literal;
    Part part = Part::Whole;
    FieldId field = FieldId::Text; ///< Slot, List
    int item = 0; ///< Slot of authors, links, keywords: the number of its item in the field's value, from 0
    ByteRange range;
    ByteRange open, close; ///< Pair: its delimiters
    std::vector<LayoutNode> children; ///< Pair, List
};

/// How an understood entry is made: nodes that follow one another and cover its range byte by byte.
///
/// Cover. The nodes of an entry follow one another without gaps from range.begin to range.end; so do the children of
/// a List over its range, and the children of a Pair from open.end to close.begin. Literals and slots have no
/// children. No node is empty but a Slot of an end date that is left open without a word ("2022.09 - "). The list
/// marker and its blank ("* ", "1. ") are the begin of the first Literal; blanks at the entry's end are a Literal.
///
/// Slots. A slot is exactly the bytes that setting the field replaces; whatever encloses them (emphasis, quotes,
/// brackets, a link) is a Pair around it. The slot with Part::Whole of a text or date field is its Field::range;
/// those with Part::Again say the same in other words of the same value (the year of a badge) and those with
/// Part::Short give a venue's short name, the one in parentheses or alone in capitals: both are Field::also and may
/// stand before it. Setting the field writes the value there too where it stood in full. Each field of the entry but a
/// derived one has its slots, and each slot its field. What a text slot holds may contain any inlines, whole; a wrapped
/// value has line ends and indents inside (FieldText.h reads and writes them).
///
/// Links. `[Label](url)` is Pair "[" … ")" with children Slot(Links, Label, i), Literal "](", Slot(Links, Url, i);
/// with a title, a Literal ` "title"` follows the url. `<a href="url" class="x">Label</a>` is Pair `<a href="` …
/// `</a>` with Slot(Links, Url, i), Literal `" class="x">`, Slot(Links, Label, i). Emphasis around the label
/// (`[**PDF**](url)`) is a Pair inside, around the link (`**[PDF](url)**`) outside. An empty address or label has no
/// slot: `[Code]()` is one Slot and the Literal "](". Links that stand in a row with nothing but punctuation between
/// them, or alone, are one List(Links); the brackets around a row (`\[[PDF](…), [Code](…)\]`) are a Pair around the
/// List, brackets around each item a Pair inside it. A linked title, venue or badge has no label of its own: its
/// Pair holds the other field's slot and a Slot(Links, Url, i), and stands in no List. Items are numbered over the
/// whole entry in its order, whichever List or Pair holds them. Field::range of links is that of the first List, or
/// without one of the first Url slot. Links inside a text value (a news text, a summary) belong to that value; when an
/// entry has no others, links is a derived field (no range) that tells them.
///
/// Authors. One List(Authors) (its range is Field::range). An item is Slot(Authors, Name, i), its marks
/// Slot(Authors, Mark, i), and the Pairs around them: `**Ada King\***` is Pair "**" with Name and Mark, `**Ada
/// King**\*` is that Pair and a Mark beside it, `Ada King$^*$` is Name and Pair "$^" … "$" with the Mark, `<sup>*,
/// †</sup>` is one Pair with two Marks and a Literal between. A linked name is a link Pair with Slot(Authors, Url, i).
/// A Pair that is a child of the List belongs to one item. Literals between slots of one item belong to the item;
/// those between two items are joins (", ", ", and ", " and ", "; "), and what follows the last item inside the List
/// ("et al.") is its tail. The owner's own emphasis is the Pair of the item whose Author::self is set.
///
/// Dates. A date field is one slot with all its dates ("Fall 2019, Fall 2022", "2022 - 2024"); Field::dateForm tells
/// how to spell another. Where an entry has a start and an end they are two slots with the dash as a Literal between;
/// the end's dateForm spells both a date and the open word. Brackets and emphasis around a date are Pairs.
///
/// Pictures. Slot(Image) is the address of the entry's own picture; other pictures are Sealed.
///
/// Sealed. HTML that is not understood, Liquid, badges, counters, and words that no field can hold.
struct EntryLayout
{
    std::vector<LayoutNode> nodes;

    bool isEmpty() const { return nodes.empty(); }
};

/// Calls `visit` for each slot of nodes, in the order of the text.
template<typename Visit> void forEachSlot(const std::vector<LayoutNode> &nodes, const Visit &visit)
{
    for (const LayoutNode &node : nodes) {
        if (node.type == LayoutNode::Type::Slot)
            visit(node);
        else
            forEachSlot(node.children, visit);
    }
}

} // namespace vitrine
