#pragma once

#include "content/text/Result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace vitrine {

/// A file that is to get other bytes.
struct FileWrite
{
    QString path; ///< absolute
    QByteArray bytes;
    /// What it holds now, to be put back when another file of the same save fails; nothing when it is new.
    std::optional<QByteArray> before;
};

/// Writes the files of one page all or not at all: when one fails, those before it get their old bytes back. The error
/// names the file that failed. Blocking; any thread.
Result<Done> writeTogether(const std::vector<FileWrite> &files);

} // namespace vitrine
