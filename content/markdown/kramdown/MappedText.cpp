#include "content/markdown/kramdown/MappedText.h"

#include <algorithm>

namespace vitrine {

MappedText MappedText::ofPage(QByteArrayView page, ByteRange range)
{
    MappedText text;
    text.m_text.reserve(range.size() + 1);
    qsizetype done = range.begin;
    for (qsizetype at = page.indexOf('\r', done); at >= 0 && at < range.end; at = page.indexOf('\r', done)) {
        text.appendVerbatim(page.sliced(done, at - done), done);
        done = at + 1 < range.end && page[at + 1] == '\n' ? at + 2 : at + 1;
        text.appendMade("\n", {at, done});
    }
    text.appendVerbatim(page.sliced(done, range.end - done), done);
    if (!text.m_text.endsWith('\n'))
        text.appendMade("\n", {range.end, range.end});
    return text;
}

MappedText MappedText::ofLines(QByteArrayView page, const std::vector<ByteRange> &lines)
{
    MappedText text;
    qsizetype done = -1;
    for (const ByteRange &line : lines) {
        if (done >= 0)
            text.appendMade("\n", {done, line.begin});
        text.appendVerbatim(page.sliced(line.begin, line.size()), line.begin);
        done = line.end;
    }
    return text;
}

void MappedText::appendVerbatim(QByteArrayView bytes, qsizetype source)
{
    if (bytes.isEmpty())
        return;
    const ByteRange range{source, source + bytes.size()};
    if (!m_pieces.empty() && !m_pieces.back().made && m_pieces.back().source.end == source)
        m_pieces.back().source.end = range.end;
    else
        m_pieces.push_back({m_text.size(), range, false});
    m_text += bytes;
}

void MappedText::appendMade(QByteArrayView bytes, ByteRange source)
{
    if (bytes.isEmpty())
        return;
    m_pieces.push_back({m_text.size(), source, true});
    m_text += bytes;
}

void MappedText::append(const MappedText &from, ByteRange range)
{
    if (range.isEmpty())
        return;
    for (size_t i = from.pieceAt(range.begin); i < from.m_pieces.size() && from.m_pieces[i].at < range.end; ++i) {
        const Piece &piece = from.m_pieces[i];
        const qsizetype begin = std::max(range.begin, piece.at);
        const qsizetype end = std::min(range.end, from.endOf(i));
        const QByteArrayView bytes = from.view().sliced(begin, end - begin);
        if (piece.made)
            appendMade(bytes, piece.source);
        else
            appendVerbatim(bytes, piece.source.begin + begin - piece.at);
    }
}

MappedText MappedText::part(ByteRange range) const
{
    MappedText text;
    text.append(*this, range);
    if (text.m_pieces.empty())
        text.m_pieces.push_back({0, {startOf(range.begin), startOf(range.begin)}, true});
    return text;
}

size_t MappedText::pieceAt(qsizetype at) const
{
    const auto next = std::upper_bound(
        m_pieces.begin(), m_pieces.end(), at, [](qsizetype pos, const Piece &p) { return pos < p.at; });
    return next == m_pieces.begin() ? 0 : static_cast<size_t>(next - m_pieces.begin()) - 1;
}

qsizetype MappedText::startOf(qsizetype at) const
{
    if (m_pieces.empty())
        return 0;
    if (at >= m_text.size())
        return m_pieces.back().source.end;
    const Piece &piece = m_pieces[pieceAt(at)];
    return piece.made ? piece.source.begin : piece.source.begin + at - piece.at;
}

ByteRange MappedText::sourceOf(ByteRange range) const
{
    const qsizetype begin = startOf(range.begin);
    if (range.isEmpty())
        return {begin, begin};
    const Piece &last = m_pieces[pieceAt(range.end - 1)];
    return {begin, last.made ? last.source.end : last.source.begin + range.end - last.at};
}

MappedText::Stretch MappedText::stretchAt(qsizetype at) const
{
    const size_t piece = pieceAt(at);
    return {endOf(piece), m_pieces[piece].made};
}

bool MappedText::standsLike(const MappedText &other) const
{
    const qsizetype by = other.startOf(0) - startOf(0);
    return std::equal(
        m_pieces.begin(), m_pieces.end(), other.m_pieces.begin(), other.m_pieces.end(),
        [by](const Piece &a, const Piece &b) {
            return a.at == b.at && a.made == b.made && a.source.shifted(by) == b.source;
        });
}

} // namespace vitrine
