#include "app/site/FileErrors.h"

#include "app/site/PageFile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace vitrine::fileErrors {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("FileErrors", text);
}

/// An error whose sentence says the last part of `path` for its %1.
Error about(ErrorKind kind, const QString &path, const char *sentence)
{
    return Error{kind, words(sentence).arg(QFileInfo(path).fileName()), {}, {}};
}

QString megabytes(qint64 bytes)
{
    constexpr qint64 mega = 1024 * 1024;
    return QString::number((bytes + mega - 1) / mega);
}

} // namespace

Error mayNotRead(const QString &path)
{
    return about(
        ErrorKind::CannotRead, path,
        QT_TRANSLATE_NOOP(
            "FileErrors", "%1 could not be opened: you may not read it. Ask its owner for access or open a copy."));
}

Error notThere(const QString &path)
{
    return about(
        ErrorKind::NotFound, path,
        QT_TRANSLATE_NOOP("FileErrors", "%1 could not be opened: it is not there. Look whether its name is right."));
}

Error readFailed(const QString &path)
{
    return about(
        ErrorKind::CannotRead, path,
        QT_TRANSLATE_NOOP(
            "FileErrors", "%1 could not be opened: its drive cannot be read. Is the drive still connected?"));
}

Error isFolder(const QString &path)
{
    return about(
        ErrorKind::NoPage, path,
        QT_TRANSLATE_NOOP("FileErrors", "“%1” is a folder and not a page. Open it as a site to find its page."));
}

Error noPage(const QString &folder)
{
    return about(
        ErrorKind::NoPage, folder,
        QT_TRANSLATE_NOOP(
            "FileErrors", "“%1” holds no page. Looked for _pages/about.md, _pages/home.md, index.md and about.md."));
}

Error notText(const QString &path)
{
    return about(
        ErrorKind::NotText, path, QT_TRANSLATE_NOOP("FileErrors", "%1 is not a text file. It was left as it is."));
}

Error tooLarge(const QString &path, qint64 bytes)
{
    Error error = about(
        ErrorKind::TooLarge, path,
        QT_TRANSLATE_NOOP("FileErrors", "%1 is too large (%2 MB). Pages up to %3 MB can be opened."));
    error.sentence = error.sentence.arg(megabytes(bytes), megabytes(largestPage));
    return error;
}

Error readOnly(const QString &path)
{
    return about(
        ErrorKind::CannotWrite, path,
        QT_TRANSLATE_NOOP("FileErrors", "%1 is read-only. You can edit it here and save it under another name."));
}

Error mayNotWrite(const QString &path)
{
    return about(
        ErrorKind::CannotWrite, path,
        QT_TRANSLATE_NOOP(
            "FileErrors",
            "%1 was not saved: you may not write to its folder. Nothing was changed on disk, and your edits are still "
            "here."));
}

Error diskFull(const QString &path)
{
    return about(
        ErrorKind::DiskFull, path,
        QT_TRANSLATE_NOOP(
            "FileErrors",
            "%1 was not saved: the disk is full. Free some space and try again; your edits are still here."));
}

Error nothingSaved(const QString &path, ErrorKind cause)
{
    return about(
        cause, path,
        QT_TRANSLATE_NOOP(
            "FileErrors",
            "Nothing was saved: %1 could not be written. Files of one page are saved together or not at all."));
}

Error folderGone(const QString &path)
{
    return about(
        ErrorKind::CannotWrite, path,
        QT_TRANSLATE_NOOP(
            "FileErrors", "The folder of %1 is gone. Is the drive still connected? Your edits are still here."));
}

Error writeFailed(const QString &path)
{
    return about(
        ErrorKind::CannotWrite, path,
        QT_TRANSLATE_NOOP(
            "FileErrors",
            "%1 was not saved: its drive could not be written. Nothing was changed on disk, and your edits are still "
            "here."));
}

Error leftBackup(const QString &path, const QString &backup)
{
    Error error = about(
        ErrorKind::CannotWrite, path,
        QT_TRANSLATE_NOOP(
            "FileErrors",
            "%1 was not saved and may be damaged. What stood in it is in %2 beside it, and your edits are still "
            "here."));
    error.sentence = error.sentence.arg(QFileInfo(backup).fileName());
    return error;
}

} // namespace vitrine::fileErrors
