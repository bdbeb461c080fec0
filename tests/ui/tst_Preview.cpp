#include "content/page/Edits.h"
#include "tests/support/window/ShownPreview.h"
#include "tests/support/window/WindowTest.h"
#include "ui/bars/MessageBar.h"
#include "ui/preview/PreviewScheme.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <signal.h>
#endif

using namespace vitrine;
using test::patience;
using Shown = test::ShownPreview;

namespace {

const QByteArray page = "---\npermalink: /\n---\n\n# News\n* 06/2026: I joined the Calder Institute.\n* 04/2026: Two "
                        "papers are accepted.\n\n"
                        "# Awards\n* Quiet Prize, 2024\n";

} // namespace

/// The preview follows the page, finds places both ways, and keeps a stranger's page harmless.
class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsContentAndTheAuthor()
    {
        Shown shown(page);
        shown.waitFor(QStringLiteral("I joined the Calder Institute."));
        QVERIFY(shown.text().contains(QStringLiteral("Edda Marenholt")));
    }

    void followsAnEditWithoutTouchingOtherBlocks()
    {
        Shown shown(page);
        shown.waitFor(QStringLiteral("Quiet Prize"));
        shown.evaluate(QStringLiteral("document.querySelectorAll('#vt-content h1').forEach(h => h.seen = true)"));
        shown.replace("Quiet", "Loud");
        shown.waitFor(QStringLiteral("Loud Prize"));
        QVERIFY(!shown.text().contains(QStringLiteral("Quiet Prize")));
        QVERIFY(
            shown.evaluate(QStringLiteral("Array.from(document.querySelectorAll('#vt-content h1')).every(h => h.seen)"))
                .toBool());
        shown.open->undoStack()->undo();
        shown.waitFor(QStringLiteral("Quiet Prize"));
    }

    void tellsThePlaceOfAClickedWord()
    {
        Shown shown(page);
        shown.waitFor(QStringLiteral("Two papers"));
        QSignalSpy clicked(shown.pane.get(), &PreviewPane::placeClicked);
        shown.clickWord(QStringLiteral("papers"));
        QTRY_COMPARE_WITH_TIMEOUT(clicked.count(), 1, patience);
        QCOMPARE(clicked.first().first().value<qsizetype>(), page.indexOf("papers"));
    }

    void marksTheSelectedEntry()
    {
        Shown shown(page);
        shown.waitFor(QStringLiteral("Two papers"));
        const std::optional<EntryRef> second = shown.open->page()->findEntry("news/2");
        QVERIFY(second);
        shown.selection.selectEntry(*second);
        const QString marked = QStringLiteral("(document.querySelector('.vt-selected') || {innerText: ''}).innerText");
        QTRY_VERIFY_WITH_TIMEOUT(shown.evaluate(marked).toString().contains(QStringLiteral("Two papers")), patience);
    }

    void marksEveryParagraphOfAText()
    {
        Shown shown("# About\n\nI study quiet machines.\n\nAnd loud ones, too.\n\n# News\n* 06/2026: More.\n");
        shown.waitFor(QStringLiteral("And loud ones"));
        shown.selection.selectEntry({0, 0});
        const QString marked =
            QStringLiteral("Array.from(document.querySelectorAll('.vt-selected')).map(e => e.innerText).join('|')");
        QTRY_COMPARE_WITH_TIMEOUT(
            shown.evaluate(marked).toString(), QStringLiteral("I study quiet machines.|And loud ones, too."), patience);
    }

    void aStrangersPageRunsNothingReadsNothingAndAsksNobody()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QByteArray address = "http://127.0.0.1:" + QByteArray::number(server.serverPort());
        const QByteArray secret = QByteArray("file://") + QByteArray(VITRINE_SOURCE_DIR) + "/README.md";
        Shown shown(
            "# Hello\n\n<script>document.title = 'ran'</script>\n<img src=\"x\" onerror=\"document.title = 'ran'\">\n"
            "<a href=\"javascript:document.title='ran'\">link</a>\n<iframe src=\""
            + secret
            + "\"></iframe>\n"
              "<img src=\""
            + address
            + "/a.png\">\n<img src=\"../../../../../../etc/passwd\">\n"
              "<style>body { background: url("
            + address + "/b.png) }</style>\n<link rel=\"stylesheet\" href=\"" + address
            + "/c.css\">\n"
              "<meta http-equiv=\"refresh\" content=\"0;url="
            + address + "/d\">\n<object data=\"" + address
            + "/e\"></object>\n"
              "<video src=\""
            + address + "/f.mp4\"></video>\n<form action=\"" + address
            + "/g\"><button id=\"go\">go</button></form>\n\nThe end.\n");
        shown.waitFor(QStringLiteral("The end."));
        shown.evaluate(QStringLiteral("document.querySelectorAll('a, button').forEach(e => e.click())"));
        shown.waitFor(QStringLiteral("The end."));
        QCOMPARE(shown.evaluate(QStringLiteral("document.title")).toString(), QStringLiteral("Quiet desk"));
        QCOMPARE(shown.evaluate(QStringLiteral("location.href")).toString(), PreviewScheme::pageUrl().toString());
        QVERIFY(!server.hasPendingConnections());
    }

    void setsFormulasAndFindsPlacesBehindThem()
    {
        if (!QFile::exists(QStringLiteral(":/web/katex/dist/katex.min.js")))
            QSKIP("The build was given no KaTeX.");
        const QByteArray text = "# Notes\n\nThe bound $n^{2}$ holds for quiet walks, `$HOME$` does not.\n";
        Shown shown(text);
        shown.waitUntil(QStringLiteral("document.querySelectorAll('.vt-math .katex').length === 1"));
        QVERIFY(shown.text().contains(QStringLiteral("$HOME$")));
        QSignalSpy clicked(shown.pane.get(), &PreviewPane::placeClicked);
        shown.clickWord(QStringLiteral("quiet"));
        // The node begins behind the formula; the word itself counts.
        QTRY_COMPARE_WITH_TIMEOUT(clicked.count(), 1, patience);
        QCOMPARE(clicked.first().first().value<qsizetype>(), text.indexOf("quiet"));
    }

    void keepsAFormulaInAnEditOfItsBlock()
    {
        if (!QFile::exists(QStringLiteral(":/web/katex/dist/katex.min.js")))
            QSKIP("The build was given no KaTeX.");
        Shown shown("# Notes\n\nThe mark $^*$ means equal.\n");
        shown.waitUntil(QStringLiteral("!!document.querySelector('.vt-math .katex')"));
        shown.replace("equal", "alike, $x_1$");
        shown.waitUntil(QStringLiteral("document.querySelectorAll('.vt-math .katex').length === 2"));
    }

    void showsShapesForRemotePicturesUntilTheyAreAllowed()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QByteArray address = "http://127.0.0.1:" + QByteArray::number(server.serverPort());
        Shown shown(
            "# Notes\n\n<img src=\"" + address
            + "/badge.svg\" alt=\"42 citations\" width=\"120\" height=\"20\">\n\nEnd.\n");
        shown.waitFor(QStringLiteral("42 citations"));
        const QString width = QStringLiteral("document.querySelector('.vt-not-loaded').offsetWidth");
        QCOMPARE(shown.evaluate(width).toInt(), 120);
        auto *message = test::named<MessageBar>(shown.pane.get(), "previewMessage");
        QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), patience);
        QVERIFY(message->shownText().contains(QStringLiteral("127.0.0.1")));
        QVERIFY(!server.hasPendingConnections());
        QTest::mouseClick(test::named<QPushButton>(message, "MessageRemedy0"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(server.hasPendingConnections(), patience);
        QVERIFY(shown.settings.remotePicturesAllowed(shown.open->path()));
        QTRY_VERIFY_WITH_TIMEOUT(!message->isVisible(), patience);
    }

    void showsHiddenEntriesAsGhostsWhenAsked()
    {
        const QByteArray text =
            "# News\n\n* 06/2026: I joined the Calder Institute.\n<!-- * 05/2026: A *quiet* secret. -->\n"
            "* 04/2026: Two papers are accepted.\n\n<!-- a remark for the owner -->\n\nEnd.\n";
        Shown shown(text);
        shown.waitFor(QStringLiteral("Two papers"));
        QVERIFY(!shown.text().contains(QStringLiteral("secret")));
        auto *button = test::named<QToolButton>(shown.pane.get(), "previewHidden");
        button->click();
        shown.waitFor(QStringLiteral("A quiet secret."));
        QVERIFY(!shown.text().contains(QStringLiteral("a remark")));
        QSignalSpy clicked(shown.pane.get(), &PreviewPane::placeClicked);
        shown.clickWord(QStringLiteral("secret"));
        QTRY_COMPARE_WITH_TIMEOUT(clicked.count(), 1, patience);
        const auto place = clicked.first().first().value<qsizetype>();
        QVERIFY(place > text.indexOf("<!-- * 05") && place < text.indexOf("-->"));
        // An edit of its block keeps it, and so does an edit elsewhere.
        shown.replace("Two", "Nine");
        shown.waitFor(QStringLiteral("Nine papers"));
        shown.waitUntil(QStringLiteral("document.querySelectorAll('.vt-ghost').length === 1"));
        button->click();
        shown.waitUntil(QStringLiteral("document.querySelectorAll('.vt-ghost').length === 0"));
    }

    void aHiddenEntryIsMarkedAsAGhostAndNeverOnItsNeighbour()
    {
        Shown shown("# News\n\n* 06/2026: I joined.\n<!-- * 05/2026: A quiet secret. -->\n* 04/2026: Two papers.\n");
        shown.waitFor(QStringLiteral("Two papers"));
        shown.selection.selectEntry({0, 0});
        shown.waitUntil(QStringLiteral("document.querySelectorAll('.vt-selected').length === 1"));
        QVERIFY(shown.open->page()->entry({0, 1}).hidden);
        shown.selection.selectEntry({0, 1});
        shown.waitUntil(QStringLiteral("document.querySelectorAll('.vt-selected').length === 0"));
        test::named<QToolButton>(shown.pane.get(), "previewHidden")->click();
        shown.waitUntil(QStringLiteral("document.querySelectorAll('.vt-ghost.vt-selected').length === 1"));
        shown.waitUntil(QStringLiteral("document.querySelectorAll('.vt-selected').length === 1"));
        shown.selection.selectEntry({0, 2});
        shown.waitUntil(QStringLiteral("document.querySelectorAll('.vt-ghost.vt-selected').length === 0"));
    }

    void aGhostStandsAmongItemsAndRowsAsWhatItIs()
    {
        Shown shown(
            "# Awards\n\n<ul>\n<li>Calm Prize, 2023</li>\n<!-- <li>Shy Prize, 2022</li> -->\n<li>Slow Prize, "
            "2021</li>\n</ul>\n\n# Talks\n\n<table>\n<tr><td>Loud talk</td><td>2024</td></tr>\n<!-- <tr><td>Quiet "
            "talk</td><td>2023</td></tr> -->\n<tr><td>Last talk</td><td>2022</td></tr>\n</table>\n");
        shown.waitFor(QStringLiteral("Last talk"));
        test::named<QToolButton>(shown.pane.get(), "previewHidden")->click();
        shown.waitUntil(QStringLiteral("document.querySelectorAll('.vt-ghost').length === 2"));
        shown.waitUntil(QStringLiteral("!!document.querySelector('#vt-content ul > li.vt-ghost')"));
        shown.waitUntil(QStringLiteral("!!document.querySelector('#vt-content tr.vt-ghost > td + td')"));
        // An edit elsewhere leaves them alone; one of the hidden text shows at once.
        shown.evaluate(
            QStringLiteral("document.querySelectorAll('.vt-ghost').forEach(ghost => { ghost.seen = true; })"));
        shown.replace("# Talks", "# Lectures");
        shown.waitFor(QStringLiteral("Lectures"));
        QVERIFY(shown.evaluate(QStringLiteral("Array.from(document.querySelectorAll('.vt-ghost')).every(g => g.seen)"))
                    .toBool());
        shown.replace("Shy Prize", "Coy Prize");
        shown.waitFor(QStringLiteral("Coy Prize"));
        QVERIFY(!shown.text().contains(QStringLiteral("Shy Prize")));
        // The next window shows them too.
        PreviewPane next(&shown.settings, PreviewMode::On);
        QVERIFY(test::named<QToolButton>(&next, "previewHidden")->isChecked());
    }

    void remembersTheChosenThemeOfASite()
    {
        Shown shown(page);
        shown.waitFor(QStringLiteral("Quiet Prize"));
        auto *themes = test::named<QComboBox>(shown.pane.get(), "previewTheme");
        themes->setFocus();
        QTest::keyClick(themes, Qt::Key_A); // jumps to the first theme whose name begins with it
        QTRY_VERIFY_WITH_TIMEOUT(
            shown.evaluate(QStringLiteral("!!document.querySelector('.masthead')")).toBool(), patience);
        QCOMPARE(shown.settings.previewTheme(shown.folder.path()), std::optional(shown.pane->theme()));
        QVERIFY(shown.pane->theme() != Theme::Plain);
    }

    void servesPicturesOfTheSiteOnly()
    {
        QTemporaryDir outside;
        QFile secret(outside.filePath(QStringLiteral("secret.png")));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.close();
        QTemporaryDir site;
        QVERIFY(QDir(site.path()).mkdir(QStringLiteral("images")));
        QVERIFY(QFile::copy(
            QStringLiteral(VITRINE_SOURCE_DIR "/resources/icons/page.svg"),
            site.filePath(QStringLiteral("images/a.svg"))));
        QVERIFY(QFile::link(secret.fileName(), site.filePath(QStringLiteral("images/link.png"))));
        PreviewScheme scheme;
        QCOMPARE(scheme.fileFor(QStringLiteral("/images/a.svg")), QString());
        scheme.setSite(site.path(), QStringLiteral("/base"));
        QVERIFY(scheme.fileFor(QStringLiteral("/images/a.svg")).endsWith(QStringLiteral("/images/a.svg")));
        QVERIFY(scheme.fileFor(QStringLiteral("/base/images/a.svg")).endsWith(QStringLiteral("/images/a.svg")));
        QCOMPARE(scheme.fileFor(QStringLiteral("/images/link.png")), QString());
        QCOMPARE(
            scheme.fileFor(
                QStringLiteral("/../") + QFileInfo(outside.path()).fileName() + QStringLiteral("/secret.png")),
            QString());
        QCOMPARE(scheme.fileFor(QStringLiteral("/images")), QString());
    }

#ifdef Q_OS_UNIX
    void comesBackAfterTheRendererDied()
    {
        Shown shown(page);
        shown.waitFor(QStringLiteral("Two papers"));
        QSignalSpy restarted(shown.pane->view(), &PreviewView::restarted);
        ::kill(static_cast<pid_t>(shown.pane->view()->rendererProcess()), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(restarted.count(), 1, patience);
        shown.waitFor(QStringLiteral("Two papers"));
    }

#endif

    void saysWhyItIsOff()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        PreviewPane pane(&settings, PreviewMode::UnsafeAsRoot);
        QVERIFY(!pane.view());
        QVERIFY(test::named<QLabel>(&pane, "previewOff")->text().contains(QStringLiteral("root")));
        PreviewPane unwanted(&settings, PreviewMode::NotWanted);
        QVERIFY(!unwanted.view());
        QVERIFY(test::named<QLabel>(&unwanted, "previewOff")->text().contains(QStringLiteral("--no-preview")));
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestPreview test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Preview.moc"
