#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// What a node of the common tree is. Both readers (kramdown, gfm) make these; the renderer, the outline and the checks
/// use nothing else.
enum class NodeKind : quint8 {
    Document,
    // Blocks
    Heading, ///< number: level
    Paragraph,
    BlockQuote,
    List, ///< ordered, number: first number, marker
    Item, ///< content: after the marker; marker: the bullet or delimiter
    DefinitionList,
    DefinitionTerm,
    Definition,
    CodeBlock, ///< text: the code as shown; info: language
    ThematicBreak,
    Table, ///< children: rows; number: how many of them are head rows
    TableRow,
    TableCell, ///< info: alignment, "left", "center", "right" or empty
    MathBlock, ///< text: TeX
    HtmlBlock, ///< raw HTML shown as it is written (gfm)
    LinkDefinition, ///< `[a]: url`; shows nothing
    FootnoteDefinition, ///< info: label
    AttributeLine, ///< kramdown `{: .a}` line; shows nothing itself
    // Both: an element whose content was read as a tree, and a comment
    HtmlElement, ///< info: tag name, attributes; content: between its tags
    Comment, ///< `<!-- -->`; content: between the marks
    // Inlines. Each lies within one line but Code, Link and the like, which may hold breaks
    Text, ///< shown as the bytes at range
    SoftBreak, ///< a line end inside a block, with the indent of the next line in its range
    HardBreak,
    Code, ///< text: as shown
    Emphasis,
    Strong,
    Strikethrough,
    Link, ///< content: between the brackets; url, urlRange, title
    Image, ///< content: the description; url, urlRange, title
    HtmlInline, ///< one raw tag, as written
    Escape, ///< `\*`; text: what it shows
    Entity, ///< `&nbsp;`; text: what it shows
    Typographic, ///< smart quote, dash, ellipsis; text: what it shows
    MathInline, ///< text: TeX
    FootnoteReference, ///< info: label
};

/// A name and a value of an HTML element or attribute list; an attribute without value has an empty one.
struct Attribute
{
    QByteArray name;
    QByteArray value; ///< entities decoded
};

/// A node of the Markdown tree over the expanded text. Ranges are exact: the bytes of `range` are the construct with
/// its delimiters, `content` is what stands between them. Children are in order and inside `range`. An image's or
/// link's address has its own range.
struct Node
{
    NodeKind kind = NodeKind::Document;
    char marker = 0; ///< `*` `_` `-` `+` `.` `)` `` ` `` `~` `#` `=`, where the kind has one
    bool ordered = false; ///< List
    bool tight = true; ///< Item: its first paragraph is shown without <p>
    bool raw = false; ///< HtmlElement: nothing in it was read as blocks of Markdown
    int number = 0;
    ByteRange range;
    ByteRange content;
    ByteRange urlRange;
    QByteArray text;
    QByteArray info;
    QByteArray url; ///< as shown: escapes and entities decoded
    QByteArray title;
    std::vector<Attribute> attributes;
    std::vector<Node> children;

    bool isInline() const { return kind >= NodeKind::Text; }
};

} // namespace vitrine
