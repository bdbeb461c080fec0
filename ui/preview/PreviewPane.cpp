#include "ui/preview/PreviewPane.h"

#include "app/session/OpenPage.h"
#include "app/site/ThemedPage.h"
#include "ui/Selection.h"
#include "ui/bars/MessageBar.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Tones.h"

#include <QAction>
#include <QComboBox>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QTemporaryDir>
#include <QUrl>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace vitrine {

namespace {

struct ThemeChoice
{
    Theme theme;
    const char *name;
};

constexpr ThemeChoice themeChoices[] = {
    {Theme::Academicpages, QT_TRANSLATE_NOOP("vitrine::PreviewPane", "academicpages")},
    {Theme::AcadHomepage, QT_TRANSLATE_NOOP("vitrine::PreviewPane", "AcadHomepage")},
    {Theme::Own, QT_TRANSLATE_NOOP("vitrine::PreviewPane", "My site")},
    {Theme::Plain, QT_TRANSLATE_NOOP("vitrine::PreviewPane", "Plain")},
};

const QByteArray remoteTopic = QByteArrayLiteral("remote-pictures");

struct WidthChoice
{
    Settings::Width width;
    const char *icon;
    const char *name;
};

constexpr WidthChoice widthChoices[] = {
    {Settings::Width::Phone, "phone", QT_TRANSLATE_NOOP("vitrine::PreviewPane", "As on a phone")},
    {Settings::Width::Tablet, "tablet", QT_TRANSLATE_NOOP("vitrine::PreviewPane", "As on a tablet")},
    {Settings::Width::Desktop, "desktop", QT_TRANSLATE_NOOP("vitrine::PreviewPane", "As on a desktop")},
    {Settings::Width::Fit, "fit", QT_TRANSLATE_NOOP("vitrine::PreviewPane", "Fit into the pane")},
};

} // namespace

PreviewPane::PreviewPane(Settings *settings, PreviewMode mode, QWidget *parent) : QWidget(parent), m_settings(settings)
{
    nameWidget(this, QStringLiteral("previewPane"), tr("Preview"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (mode != PreviewMode::On) {
        buildOffNotice(mode);
        return;
    }
    buildBar();
    m_message = new MessageBar(this);
    nameWidget(m_message, QStringLiteral("previewMessage"), tr("Message of the preview"));
    layout->addWidget(m_message);
    m_view = new PreviewView(this);
    m_view->setObjectName(QStringLiteral("previewView"));
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    m_view->setWidth(m_settings->previewWidth());
    m_view->setHiddenShown(m_hidden->isChecked());
    applyZoom();

    connect(m_view, &PreviewView::placeClicked, this, &PreviewPane::placeClicked);
    connect(m_view, &PreviewView::linkHovered, this, &PreviewPane::linkHovered);
    connect(m_view, &PreviewView::linkFollowed, this, &PreviewPane::linkClicked);
    connect(m_view, &PreviewView::zoomChanged, this, &PreviewPane::showZoom);
    connect(m_view, &PreviewView::remotePicturesFound, this, &PreviewPane::showRemotePictures);
    connect(m_view, &PreviewView::darkOffered, this, [this](bool offered) {
        m_dark->setEnabled(offered);
        m_dark->setToolTip(offered ? m_dark->text() : tr("Your site has no dark mode"));
    });
    m_own = new OwnTheme(m_message, m_settings->cacheFolder(), this);
    connect(m_own, &OwnTheme::came, this, [this] { m_view->setLook(chosenLook()); });
    connect(m_view, &PreviewView::ownShellRefused, m_own, &OwnTheme::tellNotFound);
    connect(m_view, &PreviewView::restarted, this, [this] {
        Q_EMIT noteRaised(tr("The preview stopped and was started again. Your page is not affected."));
    });
}

PreviewPane::~PreviewPane() = default;

void PreviewPane::buildOffNotice(PreviewMode mode)
{
    auto *notice = new QLabel(
        mode == PreviewMode::NotWanted
            ? tr("<b>The preview is off.</b><br>Start Vitrine without --no-preview to see it.")
            : tr("<b>The preview is off: it cannot run safely as root.</b><br>Start Vitrine "
                 "as a normal user to see it."),
        this);
    notice->setObjectName(QStringLiteral("previewOff"));
    notice->setAlignment(Qt::AlignCenter);
    notice->setWordWrap(true);
    notice->setMargin(metrics::px(metrics::paneMargin));
    layout()->addWidget(notice);
}

void PreviewPane::buildBar()
{
    m_bar = new Bar(metrics::headHeight, Bar::Line::Below, this);
    QHBoxLayout *row = m_bar->row();
    layout()->addWidget(m_bar);

    m_theme = new QComboBox(m_bar);
    nameWidget(m_theme, QStringLiteral("previewTheme"), tr("Theme of the preview"));
    for (const ThemeChoice &choice : themeChoices)
        m_theme->addItem(tr(choice.name), static_cast<int>(choice.theme));
    m_theme->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(m_theme);
    connect(m_theme, &QComboBox::activated, this, [this] {
        m_settings->setPreviewTheme(themeKey(), theme());
        m_view->setLook(chosenLook());
    });

    m_widths = new SegmentedSwitch(m_bar);
    nameWidget(m_widths, QStringLiteral("previewWidths"), tr("Width of the preview"));
    for (const WidthChoice &choice : widthChoices)
        m_widths->addPart(static_cast<int>(choice.width), QString::fromLatin1(choice.icon), {}, tr(choice.name));
    m_widths->setChosen(static_cast<int>(m_settings->previewWidth()));
    row->addSpacing(metrics::px(1.5));
    row->addWidget(m_widths);
    connect(m_widths, &SegmentedSwitch::chosenByUser, this, [this](int id) {
        setWidthMode(static_cast<Settings::Width>(id));
    });

    m_zoom = new QLabel(m_bar);
    m_zoom->setObjectName(QStringLiteral("previewZoom"));
    m_zoom->setFont(metrics::smallFont());
    row->addSpacing(metrics::px(1));
    row->addWidget(m_zoom);
    row->addStretch(1);

    m_dark = new QAction(icon(QStringLiteral("dark-mode")), tr("Show the site's dark mode"), this);
    m_dark->setCheckable(true);
    connect(m_dark, &QAction::toggled, this, [this](bool dark) { m_view->setDark(dark); });
    m_hidden = new QAction(icon(QStringLiteral("hidden")), tr("Show hidden entries"), this);
    m_hidden->setCheckable(true);
    m_hidden->setChecked(m_settings->hiddenEntriesShown());
    connect(m_hidden, &QAction::toggled, this, [this](bool shown) {
        m_settings->setHiddenEntriesShown(shown);
        m_view->setHiddenShown(shown);
    });
    m_remote = new QAction(icon(QStringLiteral("pictures-off")), tr("Load remote pictures"), this);
    m_remote->setCheckable(true);
    connect(m_remote, &QAction::toggled, this, &PreviewPane::allowRemotePictures);
    m_browser = new QAction(icon(QStringLiteral("browser")), tr("Open in browser"), this);
    connect(m_browser, &QAction::triggered, this, &PreviewPane::openInBrowser);
    const std::pair<QAction *, const char *> buttons[] = {
        {m_hidden, "previewHidden"},
        {m_dark, "previewDark"},
        {m_remote, "previewRemote"},
        {m_browser, "previewBrowser"}};
    for (const auto &[action, name] : buttons) {
        QToolButton *button = makeToolButton(action, m_bar);
        nameWidget(button, QString::fromLatin1(name), action->text());
        row->addWidget(button);
    }
}

void PreviewPane::setSelection(Selection *selection)
{
    if (m_selection)
        m_selection->disconnect(this);
    m_selection = selection;
    if (!selection || !m_view)
        return;
    connect(selection, &Selection::pageChanged, this, &PreviewPane::followPage);
    connect(selection, &Selection::changed, this, [this] { followSelection(true); });
    followPage();
}

void PreviewPane::followPage()
{
    OpenPage *page = m_selection->page();
    m_message->clear();
    m_remoteTold.clear();
    m_own->setPage(page);
    if (page) {
        const Theme preset = m_own->isBuilt() ? Theme::Own : themeOf(page->site().family());
        const Theme chosen = m_settings->previewTheme(themeKey()).value_or(preset);
        m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(chosen)));
        m_remote->setChecked(m_settings->remotePicturesAllowed(page->path()));
    }
    m_view->setPage(page, chosenLook());
    followSelection(false);
}

PreviewLook PreviewPane::chosenLook()
{
    const OpenPage *page = m_selection ? m_selection->page() : nullptr;
    PreviewLook look{builtInTheme(), {}};
    m_own->withdraw();
    if (page && theme() == Theme::Own) {
        look.own = m_own->shell();
        if (!look.own)
            m_own->offer();
    }
    return look;
}

Theme PreviewPane::builtInTheme() const
{
    const OpenPage *page = m_selection ? m_selection->page() : nullptr;
    if (m_theme && theme() != Theme::Own)
        return theme();
    return page ? themeOf(page->site().family()) : Theme::Plain;
}

QString PreviewPane::themeKey() const
{
    const OpenPage *page = m_selection ? m_selection->page() : nullptr;
    if (!page)
        return {};
    return page->site().exists() ? page->site().root() : page->path();
}

void PreviewPane::allowRemotePictures(bool allowed)
{
    m_remote->setIcon(icon(allowed ? QStringLiteral("pictures-on") : QStringLiteral("pictures-off")));
    if (const OpenPage *page = m_selection ? m_selection->page() : nullptr)
        m_settings->setRemotePicturesAllowed(page->path(), allowed);
    m_view->setRemoteAllowed(allowed);
}

void PreviewPane::openInBrowser()
{
    exportHtml([self = QPointer(this)](const QByteArray &html) {
        if (self)
            self->handToBrowser(html);
    });
}

void PreviewPane::handToBrowser(const QByteArray &html)
{
    // The browser opens it by itself some time later, so it stays until the program ends.
    if (!m_browserFolder)
        m_browserFolder = std::make_unique<QTemporaryDir>();
    QFile file(m_browserFolder->filePath(QStringLiteral("preview.html")));
    if (html.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(html) < 0) {
        Q_EMIT noteRaised(tr("The page could not be handed to the browser: %1.").arg(file.errorString()));
        return;
    }
    file.close();
    QDesktopServices::openUrl(QUrl::fromLocalFile(file.fileName()));
}

void PreviewPane::followSelection(bool scroll)
{
    OpenPage *page = m_selection->page();
    if (!page || !m_marking) {
        m_view->select({}, false);
        return;
    }
    if (const std::optional<EntryRef> ref = m_selection->entry()) {
        const Entry &entry = page->page()->entry(*ref);
        if (entry.hidden)
            m_view->selectHidden(entry.range, scroll);
        else
            m_view->select(entry.range, scroll);
    } else if (const std::optional<int> section = m_selection->section(); section && m_selection->entries().isEmpty()) {
        m_view->scrollToHeading(page->page()->section(*section).headingRange);
    }
}

void PreviewPane::setMarking(bool marking)
{
    if (marking == m_marking)
        return;
    m_marking = marking;
    if (!m_view || !m_selection)
        return;
    followSelection(marking);
    if (!marking)
        m_view->showField({});
}

void PreviewPane::start()
{
    if (m_view)
        m_view->start();
}

void PreviewPane::showHits(const QList<ByteRange> &hits, ByteRange current)
{
    if (m_view)
        m_view->showHits(hits, current);
}

void PreviewPane::showField(ByteRange range)
{
    if (m_view)
        m_view->showField(range.isEmpty() ? std::nullopt : std::optional(range));
}

Theme PreviewPane::theme() const
{
    return m_theme ? static_cast<Theme>(m_theme->currentData().toInt()) : Theme::Plain;
}

void PreviewPane::setWidthMode(Settings::Width width)
{
    m_settings->setPreviewWidth(width);
    if (!m_view)
        return;
    m_widths->setChosen(static_cast<int>(width));
    m_view->setWidth(width);
}

void PreviewPane::zoomText(int steps)
{
    m_settings->setPreviewZoom(steps == 0 ? 0 : m_settings->previewZoom() + steps);
    applyZoom();
}

void PreviewPane::applyZoom()
{
    if (m_view)
        m_view->setTextZoom(std::pow(1.1, m_settings->previewZoom()));
}

void PreviewPane::reload()
{
    if (!m_view)
        return;
    m_view->setLook(chosenLook());
    m_view->reload();
}

void PreviewPane::showZoom(double zoom)
{
    m_zoom->setText(tr("%1 %", "zoom of the preview").arg(qRound(zoom * 100)));
}

void PreviewPane::showRemotePictures(int count, const QStringList &hosts)
{
    m_remote->setVisible(count > 0 || m_remote->isChecked());
    if (count == 0) {
        m_remote->setToolTip(m_remote->text());
        m_message->withdraw(remoteTopic);
        m_remoteTold.clear();
        return;
    }
    const QString what = hosts.size() == 1
        ? tr("%n picture(s) from %1 are not loaded.", nullptr, count).arg(hosts.first())
        : tr("%n picture(s) from other servers are not loaded.", nullptr, count);
    const QString means = hosts.size() == 1 ? tr("Loading tells that server your address.")
                                            : tr("Loading tells those servers your address.");
    m_remote->setToolTip(what + QLatin1Char(' ') + means);
    // Once for each page and set of servers: closed, the bar stays away until there is something new to ask.
    if (std::exchange(m_remoteTold, hosts.join(QLatin1Char(' '))) == hosts.join(QLatin1Char(' ')))
        return;
    m_message->tell(
        {remoteTopic, Message::Weight::Note, what, means, {{tr("Load them"), [this] { m_remote->setChecked(true); }}}});
}

void PreviewPane::exportHtml(const std::function<void(const QByteArray &)> &done) const
{
    const OpenPage *page = m_selection ? m_selection->page() : nullptr;
    if (m_view && page) {
        m_view->exportHtml(done);
    } else if (page) {
        const QString root = page->site().exists() ? page->site().root() : QFileInfo(page->path()).absolutePath();
        done(themedPage(*page->page(), builtInTheme(), QUrl::fromLocalFile(root + QLatin1Char('/'))));
    } else {
        done({});
    }
}

void PreviewPane::print(QPrinter *printer, std::function<void(bool)> done)
{
    if (m_view)
        m_view->print(printer, std::move(done));
    else
        done(false);
}

void PreviewPane::exportPdf(const QString &path, std::function<void(bool)> done)
{
    if (m_view)
        m_view->exportPdf(path, std::move(done));
    else
        done(false);
}

} // namespace vitrine
