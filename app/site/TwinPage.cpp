#include "app/site/TwinPage.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace vitrine {

namespace {

constexpr int mostListed = 2000; ///< files of a folder

const QString languages =
    QStringLiteral("zh|cn|zh[-_]?(?:cn|tw|hk|hans|hant)|chinese|en|en[-_]?(?:us|gb)|english|fr|de|"
                   "es|it|pt|ru|ja|jp|ko|kr");

/// A path without the language that it names, and that language; empty where it names none.
struct NamedPath
{
    QString path;
    QString language;
    bool isChinese() const
    {
        return language.startsWith(QLatin1String("zh")) || language == QLatin1String("cn")
            || language == QLatin1String("chinese");
    }
};

NamedPath namedPathOf(const QString &relative)
{
    static const QRegularExpression folder(QStringLiteral("^(?:%1)$").arg(languages));
    static const QRegularExpression suffix(QStringLiteral("^(.+)[-_.](%1)$").arg(languages));
    NamedPath named;
    QStringList kept;
    QStringList parts = relative.toLower().split(QLatin1Char('/'), Qt::SkipEmptyParts);
    QString stem = parts.isEmpty() ? QString() : QFileInfo(parts.takeLast()).completeBaseName();
    if (const auto match = suffix.match(stem); match.hasMatch()) {
        stem = match.captured(1);
        named.language = match.captured(2);
    }
    for (const QString &part : std::as_const(parts)) {
        if (folder.match(part).hasMatch())
            named.language = part;
        else
            kept += part;
    }
    kept += stem;
    named.path = kept.join(QLatin1Char('/'));
    return named;
}

bool isLanguage(const QString &folderName)
{
    return !namedPathOf(folderName + QStringLiteral("/x.md")).language.isEmpty();
}

/// The folders that may hold the page of another language: its own, that around it, and those of languages in them.
QStringList foldersAround(const QDir &root, const QDir &own)
{
    QStringList folders{own.absolutePath()};
    if (own.absolutePath().startsWith(root.absolutePath() + QLatin1Char('/')))
        folders += QFileInfo(own.absolutePath()).absolutePath();
    const QStringList outer = folders + QStringList{root.absolutePath(), root.filePath(QStringLiteral("_pages"))};
    for (const QString &folder : outer) {
        const QStringList inner = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &name : inner.first(std::min<qsizetype>(inner.size(), mostListed))) {
            if (isLanguage(name))
                folders += QDir(folder).filePath(name);
        }
    }
    folders += outer;
    folders.removeDuplicates();
    return folders;
}

} // namespace

std::optional<QString> twinPageOf(const Site &site, const QString &page)
{
    if (page.isEmpty())
        return {};
    const QDir own(QFileInfo(page).absolutePath());
    const QDir root = site.exists() ? QDir(site.root()) : own;
    const NamedPath mine = namedPathOf(root.relativeFilePath(page));
    QStringList twins, chinese;
    for (const QString &folder : foldersAround(root, own)) {
        const QStringList files =
            QDir(folder).entryList({QStringLiteral("*.md"), QStringLiteral("*.markdown")}, QDir::Files);
        for (const QString &file : files.first(std::min<qsizetype>(files.size(), mostListed))) {
            const QString path = QDir(folder).filePath(file);
            const NamedPath other = namedPathOf(root.relativeFilePath(path));
            if (other.path != mine.path || other.language == mine.language)
                continue;
            twins += path;
            if (other.isChinese())
                chinese += path;
        }
    }
    if (twins.size() == 1)
        return twins.front();
    return !mine.isChinese() && chinese.size() == 1 ? std::optional(chinese.front()) : std::nullopt;
}

bool isNamedChinese(const QString &page)
{
    return namedPathOf(QFileInfo(page).absoluteDir().dirName() + QLatin1Char('/') + QFileInfo(page).fileName())
        .isChinese();
}

} // namespace vitrine
