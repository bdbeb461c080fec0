#include "content/page/structure/SourceStretch.h"

#include <algorithm>

namespace vitrine {

namespace {

/// The part of a piece that lies in a range, in its file; nothing when the range cuts what code made.
std::optional<ByteRange> partInFile(const Piece &piece, ByteRange range)
{
    const ByteRange part{std::max(piece.expanded.begin, range.begin), std::min(piece.expanded.end, range.end)};
    if (piece.verbatim)
        return part.shifted(piece.source.range.begin - piece.expanded.begin);
    return part == piece.expanded ? std::optional(piece.source.range) : std::nullopt;
}

} // namespace

std::optional<SourceRange> stretchInFile(const Page &page, ByteRange range)
{
    if (const std::optional<SourceRange> place = page.expansion().toSource(range))
        return place;
    const std::vector<Piece> &pieces = page.expansion().pieces();
    const auto first = std::partition_point(
        pieces.begin(), pieces.end(), [&](const Piece &piece) { return piece.expanded.end <= range.begin; });
    if (first == pieces.end() || range.isEmpty())
        return {};
    const int file = first->source.file;
    std::optional<ByteRange> stretch;
    bool endsInFile = false;
    for (auto piece = first; piece != pieces.end() && piece->expanded.begin < range.end; ++piece) {
        endsInFile = piece->source.file == file;
        if (!endsInFile)
            continue;
        const std::optional<ByteRange> part = partInFile(*piece, range);
        if (!part || (stretch && part->begin < stretch->end))
            return {};
        stretch = stretch ? ByteRange{stretch->begin, part->end} : *part;
    }
    return stretch && endsInFile ? std::optional(SourceRange{file, *stretch}) : std::nullopt;
}

std::vector<SourceRange> placesToChange(const Page &page, ByteRange range)
{
    if (!range.isEmpty()) {
        const std::optional<SourceRange> stretch = stretchInFile(page, range);
        return stretch ? std::vector<SourceRange>{*stretch} : std::vector<SourceRange>();
    }
    const std::vector<Piece> &pieces = page.expansion().pieces();
    auto piece = std::partition_point(
        pieces.begin(), pieces.end(), [&](const Piece &one) { return one.expanded.end < range.begin; });
    std::vector<SourceRange> places;
    for (; piece != pieces.end() && piece->expanded.begin <= range.begin; ++piece) {
        if (piece->verbatim)
            places.push_back({piece->source.file, range.shifted(piece->source.range.begin - piece->expanded.begin)});
    }
    return places;
}

QByteArray writtenText(const Page &page, ByteRange range)
{
    const std::optional<SourceRange> stretch = stretchInFile(page, range);
    if (!stretch)
        return page.text(range);
    const QByteArray &bytes = page.sources()[static_cast<size_t>(stretch->file)].bytes;
    return bytes.mid(stretch->range.begin, stretch->range.size());
}

} // namespace vitrine
