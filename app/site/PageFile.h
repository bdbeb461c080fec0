#pragma once

#include "content/text/Result.h"

#include <QByteArray>
#include <QString>

namespace vitrine {

/// Pages up to this size can be opened.
constexpr qint64 largestPage = qint64{32} * 1024 * 1024;

/// Reads a page or an included file whole. Fails with a sentence (not there, may not read, a
/// folder, too large, not a text file). Blocking; any thread.
Result<QByteArray> readPageFile(const QString &path);

/// Writes a file so that it holds either the old or the new bytes, whatever happens; when it succeeds they are on the
/// disk. Keeps mode and symbolic link;
/// where replacing would change the owner or break a hard link, writes in place with a backup beside it until it is
/// done.
Result<Done> writePageFile(const QString &path, const QByteArray &bytes);

/// Makes sure that a name which a file was just given outlasts a power cut, where the system knows how.
void flushFolderOf(const QString &path);

/// True when the file can be written (or made, when it is not there), told without opening it.
bool isWritable(const QString &path);

} // namespace vitrine
