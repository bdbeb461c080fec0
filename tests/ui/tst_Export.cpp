#include "tests/support/window/ShownPreview.h"
#include "tests/support/window/WindowTest.h"
#include "ui/preview/PreviewScheme.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QTest>
#include <QWebEnginePage>
#include <QWebEngineScript>

#include <optional>

using namespace vitrine;
using test::patience;
using Shown = test::ShownPreview;

namespace {

const QByteArray page =
    "---\npermalink: /\n---\n\nI study quiet machines and the people who keep them, at $O(n^2)$ cost.\n\n"
    "<script>document.title = 'ran'</script>\n\n"
    "![desk](images/desk.png) ![far](https://pictures.example/far.png) ![near](//pictures.example/near.png)\n\n"
    "[Paper](/files/paper.pdf), [news](#news), [other](https://other.example/x)\n\n"
    "<div id=\"framed\" style=\"background: url(images/desk.png)\" onclick=\"document.title = 'ran'\">framed</div>\n\n"
    "# News\n\n* 06/2026: I joined the Calder Institute.\n* 04/2026: Two papers are accepted.\n";

const QByteArray config = "title: Quiet desk\nurl: https://edda.example\nauthor:\n  name: Edda Marenholt\n";

QByteArray picture()
{
    QImage image(7, 5, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

void writeSite(const Shown &shown)
{
    shown.write(QStringLiteral("_config.yml"), config);
    shown.write(QStringLiteral("images/desk.png"), picture());
}

QByteArray exported(const Shown &shown)
{
    std::optional<QByteArray> html;
    shown.pane->exportHtml([&](const QByteArray &answer) { html = answer; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(html, patience); }();
    return html.value_or(QByteArray());
}

/// An exported page as a browser shows it that lets scripts run; it has no folder to find files in.
class Browser
{
public:
    explicit Browser(const QByteArray &html)
    {
        bool loaded = false;
        QObject::connect(&m_page, &QWebEnginePage::loadFinished, &m_page, [&] { loaded = true; });
        m_page.setHtml(QString::fromUtf8(html), QUrl(QStringLiteral("about:blank")));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(loaded, patience); }();
    }

    QVariant evaluate(const QString &expression)
    {
        std::optional<QVariant> value;
        m_page.runJavaScript(
            expression, QWebEngineScript::ApplicationWorld, [&](const QVariant &answer) { value = answer; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(value, patience); }();
        return value.value_or(QVariant());
    }

    QString attribute(const QString &selector, const QString &name)
    {
        return evaluate(QStringLiteral("document.querySelector('%1').getAttribute('%2')").arg(selector, name))
            .toString();
    }

private:
    QWebEnginePage m_page;
};

} // namespace

/// The page as one file, for browsers.
class TestExport : public QObject
{
    Q_OBJECT

    static void checkContent(Browser &browser)
    {
        // Pictures of the site are in the file; those elsewhere are named as their owner wrote them.
        QTRY_COMPARE_WITH_TIMEOUT(
            browser.evaluate(QStringLiteral("document.querySelector('img[alt=desk]').naturalWidth")).toInt(), 7,
            patience);
        QCOMPARE(
            browser.attribute(QStringLiteral("img[alt=far]"), QStringLiteral("src")),
            QStringLiteral("https://pictures.example/far.png"));
        QCOMPARE(
            browser.attribute(QStringLiteral("img[alt=near]"), QStringLiteral("src")),
            QStringLiteral("https://pictures.example/near.png"));
        QVERIFY(browser.attribute(QStringLiteral("#framed"), QStringLiteral("style"))
                    .contains(QStringLiteral("data:image/png")));
        // Links to the site lead to where it is published.
        QCOMPARE(
            browser.attribute(QStringLiteral("a[href$=pdf]"), QStringLiteral("href")),
            QStringLiteral("https://edda.example/files/paper.pdf"));
        QVERIFY(browser.evaluate(QStringLiteral("!!document.querySelector('a[href=\"#news\"]')")).toBool());
        QVERIFY(browser.evaluate(QStringLiteral("!!document.querySelector('a[href=\"https://other.example/x\"]')"))
                    .toBool());
        // No script of the page runs.
        browser.evaluate(QStringLiteral("document.getElementById('framed').click()"));
        QVERIFY(browser.evaluate(QStringLiteral("document.title")).toString() != QStringLiteral("ran"));
        QCOMPARE(browser.evaluate(QStringLiteral("document.scripts.length")).toInt(), 0);
        // Nothing of ours is left.
        QCOMPARE(
            browser.evaluate(QStringLiteral("document.querySelectorAll('[data-n], [data-vt-block]').length")).toInt(),
            0);
    }

    static void checkFormula(Browser &browser)
    {
        if (!QFile::exists(QStringLiteral(":/web/katex/dist/katex.min.js")))
            QSKIP("This build was given no KaTeX.");
        QVERIFY(browser.evaluate(QStringLiteral("!!document.querySelector('.katex .mord')")).toBool());
        const QString hasFont =
            QStringLiteral("Array.from(document.fonts).some(font => font.family === 'KaTeX_Math' && "
                           "font.status === 'loaded')");
        QTRY_VERIFY_WITH_TIMEOUT(browser.evaluate(hasFont).toBool(), patience);
    }

private Q_SLOTS:
    void aBuiltInThemeIsExportedWithPicturesAndFormulas()
    {
        Shown shown(page, writeSite);
        Browser browser(exported(shown));
        checkContent(browser);
        QVERIFY(browser.evaluate(QStringLiteral("document.body.innerText.includes('Edda Marenholt')")).toBool());
        checkFormula(browser);
    }

    void theSitesOwnLookIsExportedWithItsStyles()
    {
        Shown shown(page, [](const Shown &site) {
            writeSite(site);
            site.write(
                QStringLiteral("_site/index.html"),
                "<!DOCTYPE html><html><head><title>Quiet desk</title><meta charset=\"utf-8\"><link rel=\"stylesheet\" "
                "href=\"https://edda.example/assets/site.css\"><script>document.title = 'ran'</script></head><body "
                "class=\"wide\"><div class=\"bar\">The bar</div><main><p>I study quiet machines and the people who "
                "keep "
                "them, at $O(n^2)$ cost.</p><h1>News</h1><ul><li>06/2026: I joined the Calder "
                "Institute.</li></ul></main></body></html>");
            site.write(
                QStringLiteral("_site/assets/site.css"),
                "@import \"more.css\"; .bar { background: url(../images/desk.png) }");
            site.write(QStringLiteral("_site/assets/more.css"), "main > p { color: rgb(1, 2, 3) }");
        });
        shown.waitFor(QStringLiteral("The bar"));
        const QByteArray html = exported(shown);
        Browser browser(html);
        checkContent(browser);
        QCOMPARE(browser.evaluate(QStringLiteral("document.body.className")).toString(), QStringLiteral("wide"));
        QVERIFY(browser.evaluate(QStringLiteral("document.querySelector('main').innerText.includes('Two papers')"))
                    .toBool());
        QTRY_COMPARE_WITH_TIMEOUT(
            browser.evaluate(QStringLiteral("getComputedStyle(document.querySelector('main > p')).color")).toString(),
            QStringLiteral("rgb(1, 2, 3)"), patience);
        QVERIFY(browser.evaluate(QStringLiteral("getComputedStyle(document.querySelector('.bar')).backgroundImage"))
                    .toString()
                    .startsWith(QStringLiteral("url(\"data:image/png")));
        checkFormula(browser);
    }

    void filesOutsideTheSiteAreNotTakenAlong()
    {
        QTemporaryDir outside;
        QFile secret(outside.filePath(QStringLiteral("secret.png")));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("SECRET");
        secret.close();
        const QByteArray hostile = "# Page\n\n<img src=\"linked.png\"> <img src=\"/../"
            + QFileInfo(outside.path()).fileName().toUtf8() + "/secret.png\"> <img src=\"file://"
            + outside.path().toUtf8() + "/secret.png\"> <img src=\"_config.yml\">\n\nThe end.\n";
        Shown shown(hostile, [&](const Shown &site) {
            writeSite(site);
            QFile::link(secret.fileName(), site.folder.filePath(QStringLiteral("linked.png")));
        });
        const QByteArray html = exported(shown);
        QVERIFY(html.contains("The end."));
        QVERIFY(!html.contains(QByteArray("SECRET").toBase64()));
        QVERIFY(!html.contains(config.toBase64()));
        QVERIFY(html.contains("https://edda.example/linked.png"));
    }

    void anExportThatComesTooEarlyWaitsForThePage()
    {
        Shown shown(page, writeSite);
        std::optional<QByteArray> html;
        shown.pane->exportHtml([&](const QByteArray &answer) { html = answer; });
        QVERIFY(!html);
        QTRY_VERIFY_WITH_TIMEOUT(html, patience);
        QVERIFY(html->contains("Two papers are accepted."));
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestExport test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Export.moc"
