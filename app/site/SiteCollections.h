#pragma once

#include <QHash>
#include <QMutex>
#include <QVariantMap>

#include <functional>

namespace vitrine {

/// The posts and collections of a site as Liquid sees them: `_posts`, and the folders that `collections` of
/// `_config.yml` names. A folder is read when its entries are asked for first. Any thread.
class SiteCollections
{
public:
    using ToHtml = std::function<QByteArray(const QByteArray &markdown)>;

    /// `root`: the site's folder, absolute; empty gives no entries.
    SiteCollections(QString root, QVariantMap config, ToHtml toHtml);

    /// The entries of `posts` (newest first) or of a collection (oldest first, or as its `sort_by` says).
    QVariantList entries(const QString &name);

private:
    QVariantList read(const QString &name) const;

    QString m_root;
    QVariantMap m_config;
    ToHtml m_toHtml;
    QMutex m_mutex;
    QHash<QString, QVariantList> m_known;
};

} // namespace vitrine
