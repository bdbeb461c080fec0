#include "app/site/PageFile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace vitrine {

Result<QByteArray> readPageFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::CannotRead, file.errorString(), {}, {}};
    return file.readAll();
}

Result<Done> writePageFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorKind::CannotWrite, file.errorString(), {}, {}};
    return Done{};
}

bool isWritable(const QString &path)
{
    return QFileInfo(path).isWritable();
}

} // namespace vitrine
