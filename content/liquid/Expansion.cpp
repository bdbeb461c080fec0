#include "content/liquid/Expansion.h"

#include <tuple>

namespace vitrine {

Expansion::Expansion(QByteArray text, std::vector<Piece> pieces) : m_text(std::move(text)), m_pieces(std::move(pieces))
{
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        if (m_pieces[i].verbatim)
            m_bySource.push_back(i);
    }
    const auto key = [this](size_t i) {
        const Piece &piece = m_pieces[i];
        return std::tuple(piece.source.file, piece.source.range.begin, i);
    };
    std::sort(m_bySource.begin(), m_bySource.end(), [&](size_t a, size_t b) { return key(a) < key(b); });
}

Expansion Expansion::asWritten(const QByteArray &page)
{
    const ByteRange all{0, page.size()};
    return Expansion(page, {{all, {0, all}, true}});
}

std::optional<SourceRange> Expansion::toSource(ByteRange expanded) const
{
    const auto place = [](const Piece &piece, ByteRange range) {
        return SourceRange{piece.source.file, range.shifted(piece.source.range.begin - piece.expanded.begin)};
    };
    // the first piece that does not end before the range begins
    const auto at = std::partition_point(m_pieces.begin(), m_pieces.end(), [&](const Piece &piece) {
        return expanded.isEmpty() ? piece.expanded.end < expanded.begin : piece.expanded.end <= expanded.begin;
    });
    if (at == m_pieces.end())
        return {};
    if (at->verbatim && at->expanded.contains(expanded))
        return place(*at, expanded);
    const auto next = at + 1;
    if (expanded.isEmpty() && next != m_pieces.end() && next->verbatim && next->expanded.contains(expanded))
        return place(*next, expanded);
    return {};
}

std::optional<ByteRange> Expansion::toExpanded(SourceRange source) const
{
    const auto after = std::partition_point(m_bySource.begin(), m_bySource.end(), [&](size_t i) {
        const SourceRange &piece = m_pieces[i].source;
        return std::pair(piece.file, piece.range.begin) <= std::pair(source.file, source.range.begin);
    });
    std::optional<size_t> first;
    // Files that are included several times have several pieces with the same begin: the earliest one counts.
    for (auto it = after; it != m_bySource.begin();) {
        const Piece &piece = m_pieces[*--it];
        if (piece.source.file != source.file
            || (first && piece.source.range.begin != m_pieces[*first].source.range.begin))
            break;
        if (piece.source.range.contains(source.range))
            first = *it;
    }
    if (!first)
        return {};
    const Piece &piece = m_pieces[*first];
    return source.range.shifted(piece.expanded.begin - piece.source.range.begin);
}

} // namespace vitrine
