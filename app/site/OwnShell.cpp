#include "app/site/OwnShell.h"

#include "app/site/SiteFiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace vitrine {

namespace {

constexpr qint64 largestPage = 8 * 1024 * 1024;

QString configText(const Site &site, const char *key)
{
    return site.values()->config.value(QLatin1String(key)).toString().trimmed();
}

/// The files that a path of a site may be: "/cv" is `cv.html` or `cv/index.html`.
QStringList filesOf(const QString &path)
{
    if (path.endsWith(QLatin1Char('/')))
        return {path + QStringLiteral("index.html")};
    if (path.endsWith(QStringLiteral(".html")))
        return {path};
    return {path + QStringLiteral(".html"), path + QStringLiteral("/index.html")};
}

} // namespace

bool OwnShell::isOlderThan(const QString &file) const
{
    return made < QFileInfo(file).lastModified();
}

QStringList pathsOnSite(const Page &page, const QString &relativePath)
{
    QStringList paths;
    const YamlField *permalink = page.frontMatterYaml().find("permalink");
    if (permalink && !permalink->isNull && !permalink->value.contains(':')) {
        const QString path = QString::fromUtf8(permalink->value);
        paths += path.startsWith(QLatin1Char('/')) ? path : QLatin1Char('/') + path;
    }
    const QFileInfo name(relativePath);
    const QString folder = name.path() == QStringLiteral(".") ? QString() : QLatin1Char('/') + name.path();
    if (name.completeBaseName() == QStringLiteral("index"))
        paths += folder + QLatin1Char('/');
    else
        paths += folder + QLatin1Char('/') + name.completeBaseName();
    paths += QStringLiteral("/");
    paths.removeDuplicates();
    return paths;
}

std::optional<OwnShell> findOwnShell(const QString &folder, const QStringList &paths)
{
    if (folder.isEmpty())
        return {};
    for (const QString &path : paths) {
        for (const QString &name : filesOf(path)) {
            const std::optional<QString> inside = fileInside(folder, folder + name);
            QFile file(inside.value_or(QString()));
            if (!inside || !QFileInfo(*inside).isFile() || file.size() > largestPage || !file.open(QIODevice::ReadOnly))
                continue;
            return OwnShell{
                file.readAll(), QFileInfo(folder).canonicalFilePath(), path, QFileInfo(*inside).lastModified()};
        }
    }
    return {};
}

QString ownBuildFolder(const Site &site)
{
    const QString asked = configText(site, "destination");
    const QDir root(site.root());
    const QString folder = root.absoluteFilePath(asked.isEmpty() ? QStringLiteral("_site") : asked);
    // A stranger's site may name any folder of this computer.
    return fileInside(site.root(), folder).value_or(QString());
}

QUrl publishedAddress(const Site &site)
{
    QString address = configText(site, "url") + configText(site, "baseurl");
    while (address.endsWith(QLatin1Char('/')))
        address.chop(1);
    const QUrl url(address, QUrl::StrictMode);
    const bool web = url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http");
    return web && !url.host().isEmpty() ? url : QUrl();
}

} // namespace vitrine
