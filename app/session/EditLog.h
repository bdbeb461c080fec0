#pragma once

#include "content/text/TextEdit.h"

#include <QHash>

#include <optional>
#include <vector>

namespace vitrine {

/// All edits of an open page in the order in which they were made, undoing included. Carries places from any revision
/// to the newest, and knows which steps since the last save still matter.
class EditLog
{
public:
    /// One step of the undo history; a fresh number for each.
    using Step = int;

    /// Notes an edit that took the newest revision to the next. `inverse` leads back. `weight` is +1 when it does the
    /// step, -1 when it undoes it.
    void append(const TextEdit &edit, const TextEdit &inverse, Step step, int weight);
    /// Step `from` has become a part of `into`.
    void merge(Step from, Step into);
    /// A step that came back to where it began.
    void forget(Step step) { m_unsaved.remove(step); }
    /// All steps so far are saved.
    void markSaved() { m_unsaved.clear(); }

    /// Where a place of revision `from` stands today. A stretch that an edit moved as a whole is followed to its new
    /// place; nothing when its bytes are gone.
    std::optional<SourceRange> carried(SourceRange place, quint64 from) const;
    /// The same through one edit.
    static std::optional<SourceRange> carriedThrough(SourceRange place, const TextEdit &edit, const TextEdit &inverse);

    /// The places, in the newest revision, that each step since the last save has changed and not changed back.
    std::vector<std::vector<SourceRange>> unsavedSteps() const;

private:
    struct Entry
    {
        TextEdit edit, inverse;
    };
    struct UnsavedStep
    {
        int weight = 0;
        std::vector<SourceRange> places;
    };

    std::vector<Entry> m_entries; ///< number r took revision r to r + 1
    QHash<Step, UnsavedStep> m_unsaved;
};

} // namespace vitrine
