#pragma once

#include "app/history/GitHistory.h"
#include "content/page/Outline.h"
#include "content/page/Page.h"
#include "ui/changes/Comparison.h"

#include <QObject>

#include <memory>

namespace vitrine {

class Actions;
class Selection;

/// Earlier states from git: of the selected entry, one after the other, to take one back; and what changed in the page
/// since a commit. There only where the page lies in a repository.
class HistoryCommands : public QObject
{
    Q_OBJECT

public:
    HistoryCommands(const Actions &actions, Selection *selection, QObject *parent = nullptr);

Q_SIGNALS:
    void comparisonWanted(const vitrine::Comparison &comparison);
    /// Why there is nothing to show.
    void said(const QString &sentence);

private:
    struct State ///< of an entry
    {
        QByteArray markdown;
        Commit commit;
    };

    void followPage();
    void fillSince(const QList<Commit> &commits);
    void showSince(const Commit &commit);
    void showEarlier();
    void showStates(const QList<QByteArray> &pages);
    void showState(qsizetype number);
    void takeBack(qsizetype number);
    std::shared_ptr<const Page> pageWith(const QByteArray &bytes) const;

    const Actions &m_actions;
    Selection *m_selection;
    std::unique_ptr<GitHistory> m_history;
    QList<Commit> m_commits;
    QList<State> m_states; ///< of the entry that was asked about, the newest first
    std::optional<EntryRef> m_entry;
};

} // namespace vitrine
