#pragma once

#include "content/changes/PageDifference.h"

#include <QString>

#include <functional>

namespace vitrine {

/// How a name stands in a sentence: as it is, or made bold and escaped.
using NameStyle = std::function<QString(const QString &)>;

/// What a change is, in words: "Paper Lattice Walks: link Code added", "News: 06/2026 added on top". The names in it
/// pass through `style`, everything else through `plain` (to escape it where the sentence is rich text).
QString inWords(
    const PageDifference &difference, const NamedChange &change, const NameStyle &style = {},
    const NameStyle &plain = {});

/// What it says beyond that: "was “Northmere University”"; empty when there is nothing.
QString moreInWords(const NamedChange &change);

/// What a place in a page is called: "Paper Lattice Walks", "News 06/2026", "Site profile: employer".
QString subjectInWords(const Page &page, const PagePart &part);

/// Lines of a file that a change touches, from 1; of the old file when it only takes lines away.
struct ChangedLines
{
    enum class What { Added, Changed, Removed };
    What what = What::Changed;
    int first = 0, last = 0;
    bool scattered = false; ///< others between them do not change
};
ChangedLines linesOf(const PageDifference &difference, const NamedChange &change);
/// "line 26 added", "lines 31 to 33 changed"
QString inWords(const ChangedLines &lines);

} // namespace vitrine
