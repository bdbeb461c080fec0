#pragma once

#include <QDateTime>
#include <QString>
#include <QVariantMap>

#include <functional>
#include <optional>

namespace vitrine {

/// Where a file of a collection lies and what the settings say of it.
struct DocumentPlace
{
    QString collection; ///< "posts", "publications"
    QString path; ///< from the site's folder: "_publications/2020-01-02-walks.md"
    QString inside; ///< from the collection's folder: "2020-01-02-walks.md"
    QStringList categories; ///< of a post, by the folders around it
};

/// A file of a collection as Liquid sees it.
struct SiteDocument
{
    QVariantMap values;
    std::optional<QDateTime> date; ///< by front matter or name; one that has none counts as made now
    bool isPublished = true;
};

/// Reads a file of a collection by Jekyll's rules; nothing when it is none (no front matter, a post without a date in
/// its name). `config` is `_config.yml`; `toHtml` makes HTML of Markdown and is called when that is asked for.
std::optional<SiteDocument> readDocument(
    const QByteArray &bytes, const DocumentPlace &place, const QVariantMap &config,
    const std::function<QByteArray(const QByteArray &)> &toHtml);

} // namespace vitrine
