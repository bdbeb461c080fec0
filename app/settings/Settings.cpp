#include "app/settings/Settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QMetaEnum>
#include <QStandardPaths>

namespace vitrine {

namespace {

/// The version of the file's keys; a later one may read and change those of an earlier.
constexpr int currentVersion = 1;
constexpr qsizetype mostRecentPages = 8;
constexpr int mostZoomSteps = 20;

QString fileIn(const QString &profileFolder)
{
    const QString folder =
        profileFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) : profileFolder;
    return folder + QStringLiteral("/vitrine.ini");
}

/// Paths cannot be keys as they are: `/` would make groups of them.
QString keyOf(const QString &group, const QString &path, const QString &name)
{
    const QByteArray digest = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
    return group + QLatin1Char('/') + QString::fromLatin1(digest) + QLatin1Char('/') + name;
}

QString kindKey(Kind kind)
{
    return QStringLiteral("listHeight/") + QLatin1String(schemaOf(kind).name);
}

} // namespace

Settings::Settings(const QString &profileFolder, QObject *parent)
    : QObject(parent), m_profileFolder(profileFolder), m_file(fileIn(profileFolder), QSettings::IniFormat)
{
    m_file.setValue(QStringLiteral("version"), currentVersion);
}

QString Settings::stateFolder() const
{
    const QString folder = m_profileFolder.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        : m_profileFolder;
    QDir().mkpath(folder);
    return folder;
}

QString Settings::cacheFolder() const
{
    const QString folder = m_profileFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::CacheLocation)
                                                     : m_profileFolder + QStringLiteral("/cache");
    QDir().mkpath(folder);
    return folder;
}

template<typename Enum> std::optional<Enum> Settings::choice(const QString &key) const
{
    bool isKnown = false;
    const QByteArray name = m_file.value(key).toString().toLatin1();
    const int value = QMetaEnum::fromType<Enum>().keyToValue(name.constData(), &isKnown);
    return isKnown ? std::optional(static_cast<Enum>(value)) : std::nullopt;
}

template<typename Enum> void Settings::setChoice(const QString &key, Enum value)
{
    m_file.setValue(key, QLatin1String(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value))));
}

Settings::Look Settings::look() const
{
    return choice<Look>(QStringLiteral("look")).value_or(Look::Desktop);
}

void Settings::setLook(Look wanted)
{
    if (wanted == look())
        return;
    setChoice(QStringLiteral("look"), wanted);
    Q_EMIT lookChanged();
}

QStringList Settings::recentPages() const
{
    return m_file.value(QStringLiteral("recentPages")).toStringList().mid(0, mostRecentPages);
}

void Settings::addRecentPage(const QString &path)
{
    QStringList pages = recentPages();
    pages.removeAll(path);
    pages.prepend(path);
    m_file.setValue(QStringLiteral("recentPages"), pages.mid(0, mostRecentPages));
    Q_EMIT recentPagesChanged();
}

void Settings::forgetRecentPage(const QString &path)
{
    QStringList pages = recentPages();
    if (pages.removeAll(path) == 0)
        return;
    m_file.setValue(QStringLiteral("recentPages"), pages);
    Q_EMIT recentPagesChanged();
}

QByteArray Settings::windowGeometry() const
{
    return m_file.value(QStringLiteral("window/geometry")).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_file.setValue(QStringLiteral("window/geometry"), geometry);
}

QByteArray Settings::splitterState(const QString &splitter) const
{
    return m_file.value(QStringLiteral("splitters/") + splitter).toByteArray();
}

void Settings::setSplitterState(const QString &splitter, const QByteArray &state)
{
    m_file.setValue(QStringLiteral("splitters/") + splitter, state);
}

std::optional<int> Settings::listHeight(Kind kind) const
{
    const int height = m_file.value(kindKey(kind)).toInt();
    return height > 0 ? std::optional(height) : std::nullopt;
}

void Settings::setListHeight(Kind kind, int pixels)
{
    m_file.setValue(kindKey(kind), pixels);
}

std::optional<Theme> Settings::previewTheme(const QString &siteOrPage) const
{
    const QVariant name = m_file.value(keyOf(QStringLiteral("sites"), siteOrPage, QStringLiteral("theme")));
    for (const Theme theme : {Theme::Academicpages, Theme::AcadHomepage, Theme::Plain, Theme::Own}) {
        if (name.toString() == QString::fromLatin1(themeName(theme)))
            return theme;
    }
    return {};
}

void Settings::setPreviewTheme(const QString &siteOrPage, Theme theme)
{
    m_file.setValue(
        keyOf(QStringLiteral("sites"), siteOrPage, QStringLiteral("theme")), QString::fromLatin1(themeName(theme)));
}

bool Settings::remotePicturesAllowed(const QString &page) const
{
    return m_file.value(keyOf(QStringLiteral("pages"), page, QStringLiteral("remotePictures"))).toBool();
}

void Settings::setRemotePicturesAllowed(const QString &page, bool allowed)
{
    const QString key = keyOf(QStringLiteral("pages"), page, QStringLiteral("remotePictures"));
    if (allowed)
        m_file.setValue(key, true);
    else
        m_file.remove(key);
}

Settings::Width Settings::previewWidth() const
{
    return choice<Width>(QStringLiteral("preview/width")).value_or(Width::Fit);
}

void Settings::setPreviewWidth(Width width)
{
    setChoice(QStringLiteral("preview/width"), width);
}

bool Settings::hiddenEntriesShown() const
{
    return m_file.value(QStringLiteral("preview/hiddenEntries")).toBool();
}

void Settings::setHiddenEntriesShown(bool shown)
{
    m_file.setValue(QStringLiteral("preview/hiddenEntries"), shown);
}

int Settings::previewZoom() const
{
    return qBound(-mostZoomSteps, m_file.value(QStringLiteral("preview/zoom")).toInt(), mostZoomSteps);
}

void Settings::setPreviewZoom(int steps)
{
    m_file.setValue(QStringLiteral("preview/zoom"), steps);
}

Settings::EntryTab Settings::entryTab() const
{
    return choice<EntryTab>(QStringLiteral("entryTab")).value_or(EntryTab::Form);
}

void Settings::setEntryTab(EntryTab tab)
{
    setChoice(QStringLiteral("entryTab"), tab);
}

std::optional<Settings::ExportKind> Settings::lastExport() const
{
    return choice<ExportKind>(QStringLiteral("lastExport"));
}

void Settings::setLastExport(ExportKind kind)
{
    setChoice(QStringLiteral("lastExport"), kind);
}

} // namespace vitrine
