#pragma once

#include "app/session/JournalFile.h"
#include "app/session/OpenPage.h"

#include <QList>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

class QLockFile;

namespace vitrine {

/// Keeps a copy of what is not saved, so that a crash costs less than a second of work. Each running program writes a
/// journal of its own, off the GUI thread, and removes it when the page is saved or closed. Before files of the page
/// are written it holds what they will be, so that several files end as one also when the program dies between them.
/// GUI thread.
class RecoveryJournal : public QObject
{
    Q_OBJECT

public:
    /// Follows `page`, which must outlive the journal; `stateFolder` is Settings::stateFolder().
    RecoveryJournal(OpenPage &page, const QString &stateFolder, QObject *parent = nullptr);
    /// An orderly end: what the user did not save is not wanted, so the journal goes.
    ~RecoveryJournal() override;

    /// How long after an edit it is written at the latest; for tests.
    void setDelay(int milliseconds) { m_delay.setInterval(milliseconds); }

    /// Edits that ended programs left, the newest first: of one page, or of all. What is on disk by now is not among
    /// them, and what those programs left beside it is cleaned up.
    static QList<RecoveredEdits> find(const QString &stateFolder, const QString &path);
    static QList<RecoveredEdits> findAll(const QString &stateFolder);
    /// Brings edits back as one undo step and takes them over into this journal.
    Result<Done> bringBack(const RecoveredEdits &edits);
    /// The user does not want them.
    static void forget(const RecoveredEdits &edits);

Q_SIGNALS:
    /// The journal could not be written; edits still live in the program.
    void failed();

private:
    void schedule();
    void writeSoon();
    void writeNow();
    void remove();

    OpenPage &m_page;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
    QThreadPool m_worker;
    std::atomic<int> m_waiting = 0; ///< writes that were asked for and not yet done
    QTimer m_delay;
};

} // namespace vitrine
