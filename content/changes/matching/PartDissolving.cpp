#include "content/changes/matching/PartDissolving.h"

#include "content/page/reading/TextLines.h"

#include <QSet>

namespace vitrine {

namespace {

QByteArray firstLine(const Page &page, const PagePart &part)
{
    const QByteArray bytes = bytesOf(page, part);
    return bytes.left(nextLineAt(bytes, 0, bytes.size()));
}

QSet<QByteArray> strayLines(const Page &page, const PageParts &parts, const std::vector<int> &partners)
{
    QSet<QByteArray> lines;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].type == PagePart::Type::Text && partners[i] < 0)
            lines.insert(bytesOf(page, parts[i]));
    }
    return lines;
}

void addLines(PageParts &parts, const QByteArray &file, const PagePart &part)
{
    ByteRange rest = part.place.range;
    while (!rest.isEmpty()) {
        const qsizetype end = nextLineAt(file, rest.begin, rest.end);
        parts.push_back({PagePart::Type::Text, {part.place.file, {rest.begin, end}}, {}, {}});
        rest.begin = end;
    }
}

/// Dissolves what is stray in one revision; `partners` are its, `others` those of the other revision.
void dissolve(
    const Page &page, PageParts &parts, std::vector<int> &partners, std::vector<int> &others,
    const QSet<QByteArray> &lines)
{
    if (lines.isEmpty())
        return;
    PageParts cut;
    std::vector<int> cutPartners;
    for (size_t i = 0; i < parts.size(); ++i) {
        const bool stray =
            parts[i].type != PagePart::Type::Text && partners[i] < 0 && lines.contains(firstLine(page, parts[i]));
        if (stray) {
            addLines(cut, page.sources()[static_cast<size_t>(parts[i].place.file)].bytes, parts[i]);
            cutPartners.resize(cut.size(), -1);
            continue;
        }
        if (partners[i] >= 0)
            others[static_cast<size_t>(partners[i])] = static_cast<int>(cut.size());
        cut.push_back(std::move(parts[i]));
        cutPartners.push_back(partners[i]);
    }
    parts = std::move(cut);
    partners = std::move(cutPartners);
}

} // namespace

void dissolveStrayParts(PartMatching &matching)
{
    const QSet<QByteArray> linesBefore = strayLines(*matching.pageBefore, matching.before, matching.afterOf);
    const QSet<QByteArray> linesAfter = strayLines(*matching.pageAfter, matching.after, matching.beforeOf);
    dissolve(*matching.pageBefore, matching.before, matching.afterOf, matching.beforeOf, linesAfter);
    dissolve(*matching.pageAfter, matching.after, matching.beforeOf, matching.afterOf, linesBefore);
    matching.moved.assign(matching.before.size(), false);
}

} // namespace vitrine
