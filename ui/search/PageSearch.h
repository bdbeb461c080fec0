#pragma once

#include "content/page/Page.h"

#include <QList>
#include <QString>

namespace vitrine {

/// A place where the words that a search looks for stand.
struct SearchHit
{
    EntryRef entry;
    ByteRange range; ///< in the expanded text
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

/// All hits in entries, in page order, hidden ones included. Letters with and without accents, capitals and full-width
/// forms find one another. Linear in the size of the page.
QList<SearchHit> searchPage(const Page &page, const QString &words);

} // namespace vitrine
