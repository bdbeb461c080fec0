#include "app/preview/JekyllBuild.h"
#include "content/page/Edits.h"
#include "tests/support/window/ShownPreview.h"
#include "tests/support/window/WindowTest.h"
#include "ui/bars/MessageBar.h"
#include "ui/preview/PreviewScheme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace vitrine;
using test::patience;
using Shown = test::ShownPreview;

namespace {

const QByteArray page = "---\npermalink: /\n---\n\nI study quiet machines and the people who keep them.\n\n# News\n\n"
                        "* 06/2026: I joined the Calder Institute.\n* 04/2026: Two papers are accepted.\n";

/// A page of a theme that nobody knows: bar, side with some of the same words, content between a title and a foot.
const QByteArray builtPage =
    "<!DOCTYPE html><html lang=\"en\" class=\"no-js\"><head><title>Quiet desk</title>"
    "<link rel=\"stylesheet\" href=\"https://edda.example/assets/site.css\">"
    "<script>document.title = 'ran'</script></head><body class=\"layout--wide\" onload=\"document.title='ran'\">"
    "<div class=\"topbar\"><a href=\"/\">Quiet desk</a><a href=\"#news\">News</a></div>"
    "<div class=\"grid\"><div class=\"side\">Edda Marenholt, Calder Institute</div>"
    "<div class=\"stuff\"><h1 class=\"title\">Home</h1>"
    "<p>I study quiet machines and the people who keep them.</p><h1 id=\"news\">News</h1>"
    "<ul><li>06/2026: I joined the Calder Institute.</li><li>03/2026: An older line.</li></ul>"
    "<p>Old words that the page no longer has.</p>"
    "<footer>Last updated in spring</footer></div></div><script>document.title = 'ran'</script></body></html>";

const QByteArray config = "title: Quiet desk\nurl: https://edda.example\nauthor:\n  name: Edda Marenholt\n";

void writeBuiltSite(const Shown &shown)
{
    shown.write(QStringLiteral("_config.yml"), config);
    shown.write(QStringLiteral("_site/index.html"), builtPage);
    shown.write(
        QStringLiteral("_site/assets/site.css"),
        ".stuff > p { color: rgb(1, 2, 3); } .topbar { background: url(bar.png); }");
}

void chooseOwn(const Shown &shown)
{
    auto *themes = test::named<QComboBox>(shown.pane.get(), "previewTheme");
    themes->setFocus();
    QTest::keyClick(themes, Qt::Key_M);
    QCOMPARE(shown.pane->theme(), Theme::Own);
}

MessageBar *messageOf(const Shown &shown)
{
    return test::named<MessageBar>(shown.pane.get(), "previewMessage");
}

/// Clicks the offer that contains a word, as soon as it is there.
void takeOffer(const Shown &shown, const QString &word)
{
    const auto offer = [&]() -> QPushButton * {
        for (QPushButton *button : messageOf(shown)->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().contains(word))
                return button;
        }
        return nullptr;
    };
    QTRY_VERIFY2_WITH_TIMEOUT(offer(), qPrintable(messageOf(shown)->shownText()), patience);
    QTest::mouseClick(offer(), Qt::LeftButton);
}

/// Serves the files of a folder by HTTP, as a published site would; counts what it is asked for.
class SmallServer : public QTcpServer
{
public:
    explicit SmallServer(const QString &folder) : m_folder(folder)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(socket); });
        });
    }

    QByteArray address() const { return "http://127.0.0.1:" + QByteArray::number(serverPort()); }
    QStringList asked;

private:
    void answer(QTcpSocket *socket)
    {
        const QString path = QString::fromLatin1(socket->readAll().split(' ').value(1));
        asked += path;
        QFile file(m_folder + (path.endsWith(QLatin1Char('/')) ? path + QStringLiteral("index.html") : path));
        const bool found = file.open(QIODevice::ReadOnly);
        const QByteArray body = file.readAll();
        socket->write(
            QByteArray(found ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found")
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
    }

    QString m_folder;
};

} // namespace

/// The site's own page around the content: found where it was built, built, or fetched.
class TestOwnTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheContentInTheBuiltPageOfTheSite()
    {
        Shown shown(page, writeBuiltSite);
        shown.waitFor(QStringLiteral("Two papers are accepted."));
        QCOMPARE(shown.pane->theme(), Theme::Own);
        const QString text = shown.text();
        QVERIFY(text.contains(QStringLiteral("Edda Marenholt, Calder Institute")));
        QVERIFY(text.contains(QStringLiteral("Home")));
        QVERIFY(text.contains(QStringLiteral("Last updated in spring")));
        QVERIFY(!text.contains(QStringLiteral("An older line")));
        QVERIFY(!text.contains(QStringLiteral("Old words")));
        QCOMPARE(shown.evaluate(QStringLiteral("document.body.className")).toString(), QStringLiteral("layout--wide"));
        QCOMPARE(shown.evaluate(QStringLiteral("document.title")).toString(), QStringLiteral("Quiet desk"));
        QCOMPARE(shown.evaluate(QStringLiteral("document.scripts.length")).toInt(), 0);
        QVERIFY(messageOf(shown)->shownText().isEmpty());
        // The site's own style reaches our blocks, also where it names parent and child.
        shown.waitUntil(
            QStringLiteral("getComputedStyle(document.querySelector('.stuff > p')).color === 'rgb(1, 2, 3)'"));
    }

    void followsEditsAndFindsPlacesInTheBuiltPage()
    {
        Shown shown(page, writeBuiltSite);
        shown.waitFor(QStringLiteral("Two papers are accepted."));
        QSignalSpy clicked(shown.pane.get(), &PreviewPane::placeClicked);
        shown.clickWord(QStringLiteral("papers"));
        QTRY_COMPARE_WITH_TIMEOUT(clicked.count(), 1, patience);
        QCOMPARE(clicked.first().first().value<qsizetype>(), page.indexOf("papers"));
        shown.evaluate(QStringLiteral("document.querySelector('.side').seen = true"));
        shown.replace("Two", "Nine");
        shown.waitFor(QStringLiteral("Nine papers"));
        QVERIFY(shown.evaluate(QStringLiteral("document.querySelector('.side').seen")).toBool());
        const std::optional<EntryRef> first = shown.open->page()->findEntry("news/1");
        QVERIFY(first);
        shown.selection.selectEntry(*first);
        shown.waitUntil(
            QStringLiteral("(document.querySelector('.vt-selected') || {innerText: ''}).innerText.includes('Calder')"));
    }

    void saysWhenThePlaceOfTheContentIsNotFound()
    {
        Shown shown(page, [](const Shown &site) {
            site.write(QStringLiteral("_config.yml"), config);
            site.write(QStringLiteral("_site/index.html"), "<body><p>This site moved to another place.</p></body>");
        });
        shown.waitFor(QStringLiteral("Two papers are accepted."));
        QTRY_VERIFY_WITH_TIMEOUT(
            messageOf(shown)->shownText().contains(QStringLiteral("not the place of this text")), patience);
        QVERIFY(!shown.text().contains(QStringLiteral("moved to another place")));
        QVERIFY(shown.text().contains(QStringLiteral("Edda Marenholt")));
    }

    void buildsTheSiteWithJekyllWhenAsked()
    {
        if (!JekyllBuild::isInstalled())
            QSKIP("Jekyll is not installed.");
        Shown shown(page, [](const Shown &site) {
            site.write(QStringLiteral("_config.yml"), config + "defaults:\n  - values:\n      layout: desk\n");
            site.write(
                QStringLiteral("_layouts/desk.html"),
                "<html><head><title>{{ site.title }}</title><link rel=\"stylesheet\" href=\"{{ '/look.css' | "
                "absolute_url }}\">"
                "</head><body><header>Built for {{ site.author.name }}</header><main>{{ content "
                "}}</main></body></html>");
            site.write(QStringLiteral("look.scss"), "---\n---\n$ink: rgb(4, 5, 6);\nmain { p { color: $ink; } }\n");
            site.write(
                QStringLiteral("_plugins/evil.rb"), "File.write('" + site.folder.path().toUtf8() + "/ran', '')\n");
            site.write(QStringLiteral("Gemfile"), "File.write('" + site.folder.path().toUtf8() + "/ran', '')\n");
        });
        shown.waitFor(QStringLiteral("Two papers are accepted."));
        chooseOwn(shown);
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(shown)->shownText().contains(QStringLiteral("not here yet")), patience);
        const QStringList before =
            QDir(shown.folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        takeOffer(shown, QStringLiteral("Jekyll"));
        shown.waitFor(QStringLiteral("Built for Edda Marenholt"));
        shown.waitFor(QStringLiteral("Two papers are accepted."));
        shown.waitUntil(
            QStringLiteral("getComputedStyle(document.querySelector('main > p')).color === 'rgb(4, 5, 6)'"));
        QCOMPARE(QDir(shown.folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), before);
    }

    void showsWhatJekyllSaidWhenItFailed()
    {
        if (!JekyllBuild::isInstalled())
            QSKIP("Jekyll is not installed.");
        Shown shown(page, [](const Shown &site) {
            site.write(QStringLiteral("_config.yml"), config + "defaults:\n  - values:\n      layout: desk\n");
            site.write(QStringLiteral("_layouts/desk.html"), "{% nonsense %}");
        });
        chooseOwn(shown);
        takeOffer(shown, QStringLiteral("Jekyll"));
        QTRY_VERIFY2_WITH_TIMEOUT(
            messageOf(shown)->shownText().contains(QStringLiteral("nonsense")),
            qPrintable(messageOf(shown)->shownText()), patience);
        shown.waitFor(QStringLiteral("Two papers are accepted."));
    }

    void aBuildCanBeCancelled()
    {
        if (!JekyllBuild::isInstalled())
            QSKIP("Jekyll is not installed.");
        Shown shown(page);
        chooseOwn(shown);
        takeOffer(shown, QStringLiteral("Jekyll"));
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(shown)->shownText().contains(QStringLiteral("being built")), patience);
        takeOffer(shown, QStringLiteral("Cancel"));
        QTRY_VERIFY_WITH_TIMEOUT(!messageOf(shown)->shownText().contains(QStringLiteral("being built")), patience);
        shown.waitFor(QStringLiteral("Two papers are accepted."));
    }

    void fetchesThePublishedPageOnlyWhenAskedAndKeepsIt()
    {
        QTemporaryDir published;
        SmallServer server(published.path());
        Shown shown(page, [&](const Shown &site) {
            site.write(QStringLiteral("_config.yml"), "title: Quiet desk\nurl: \"" + server.address() + "\"\n");
            const QString root = QStringLiteral("../") + QFileInfo(published.path()).fileName();
            QByteArray html = builtPage;
            site.write(root + QStringLiteral("/index.html"), html.replace("https://edda.example", server.address()));
            site.write(
                root + QStringLiteral("/assets/site.css"),
                "@import \"more.css\"; .topbar { background: url('../bar.png') }");
            site.write(root + QStringLiteral("/assets/more.css"), ".stuff > p { color: rgb(7, 8, 9); }");
            site.write(root + QStringLiteral("/bar.png"), "no picture");
        });
        shown.waitFor(QStringLiteral("Two papers are accepted."));
        chooseOwn(shown);
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(shown)->shownText().contains(QStringLiteral("not here yet")), patience);
        QVERIFY(server.asked.isEmpty());
        takeOffer(shown, QStringLiteral("127.0.0.1"));
        shown.waitFor(QStringLiteral("Last updated in spring"));
        shown.waitUntil(
            QStringLiteral("getComputedStyle(document.querySelector('.stuff > p')).color === 'rgb(7, 8, 9)'"));
        const qsizetype asked = server.asked.size();
        QCOMPARE(
            QSet<QString>(server.asked.begin(), server.asked.end()),
            (QSet<QString>{
                QStringLiteral("/"), QStringLiteral("/assets/site.css"), QStringLiteral("/assets/more.css"),
                QStringLiteral("/bar.png")}));
        // The second time nobody is asked.
        shown.pane->reload();
        shown.waitFor(QStringLiteral("Two papers are accepted."));
        shown.waitFor(QStringLiteral("Last updated in spring"));
        QCOMPARE(server.asked.size(), asked);
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestOwnTheme test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_OwnTheme.moc"
