#pragma once

#include "app/session/EditLog.h"
#include "content/page/Edits.h"

#include <QUndoCommand>

namespace vitrine {

class OpenPage;

/// One undo step of an open page: an edit, its inverse and what it was about.
class EditCommand : public QUndoCommand
{
public:
    /// `change` was made from the page as it is now; its edit is trimmed and changes something.
    EditCommand(OpenPage &page, PageChange change, const QString &what, int mergeKey);

    void redo() override;
    void undo() override;
    int id() const override { return m_mergeKey; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    OpenPage &m_page;
    TextEdit m_edit, m_inverse;
    /// The verified page of the first redo; later ones read anew.
    std::shared_ptr<const Page> m_after;
    std::optional<SourceRange> m_subjectBefore, m_subjectAfter;
    int m_mergeKey;
};

} // namespace vitrine
