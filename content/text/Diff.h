#pragma once

#include "content/text/ByteRange.h"
#include "content/text/SourceSet.h"
#include "content/text/TextEdit.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// A stretch of two sequences that differs; positions count items. What lies between hunks is equal.
struct DiffHunk
{
    int beginA = 0, endA = 0;
    int beginB = 0, endB = 0;

    friend bool operator==(const DiffHunk &, const DiffHunk &) = default;
};

/// The hunks of a shortest edit script between two sequences (Myers). Where more than a thousand items differ, all
/// between the equal head and tail is one hunk, so that time stays linear in the length.
std::vector<DiffHunk> diffSequences(const std::vector<int> &a, const std::vector<int> &b);

/// Whole lines (with their ends) that differ between two texts.
struct LineHunk
{
    ByteRange before, after; ///< in bytes
    int linesBefore = 0, linesAfter = 0;
};

std::vector<LineHunk> diffLines(const QByteArray &before, const QByteArray &after);

/// The edit that takes one state of the same files to the other, line by line and inside lines no wider than needed.
/// Files that only one side has are left alone.
TextEdit editBetween(const SourceSet &before, const SourceSet &after);

} // namespace vitrine
