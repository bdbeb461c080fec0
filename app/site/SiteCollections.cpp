#include "app/site/SiteCollections.h"

#include "app/site/PageFile.h"
#include "app/site/SiteDocument.h"
#include "app/site/SiteFiles.h"
#include "content/liquid/LiquidValue.h"

#include <QDir>
#include <QFileInfo>
#include <QMutexLocker>

namespace vitrine {

namespace {

constexpr int mostDocuments = 5000;
constexpr int deepestFolder = 8;

QString posts()
{
    return QStringLiteral("posts");
}

/// Finds the files of a collection. Links that lead out of the site are not followed.
class DocumentFinder
{
public:
    DocumentFinder(QString root, QString collection) : m_root(std::move(root)), m_collection(std::move(collection)) { }

    /// All files below a folder; paths count from the site's folder.
    void takeAll(const QString &folder, const QStringList &categories)
    {
        m_home = folder;
        take(folder, categories, 0);
    }

    /// Posts lie in `_posts` of any folder, whose name and those around it are their categories.
    // Depth is bounded by deepestFolder.
    void takePosts(const QString &folder, const QStringList &around, int depth)
    {
        const QString prefix = folder.isEmpty() ? QString() : folder + QLatin1Char('/');
        if (exists(prefix + QStringLiteral("_posts")))
            takeAll(prefix + QStringLiteral("_posts"), around);
        for (const QFileInfo &entry : entriesOf(folder, QDir::Dirs)) {
            const QChar first = entry.fileName().front();
            const bool isApart =
                QStringLiteral("._#~").contains(first) || entry.fileName() == QStringLiteral("node_modules");
            if (!isApart && depth < deepestFolder)
                takePosts(prefix + entry.fileName(), around + QStringList{entry.fileName()}, depth + 1);
        }
    }

    const std::vector<DocumentPlace> &places() const { return m_places; }

private:
    bool exists(const QString &folder) const
    {
        return fileInside(m_root, m_root + QLatin1Char('/') + folder).has_value();
    }

    QFileInfoList entriesOf(const QString &folder, QDir::Filters what) const
    {
        const QString path = m_root + QLatin1Char('/') + folder;
        if (!folder.isEmpty() && !fileInside(m_root, path))
            return {};
        return QDir(path).entryInfoList(what | QDir::NoDotAndDotDot, QDir::Name);
    }

    void take(const QString &folder, const QStringList &categories, int depth)
    {
        for (const QFileInfo &entry : entriesOf(folder, QDir::Files | QDir::Dirs)) {
            const QString path = folder + QLatin1Char('/') + entry.fileName();
            if (entry.isDir() && depth < deepestFolder)
                take(path, categories, depth + 1);
            else if (entry.isFile() && m_places.size() < size_t(mostDocuments))
                m_places.push_back({m_collection, path, path.mid(m_home.size() + 1), categories});
        }
    }

    QString m_root, m_collection, m_home;
    std::vector<DocumentPlace> m_places;
};

std::vector<SiteDocument> readAll(
    const std::vector<DocumentPlace> &places, const QString &root, const QVariantMap &config,
    const SiteCollections::ToHtml &toHtml)
{
    const bool withFuture = config.value(QStringLiteral("future")) == QVariant(true);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::vector<SiteDocument> documents;
    for (const DocumentPlace &place : places) {
        const std::optional<QString> file = fileInside(root, root + QLatin1Char('/') + place.path);
        const Result<QByteArray> bytes = file ? readPageFile(*file) : Result<QByteArray>(QByteArray());
        std::optional<SiteDocument> document =
            bytes ? readDocument(*bytes, place, config, toHtml) : std::optional<SiteDocument>();
        const bool isToCome = document && place.collection == posts() && document->date > now && !withFuture;
        if (document && document->isPublished && !isToCome)
            documents.push_back(std::move(*document));
    }
    return documents;
}

/// By date, those without one last; then by path.
bool isBefore(const SiteDocument &a, const SiteDocument &b)
{
    const QString path = QStringLiteral("path");
    if (a.date.has_value() != b.date.has_value())
        return a.date.has_value();
    if (a.date && *a.date != *b.date)
        return *a.date < *b.date;
    return a.values.value(path).toString() < b.values.value(path).toString();
}

} // namespace

SiteCollections::SiteCollections(QString root, QVariantMap config, ToHtml toHtml)
    : m_root(std::move(root)), m_config(std::move(config)), m_toHtml(std::move(toHtml))
{
}

QVariantList SiteCollections::entries(const QString &name)
{
    const QMutexLocker locker(&m_mutex);
    const auto known = m_known.constFind(name);
    return known != m_known.constEnd() ? *known : *m_known.insert(name, read(name));
}

QVariantList SiteCollections::read(const QString &name) const
{
    if (m_root.isEmpty() || name.contains(QLatin1Char('/')))
        return {};
    DocumentFinder finder(m_root, name);
    const QString around = liquidString(m_config.value(QStringLiteral("collections_dir")));
    const QString prefix = around.isEmpty() ? QString() : around + QLatin1Char('/');
    if (name == posts())
        finder.takePosts(around, {}, 0);
    else
        finder.takeAll(prefix + QLatin1Char('_') + name, {});
    std::vector<SiteDocument> documents = readAll(finder.places(), m_root, m_config, m_toHtml);
    std::stable_sort(documents.begin(), documents.end(), isBefore);
    const QVariantMap settings = m_config.value(QStringLiteral("collections")).toMap().value(name).toMap();
    if (const QString key = liquidString(settings.value(QStringLiteral("sort_by"))); !key.isEmpty()) {
        std::stable_sort(documents.begin(), documents.end(), [&](const SiteDocument &a, const SiteDocument &b) {
            const QVariant left = a.values.value(key), right = b.values.value(key);
            return left.isValid() && right.isValid() ? liquidCompare(left, right).value_or(0) < 0
                                                     : left.isValid() && !right.isValid();
        });
    }
    QVariantList entries;
    for (SiteDocument &document : documents)
        entries.append(document.values);
    if (name == posts())
        std::reverse(entries.begin(), entries.end());
    return entries;
}

} // namespace vitrine
