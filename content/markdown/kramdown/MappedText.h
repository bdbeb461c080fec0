#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// Text of a container (a quote, an item) without the marks and indents before its lines, with the way back to the
/// page's bytes. Line ends are `\n`.
class MappedText
{
public:
    /// The page itself: its line ends become `\n`, and the last line has one.
    static MappedText ofPage(QByteArrayView page, ByteRange range);
    /// Some lines of the page, in order; what lies between two of them is one `\n`.
    static MappedText ofLines(QByteArrayView page, const std::vector<ByteRange> &lines);

    QByteArrayView view() const { return m_text; }
    qsizetype size() const { return m_text.size(); }

    /// Appends a part of another text.
    void append(const MappedText &from, ByteRange range);
    /// Appends bytes that stand for other bytes of the page.
    void appendMade(QByteArrayView bytes, ByteRange source);
    MappedText part(ByteRange range) const;

    /// Where the byte at `at` stands in the page; at the end, where the last one ends.
    qsizetype startOf(qsizetype at) const;
    ByteRange sourceOf(ByteRange range) const;
    /// The end of the stretch from `at` on that either is as it stands in the page or stands for other bytes.
    struct Stretch
    {
        qsizetype end = 0;
        bool made = false;
    };
    Stretch stretchAt(qsizetype at) const;
    /// True when each byte of another text stands as far from its first one as here; the texts may differ.
    bool standsLike(const MappedText &other) const;

private:
    struct Piece
    {
        qsizetype at = 0;
        ByteRange source;
        bool made = false;
    };
    size_t pieceAt(qsizetype at) const;
    qsizetype endOf(size_t piece) const { return piece + 1 < m_pieces.size() ? m_pieces[piece + 1].at : m_text.size(); }
    void appendVerbatim(QByteArrayView bytes, qsizetype source);

    QByteArray m_text;
    std::vector<Piece> m_pieces;
};

} // namespace vitrine
