#include "app/site/PageFile.h"
#include "app/site/SiteFiles.h"
#include "content/text/OrderedMap.h"

#include <QDir>
#include <QFileInfo>

namespace vitrine {

namespace {

QString themeName(const QVariantMap &config)
{
    const QString remote = config.value(QStringLiteral("remote_theme")).toString();
    const QString name = remote.isEmpty() ? config.value(QStringLiteral("theme")).toString() : remote;
    return name.toLower();
}

bool listHas(const QVariant &list, const QString &word)
{
    return list.toStringList().contains(word);
}

/// What only the settings and folders of AcadHomepage have.
bool looksLikeAcadHomepage(const QString &root, const QVariantMap &config)
{
    const QString crawler = QStringLiteral("google_scholar_crawler");
    return config.contains(QStringLiteral("google_scholar_stats_use_cdn"))
        || config.contains(QStringLiteral("baidu_site_verification"))
        || listHas(config.value(QStringLiteral("exclude")), crawler)
        || QFileInfo(root + QLatin1Char('/') + crawler).isDir();
}

/// What only the settings of academicpages have.
bool looksLikeAcademicpages(const QVariantMap &config)
{
    const QVariantMap collections = config.value(QStringLiteral("collections")).toMap();
    return config.contains(QStringLiteral("talkmap_link"))
        || (OrderedMap::isMap(config.value(QStringLiteral("author")))
            && (collections.contains(QStringLiteral("publications")) || collections.contains(QStringLiteral("talks"))));
}

int countPages(const QString &folder)
{
    const QStringList pages{QStringLiteral("*.md"), QStringLiteral("*.markdown"), QStringLiteral("*.html")};
    return static_cast<int>(QDir(folder).entryList(pages, QDir::Files).size());
}

/// Entries of a BibTeX file: `@type{`, but not `@string`, `@comment` and `@preamble`.
int countBibtexEntries(const QByteArray &bytes)
{
    int count = 0;
    for (qsizetype at = bytes.indexOf('@'); at >= 0; at = bytes.indexOf('@', at + 1)) {
        const bool startsLine =
            QByteArrayView(bytes).first(at).sliced(bytes.lastIndexOf('\n', at) + 1).trimmed().isEmpty();
        const qsizetype brace = bytes.indexOf('{', at);
        if (!startsLine || brace < 0)
            continue;
        const QByteArray type = bytes.mid(at + 1, std::min<qsizetype>(brace - at - 1, 40)).trimmed().toLower();
        if (!type.isEmpty() && type != "string" && type != "comment" && type != "preamble")
            ++count;
    }
    return count;
}

} // namespace

ThemeFamily guessFamily(const QString &root, const QVariantMap &config)
{
    const QString theme = themeName(config);
    if (theme.contains(QLatin1String("acad-homepage")))
        return ThemeFamily::AcadHomepage;
    // Minimal Mistakes is the skeleton of academicpages and looks the same where it counts.
    if (theme.contains(QLatin1String("academicpages")) || theme.contains(QLatin1String("minimal-mistakes")))
        return ThemeFamily::Academicpages;
    if (!theme.isEmpty())
        return ThemeFamily::Unknown;
    if (looksLikeAcadHomepage(root, config))
        return ThemeFamily::AcadHomepage;
    return looksLikeAcademicpages(config) ? ThemeFamily::Academicpages : ThemeFamily::Unknown;
}

std::vector<CollectionInfo> countCollections(const QString &root)
{
    static const std::vector<std::pair<QString, Kind>> folders{
        {QStringLiteral("_publications"), Kind::Publication},
        {QStringLiteral("_talks"), Kind::Talk},
        {QStringLiteral("_teaching"), Kind::Teaching},
        {QStringLiteral("_news"), Kind::News},
    };
    std::vector<CollectionInfo> found;
    for (const auto &[name, kind] : folders) {
        const std::optional<QString> folder = fileInside(root, root + QLatin1Char('/') + name);
        const int count = folder ? countPages(*folder) : 0;
        if (count > 0)
            found.push_back({*folder, name + QLatin1Char('/'), kind, count});
    }
    const QString papers = QStringLiteral("_bibliography/papers.bib");
    if (const std::optional<QString> file = fileInside(root, root + QLatin1Char('/') + papers)) {
        const Result<QByteArray> bytes = readPageFile(*file);
        const int count = bytes ? countBibtexEntries(*bytes) : 0;
        if (count > 0)
            found.push_back({*file, papers, Kind::Publication, count});
    }
    return found;
}

} // namespace vitrine
