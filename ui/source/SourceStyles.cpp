#include "ui/source/SourceStyles.h"

#include "content/text/LineIndex.h"

#include <algorithm>

namespace vitrine {

namespace {

void put(StyleMap &map, ByteRange range, MarkdownStyles styles)
{
    const auto size = static_cast<qsizetype>(map.size());
    const qsizetype begin = std::clamp<qsizetype>(range.begin, 0, size);
    const qsizetype end = std::clamp<qsizetype>(range.end, begin, size);
    std::fill(map.begin() + begin, map.begin() + end, styles);
}

/// One line of YAML: a comment, or a key up to its colon.
void paintYamlLine(QByteArrayView text, ByteRange line, StyleMap &map)
{
    const QByteArrayView words = text.sliced(line.begin, line.size());
    const QByteArrayView trimmed = words.trimmed();
    if (trimmed.startsWith('#')) {
        put(map, line, MarkdownStyle::Comment);
        return;
    }
    if (trimmed == QByteArrayView("---") || trimmed == QByteArrayView("...")) {
        put(map, line, MarkdownStyle::Sign);
        return;
    }
    const qsizetype colon = words.indexOf(':');
    if (colon > 0)
        put(map, {line.begin, line.begin + colon + 1}, MarkdownStyle::Marker);
}

void paintFrontMatter(const Page &page, StyleMap &map)
{
    const QByteArray &bytes = page.bytes();
    const qsizetype end = page.frontMatter().bodyBegin;
    const LineIndex lines(QByteArrayView(bytes).first(std::min(end, bytes.size())));
    for (int number = 0; number < lines.lineCount(); ++number)
        paintYamlLine(bytes, lines.line(number), map);
}

} // namespace

StyleMap sourceStylesOf(const Page &page, int file)
{
    const StyleMap expanded = stylesOf(page.text(), page.tree());
    StyleMap map(static_cast<size_t>(page.sources()[static_cast<size_t>(file)].bytes.size()));
    for (const Piece &piece : page.expansion().pieces()) {
        if (piece.source.file != file)
            continue;
        if (!piece.verbatim) {
            put(map, piece.source.range, MarkdownStyle::Sign);
            continue;
        }
        const qsizetype length = std::min(
            std::min(piece.expanded.size(), piece.source.range.size()),
            static_cast<qsizetype>(map.size()) - piece.source.range.begin);
        std::copy_n(expanded.begin() + piece.expanded.begin, length, map.begin() + piece.source.range.begin);
    }
    if (file == 0)
        paintFrontMatter(page, map);
    return map;
}

} // namespace vitrine
