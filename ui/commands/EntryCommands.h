#pragma once

#include "content/page/Edits.h"
#include "content/text/Error.h"

#include <QList>
#include <QObject>

namespace vitrine {

class Selection;

/// What can be done with whole entries and sections. Every command is one undo step with a name, keeps what should be
/// selected selected, and says what it did or why it could not.
class EntryCommands : public QObject
{
    Q_OBJECT

public:
    explicit EntryCommands(Selection *selection, QObject *parent = nullptr);

    void moveEntry(EntryRef entry, int section, int at);
    /// To another section, where its order puts each.
    void moveEntriesTo(int section);
    void moveCurrent(int by);
    void duplicate();
    void hideOrShow();
    void remove();
    bool currentIsHidden() const;

    /// Newest first; one step.
    void sortByDate(int section);
    bool canSort(int section) const;
    void renameSection(int section, const QString &title);
    void addSection(const QString &title, std::optional<int> parent);
    void hideOrShowSection(int section);
    void moveSection(int section, int parent, int at);
    void moveSectionBy(int section, int by);
    void removeSection(int section);

Q_SIGNALS:
    /// Something worth a word happened; `undoable` when Undo takes it back.
    void said(const QString &sentence, bool undoable);
    void refused(const vitrine::Error &error);
    /// The first entry of this page was hidden.
    void hidOnce();

private:
    /// Changes with the same `step` become one step of the history.
    bool take(Result<PageChange> change, const QString &what, int step = 0);
    const Page &page() const;
    int siblingNumber(int section) const;

    Selection *m_selection;
    const void *m_hidOn = nullptr; ///< the page for which hidOnce was emitted
};

} // namespace vitrine
