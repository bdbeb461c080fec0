#include "ui/preview/PreviewView.h"

#include "app/session/OpenPage.h"
#include "content/render/Render.h"
#include "ui/look/Tones.h"
#include "ui/preview/PreviewDocument.h"
#include "ui/preview/PreviewHost.h"
#include "ui/preview/PreviewPage.h"
#include "ui/preview/PreviewScheme.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QTimer>
#include <QWebChannel>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
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

QByteArray listed(const QJsonArray &arguments)
{
    return QJsonDocument(arguments).toJson(QJsonDocument::Compact);
}

} // namespace

PreviewView::PreviewView(QWidget *parent)
    : QWidget(parent),
      m_view(new QWebEngineView(this)),
      m_webPage(nullptr),
      m_profile(makePreviewProfile(this)),
      m_scheme(new PreviewScheme(this)),
      m_host(new PreviewHost(this)),
      m_feed(new PreviewFeed(this))
{
    m_profile->installUrlSchemeHandler(PreviewScheme::pageUrl().scheme().toLatin1(), m_scheme);
    m_webPage = new PreviewPage(m_profile, this);
    m_webPage->scripts().insert(previewScript());
    auto *channel = new QWebChannel(m_webPage);
    channel->registerObject(QStringLiteral("host"), m_host);
    m_webPage->setWebChannel(channel, QWebEngineScript::ApplicationWorld);
    m_webPage->setBackgroundColor(Qt::white);
    m_view->setPage(m_webPage);
    m_view->setObjectName(QStringLiteral("previewWeb"));
    m_view->setAccessibleName(tr("Preview of the page"));
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    setFocusProxy(m_view);

    connect(m_webPage, &QWebEnginePage::linkHovered, this, [this](const QString &address) {
        const QUrl url = m_page ? onTheWeb(QUrl(address), publishedAddress(m_page->site())) : QUrl(address);
        Q_EMIT linkHovered(leadsOutside(url) ? url.toString() : QString());
    });
    connect(m_webPage, &QWebEnginePage::renderProcessTerminated, this, &PreviewView::rendererDied);
    connect(m_host, &PreviewHost::pageReady, this, &PreviewView::pageReady);
    connect(m_host, &PreviewHost::placeClicked, this, &PreviewView::tellPlace);
    connect(m_host, &PreviewHost::remotePicturesFound, this, &PreviewView::tellRemotePictures);
    connect(m_host, &PreviewHost::linkFollowed, this, [this](const QString &address) {
        const QUrl url = m_page ? onTheWeb(QUrl(address), publishedAddress(m_page->site())) : QUrl(address);
        if (leadsOutside(url))
            Q_EMIT linkFollowed(url);
    });
    connect(m_host, &PreviewHost::hiddenClicked, this, &PreviewView::tellHidden);
    connect(m_host, &PreviewHost::mathAsked, this, &PreviewView::bringMath);
    connect(m_feed, &PreviewFeed::patched, this, &PreviewView::sendPatch);
}

PreviewView::~PreviewView()
{
    delete m_view;
    delete m_webPage;
}

void PreviewView::start()
{
    if (m_started)
        return;
    m_started = true;
    load();
}

void PreviewView::load()
{
    m_ready = false;
    m_scheme->setDocument(previewDocument());
    m_webPage->load(PreviewScheme::pageUrl());
}

void PreviewView::reload()
{
    if (m_started)
        load();
}

void PreviewView::setPage(OpenPage *page, PreviewLook look)
{
    if (m_page)
        m_page->disconnect(this);
    m_page = page;
    m_look = std::move(look);
    m_selected.reset();
    m_field.reset();
    if (page) {
        const Site &site = page->site();
        m_scheme->setSite(
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
    m_webPage->setBackgroundColor(dark ? QColor(0x23, 0x27, 0x2b) : Qt::white);
    call(QStringLiteral("setDark"), {dark});
}

void PreviewView::setHiddenShown(bool shown)
{
    m_hiddenShown = shown;
    sendHidden();
}

void PreviewView::sendHidden()
{
    const std::shared_ptr<const Page> page = m_feed->shownPage();
    m_hidden = m_hiddenShown && page ? hiddenTexts(*page) : std::vector<HiddenText>();
    QJsonArray ghosts;
    for (const HiddenText &hidden : m_hidden)
        ghosts.append(QJsonArray{hidden.comment, QString::fromUtf8(hidden.html)});
    QJsonArray arguments; // braces around one array would be that array
    arguments.append(ghosts);
    call(QStringLiteral("setGhosts"), arguments);
    sendSelectedHidden();
}

void PreviewView::sendSelectedHidden()
{
    if (!m_hiddenShown)
        return;
    const auto holds = [&](const HiddenText &hidden) { return m_selected && hidden.range.overlaps(*m_selected); };
    const auto found = std::find_if(m_hidden.begin(), m_hidden.end(), holds);
    call(QStringLiteral("selectGhost"), {found == m_hidden.end() ? -1 : int(found - m_hidden.begin())});
}

void PreviewView::tellHidden(int number)
{
    const std::shared_ptr<const Page> page = m_feed->shownPage();
    if (number < 0 || static_cast<size_t>(number) >= m_hidden.size() || !page || !m_page || page != m_page->page())
        return;
    // The first letter of what is hidden: blanks and marks of lists before it belong to no entry.
    ByteRange range = m_hidden[static_cast<size_t>(number)].range;
    for (const Section &section : page->outline().sections) {
        for (const Entry &entry : section.entries) {
            if (entry.hidden && entry.range.overlaps(range)) {
                Q_EMIT placeClicked(std::max(entry.range.begin, range.begin));
                return;
            }
        }
    }
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
    m_scheme->setRemoteAllowed(allowed);
    call(QStringLiteral("setRemoteAllowed"), {allowed});
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
    m_ready = true;
    call(QStringLiteral("setRemoteAllowed"), {m_remoteAllowed});
    call(QStringLiteral("setDark"), {m_dark});
    sendShell();
    m_feed->reset();
    feedPage();
}

void PreviewView::sendShell()
{
    if (!m_ready)
        return;
    m_scheme->setBuiltSite(m_look.own ? m_look.own->folder : QString());
    const Theme theme = m_look.builtIn;
    const SiteShell shell = m_page ? siteShell(*m_page->site().values(), theme) : SiteShell();
    const QJsonArray builtIn{QString::fromUtf8(siteBody(shell, theme, {})), QString::fromUtf8(shell.title)};
    if (m_page && m_look.own) {
        sendOwnShell(builtIn);
        return;
    }
    call(QStringLiteral("setStyle"), {QString::fromUtf8(themeStyle(theme))});
    call(QStringLiteral("setBody"), builtIn);
}

void PreviewView::sendOwnShell(const QJsonArray &builtIn)
{
    call(QStringLiteral("setStyle"), {QString::fromUtf8(themeStyle(Theme::Own))});
    QUrl site = publishedAddress(m_page->site());
    if (site.isEmpty())
        site = QUrl(QStringLiteral("https://site.invalid"));
    const QJsonArray arguments{
        QString::fromUtf8(m_look.own->html), site.toString() + m_look.own->path,
        QString::fromUtf8(renderContent(*m_page->page())), builtIn.at(0), builtIn.at(1)};
    const QString list = QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact));
    m_webPage->runJavaScript(
        QStringLiteral("vitrine.setOwnShell(...%1)").arg(list), QWebEngineScript::ApplicationWorld,
        [this](const QVariant &found) {
            if (!found.isValid() || found.toBool())
                return;
            m_look.own.reset();
            call(QStringLiteral("setStyle"), {QString::fromUtf8(themeStyle(m_look.builtIn))});
            Q_EMIT ownShellRefused();
        });
}

void PreviewView::feedPage()
{
    if (m_ready && m_page)
        m_feed->show(m_page->page(), m_page->revision());
}

void PreviewView::sendPatch(const PreviewPatch &patch)
{
    if (!m_ready)
        return;
    const QJsonArray selection = selectionArguments(std::exchange(m_scrollPending, false));
    const QString code = QString::fromUtf8(
        "vitrine.patch(" + patch.json + ',' + listed(selection) + ',' + listed(fieldArguments()) + ')');
    m_webPage->runJavaScript(
        code, QWebEngineScript::ApplicationWorld, [this, revision = patch.revision](const QVariant &done) {
            // The page calls back without a value when it is deleted before it could answer.
            if (done.isValid())
                Q_EMIT shown(revision);
        });
    sendHits();
    if (m_hiddenShown)
        sendHidden();
    sendHeading();
}

void PreviewView::select(std::optional<ByteRange> range, bool scroll)
{
    m_selected = range;
    const bool current = m_page && m_feed->shownPage() == m_page->page();
    m_scrollPending = scroll && !current;
    if (current)
        sendSelection(scroll);
}

void PreviewView::scrollToHeading(ByteRange heading)
{
    select({}, false);
    m_heading = heading;
    if (m_page && m_feed->shownPage() == m_page->page())
        sendHeading();
}

void PreviewView::sendHeading()
{
    if (!m_heading)
        return;
    const auto [block, mark] = m_feed->markAt(*std::exchange(m_heading, std::nullopt));
    call(QStringLiteral("scrollTo"), {block, mark});
}

void PreviewView::showField(std::optional<ByteRange> range)
{
    m_field = range;
    if (m_page && m_feed->shownPage() == m_page->page())
        sendField();
}

QJsonArray PreviewView::selectionArguments(bool scroll) const
{
    QJsonArray marks;
    if (m_selected) {
        for (const auto &[block, mark] : m_feed->marksIn(*m_selected))
            marks.append(QJsonArray{block, mark});
    }
    return {marks, scroll};
}

QJsonArray PreviewView::fieldArguments() const
{
    const std::shared_ptr<const Page> page = m_feed->shownPage();
    const auto [block, mark] = m_field && page ? m_feed->markAt(*m_field) : std::pair(-1, -1);
    if (block < 0)
        return {-1, -1, 0, 0};
    const ShownText text(*page, m_feed->rangeOf(block, mark));
    return {block, mark, text.offsetOf(m_field->begin), text.offsetOf(m_field->end)};
}

void PreviewView::sendSelection(bool scroll)
{
    call(QStringLiteral("select"), selectionArguments(scroll));
    sendSelectedHidden();
}

void PreviewView::showHits(const QList<ByteRange> &hits, ByteRange current)
{
    m_hits = hits;
    m_currentHit = current;
    if (m_page && m_feed->shownPage() == m_page->page())
        sendHits();
}

void PreviewView::sendHits()
{
    constexpr qsizetype most = 300; // more marks than one can look at
    const std::shared_ptr<const Page> page = m_feed->shownPage();
    QJsonArray places;
    for (const ByteRange hit : std::as_const(m_hits)) {
        const bool current = hit == m_currentHit;
        if (!page || hit.end > page->text().size() || (places.size() >= most && !current))
            continue;
        const auto [block, mark] = m_feed->markAt(hit);
        const ByteRange around = m_feed->rangeOf(block, mark);
        if (block < 0 || !around.contains(hit))
            continue;
        const ShownText text(*page, around);
        places.append(QJsonArray{block, mark, text.offsetOf(hit.begin), text.offsetOf(hit.end), current});
    }
    QJsonArray arguments;
    arguments.append(places); // in braces it might be taken for the list of arguments
    call(QStringLiteral("showHits"), arguments);
}

void PreviewView::sendField()
{
    call(QStringLiteral("showField"), fieldArguments());
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
        m_webPage->runJavaScript(QString::fromUtf8(katex), QWebEngineScript::ApplicationWorld);
}

void PreviewView::rendererDied()
{
    m_ready = false;
    QTimer::singleShot(0, this, [this] {
        load();
        Q_EMIT restarted();
    });
}

void PreviewView::print(QPrinter *printer, std::function<void(bool)> done)
{
    connect(
        m_view, &QWebEngineView::printFinished, this, [done = std::move(done)](bool success) { done(success); },
        Qt::SingleShotConnection);
    m_view->print(printer);
}

void PreviewView::exportPdf(const QString &path, std::function<void(bool)> done)
{
    connect(
        m_webPage, &QWebEnginePage::pdfPrintingFinished, this,
        [done = std::move(done)](const QString &, bool success) { done(success); }, Qt::SingleShotConnection);
    m_webPage->printToPdf(path);
}

qint64 PreviewView::rendererProcess() const
{
    return m_webPage->renderProcessPid();
}

void PreviewView::evaluate(const QString &expression, std::function<void(const QVariant &)> done)
{
    m_webPage->runJavaScript(expression, QWebEngineScript::ApplicationWorld, done);
}

void PreviewView::call(const QString &function, const QJsonArray &arguments)
{
    if (!m_ready)
        return;
    const QString list = QString::fromUtf8(listed(arguments));
    m_webPage->runJavaScript(
        QStringLiteral("vitrine.%1(...%2)").arg(function, list), QWebEngineScript::ApplicationWorld);
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
