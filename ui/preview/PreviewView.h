#pragma once

#include "app/preview/PreviewFeed.h"
#include "app/settings/Settings.h"
#include "ui/preview/PreviewGhosts.h"
#include "ui/preview/PreviewLook.h"
#include "ui/preview/PreviewMarks.h"

#include <QPointer>
#include <QUrl>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QPrinter;
class QWebEngineView;

namespace vitrine {

class OpenPage;
class PageExport;
class PreviewWorld;

/// The page as visitors will see it, in a world of its own. Follows the open page by patches of
/// blocks. GUI thread.
class PreviewView : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewView(QWidget *parent = nullptr);
    ~PreviewView() override;

    /// Loads the empty page; to be called once, after the window's first paint.
    void start();
    /// Loads everything anew.
    void reload();
    /// nullptr shows nothing. Does not take ownership.
    void setPage(OpenPage *page, PreviewLook look = {});

    void setLook(PreviewLook look);
    void setDark(bool dark);
    /// As on a device, or as wide as the pane.
    void setWidth(Settings::Width width);
    /// Shows hidden entries as ghosts, or not.
    void setHiddenShown(bool shown);
    void setRemoteAllowed(bool allowed);
    /// Text zoom on top of what the width asks for; 1 is the site's own size.
    void setTextZoom(double zoom);
    /// The zoom at which the page is shown, 0.25 to 5.
    double shownZoom() const;

    /// Marks what stands for this range of the expanded text and scrolls to it when it is out of sight.
    void select(std::optional<ByteRange> range, bool scroll);
    /// The same of a hidden entry, which can have a mark as a ghost only: what holds it on the page is another one.
    void selectHidden(ByteRange range, bool scroll);
    /// Takes the mark from any entry and brings a heading into sight.
    void scrollToHeading(ByteRange heading);
    /// Frames a field of the selected entry; nothing when there is no range.
    void showField(std::optional<ByteRange> range);

    /// Marks these stretches of the expanded text, one of them as the current one.
    void showHits(const QList<ByteRange> &hits, ByteRange current);

    /// The page as one HTML file in the look that is shown; see PageExport.
    void exportHtml(std::function<void(const QByteArray &)> done);
    /// Prints the page; `printer` must live until `done` is called.
    void print(QPrinter *printer, std::function<void(bool)> done);
    void exportPdf(const QString &path, std::function<void(bool)> done);
    /// The process that draws the page, for diagnostics; 0 when there is none.
    qint64 rendererProcess() const;
    /// Runs an expression in the preview's own world, for tests and measurement.
    void evaluate(const QString &expression, std::function<void(const QVariant &)> done);

Q_SIGNALS:
    /// The user clicked a word: its place in the expanded text of the page that is shown.
    void placeClicked(qsizetype offset);
    void linkHovered(const QString &address);
    /// The user asked to follow a link; http, https and mailto only.
    void linkFollowed(const QUrl &address);
    /// How many pictures of which hosts were left out.
    void remotePicturesFound(int count, const QStringList &hosts);
    void zoomChanged(double zoom);
    /// Whether what stands around the content has a dark mode.
    void darkOffered(bool offered);
    /// This revision is in the picture.
    void shown(quint64 revision);
    /// The content's place in the site's own page was not found; the built-in theme is shown.
    void ownShellRefused();
    /// The renderer died and was started again.
    void restarted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void pageReady();
    void sendShell();
    void sendOwnShell(const QJsonArray &builtIn);
    void sendPatch(const PreviewPatch &patch);
    void sendGhosts();
    void tellHidden(int number);
    void feedPage();
    void tellDark(bool offered, bool shown);
    /// The newest revision is in the picture.
    bool isCurrent() const;
    /// As soon as it is; never, when another page is opened before.
    void whenShown(const std::function<void()> &then);
    void tellShown(quint64 revision);
    /// The address on the web that a link of the page leads to; empty when it leads nowhere that may be opened.
    QUrl outside(const QUrl &address) const;
    /// In CSS pixels; 0: as wide as the pane.
    int deviceWidth() const;
    void layOut();
    void bringMath();
    void tellRemotePictures(const QString &json);
    void tellPlace(int block, int mark, int offset);

    QWebEngineView *m_view;
    PreviewWorld *m_world;
    PreviewFeed *m_feed;
    PreviewMarks m_marks;
    PreviewGhosts m_ghosts;
    PageExport *m_export;
    std::vector<std::function<void()>> m_waiting; ///< for the newest revision to be shown
    QPointer<OpenPage> m_page;
    PreviewLook m_look;
    Settings::Width m_width = Settings::Width::Fit;
    double m_textZoom = 1;
    bool m_dark = false;
    bool m_remoteAllowed = false;
    bool m_started = false;
};

} // namespace vitrine
