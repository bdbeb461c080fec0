#pragma once

#include "app/site/Site.h"

#include <QVariantMap>

namespace vitrine {

/// The file at `path` if it lies inside `folder` once symbolic links and `..` are resolved, else nothing.
std::optional<QString> fileInside(const QString &folder, const QString &path);

/// What a `_config.yml` with these bytes says; broken YAML gives an empty map and a diagnostic.
QVariantMap readSiteConfig(const QByteArray &bytes, std::vector<Diagnostic> &diagnostics);

/// What Jekyll offers as `site.data`: YAML, JSON, CSV and TSV files of the data folder, sub-folders as nested maps.
QVariantMap readSiteData(const QString &root, const QString &folder, std::vector<Diagnostic> &diagnostics);

/// Which theme a site uses, told from its settings and folders.
ThemeFamily guessFamily(const QString &root, const QVariantMap &config);

/// Entries that the site keeps outside its page.
std::vector<CollectionInfo> countCollections(const QString &root);

} // namespace vitrine
