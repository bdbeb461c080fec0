#pragma once

#include "content/markdown/Reader.h"
#include "content/page/reading/SectionDraft.h"
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
    std::vector<SectionDraft> collect(const Node &tree, ByteRange body);

private:
    void addPiece(SectionPiece piece);
    void addHeading(const PagePiece &piece, bool bold, const SectionPiece *hidden);
    void addComment(const PagePiece &comment, bool liveAfter);
    void flushAnchors();
    SectionDraft &current();
    Title titleOf(const PagePiece &piece) const;
    bool isBoldHeading(const PagePiece &piece, const PagePiece *next) const;
    int levelFor(const PagePiece &piece, bool bold) const;
    void finishRanges(qsizetype end);

    const QByteArray &m_text;
    MarkdownOptions m_options;
    PagePieceReader m_reader;
    std::deque<Node> m_inner; ///< the trees read inside comments
    std::vector<SectionDraft> m_drafts;
    std::vector<SectionPiece> m_anchors; ///< seen, and not yet given to a section
    qsizetype m_begin = 0; ///< of the page's body
    int m_current = -1; ///< the section that live pieces go to
    int m_hidden = -1; ///< the one that pieces of the comment at hand go to
    int m_headingLevel = 0; ///< of the last heading that was no bold line
};

} // namespace vitrine
