#pragma once

#include "content/page/Page.h"

#include <QList>
#include <QString>

namespace vitrine {

/// A place where the words that a search looks for stand.
struct SearchHit
{
    enum class Where {
        Settings, ///< between the --- lines at the top of the page
        Heading, ///< the title of a section
        Entry,
        Text, ///< of a section, but in no entry: a legend, HTML, a comment
    };
    Where where = Where::Text;
    EntryRef entry; ///< Entry; for others only its section counts, -1 for settings
    ByteRange range; ///< in the expanded text
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

/// All hits of the whole page, in page order, with what is hidden, sealed parts, titles and settings. Letters with and
/// without accents, capitals and full-width forms find one another. Linear in the size of the page.
QList<SearchHit> searchPage(const Page &page, const QString &words);

/// The hits that a list shows, one for each row: the first of every entry, title, or line of other text.
QList<SearchHit> firstOfEachRow(const Page &page, const QList<SearchHit> &hits);

/// Some words around a hit, in one line; they stay inside its entry.
QString wordsAround(const Page &page, const SearchHit &hit);

} // namespace vitrine
