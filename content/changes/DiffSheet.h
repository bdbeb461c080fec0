#pragma once

#include "content/changes/PageDifference.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace vitrine {

/// A line of a difference as people read it, from top to bottom.
struct DiffLine
{
    enum class Type {
        File, ///< begins a file; the text is its name
        Head, ///< begins a stretch; the text names its section
        Same, ///< beside what differs
        Removed,
        Added,
    };

    Type type = Type::Same;
    int file = 0;
    int before = 0, after = 0; ///< line numbers from 1; 0 where the line is not
    QByteArray text; ///< without line end; bytes of the file but for heads
    std::vector<ByteRange> marks; ///< words of the text that differ
    int lines = 0; ///< of a file: how many differ; one that became another counts once
};

/// The difference file by file and line by line: changed lines with their words marked, one line around them. Without
/// files of which nothing differs.
std::vector<DiffLine> diffSheetOf(const PageDifference &difference);

/// The first line of a sheet that shows a change; -1 when none does.
int lineOfChange(const std::vector<DiffLine> &sheet, const PageDifference &difference, const NamedChange &change);

} // namespace vitrine
