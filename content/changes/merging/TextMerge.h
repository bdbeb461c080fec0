#pragma once

#include "content/changes/merging/MergeHunk.h"

#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// A stretch of the common version for which changes of both sides are one question: a field, a line.
struct MergeUnit
{
    enum class Rule {
        Whole, ///< changed on both sides: one of the two
        Lines, ///< the same, line by line
        Items, ///< a list: items that both added are both added
    };
    ByteRange range;
    Rule rule = Rule::Whole;
    std::optional<FieldId> field;
};

/// What becomes of a stretch of the text that is here.
struct MergedStretch
{
    ByteRange here; ///< in the text here
    QByteArray text; ///< what it becomes
    std::vector<Clash> clashes; ///< ranges in `text`
};

/// Puts the hunks of both sides of one file together. `hunks` of each side are disjoint; units are sorted and disjoint.
/// The answer is sorted, disjoint, and has only what differs from the text here or holds a clash.
std::vector<MergedStretch>
mergeHunks(const QByteArray &base, std::vector<MergeHunk> hunks, const std::vector<MergeUnit> &units);

/// The same for a text by itself: what it becomes as a whole.
MergedStretch
mergeTexts(const QByteArray &base, const QByteArray &here, const QByteArray &disk, const std::vector<MergeUnit> &units);

} // namespace vitrine
