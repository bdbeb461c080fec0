#include "ui/preview/PageExport.h"

#include "app/session/OpenPage.h"
#include "app/site/IconFonts.h"
#include "app/site/ThemedPage.h"
#include "content/render/Render.h"
#include "ui/preview/EmbeddedFiles.h"
#include "ui/preview/PreviewDocument.h"
#include "ui/preview/PreviewPage.h"
#include "ui/preview/PreviewScheme.h"
#include "ui/preview/PreviewWorld.h"

#include <QFile>
#include <QJsonObject>
#include <QTimer>
#include <QUrl>
#include <QUuid>
#include <QWebEngineView>

namespace vitrine {

namespace {

constexpr int pause = 50; // ms between two looks at whether all has come
constexpr int mostTries = 200;

QByteArray builtInPage(const Site &site, Theme theme, const QByteArray &content)
{
    const SiteShell shell = siteShell(*site.values(), theme);
    const QByteArray style = themeStyle(theme) + embeddedIconStyle(siteBody(shell, theme, content));
    return standalonePage(shell, theme, style, {});
}

/// The style of formulas with its fonts in it.
QByteArray mathStyle()
{
    const QString sheet = QStringLiteral("/katex/dist/katex.min.css");
    EmbeddedFiles fonts([](const QString &path) {
        QFile file(QStringLiteral(":/web") + path);
        const bool found = path.endsWith(QStringLiteral(".woff2")) && file.open(QIODevice::ReadOnly);
        return found ? TypedFile{"font/woff2", file.readAll()} : TypedFile();
    });
    QFile file(QStringLiteral(":/web") + sheet);
    return file.open(QIODevice::ReadOnly) ? fonts.style(file.readAll(), sheet) : QByteArray();
}

} // namespace

PageExport::PageExport(PreviewWorld *world, QWebEngineView *view) : QObject(world), m_world(world), m_view(view) { }

void PageExport::html(
    const OpenPage &page, const PreviewLook &look, const std::function<void(const QByteArray &)> &done)
{
    const Site &site = page.site();
    const QByteArray content = renderContent(*page.page());
    const QUrl published = publishedAddress(site);
    const QString address = published.isEmpty() ? QStringLiteral("https://site.invalid") : published.toString();
    const QByteArray mark = "vitrine-file-" + QUuid::createUuid().toByteArray(QUuid::Id128) + '-';
    const QJsonObject request{
        {QStringLiteral("content"), QString::fromUtf8(content)},
        {QStringLiteral("own"), look.own ? QString::fromUtf8(look.own->html) : QString()},
        {QStringLiteral("saved"), look.own ? QString::fromUtf8(renderContent(*page.savedPage())) : QString()},
        {QStringLiteral("isOlder"), look.own && look.own->isOlderThan(page.path())},
        {QStringLiteral("ownStyle"), QString::fromUtf8(themeStyle(Theme::Own))},
        {QStringLiteral("builtIn"), QString::fromUtf8(builtInPage(site, look.builtIn, content))},
        {QStringLiteral("mathStyle"), QString::fromUtf8(mathStyle())},
        {QStringLiteral("address"), address + (look.own ? look.own->path : QStringLiteral("/"))},
        {QStringLiteral("isPublished"), !published.isEmpty()},
        {QStringLiteral("mark"), QString::fromLatin1(mark)},
    };
    if (content.contains('$') || content.contains("\\(") || content.contains("\\["))
        m_world->run(QString::fromUtf8(previewMath()));
    m_world->run(
        QStringLiteral("vitrine.exported(...%1)").arg(PreviewWorld::listed({request})),
        [self = QPointer(this), mark, done](const QVariant &answer) {
            const QVariantList parts = answer.toList();
            if (!self || parts.size() != 2)
                done({});
            else
                done(self->withFiles(parts.at(0).toString().toUtf8(), mark, parts.at(1).toList()));
        });
}

QByteArray PageExport::withFiles(const QByteArray &html, const QByteArray &mark, const QVariantList &files) const
{
    EmbeddedFiles embedded([scheme = m_world->scheme()](const QString &path) { return scheme->siteFile(path); });
    QByteArray out;
    qsizetype reached = 0;
    for (qsizetype at = html.indexOf(mark); at >= 0; at = html.indexOf(mark, reached)) {
        const qsizetype end = html.indexOf(';', at);
        const QVariantList file = files.value(html.mid(at + mark.size(), end - at - mark.size()).toInt()).toList();
        const QString path = QUrl::fromPercentEncoding(file.value(0).toString().toUtf8());
        const QByteArray data = embedded.addressOf(path);
        out += html.mid(reached, at - reached) + (data.isEmpty() ? file.value(1).toString().toUtf8() : data);
        reached = end + 1;
    }
    return out + html.mid(reached);
}

void PageExport::pdf(const QString &path, bool dark, const std::function<void(bool)> &done)
{
    m_world->call(QStringLiteral("setDark"), {false});
    const auto finish = [this, dark, done](const QString &, bool written) {
        m_world->call(QStringLiteral("setDark"), {dark});
        done(written);
    };
    const auto print = [this, path, finish] {
        connect(m_world->page(), &QWebEnginePage::pdfPrintingFinished, this, finish, Qt::SingleShotConnection);
        m_world->page()->printToPdf(path);
    };
    whenSettled(print, mostTries);
}

void PageExport::print(QPrinter *printer, bool dark, const std::function<void(bool)> &done)
{
    m_world->call(QStringLiteral("setDark"), {false});
    const auto finish = [this, dark, done](bool printed) {
        m_world->call(QStringLiteral("setDark"), {dark});
        done(printed);
    };
    const auto print = [this, printer, finish] {
        connect(m_view, &QWebEngineView::printFinished, this, finish, Qt::SingleShotConnection);
        m_view->print(printer);
    };
    whenSettled(print, mostTries);
}

void PageExport::whenSettled(const std::function<void()> &then, int triesLeft)
{
    const QString mathComes = previewMath().isEmpty() ? QStringLiteral("false") : QStringLiteral("true");
    m_world->run(
        QStringLiteral("vitrine.isSettled(%1)").arg(mathComes),
        [self = QPointer(this), then, triesLeft](const QVariant &settled) {
            if (!self)
                return;
            if (settled.toBool() || triesLeft == 0)
                then();
            else
                QTimer::singleShot(pause, self, [self, then, triesLeft] { self->whenSettled(then, triesLeft - 1); });
        });
}

} // namespace vitrine
