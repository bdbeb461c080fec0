#include "ui/preview/HiddenText.h"

#include "content/render/Render.h"

#include <algorithm>

namespace vitrine {

namespace {

constexpr size_t mostTexts = 300;
constexpr qsizetype longestText = 64 * 1024; // bytes

bool hidesSomething(const Page &page, ByteRange range)
{
    const std::vector<Section> &sections = page.outline().sections;
    return std::any_of(sections.begin(), sections.end(), [&](const Section &section) {
        const bool hidesHeading = section.hidden && range.overlaps(section.headingRange);
        return hidesHeading || std::any_of(section.entries.begin(), section.entries.end(), [&](const Entry &entry) {
                   return entry.hidden && range.overlaps(entry.range);
               });
    });
}

QByteArray rendered(const Page &page, ByteRange range)
{
    ReadContext context = page.context();
    context.runLiquid = false; // it ran already where the page is expanded
    return renderContent(*Page::read({{QString(), page.text(range)}}, context));
}

} // namespace

std::vector<HiddenText> hiddenTexts(const Page &page)
{
    std::vector<HiddenText> found;
    const QByteArray &text = page.text();
    qsizetype at = text.indexOf("<!--");
    while (at >= 0 && found.size() < mostTexts) {
        const qsizetype end = text.indexOf("-->", at + 4);
        if (end < 0)
            break;
        const ByteRange range{at + 4, end};
        if (range.size() <= longestText && hidesSomething(page, range))
            found.push_back({QString::fromUtf8(page.text(range)).simplified(), rendered(page, range), range});
        at = text.indexOf("<!--", end);
    }
    return found;
}

} // namespace vitrine
