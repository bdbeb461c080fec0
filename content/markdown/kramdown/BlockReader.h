#pragma once

#include "content/markdown/kramdown/LineRules.h"
#include "content/markdown/kramdown/MarkdownBlock.h"

namespace vitrine {

/// Reads the blocks of a page or a container by kramdown's rules with GFM input.
class BlockReader
{
public:
    /// All must outlive the reader. `depth`: of containers around the text.
    BlockReader(PageParts &parts, const MappedText &text, MarkdownBlocks &into, int depth)
        : m_parts(parts), m_source(text), m_text(text.view()), m_out(&into), m_depth(depth)
    {
    }

    void read();

private:
    struct ItemRules;
    struct TableParts;

    bool readUntil(const QByteArray &element);
    bool readOne();

    MarkdownBlock &add(NodeKind kind, ByteRange range, ByteRange content);
    MarkdownBlock *last() { return m_out->shown.empty() ? nullptr : &m_out->shown.back(); }
    void addSilent(Node node);
    MarkdownBlock &addMark(MarkdownBlock::Role role, ByteRange lines);
    void setText(MarkdownBlock &block, ByteRange range) const;
    bool isAfterBoundary() const;
    bool isBeforeBoundary(qsizetype at) const;
    bool mayNest() const;
    void readInside(const MappedText &text, MarkdownBlocks &into) const;
    static void extendOver(MarkdownBlock &container);
    void finishParagraphs(MarkdownBlocks &list) const;
    QByteArrayView bytes(ByteRange range) const { return m_text.sliced(range.begin, range.size()); }
    ByteRange line(qsizetype at) const { return {at, lineEnd(m_text, at)}; }
    char byteAt(qsizetype at) const { return at < m_text.size() ? m_text[at] : '\n'; }

    bool blankLines();
    bool code();
    bool fence();
    bool quote();
    bool atxHeading();
    bool setextHeading();
    void addHeading(int level, char marker, ByteRange range, ByteRange title);
    bool rule();
    bool math();
    bool footnoteDefinition();
    bool linkDefinition();
    bool abbreviation();
    bool extension();
    void attributesFor(const AttributeLine &line);
    bool attributeDefinition(const AttributeLine &line);
    bool namedExtension();
    bool endMarker();
    void paragraph();

    // Lists
    bool list();
    bool definitionList();
    bool mayDefine() const;
    void addTerms(MarkdownBlock &list, const MarkdownBlock &paragraph) const;
    ItemRules beginItem(MarkdownBlock &item, const LineMark &mark, MappedText &text);
    bool goesOn(const ItemRules &rules, qsizetype at) const;
    bool isLazy(const ItemRules &rules, qsizetype at) const;
    bool appendLine(const ItemRules &rules, qsizetype at, MappedText &into, bool &isListStart) const;
    void readItem(MarkdownBlock &item, const std::vector<MappedText> &parts) const;
    void takeCheckBox(MarkdownBlock &list) const;

    // Tables
    bool table();
    bool hasPipe(qsizetype at) const;
    MarkdownBlock tableRow(ByteRange line, bool leadingPipe) const;
    std::vector<MappedText> cellsOf(ByteRange line) const;

    // HTML
    bool html();
    void element(const KramdownTag &tag, ContentModel around, MarkdownBlocks &into);
    void elementContent(MarkdownBlock &element, ContentModel model);
    void rawContent(MarkdownBlock &element);
    qsizetype withoutLastLineEnd(qsizetype end) const;
    void addRawText(MarkdownBlock &element, ByteRange range, NodeKind kind) const;
    void addComment(ByteRange comment, MarkdownBlocks &into) const;
    void skipLineRest();
    std::optional<ByteRange> commentHere();

    PageParts &m_parts;
    const MappedText &m_source;
    QByteArrayView m_text;
    MarkdownBlocks *m_out;
    int m_depth;
    int m_elements = 0; ///< how many are open around m_pos
    qsizetype m_pos = 0;
    QByteArray m_element; ///< the one whose content is read
    std::optional<AttributeList> m_attributes; ///< for the next block
    qsizetype m_noComment = -1; ///< from here on no comment ends
    qsizetype m_noMath = -1;
    QList<QByteArray> m_unendedExtensions; ///< names of those whose end is not there any more
    qsizetype m_noFence[2] = {0, 0}; ///< lengths of fences that are not closed any more, 0 for none
};

} // namespace vitrine
