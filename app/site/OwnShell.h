#pragma once

#include "app/site/Site.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <optional>

namespace vitrine {

/// The HTML page that a built site holds for a page of ours: its shell stands around our content in the preview.
struct OwnShell
{
    QByteArray html;
    QString folder; ///< of the built site, absolute
    QString path; ///< of the page on the site: "/", "/cv/"
    QDateTime made; ///< when it was written

    /// True when it was made before the file of the page was changed last.
    bool isOlderThan(const QString &file) const;
};

/// Where a page stands on its site, the likeliest place first: by `permalink:`, by its name, the first page. Paths
/// without `baseurl`. `relativePath` counts from the site's folder.
QStringList pathsOnSite(const Page &page, const QString &relativePath);

/// The page in a built site; nothing when there is none of bearable size inside the folder.
std::optional<OwnShell> findOwnShell(const QString &folder, const QStringList &paths);

/// Where Jekyll puts the site when its owner builds it; empty when there is no such folder inside the site's.
QString ownBuildFolder(const Site &site);

/// Where the site is published, by `url` and `baseurl`, without a final slash; empty when `_config.yml` does not say.
QUrl publishedAddress(const Site &site);

} // namespace vitrine
