#pragma once

#include "content/markdown/Reader.h"
#include "content/page/reading/Drafts.h"
#include "content/page/reading/Titles.h"

#include <deque>
#include <vector>

namespace vitrine {

/// Cuts a page into sections: finds headings, also bold lines that group entries and those inside comments, and gives
/// every piece to the section in which it stands.
class SectionCollector
{
public:
    /// All must outlive the drafts, which point into the trees.
    SectionCollector(const QByteArray &text, const MarkdownOptions &options);

    /// Sections in page order with their ranges and parents.
    std::vector<Draft> collect(const Node &tree, ByteRange body);

private:
    void addPiece(DraftPiece piece);
    void addHeading(const Piece &piece, bool bold, const DraftPiece *hidden);
    void addComment(const Piece &comment, bool liveAfter);
    void flushAnchors();
    Draft &current();
    Title titleOf(const Piece &piece) const;
    bool isBoldHeading(const Piece &piece, const Piece *next) const;
    int levelFor(const Piece &piece, bool bold) const;
    void finishRanges(qsizetype end);

    const QByteArray &m_text;
    MarkdownOptions m_options;
    PieceReader m_reader;
    std::deque<Node> m_inner; ///< the trees read inside comments
    std::vector<Draft> m_drafts;
    std::vector<DraftPiece> m_anchors; ///< seen, and not yet given to a section
    qsizetype m_begin = 0; ///< of the page's body
    int m_current = -1; ///< the section that live pieces go to
    int m_hidden = -1; ///< the one that pieces of the comment at hand go to
    int m_headingLevel = 0; ///< of the last heading that was no bold line
};

} // namespace vitrine
