#include "tests/support/window/ShownPreview.h"
#include "tests/support/window/WindowTest.h"
#include "ui/preview/PreviewScheme.h"

#include <QAction>
#include <QApplication>
#include <QPalette>
#include <QTest>
#include <QToolButton>

using namespace vitrine;
using test::patience;
using Shown = test::ShownPreview;

namespace {

const QByteArray page = "---\npermalink: /\n---\n\nI study quiet machines and the people who keep them.\n";
const QByteArray words = "<p>I study quiet machines and the people who keep them.</p>";

/// A site that can be dark in some way: what its page's tags say, and its style.
struct Way
{
    const char *name;
    const char *html; ///< attributes
    const char *body;
    const char *head;
    const char *style;
};

// Everywhere the page is white when light and rgb(1, 2, 3) when dark.
constexpr Way ways[] = {
    {"attribute", "", "", "", "html[data-theme='dark'] body { background: rgb(1, 2, 3) }"},
    {"attribute of Bootstrap", "data-bs-theme=\"light\"", "", "",
     ":root { --bg: white } [data-bs-theme=dark] { --bg: rgb(1, 2, 3) } body { background: var(--bg) }"},
    {"class of the page", "class=\"no-js\"", "", "", "html.dark body { background: rgb(1, 2, 3) }"},
    {"class of the body", "", "class=\"layout\"", "", "body.dark-mode { background: rgb(1, 2, 3) }"},
    {"class of either", "", "", "", ".theme-dark { background: rgb(1, 2, 3) } .theme-dark p { color: white }"},
    {"media query", "", "", "", "@media screen and (prefers-color-scheme: dark) { body { background: rgb(1, 2, 3) } }"},
    {"media query around the light one", "", "", "",
     "body { background: rgb(1, 2, 3) } @media (prefers-color-scheme: light) { body { background: white } }"},
    {"media of a sheet", "", "",
     "<style media=\"(prefers-color-scheme: dark)\">body { background: rgb(1, 2, 3) }</style>", ""},
    {"query within a query", "", "", "",
     "@supports (color: red) { @media not all and (prefers-color-scheme: light) { body { background: rgb(1, 2, 3) } } "
     "}"},
    {"sheet that stands by", "", "", "<link rel=\"alternate stylesheet\" title=\"Dark\" href=\"/assets/dark.css\">",
     ""},
};

void writeSite(const Shown &shown, const Way &way)
{
    shown.write(QStringLiteral("_config.yml"), "title: Quiet desk\n");
    shown.write(
        QStringLiteral("_site/index.html"),
        QByteArray("<!DOCTYPE html><html ") + way.html + "><head><link rel=\"stylesheet\" href=\"/assets/main.css\">"
            + way.head + "</head><body " + way.body + "><div id=\"bar\">Bar</div><main>" + words
            + "</main></body></html>");
    shown.write(
        QStringLiteral("_site/assets/main.css"),
        QByteArray("body { background: white } .btn-dark { color: red } ") + way.style);
    shown.write(QStringLiteral("_site/assets/dark.css"), "body { background: rgb(1, 2, 3) }");
}

QString groundOf(const Shown &shown)
{
    return shown.evaluate(QStringLiteral("getComputedStyle(document.body).backgroundColor")).toString();
}

QAction *darkMode(const Shown &shown)
{
    return test::named<QToolButton>(shown.pane.get(), "previewDark")->defaultAction();
}

} // namespace

/// The dark mode of the site itself, by whatever means it has one, apart from the program's.
class TestSiteDark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSitesDarkModeIsShownAndLeft_data()
    {
        QTest::addColumn<int>("number");
        for (size_t i = 0; i < std::size(ways); ++i)
            QTest::newRow(ways[i].name) << int(i);
    }
    void theSitesDarkModeIsShownAndLeft()
    {
        QFETCH(int, number);
        Shown shown(page, [&](const Shown &site) { writeSite(site, ways[number]); });
        shown.waitFor(QStringLiteral("Bar"));
        const QString white = QStringLiteral("rgb(255, 255, 255)");
        const QString dark = QStringLiteral("rgb(1, 2, 3)");
        const QString attributes =
            QStringLiteral("document.body.className + '|' + Array.from(document.documentElement.attributes).filter(a "
                           "=> a.value && a.name "
                           "!== 'style').map(a => a.name + '=' + a.value)");
        QTRY_COMPARE_WITH_TIMEOUT(groundOf(shown), white, patience);
        QTRY_VERIFY_WITH_TIMEOUT(darkMode(shown)->isEnabled(), patience);
        const QString before = shown.evaluate(attributes).toString();
        darkMode(shown)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(groundOf(shown), dark, patience);
        // Our marks take the colours for a dark ground.
        shown.waitUntil(QStringLiteral("document.documentElement.classList.contains('vt-dark')"));
        darkMode(shown)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(groundOf(shown), white, patience);
        shown.waitUntil(QStringLiteral("!document.documentElement.classList.contains('vt-dark')"));
        QCOMPARE(shown.evaluate(attributes).toString(), before);
    }

    void aDesktopInDarkColoursDoesNotMakeTheSiteDark()
    {
        const QPalette light = QApplication::palette();
        QPalette dark(QColor(20, 20, 20), QColor(20, 20, 20));
        dark.setColor(QPalette::WindowText, Qt::white);
        QApplication::setPalette(dark);
        Shown shown(page, [](const Shown &site) { writeSite(site, ways[5]); });
        shown.waitFor(QStringLiteral("Bar"));
        QTRY_VERIFY_WITH_TIMEOUT(darkMode(shown)->isEnabled(), patience);
        QCOMPARE(groundOf(shown), QStringLiteral("rgb(255, 255, 255)"));
        QApplication::setPalette(light);
    }

    void aSiteWithoutADarkModeSaysSo()
    {
        Shown shown(page, [](const Shown &site) {
            writeSite(
                site, {"none", "", "", "", ".navbar-dark, .bg-dark { color: white } .highlight .night { color: red }"});
        });
        shown.waitFor(QStringLiteral("Bar"));
        QTRY_VERIFY_WITH_TIMEOUT(!darkMode(shown)->isEnabled(), patience);
        QCOMPARE(darkMode(shown)->toolTip(), QStringLiteral("Your site has no dark mode"));
    }

    void marksAreReadableOnASiteThatIsAlwaysDark()
    {
        Shown shown(page, [](const Shown &site) {
            writeSite(
                site,
                {"skin", "", "", "", "html { background: rgb(37, 42, 52) } body { background: none; color: white }"});
        });
        shown.waitFor(QStringLiteral("Bar"));
        shown.waitUntil(QStringLiteral("document.documentElement.classList.contains('vt-dark')"));
    }

    void stylesOfTheContentFollowTheModeOfTheBuiltInTheme()
    {
        Shown shown("<style>@media (prefers-color-scheme: dark) { #night { color: rgb(1, 2, 3) } }</style>\n\n<p "
                    "id=\"night\">Night "
                    "words.</p>\n");
        shown.waitFor(QStringLiteral("Night words."));
        const QString isNight =
            QStringLiteral("getComputedStyle(document.getElementById('night')).color === 'rgb(1, 2, 3)'");
        QVERIFY(!shown.evaluate(isNight).toBool());
        darkMode(shown)->trigger();
        shown.waitUntil(isNight);
        darkMode(shown)->trigger();
        shown.waitUntil(QStringLiteral("!(%1)").arg(isNight));
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestSiteDark test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_SiteDark.moc"
