#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace vitrine {

/// Tells when another program may have changed, replaced or removed some files. Programs that save by renaming replace
/// the file that is watched, so its folder is watched too. GUI thread.
class DiskWatch : public QObject
{
    Q_OBJECT

public:
    explicit DiskWatch(QObject *parent = nullptr);

    /// Absolute paths; replaces those before.
    void setFiles(const QStringList &files);

Q_SIGNALS:
    /// Something happened to a file or beside it; several happenings at once give one signal.
    void touched();

private:
    void watchAgain();

    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QStringList m_files;
};

} // namespace vitrine
