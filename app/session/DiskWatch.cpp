#include "app/session/DiskWatch.h"

#include <QFileInfo>

namespace vitrine {

namespace {

/// Long enough for a program to finish writing, short enough not to be noticed.
constexpr int settleMs = 150;

} // namespace

DiskWatch::DiskWatch(QObject *parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    const auto settle = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        watchAgain();
        Q_EMIT touched();
    });
}

void DiskWatch::setFiles(const QStringList &files)
{
    if (files == m_files)
        return;
    m_files = files;
    const QStringList before = m_watcher.files() + m_watcher.directories();
    if (!before.isEmpty())
        m_watcher.removePaths(before);
    watchAgain();
}

void DiskWatch::watchAgain()
{
    QStringList wanted;
    for (const QString &file : std::as_const(m_files)) {
        const QFileInfo info(file);
        if (info.exists())
            wanted += file;
        if (QFileInfo::exists(info.absolutePath()))
            wanted += info.absolutePath();
    }
    wanted.removeDuplicates();
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    wanted.removeIf([&](const QString &path) { return watched.contains(path); });
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

} // namespace vitrine
