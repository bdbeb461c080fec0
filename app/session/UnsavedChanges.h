#pragma once

#include "content/text/Diff.h"

namespace vitrine {

/// How the files of a page differ from what is saved. A value.
class UnsavedChanges
{
public:
    UnsavedChanges() = default;
    /// `saved` and `current` are the same files in the same order.
    UnsavedChanges(const SourceSet &saved, const SourceSet &current);

    bool isEmpty() const { return m_changes.empty(); }
    /// Lines that differ; a line that became another counts once.
    int lines() const { return m_lines; }
    /// True when a place of the current files differs. Lines that came or went beside it do not count, words at its
    /// very begin or end do.
    bool isChanged(SourceRange place) const;
    /// True when an edit that wrote `place` took part in a difference.
    bool isTouched(SourceRange place) const;

private:
    struct Change
    {
        int file;
        ByteRange lines; ///< the changed lines as they are now
        ByteRange after; ///< what is new in them, as narrow as it can be told
        bool wholeLines; ///< lines came or went; otherwise something inside them changed
    };
    std::vector<Change> m_changes;
    int m_lines = 0;
};

} // namespace vitrine
