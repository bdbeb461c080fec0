#pragma once

#include "app/session/EditLog.h"
#include "content/changes/merging/MergeHunk.h"
#include "content/changes/merging/PageMerge.h"

#include <QString>

#include <vector>

namespace vitrine {

/// Something of the page for which there are two versions: one of them stays.
struct OpenChoice
{
    SourceRange place; ///< in the page of today
    QString subject; ///< "Paper “Lattice Walks”"
    std::optional<FieldId> field; ///< when it is one field of an entry
    QByteArray here, there; ///< both versions; empty: not there
    QString hereName, thereName; ///< "Here" and "On disk", or what the marks of a line merge call them
    bool marked = false; ///< marks of a line merge stand in the page: they go with the choice
};

/// The choices that merging left open, carried along by the edits of the page, what is typed at their
/// ends included. A value.
class OpenChoices
{
public:
    /// Choices of a merge, in the page of today.
    void add(const std::vector<MergeChoice> &choices);
    void clear() { m_open.clear(); }
    /// The page was edited; `inverse` leads back. A choice whose bytes are gone is made.
    void follow(const TextEdit &edit, const TextEdit &inverse);
    /// Those that are still open, then those that marks of a line merge ask in the page.
    std::vector<OpenChoice> choices(const Page &page) const;
    /// No choice has to be made before the page can be saved.
    bool isEmpty() const { return m_open.empty(); }
    /// The choice of this number was made (of those that stand in no marks).
    void close(int choice);

private:
    std::vector<MergeChoice> m_open;
};

} // namespace vitrine
