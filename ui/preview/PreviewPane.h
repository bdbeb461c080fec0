#pragma once

#include "ui/preview/OwnTheme.h"
#include "ui/preview/PreviewMode.h"
#include "ui/preview/PreviewView.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QPrinter;
class QTemporaryDir;

namespace vitrine {

class Bar;
class Selection;
class SegmentedSwitch;

/// The right pane: a bar (theme, widths, zoom, the site's dark mode, remote pictures, open in browser) over the page as
/// visitors will see it. Stands in the layout before the window is first shown; loads when start() is called. GUI
/// thread.
class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    /// `settings` outlive the pane; it remembers theme, width, zoom and allowed pictures there. When the preview is
    /// off no web view is made, and the pane shows why in words.
    PreviewPane(Settings *settings, PreviewMode mode, QWidget *parent = nullptr);
    ~PreviewPane() override;

    /// Follows the page, section and entry of this selection; does not take ownership.
    void setSelection(Selection *selection);
    /// Starts loading; call after the window's first paint.
    void start();
    /// Frames the field that has the focus in the form; an empty range frames none.
    void showField(ByteRange range);
    /// Whether the selected entry is marked: not while something else than entries is shown beside the preview.
    void setMarking(bool marking);
    /// Marks what a search found; `current` is one of them, or empty.
    void showHits(const QList<ByteRange> &hits, ByteRange current);

    Theme theme() const;
    void setWidthMode(Settings::Width width);
    void zoomText(int steps); ///< one step is 10 %; 0 goes back to the site's own size
    void reload();

    /// The page as one HTML file in the look that is shown. Without a preview its formulas stay as they were written,
    /// and it finds its pictures in the site's folder. `done` gets nothing when there is no page.
    void exportHtml(const std::function<void(const QByteArray &)> &done) const;
    /// Prints the page; `printer` must live until `done` is called.
    void print(QPrinter *printer, std::function<void(bool)> done);
    /// Prints the page to a PDF file; calls `done` with whether it was written.
    void exportPdf(const QString &path, std::function<void(bool)> done);

    /// Nullptr when the preview is off.
    PreviewView *view() const { return m_view; }

Q_SIGNALS:
    void placeClicked(qsizetype expandedOffset);
    void linkHovered(const QString &address);
    void linkClicked(const QUrl &address);
    /// Something to tell in the message bar.
    void noteRaised(const QString &sentence);

private:
    void buildBar();
    void applyZoom();
    void buildOffNotice(PreviewMode mode);
    void followPage();
    void followSelection(bool scroll);
    void openInBrowser();
    void handToBrowser(const QByteArray &html);
    void allowRemotePictures(bool allowed);
    /// What the chosen theme is remembered for: the site, or the page without one.
    QString themeKey() const;
    /// What the theme menu says; tells in the message bar what is missing for the site's own look.
    PreviewLook chosenLook();
    /// The chosen theme, or the one that stands in for the site's own.
    Theme builtInTheme() const;
    void showZoom(double zoom);
    void showRemotePictures(int count, const QStringList &hosts);

    Settings *m_settings;
    Bar *m_bar = nullptr;
    QComboBox *m_theme = nullptr;
    SegmentedSwitch *m_widths = nullptr;
    QLabel *m_zoom = nullptr;
    QAction *m_dark = nullptr;
    QAction *m_hidden = nullptr;
    QAction *m_remote = nullptr;
    QAction *m_browser = nullptr;
    MessageBar *m_message = nullptr;
    OwnTheme *m_own = nullptr;
    PreviewView *m_view = nullptr;
    QString m_remoteTold; ///< the servers that the message was about
    Selection *m_selection = nullptr;
    bool m_marking = true;
    std::unique_ptr<QTemporaryDir> m_browserFolder;
};

} // namespace vitrine
