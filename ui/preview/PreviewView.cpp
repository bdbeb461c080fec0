#include "ui/preview/PreviewView.h"

#include "app/session/OpenPage.h"
#include "app/site/ThemedPage.h"
#include "content/render/Render.h"
#include "ui/look/Tones.h"
#include "ui/preview/PageExport.h"
#include "ui/preview/PreviewDocument.h"
#include "ui/preview/PreviewHost.h"
#include "ui/preview/PreviewPage.h"
#include "ui/preview/PreviewScheme.h"
#include "ui/preview/PreviewWorld.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QWebEngineView>

namespace vitrine {

namespace {

constexpr int phoneWidth = 390;
constexpr int tabletWidth = 768;
constexpr int desktopWidth = 1280;
/// From this width on the themes have two columns; "fit" shrinks them into the pane down to 60 %.
constexpr int twoColumns = 925;
constexpr double leastFit = 0.6;
constexpr double leastZoom = 0.25;

/// True for addresses that may be handed to the desktop.
bool leadsOutside(const QUrl &address)
{
    static const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")};
    return schemes.contains(address.scheme());
}

/// Where a link leads outside: one to a page of the site leads to where the site is published.
QUrl onTheWeb(const QUrl &address, const QUrl &site)
{
    if (address.scheme() != PreviewScheme::pageUrl().scheme())
        return address;
    if (site.isEmpty())
        return {};
    QUrl url = site;
    const QString path = address.path();
    url.setPath(path.startsWith(site.path() + QLatin1Char('/')) ? path : site.path() + path);
    url.setFragment(address.hasFragment() ? address.fragment() : QString());
    return url;
}

} // namespace

PreviewView::PreviewView(QWidget *parent)
    : QWidget(parent),
      m_view(new QWebEngineView(this)),
      m_world(new PreviewWorld(this)),
      m_feed(new PreviewFeed(this)),
      m_marks(m_world, m_feed),
      m_ghosts(m_world),
      m_export(new PageExport(m_world, m_view))
{
    m_world->page()->setBackgroundColor(Qt::white);
    m_view->setPage(m_world->page());
    m_view->setObjectName(QStringLiteral("previewWeb"));
    m_view->setAccessibleName(tr("Preview of the page"));
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    setFocusProxy(m_view);

    connect(m_world->page(), &QWebEnginePage::linkHovered, this, [this](const QString &address) {
        const QUrl url = outside(QUrl(address));
        Q_EMIT linkHovered(url.toString());
    });
    connect(m_world, &PreviewWorld::ready, this, &PreviewView::pageReady);
    connect(m_world, &PreviewWorld::restarted, this, &PreviewView::restarted);
    const PreviewHost *host = m_world->host();
    connect(host, &PreviewHost::placeClicked, this, &PreviewView::tellPlace);
    connect(host, &PreviewHost::remotePicturesFound, this, &PreviewView::tellRemotePictures);
    connect(host, &PreviewHost::linkFollowed, this, [this](const QString &address) {
        if (const QUrl url = outside(QUrl(address)); !url.isEmpty())
            Q_EMIT linkFollowed(url);
    });
    connect(host, &PreviewHost::darkTold, this, [this](bool offered, bool shown) {
        if (m_look.own)
            tellDark(offered, shown);
    });
    connect(host, &PreviewHost::hiddenClicked, this, &PreviewView::tellHidden);
    connect(host, &PreviewHost::mathAsked, this, &PreviewView::bringMath);
    connect(m_feed, &PreviewFeed::patched, this, &PreviewView::sendPatch);
}

PreviewView::~PreviewView()
{
    delete m_view;
    delete m_world;
}

QUrl PreviewView::outside(const QUrl &address) const
{
    const QUrl url = m_page ? onTheWeb(address, publishedAddress(m_page->site())) : address;
    return leadsOutside(url) ? url : QUrl();
}

void PreviewView::start()
{
    if (!m_started)
        m_world->load();
    m_started = true;
}

void PreviewView::reload()
{
    if (m_started)
        m_world->load();
}

void PreviewView::setPage(OpenPage *page, PreviewLook look)
{
    if (m_page)
        m_page->disconnect(this);
    m_page = page;
    m_look = std::move(look);
    m_waiting.clear();
    m_marks.setPage(page);
    m_ghosts.forget();
    if (page) {
        const Site &site = page->site();
        m_world->scheme()->setSite(
            site.exists() ? site.root() : QFileInfo(page->path()).absolutePath(),
            site.values()->config.value(QStringLiteral("baseurl")).toString());
        connect(page, &OpenPage::changed, this, &PreviewView::feedPage);
        connect(page, &OpenPage::siteChanged, this, &PreviewView::sendShell);
        m_view->setAccessibleName(tr("Preview of %1").arg(page->name()));
    }
    m_feed->reset();
    sendShell();
    feedPage();
}

void PreviewView::setLook(PreviewLook look)
{
    m_look = std::move(look);
    sendShell();
    layOut();
}

void PreviewView::setDark(bool dark)
{
    m_dark = dark;
    if (!m_look.own)
        tellDark(true, dark);
    m_world->call(QStringLiteral("setDark"), {dark});
}

void PreviewView::tellDark(bool offered, bool shown)
{
    m_world->page()->setBackgroundColor(shown ? QColor(0x23, 0x27, 0x2b) : Qt::white);
    Q_EMIT darkOffered(offered);
}

void PreviewView::setHiddenShown(bool shown)
{
    m_ghosts.setShown(shown);
    sendGhosts();
}

void PreviewView::sendGhosts()
{
    m_ghosts.send(m_feed->shownPage().get());
}

void PreviewView::tellHidden(int number)
{
    const std::shared_ptr<const Page> page = m_feed->shownPage();
    if (!page || !m_page || page != m_page->page())
        return;
    if (const std::optional<qsizetype> place = m_ghosts.placeOf(number, *page))
        Q_EMIT placeClicked(*place);
}

void PreviewView::setWidth(Settings::Width width)
{
    m_width = width;
    layOut();
}

void PreviewView::setRemoteAllowed(bool allowed)
{
    if (m_remoteAllowed == allowed)
        return;
    m_remoteAllowed = allowed;
    m_world->scheme()->setRemoteAllowed(allowed);
    m_world->call(QStringLiteral("setRemoteAllowed"), {allowed});
    m_feed->reset();
    sendShell();
    feedPage();
}

void PreviewView::setTextZoom(double zoom)
{
    m_textZoom = zoom;
    layOut();
}

double PreviewView::shownZoom() const
{
    return m_view->zoomFactor();
}

void PreviewView::pageReady()
{
    m_ghosts.forget();
    m_world->call(QStringLiteral("setRemoteAllowed"), {m_remoteAllowed});
    m_world->call(QStringLiteral("setDark"), {m_dark});
    sendShell();
    m_feed->reset();
    feedPage();
}

void PreviewView::sendShell()
{
    if (!m_world->isReady())
        return;
    m_world->scheme()->setBuiltSite(m_look.own ? m_look.own->folder : QString());
    const Theme theme = m_look.builtIn;
    const SiteShell shell = m_page ? siteShell(*m_page->site().values(), theme) : SiteShell();
    const QJsonArray builtIn{QString::fromUtf8(siteBody(shell, theme, {})), QString::fromUtf8(shell.title)};
    if (m_page && m_look.own) {
        sendOwnShell(builtIn);
        return;
    }
    m_world->call(QStringLiteral("setStyle"), {QString::fromUtf8(themeStyle(theme))});
    m_world->call(QStringLiteral("setBody"), builtIn);
    tellDark(true, m_dark);
}

void PreviewView::sendOwnShell(const QJsonArray &builtIn)
{
    m_world->call(QStringLiteral("setStyle"), {QString::fromUtf8(themeStyle(Theme::Own))});
    QUrl site = publishedAddress(m_page->site());
    if (site.isEmpty())
        site = QUrl(QStringLiteral("https://site.invalid"));
    const QJsonArray arguments{
        QString::fromUtf8(m_look.own->html),
        site.toString() + m_look.own->path,
        QString::fromUtf8(renderContent(*m_page->savedPage())),
        m_look.own->isOlderThan(m_page->path()),
        builtIn.at(0),
        builtIn.at(1)};
    m_world->run(
        QStringLiteral("vitrine.setOwnShell(...%1)").arg(PreviewWorld::listed(arguments)),
        [this](const QVariant &found) {
            if (!found.isValid() || found.toBool())
                return;
            m_look.own.reset();
            tellDark(true, m_dark);
            m_world->call(QStringLiteral("setStyle"), {QString::fromUtf8(themeStyle(m_look.builtIn))});
            Q_EMIT ownShellRefused();
        });
}

void PreviewView::feedPage()
{
    if (m_world->isReady() && m_page)
        m_feed->show(m_page->page(), m_page->revision());
}

void PreviewView::sendPatch(const PreviewPatch &patch)
{
    if (!m_world->isReady())
        return;
    const QString code = QStringLiteral("vitrine.patch(%1,...%2)")
                             .arg(QString::fromUtf8(patch.json), PreviewWorld::listed(m_marks.takeForPatch()));
    m_world->run(code, [this, revision = patch.revision](const QVariant &done) {
        if (done.isValid())
            tellShown(revision);
    });
    m_marks.sendAfterPatch();
    if (m_ghosts.areShown())
        sendGhosts();
}

void PreviewView::select(std::optional<ByteRange> range, bool scroll)
{
    m_marks.select(range, scroll);
    m_ghosts.select({});
}

void PreviewView::selectHidden(ByteRange range, bool scroll)
{
    if (scroll)
        m_marks.scrollToHeading(range);
    else
        m_marks.select({}, false);
    m_ghosts.select(range);
}

void PreviewView::scrollToHeading(ByteRange heading)
{
    m_marks.scrollToHeading(heading);
    m_ghosts.select({});
}

void PreviewView::showField(std::optional<ByteRange> range)
{
    m_marks.showField(range);
}

void PreviewView::showHits(const QList<ByteRange> &hits, ByteRange current)
{
    m_marks.showHits(hits, current);
}

void PreviewView::tellPlace(int block, int mark, int offset)
{
    const ByteRange range = m_feed->rangeOf(block, mark);
    const std::shared_ptr<const Page> page = m_feed->shownPage();
    if (page && m_page && page == m_page->page() && !range.isEmpty())
        Q_EMIT placeClicked(ShownText(*page, range).sourceOf(std::max(0, offset)));
}

void PreviewView::tellRemotePictures(const QString &json)
{
    int count = 0;
    QStringList hosts;
    for (const QJsonValue &pair : QJsonDocument::fromJson(json.toUtf8()).array()) {
        hosts += pair.toArray().at(0).toString();
        count += pair.toArray().at(1).toInt();
    }
    Q_EMIT remotePicturesFound(count, hosts);
}

/// Formulas are rare and KaTeX is large, so it comes with the first page that has some.
void PreviewView::bringMath()
{
    const QByteArray katex = previewMath();
    if (!katex.isEmpty())
        m_world->run(QString::fromUtf8(katex));
}

bool PreviewView::isCurrent() const
{
    return m_world->isReady() && m_page && m_feed->shownPage() == m_page->page();
}

void PreviewView::whenShown(const std::function<void()> &then)
{
    if (isCurrent())
        then();
    else
        m_waiting.push_back(then);
}

void PreviewView::tellShown(quint64 revision)
{
    Q_EMIT shown(revision);
    if (!isCurrent())
        return;
    for (const std::function<void()> &then : std::exchange(m_waiting, {}))
        then();
}

void PreviewView::exportHtml(std::function<void(const QByteArray &)> done)
{
    whenShown([this, done = std::move(done)] { m_export->html(*m_page, m_look, done); });
}

void PreviewView::print(QPrinter *printer, std::function<void(bool)> done)
{
    whenShown([this, printer, done = std::move(done)] { m_export->print(printer, m_dark, done); });
}

void PreviewView::exportPdf(const QString &path, std::function<void(bool)> done)
{
    whenShown([this, path, done = std::move(done)] { m_export->pdf(path, m_dark, done); });
}

qint64 PreviewView::rendererProcess() const
{
    return m_world->page()->renderProcessPid();
}

void PreviewView::evaluate(const QString &expression, std::function<void(const QVariant &)> done)
{
    m_world->run(expression, done);
}

int PreviewView::deviceWidth() const
{
    switch (m_width) {
    case Settings::Width::Phone:
        return phoneWidth;
    case Settings::Width::Tablet:
        return tabletWidth;
    case Settings::Width::Desktop:
        return desktopWidth;
    case Settings::Width::Fit:
        break;
    }
    return 0;
}

void PreviewView::layOut()
{
    if (width() <= 0)
        return;
    double zoom = 1;
    int shownWidth = width();
    if (const int device = deviceWidth(); device > 0) {
        zoom = std::clamp(double(width()) / device, leastZoom, 1.0);
        shownWidth = std::min(width(), qRound(device * zoom));
    } else if (const double fit = double(width()) / twoColumns; fit < 1 && fit >= leastFit) {
        zoom = fit;
    }
    m_view->setGeometry((width() - shownWidth) / 2, 0, shownWidth, height());
    const double factor = std::clamp(zoom * m_textZoom, leastZoom, 5.0);
    if (!qFuzzyCompare(factor, m_view->zoomFactor()))
        m_view->setZoomFactor(factor);
    Q_EMIT zoomChanged(factor);
}

void PreviewView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void PreviewView::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), palette().window().color().darker(108));
}

} // namespace vitrine
