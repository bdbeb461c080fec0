#include "ui/entries/DraftPlaces.h"

#include "ui/entries/EntryListModel.h"
#include "ui/entries/RowText.h"

#include <QCoreApplication>

#include <map>

namespace vitrine {

namespace {

QByteArray yearOf(QDate today)
{
    return today.toString(QStringLiteral("yyyy")).toUtf8();
}

/// The first section with entries among those that a new one will stand beside.
int neighbourOf(const Page &page, const PaperPlace &made, int fallback)
{
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        const Section &section = page.section(s);
        if (section.parent == made.section && section.kind == Kind::Publication && !section.entries.empty())
            return s;
    }
    return fallback;
}

DraftPlace draftPlaceAt(const Page &page, const PaperPlace &place, int fallback)
{
    if (!place.isNew())
        return draftPlaceIn(page, place.section);
    const QString name = QCoreApplication::translate("DraftPlaces", "%1 (new)", "a section that will be made");
    return {place, neighbourOf(page, place, fallback), name.arg(QString::fromUtf8(place.title))};
}

/// Places of the same name are told apart by the section that holds them.
void tellApart(const Page &page, std::vector<DraftPlace> &places)
{
    std::map<QString, int> counts;
    for (const DraftPlace &place : places)
        ++counts[place.name];
    for (DraftPlace &place : places) {
        const int holder = place.place.isNew() ? place.place.section : page.section(place.place.section).parent;
        if (counts[place.name] > 1 && holder >= 0)
            place.name = QCoreApplication::translate("DraftPlaces", "%1 ▸ %2", "a section and one within it")
                             .arg(titleOf(page.section(holder)), place.name);
    }
}

} // namespace

DraftPlace draftPlaceIn(const Page &page, int section)
{
    return {{section, {}}, section, titleOf(page.section(section))};
}

std::vector<DraftPlace> draftPlaces(const Page &page, int section, QDate today)
{
    std::vector<DraftPlace> places;
    if (page.section(section).kind == Kind::Publication) {
        for (const PaperPlace &place : placesFor(page, yearOf(today)))
            places.push_back(draftPlaceAt(page, place, section));
        tellApart(page, places);
        return places;
    }
    for (const int group : groupsAround(page.outline(), section)) {
        if (!page.section(group).hidden && (page.section(group).level > 0 || !page.section(group).entries.empty()))
            places.push_back(draftPlaceIn(page, group));
    }
    return places;
}

DraftPlace usualDraftPlace(const Page &page, int section, QDate today)
{
    const auto ofYear = placeOfYear(page, section, today.year());
    return ofYear ? draftPlaceAt(page, *ofYear, section) : draftPlaceIn(page, section);
}

} // namespace vitrine
