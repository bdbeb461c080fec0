#pragma once

#include "content/markdown/Node.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// One thing that stands on a page. Pieces follow one another and do not nest: an element that only wraps others gives
/// one piece for its open tag and one for its end tag, with what it wraps between them.
struct PagePiece
{
    enum class Type {
        Heading,
        Paragraph,
        Anchor, ///< `<span class='anchor' id='…'></span>` alone: shows nothing, belongs to the heading that follows
        Item, ///< of a Markdown list
        Box, ///< a paper box or another card
        HtmlItem, ///< `<li>`
        TableRow, ///< `<tr>`
        Table, ///< a Markdown table
        Html,
        Comment,
        Code,
        Rule,
        Liquid, ///< lines of Liquid tags only
        Other
    };
    Type type = Type::Other;
    /// From the first byte to the end of the last line (trailing blanks inside) or of the element.
    ByteRange range;
    ByteRange content; ///< of an element or a comment: between its marks
    const Node *node = nullptr; ///< the node that it is; null for raw HTML
    int level = 0; ///< Heading
    bool ordered = false; ///< Item of a numbered list
    bool alone = false; ///< Item: the only one of its bullet in its place
};

/// Lays trees out as pieces. How many bytes looking for end tags may cost is bounded, so that hostile nesting stays
/// linear: without budget left every element is taken for a wrapper.
class PagePieceReader
{
public:
    /// `text` and the trees given to read() must outlive the pieces.
    explicit PagePieceReader(QByteArrayView text);

    /// The pieces of a tree that was read from `range`.
    std::vector<PagePiece> read(const Node &tree, ByteRange range);

private:
    void visit(const Node &node, int depth);
    void visitChildren(const Node &node, int depth);
    void visitElement(const Node &node, int depth);
    void visitParagraph(const Node &node);
    void visitList(const Node &node, int depth);
    void addWithTail(PagePiece piece, bool mayEndWithAnchor);
    void readHtml(ByteRange range);
    qsizetype readText(ByteRange rest, bool first);
    qsizetype readElement(qsizetype at, qsizetype end);
    qsizetype readComment(qsizetype at);
    void addHtml(ByteRange range);
    void add(PagePiece piece);

    QByteArrayView m_text;
    ByteRange m_range;
    qsizetype m_done = 0; ///< bytes before this are told of
    qsizetype m_budget;
    bool m_commentsEnd = true; ///< false once a comment was met that never ends
    std::vector<PagePiece> m_pieces;
};

} // namespace vitrine
