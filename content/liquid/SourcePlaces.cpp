#include "content/liquid/SourcePlaces.h"

#include <algorithm>

namespace vitrine {

namespace {

SourceRange partOf(const Piece &piece, ByteRange expanded)
{
    if (!piece.verbatim)
        return piece.source;
    const qsizetype shift = piece.source.range.begin - piece.expanded.begin;
    const ByteRange part{std::max(piece.expanded.begin, expanded.begin), std::min(piece.expanded.end, expanded.end)};
    return {piece.source.file, part.shifted(shift)};
}

void append(std::vector<SourceRange> &places, SourceRange next)
{
    if (!places.empty() && places.back().file == next.file && places.back().range.end == next.range.begin)
        places.back().range.end = next.range.end;
    else
        places.push_back(next);
}

} // namespace

std::vector<SourceRange> sourcePlaces(const Expansion &expansion, ByteRange expanded)
{
    if (const std::optional<SourceRange> whole = expansion.toSource(expanded))
        return {*whole};
    std::vector<SourceRange> places;
    const std::vector<Piece> &pieces = expansion.pieces();
    auto piece = std::lower_bound(pieces.begin(), pieces.end(), expanded.begin, [](const Piece &p, qsizetype begin) {
        return p.expanded.end <= begin;
    });
    for (; piece != pieces.end() && piece->expanded.begin < std::max(expanded.end, expanded.begin + 1); ++piece)
        append(places, partOf(*piece, expanded));
    return places;
}

SourceRange sourceHull(const Expansion &expansion, ByteRange expanded)
{
    const std::vector<SourceRange> places = sourcePlaces(expansion, expanded);
    if (places.empty())
        return {};
    SourceRange hull = places.front();
    for (const SourceRange &place : places) {
        if (place.file != hull.file)
            continue;
        hull.range.begin = std::min(hull.range.begin, place.range.begin);
        hull.range.end = std::max(hull.range.end, place.range.end);
    }
    return hull;
}

} // namespace vitrine
