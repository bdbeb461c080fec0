#pragma once

#include "app/session/RecoveryJournal.h"
#include "ui/changes/Comparison.h"

#include <QObject>

#include <memory>

namespace vitrine {

class FileCommands;
class MessageBar;

/// Keeps the recovery journal of the open page, and offers edits that a program which ended too early left behind.
class Recovery : public QObject
{
    Q_OBJECT

public:
    /// `stateFolder` is Settings::stateFolder(). Must end before `files`.
    Recovery(FileCommands *files, MessageBar *messages, const QString &stateFolder, QObject *parent = nullptr);

    /// Offers what is left of any page; to be called when the program starts without one.
    void offerAny();

Q_SIGNALS:
    /// The user wants to see what was left beside what is on disk.
    void comparisonWanted(const vitrine::Comparison &comparison);

private:
    void follow();
    void offer(const RecoveredEdits &edits);
    bool openFor(const RecoveredEdits &edits);
    void compare(const RecoveredEdits &edits);
    void drop(const RecoveredEdits &edits);
    void bringBack(const RecoveredEdits &edits);

    FileCommands *m_files;
    MessageBar *m_messages;
    QString m_stateFolder;
    std::unique_ptr<RecoveryJournal> m_journal;
};

} // namespace vitrine
