#include "ui/dialogs/PagePlaces.h"

#include "content/page/Page.h"
#include "ui/entries/RowText.h"
#include "ui/look/Icons.h"

namespace vitrine {

std::vector<CommandSearch::Item> placesOf(
    const Page &page, const std::function<void(int section)> &openSection,
    const std::function<void(EntryRef entry)> &openEntry)
{
    std::vector<CommandSearch::Item> places;
    const std::vector<Section> &sections = page.outline().sections;
    for (int s = 0; s < static_cast<int>(sections.size()); ++s) {
        const Section &section = sections[static_cast<size_t>(s)];
        const QString title = titleOf(section);
        const QIcon sign = icon(iconName(section.kind));
        places.push_back({title, {}, sign, [=] { openSection(s); }});
        for (int e = 0; e < static_cast<int>(section.entries.size()); ++e)
            places.push_back({rowTextOf(page, {s, e}).first, title, sign, [=] { openEntry({s, e}); }});
    }
    return places;
}

} // namespace vitrine
