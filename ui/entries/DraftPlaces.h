#pragma once

#include "content/importers/PaperPlace.h"

#include <QDate>
#include <QString>

#include <vector>

namespace vitrine {

/// Where a new entry can go.
struct DraftPlace
{
    PaperPlace place;
    int like = -1; ///< the section whose entries the new one is like: that of the place, or a neighbour of a new one
    QString name; ///< as a menu says it
};

/// The places of a new entry of a section: for papers all sections of papers and a year that is missing, in page order;
/// for other kinds the sections of one list.
std::vector<DraftPlace> draftPlaces(const Page &page, int section, QDate today);

/// Where a new entry goes unless one says otherwise: into the section, but on a page that groups papers by year into
/// today's.
DraftPlace usualDraftPlace(const Page &page, int section, QDate today);

/// A section that is there.
DraftPlace draftPlaceIn(const Page &page, int section);

} // namespace vitrine
