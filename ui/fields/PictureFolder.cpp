#include "ui/fields/PictureFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace vitrine {

namespace {

constexpr QLatin1Char slash('/');

} // namespace

PictureFolder::PictureFolder(const QString &root, const QString &bare)
    : m_root(root.isEmpty() ? root : QDir::cleanPath(root)), m_bare(bare)
{
}

bool PictureFolder::holds(const QString &file) const
{
    return !m_root.isEmpty() && QDir::cleanPath(file).startsWith(m_root + slash);
}

QString PictureFolder::fileOf(const QString &path) const
{
    if (m_root.isEmpty() || path.isEmpty() || path.contains(QLatin1String("://")) || path.contains(QLatin1String("{{")))
        return {};
    QString relative = QUrl::fromPercentEncoding(path.toUtf8());
    if (!m_bare.isEmpty() && !relative.contains(slash))
        relative.prepend(m_bare + slash);
    while (relative.startsWith(slash))
        relative.remove(0, 1);
    return QDir::cleanPath(m_root + slash + relative);
}

QString PictureFolder::pathOf(const QString &file, const QString &neighbour) const
{
    if (!holds(file))
        return file;
    const QString path = QDir(m_root).relativeFilePath(file);
    const QString bare = m_bare + slash;
    const bool named = !m_bare.isEmpty() && path.startsWith(bare) && path.indexOf(slash, bare.size()) < 0;
    if (named && !neighbour.contains(slash))
        return path.mid(bare.size());
    // Without a slash before it, a file beside `_config.yml` would be looked for among the pictures.
    const bool fromRoot = neighbour.startsWith(slash) || (!m_bare.isEmpty() && !path.contains(slash));
    return fromRoot ? slash + path : path;
}

QString PictureFolder::placeFor(const QString &name, const QString &neighbour) const
{
    if (m_root.isEmpty())
        return QDir::homePath() + slash + name;
    QStringList folders;
    if (const QString beside = fileOf(neighbour); !beside.isEmpty())
        folders += QFileInfo(beside).path();
    for (const char *usual : {"images", "assets/images", "assets/img"})
        folders += m_root + slash + QLatin1String(usual);
    const auto there =
        std::find_if(folders.cbegin(), folders.cend(), [](const QString &f) { return QDir(f).exists(); });
    return (there == folders.cend() ? m_root : *there) + slash + name;
}

} // namespace vitrine
