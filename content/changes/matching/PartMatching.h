#pragma once

#include "content/changes/matching/PageParts.h"

#include <vector>

namespace vitrine {

/// One step through both revisions of a file: parts that are the same one, a part that is gone from here, or one that
/// is new here. Parts that moved are gone in one place and new in another.
struct PartStep
{
    int before = -1, after = -1; ///< indexes of parts; -1: none
    friend bool operator==(PartStep, PartStep) = default;
};

/// Two revisions of a page, which part of the one is which part of the other, and how the one becomes the other.
struct PartMatching
{
    std::shared_ptr<const Page> pageBefore, pageAfter;
    PageParts before, after; ///< of the files that differ
    std::vector<int> afterOf, beforeOf; ///< the other one of each part; -1: removed, added
    std::vector<int> sectionAfter, sectionBefore; ///< the other one of each section; -1: removed, added
    /// Files in order, each with all its parts: the steps' befores are the old file, their afters the new one.
    std::vector<PartStep> steps;

    /// True for a part of `before` that stands elsewhere among its neighbours now.
    bool isMoved(int part) const { return moved[static_cast<size_t>(part)]; }
    std::vector<bool> moved;
};

/// Finds out which entry, heading and setting is which: by their bytes, then by their names, then by words and place.
/// Takes time linear in the size of what differs but for a bounded search among entries that changed their names.
PartMatching matchParts(std::shared_ptr<const Page> before, std::shared_ptr<const Page> after);

/// Where a section of one revision is in the other; -1: nowhere.
inline int partnerOf(const std::vector<int> &partners, int section)
{
    return section < 0 ? -1 : partners[static_cast<size_t>(section)];
}

} // namespace vitrine
