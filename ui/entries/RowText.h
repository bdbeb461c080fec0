#pragma once

#include "content/page/Page.h"

#include <QString>

namespace vitrine {

/// What the list says of one entry.
struct RowText
{
    QString lead; ///< before the first line: the date of news; empty elsewhere
    QString first;
    QString second; ///< empty when there is none
    QString right; ///< short venue and year, period, date
    bool understood = true; ///< false: its first words, with the tag Markdown
};

RowText rowTextOf(const Page &page, EntryRef ref);

/// A few words that name an entry in sentences: “Quill”.
QString shortNameOf(const Page &page, EntryRef ref);

/// The words a range of the page shows, without markup, blanks collapsed, cut after about `most` characters.
QString shownWords(const Page &page, ByteRange range, qsizetype most = 300);

/// The title of a section as it is shown; the name of its kind where it has no heading.
QString titleOf(const Section &section);

/// "Add paper": the words of the button and menu that add an entry of this kind.
QString addWordsOf(Kind kind);

} // namespace vitrine
