#include "ui/preview/HiddenText.h"

#include "content/render/Render.h"

#include <algorithm>

namespace vitrine {

namespace {

constexpr size_t mostTexts = 300;
constexpr qsizetype longestText = 64 * 1024; // bytes

/// What is hidden, in the order of the page.
std::vector<ByteRange> hiddenRanges(const Page &page)
{
    std::vector<ByteRange> ranges;
    for (const Section &section : page.outline().sections) {
        if (section.hidden)
            ranges.push_back(section.headingRange);
        for (const Entry &entry : section.entries) {
            if (entry.hidden)
                ranges.push_back(entry.range);
        }
    }
    return ranges;
}

QByteArray rendered(const Page &page, ByteRange range)
{
    ReadContext context = page.context();
    context.runLiquid = false; // it ran already where the page is expanded
    return renderContent(*Page::read({{QString(), page.text(range)}}, context));
}

} // namespace

std::vector<HiddenText> HiddenTexts::read(const Page &page)
{
    std::vector<HiddenText> found;
    QHash<QByteArray, QByteArray> known;
    const std::vector<ByteRange> hidden = hiddenRanges(page);
    const QByteArray &text = page.text();
    qsizetype at = hidden.empty() ? -1 : text.indexOf("<!--");
    while (at >= 0 && found.size() < mostTexts) {
        const qsizetype end = text.indexOf("-->", at + 4);
        if (end < 0)
            break;
        const ByteRange range{at + 4, end};
        at = text.indexOf("<!--", end);
        const auto isInside = [&](ByteRange each) { return range.overlaps(each); };
        if (range.size() > longestText || std::none_of(hidden.begin(), hidden.end(), isInside))
            continue;
        const QByteArray bytes = page.text(range);
        const auto before = m_rendered.constFind(bytes);
        const QByteArray html = before == m_rendered.constEnd() ? rendered(page, range) : *before;
        known.insert(bytes, html);
        found.push_back({QString::fromUtf8(bytes).simplified(), html, range});
    }
    m_rendered = std::move(known);
    return found;
}

} // namespace vitrine
