#include "app/site/WriteTogether.h"

#include "app/site/FileErrors.h"
#include "app/site/PageFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace vitrine {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("WriteTogether", text);
}

/// False when the old state could not be put back.
bool restore(const FileWrite &file)
{
    return file.before ? writePageFile(file.path, *file.before).ok() : QFile::remove(file.path);
}

Error partlySaved(const FileWrite &written, const Error &cause)
{
    return {
        cause.kind,
        tr("%1 was written, but not all files of the page, and it could not be put back. Your edits are still here.")
            .arg(QFileInfo(written.path).fileName()),
        {},
        {}};
}

} // namespace

Result<Done> writeTogether(const std::vector<FileWrite> &files)
{
    for (size_t i = 0; i < files.size(); ++i) {
        const Result<Done> written = writePageFile(files[i].path, files[i].bytes);
        if (written)
            continue;
        for (size_t back = i; back-- > 0;) {
            if (!restore(files[back]))
                return partlySaved(files[back], written.error());
        }
        return files.size() == 1 ? written
                                 : Result<Done>(fileErrors::nothingSaved(files[i].path, written.error().kind));
    }
    return Done{};
}

} // namespace vitrine
