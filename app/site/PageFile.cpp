#include "app/site/PageFile.h"

#include "app/site/FileErrors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace vitrine {

namespace {

/// Where writing a path ends: what its symbolic links lead to, also when that is not there.
QString targetOf(const QString &path)
{
    QString target = QFileInfo(path).absoluteFilePath();
    for (int i = 0; i < 40 && QFileInfo(target).isSymLink(); ++i)
        target = QFileInfo(target).symLinkTarget();
    return target;
}

/// True when putting a new file in its place would lose something of the old one: another name of it (hard link), its
/// owner or its group.
bool replacingLosesSomething(const QString &target)
{
#ifdef Q_OS_UNIX
    struct stat file = {};
    struct stat folder = {};
    if (::stat(QFile::encodeName(target).constData(), &file) != 0)
        return false;
    if (::stat(QFile::encodeName(QFileInfo(target).absolutePath()).constData(), &folder) != 0)
        return false;
    const gid_t newGroup = (folder.st_mode & S_ISGID) ? folder.st_gid : ::getegid();
    return file.st_nlink > 1 || file.st_uid != ::geteuid() || file.st_gid != newGroup;
#else
    Q_UNUSED(target)
    return false;
#endif
}

/// Why writing `bytes` failed, told from what the disk says now.
Error failedWriting(const QString &path, const QString &target, qsizetype bytes)
{
    const QString folder = QFileInfo(target).absolutePath();
    if (!QFileInfo(folder).isDir())
        return fileErrors::folderGone(path);
    if (!QFileInfo(folder).isWritable())
        return fileErrors::mayNotWrite(path);
    const QStorageInfo storage(folder);
    if (storage.isValid() && storage.bytesAvailable() < bytes)
        return fileErrors::diskFull(path);
    return fileErrors::writeFailed(path);
}

Result<Done> writeByReplacing(const QString &path, const QString &target, const QByteArray &bytes)
{
    QSaveFile file(target);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    if (written && file.commit()) {
        flushFolderOf(target);
        return Done{};
    }
    file.cancelWriting();
    return failedWriting(path, target, bytes.size());
}

/// A name beside `target` that is not taken.
QString backupName(const QString &target)
{
    QString name = target + QStringLiteral(".backup");
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = target + QStringLiteral(".backup%1").arg(i);
    return name;
}

/// Forces what was written to the disk itself.
bool flushToDisk(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

/// Writes over the bytes that are there; the file never gets shorter before the new bytes stand.
bool overwrite(QFile &file, const QByteArray &bytes)
{
    return file.seek(0) && file.write(bytes) == bytes.size() && file.flush() && file.resize(bytes.size())
        && flushToDisk(file);
}

Result<Done> writeInPlace(const QString &path, const QString &target, const QByteArray &bytes)
{
    QFile file(target);
    if (!file.open(QIODevice::ReadWrite))
        return fileErrors::readOnly(path);
    const QByteArray old = file.readAll();
    QFile backup(backupName(target));
    if (!backup.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failedWriting(path, target, bytes.size());
    if (backup.write(old) != old.size() || !flushToDisk(backup)) {
        backup.remove();
        return failedWriting(path, target, old.size());
    }
    backup.setPermissions(file.permissions());
    if (overwrite(file, bytes)) {
        backup.remove();
        return Done{};
    }
    const Error error = failedWriting(path, target, bytes.size());
    file.close();
    if (!file.open(QIODevice::ReadWrite) || !overwrite(file, old))
        return fileErrors::leftBackup(path, backup.fileName());
    backup.remove();
    return error;
}

bool isBinary(const QByteArray &bytes)
{
    return bytes.contains('\0');
}

} // namespace

Result<QByteArray> readPageFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return fileErrors::isFolder(path);
    if (!info.exists())
        return fileErrors::notThere(path);
    if (!info.isFile())
        return fileErrors::notText(path); // a pipe or a device: reading might never end
    if (info.size() > largestPage)
        return fileErrors::tooLarge(path, info.size());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileErrors::mayNotRead(path);
    const QByteArray bytes = file.read(largestPage + 1);
    if (file.error() != QFileDevice::NoError)
        return fileErrors::readFailed(path);
    if (bytes.size() > largestPage)
        return fileErrors::tooLarge(path, bytes.size());
    if (isBinary(bytes))
        return fileErrors::notText(path);
    return bytes;
}

Result<Done> writePageFile(const QString &path, const QByteArray &bytes)
{
    const QString target = targetOf(path);
    const QFileInfo info(target);
    if (!QFileInfo(info.absolutePath()).isDir())
        return fileErrors::folderGone(path);
    if (info.isDir())
        return fileErrors::isFolder(path);
    if (info.exists() && !info.isWritable())
        return fileErrors::readOnly(path);
    if (info.exists() && replacingLosesSomething(target))
        return writeInPlace(path, target, bytes);
    return writeByReplacing(path, target, bytes);
}

void flushFolderOf(const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder); // some file systems refuse: then they keep names in their own way
    ::close(folder);
#else
    Q_UNUSED(path)
#endif
}

bool isWritable(const QString &path)
{
    const QFileInfo info(targetOf(path));
    const bool folderTakesFiles = QFileInfo(info.absolutePath()).isWritable();
    return folderTakesFiles && (!info.exists() || info.isWritable());
}

} // namespace vitrine
