#pragma once

#include "content/page/Schema.h"
#include "content/render/SiteShell.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>

#include <optional>

namespace vitrine {

/// What the program remembers between two starts, in an INI file of its own. A value in the file that makes no sense
/// counts as not there. GUI thread.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// Light, dark, or what the desktop says.
    enum class Look { Desktop, Light, Dark };
    Q_ENUM(Look)
    /// How an entry is shown.
    enum class EntryTab { Form, Markdown };
    Q_ENUM(EntryTab)
    /// How wide the preview is.
    enum class Width { Fit, Phone, Tablet, Desktop };
    Q_ENUM(Width)
    /// What the export button did last.
    enum class ExportKind { Markdown, Clipboard, WebPage, Pdf };
    Q_ENUM(ExportKind)

    /// The file lies in `profileFolder`, or where the desktop keeps settings when that is empty.
    explicit Settings(const QString &profileFolder = {}, QObject *parent = nullptr);

    /// Where the recovery journal and other state of the program lies; made when it is not there.
    QString stateFolder() const;

    /// Where things lie that can be had again, such as built sites; made when it is not there.
    QString cacheFolder() const;

    Look look() const;
    void setLook(Look look);

    /// Absolute paths, the newest first, at most eight; also those that are no longer there.
    QStringList recentPages() const;
    void addRecentPage(const QString &path);
    void forgetRecentPage(const QString &path);

    /// As QWidget::saveGeometry() gives it.
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    /// As QSplitter::saveState() gives it, by the splitter's object name.
    QByteArray splitterState(const QString &splitter) const;
    void setSplitterState(const QString &splitter, const QByteArray &state);
    /// The height that the user gave the entry list over the form, in pixels.
    std::optional<int> listHeight(Kind kind) const;
    void setListHeight(Kind kind, int pixels);

    /// The theme chosen for a site (or a page without one); nothing when none was chosen.
    std::optional<Theme> previewTheme(const QString &siteOrPage) const;
    void setPreviewTheme(const QString &siteOrPage, Theme theme);
    bool remotePicturesAllowed(const QString &page) const;
    void setRemotePicturesAllowed(const QString &page, bool allowed);
    Width previewWidth() const;
    void setPreviewWidth(Width width);
    /// Whether the preview shows hidden entries as ghosts.
    bool hiddenEntriesShown() const;
    void setHiddenEntriesShown(bool shown);
    /// Steps of text size in the preview, 0 for the site's own.
    int previewZoom() const;
    void setPreviewZoom(int steps);

    EntryTab entryTab() const;
    void setEntryTab(EntryTab tab);
    std::optional<ExportKind> lastExport() const;
    void setLastExport(ExportKind kind);

    /// Writes what has changed; happens by itself too.
    void sync() { m_file.sync(); }

Q_SIGNALS:
    void lookChanged();
    void recentPagesChanged();

private:
    template<typename Enum> std::optional<Enum> choice(const QString &key) const;
    template<typename Enum> void setChoice(const QString &key, Enum value);

    QString m_profileFolder;
    QSettings m_file;
};

} // namespace vitrine
