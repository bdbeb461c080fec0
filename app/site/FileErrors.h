#pragma once

#include "content/text/Error.h"

#include <QString>

/// What can go wrong with files, each as an Error with its sentences. `path` is the file's path; the
/// sentences name it by its last part.
namespace vitrine::fileErrors {

Error mayNotRead(const QString &path); ///< CannotRead
Error notThere(const QString &path); ///< NotFound: it was never opened
Error readFailed(const QString &path); ///< CannotRead: the device failed
Error isFolder(const QString &path); ///< NoPage: a folder where a page is wanted
Error noPage(const QString &folder); ///< NoPage
Error notText(const QString &path); ///< NotText
Error tooLarge(const QString &path, qint64 bytes); ///< TooLarge
Error readOnly(const QString &path); ///< CannotWrite
Error mayNotWrite(const QString &path); ///< CannotWrite: its folder takes no file
Error diskFull(const QString &path); ///< DiskFull
Error nothingSaved(const QString &path, ErrorKind cause); ///< one of several files failed
Error folderGone(const QString &path); ///< CannotWrite
Error writeFailed(const QString &path); ///< CannotWrite: the device failed
/// CannotWrite: writing in place failed and the old bytes could not be put back; they are in `backup`.
Error leftBackup(const QString &path, const QString &backup);

} // namespace vitrine::fileErrors
