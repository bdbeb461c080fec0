#include "ui/preview/EmbeddedFiles.h"

#include "ui/preview/StyleAddresses.h"

#include <QUrl>

namespace vitrine {

namespace {

constexpr int deepest = 4; // of sheets that import one another
constexpr qsizetype mostBytes = qsizetype(128) * 1024 * 1024;

/// Where a relative address of a sheet leads; nothing for one that is complete, or is no address of a file.
std::optional<QString> pathFrom(const QString &sheet, const QString &address)
{
    const QUrl url(address);
    if (!url.scheme().isEmpty() || !url.host().isEmpty() || url.path().isEmpty())
        return {};
    return QUrl(QStringLiteral("site:") + sheet).resolved(url).path(QUrl::FullyDecoded);
}

} // namespace

QByteArray EmbeddedFiles::addressOf(const QString &path, int depth)
{
    TypedFile file = depth > deepest ? TypedFile() : m_find(path);
    if (file.bytes.isEmpty())
        return {};
    if (file.type == "text/css")
        file.bytes = style(file.bytes, path, depth + 1);
    if (m_bytes + file.bytes.size() > mostBytes)
        return {};
    m_bytes += file.bytes.size();
    return "data:" + file.type + ";base64," + file.bytes.toBase64();
}

QByteArray EmbeddedFiles::style(const QByteArray &css, const QString &path, int depth)
{
    return withStyleAddresses(css, [&](const QString &address) {
        const std::optional<QString> named = pathFrom(path, address);
        const QByteArray data = named ? addressOf(*named, depth) : QByteArray();
        return data.isEmpty() ? address : QString::fromLatin1(data);
    });
}

} // namespace vitrine
