#include "content/page/Edits.h"
#include "tests/support/window/ShownPreview.h"
#include "ui/preview/PreviewScheme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/inotify.h>
#include <unistd.h>
#endif

using namespace vitrine;
using test::patience;
using Shown = test::ShownPreview;

namespace {

/// Each is a page of its own. {S} is the address of a server that must not be asked, {F} that of a file that must not
/// be read, {R} code that must not run.
const char *const hostilePages[] = {
    // script in elements
    "<script>{R}</script>",
    "<script src=\"{S}/1.js\"></script>",
    "<script type=\"module\">import '{S}/2.js'; {R}</script>",
    "<div markdown=\"1\">\n<script>{R}</script>\n</div>",
    "- item\n\n  <script>{R}</script>",
    "> <script>{R}</script>",
    "| a | <script>{R}</script> |\n|---|---|\n| b | <img src=x onerror=\"{R}\"> |",
    "{{ \"<script>{R}</script>\" }}",
    "<noscript><img src=\"{S}/3.png\"></noscript><template><script>{R}</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror='{R}'>\"></noscript>",
    "<textarea></textarea><title></title><script>{R}</script>",
    // script in attributes
    "<img src=\"x\" onerror=\"{R}\">",
    "<body onload=\"{R}\">",
    "<details open ontoggle=\"{R}\"><summary onclick=\"{R}\">more</summary></details>",
    "<marquee onstart=\"{R}\" onbounce=\"{R}\">x</marquee>",
    "<input autofocus onfocus=\"{R}\"><select autofocus onfocus=\"{R}\"></select>",
    "<textarea autofocus onfocus=\"{R}\">x</textarea>",
    "<div onclick=\"{R}\" onmouseover=\"{R}\" onpointerenter=\"{R}\" tabindex=\"0\" onfocus=\"{R}\">x</div>",
    "<style>@keyframes k {}</style><div style=\"animation: k 1s\" onanimationstart=\"{R}\">x</div>",
    "<video onloadstart=\"{R}\"><source onerror=\"{R}\" src=\"x.mp4\"></video><audio src=\"y.mp3\" "
    "onerror=\"{R}\"></audio>",
    "<a href=\"#\" onclick=\"{R}\" ping=\"{S}/4\">x</a>",
    "\"><svg/onload={R}>",
    // script in addresses
    "<a href=\"javascript:{R}\">x</a>",
    "<a href=\" &#1;jav&#x09;ascript:{R}\">x</a>",
    "[x](javascript:{R}) and <javascript:{R}>",
    "[x][y]\n\n[y]: javascript:{R}",
    "[x](data:text/html;base64,PHNjcmlwdD5kb2N1bWVudC50aXRsZT0ncmFuJzwvc2NyaXB0Pg==)",
    "[x](vbscript:x) [y]({F}) [z](vitrine://app/x) <a href=\"{F}\" target=\"_blank\">f</a>",
    "<a href=\"{S}/5\" target=\"_blank\">x</a><a href=\"{S}/6\" download>y</a><map name=m><area href=\"{S}/7\"></map>",
    "<form action=\"javascript:{R}\"><button id=\"a\">go</button></form>",
    "<form action=\"{S}/8\"><input type=\"submit\"><button formaction=\"{S}/9\">go</button></form>",
    "<input type=\"image\" src=\"{S}/10.png\"><isindex action=\"{S}/11\">",
    // frames and plug-ins
    "<iframe srcdoc=\"<script>{R}</script><img src='{S}/12.png'>\"></iframe>",
    "<iframe src=\"javascript:{R}\"></iframe>",
    "<iframe src=\"{S}/13\"></iframe><iframe src=\"{F}\"></iframe>",
    "<iframe src=\"evil.html\"></iframe><object data=\"evil.html\"></object><embed src=\"evil.svg\">",
    "<object data=\"{S}/14\"><param name=\"src\" value=\"{S}/15\"></object><applet code=\"{S}/16\"></applet>",
    "<frameset><frame src=\"{S}/17\"></frameset><portal src=\"{S}/18\"></portal>",
    "<iframe src=\"data:text/html,<script>{R}</script>\"></iframe>",
    // the head's elements
    "<meta http-equiv=\"refresh\" content=\"0;url={S}/19\">",
    "<meta http-equiv=\"refresh\" content=\"0;url=javascript:{R}\">",
    "<meta http-equiv=\"refresh\" content=\"0;url=data:text/html,<script>{R}</script>\">",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src * 'unsafe-inline'\"><script>{R}</script>",
    "<base href=\"{S}/\"><img src=\"20.png\"><a href=\"21\">x</a>",
    "<link rel=\"stylesheet\" href=\"{S}/22.css\">",
    "<link rel=\"prefetch\" href=\"{S}/23\"><link rel=\"preload\" as=\"image\" href=\"{S}/24\"><link rel=\"icon\" "
    "href=\"{S}/25\">",
    "<link rel=\"preconnect\" href=\"{S}\"><link rel=\"modulepreload\" href=\"{S}/26\"><link rel=\"manifest\" "
    "href=\"{S}/27\">",
    "<link rel=\"stylesheet\" href=\"evil.css\"><div class=\"evil\">x</div>",
    // styles
    "<style>@import url({S}/28.css); @import '{S}/29.css';</style>",
    "<style>body, p { background: url('{S}/30.png') } p { cursor: url({S}/31.cur), auto; list-style: url({S}/32.png) "
    "}</style>x",
    "<style>@font-face { font-family: evil; src: url({S}/33.woff2) } p { font-family: evil }</style>\n\nx",
    "<style>p::before { content: url({S}/34.png) } p { background: image-set('{S}/35.png' 1x) }</style>\n\nx",
    "<style>p { background: u\\72l({S}/36.png) } /* */ @im\\port '{S}/37.css';</style>\n\nx",
    "<div style=\"background: url({S}/38.png); border-image: url({S}/39.png) 1; mask: url({S}/40.svg#m)\">x</div>",
    "<p style=\"background: url({F}); -webkit-mask-image: url('{F}')\">x</p>",
    "<svg></p><style><a id=\"</style><img src=1 onerror='{R}'>\">",
    // pictures and media
    "![x]({S}/41.png) <img src=\"{S}/42.png\" srcset=\"{S}/43.png 2x\">",
    "<picture><source srcset=\"{S}/44.webp\"><img src=\"images/none.png\" srcset=\"{S}/45.png 1x\"></picture>",
    "<video src=\"{S}/46.mp4\" poster=\"{S}/47.png\" autoplay><track src=\"{S}/48.vtt\" default></video>",
    "<audio src=\"{S}/49.mp3\" autoplay></audio><video autoplay><source src=\"{S}/50.webm\"></video>",
    "<table background=\"{S}/51.png\"><tr><td background=\"{S}/52.png\">x</td></tr></table>",
    "<img src=\"//127.0.0.1:{P}/53.png\"> <img src=\"HTTP://127.0.0.1:{P}/54.png\"> <img src=\"&#9;{S}/55.png\">",
    "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{R}'><image "
    "href='{S}/56.png'/></svg>\">",
    "<img src=\"ftp://127.0.0.1:{P}/57.png\"> <img src=\"ws://127.0.0.1:{P}/58\"> <img src=\"blob:{S}/59\">",
    // SVG and MathML
    "<svg onload=\"{R}\"><script>{R}</script></svg>",
    "<svg><image href=\"{S}/60.png\"/><image xlink:href=\"{S}/61.png\"/><use href=\"{S}/62.svg#a\"/></svg>",
    "<svg><a xlink:href=\"javascript:{R}\"><text y=\"20\">x</text></a><animate onbegin=\"{R}\" attributeName=\"x\" "
    "dur=\"1s\"/></svg>",
    "<svg><a><set attributeName=\"href\" to=\"javascript:{R}\"/><text y=\"20\">x</text></a></svg>",
    "<svg><foreignObject><iframe src=\"{S}/63\"></iframe><script>{R}</script></foreignObject></svg>",
    "<svg><filter id=\"f\"><feImage href=\"{S}/64.png\"/></filter><rect filter=\"url({S}/65.svg#f)\" width=\"9\" "
    "height=\"9\"/></svg>",
    "<math><a xlink:href=\"javascript:{R}\">x</a><maction actiontype=\"statusline\" "
    "xlink:href=\"javascript:{R}\">y</maction></math>",
    "<math><mtext><table><mglyph><style><img src=x onerror=\"{R}\"></style></mglyph></table></mtext></math>",
    // formulas
    "$\\href{javascript:{R}}{x}$ $\\url{{S}/66}$ $\\includegraphics{{S}/67.png}$",
    "$\\htmlData{a=b}{x}$ $\\htmlStyle{background:url({S}/68.png)}{x}$ $\\def\\a{\\a\\a}\\a$ "
    "$\\rule{100000em}{100000em}$",
    // foreign files
    "<img src=\"{F}\"> <img src=\"file:secret.png\"> ![x]({F})",
    "<img src=\"../{O}/secret.png\"> <img src=\"/../{O}/secret.png\"> <img src=\"images/../../{O}/secret.png\">",
    "<img src=\"%2e%2e/{O}/secret.png\"> <img src=\"..%2f{O}%2fsecret.png\"> <img src=\"%2e%2e%5c{O}%5csecret.png\">",
    "<img src=\"link.png\"> <img src=\"linked/secret.png\"> <img src=\"linked/../linked/secret.png?x=1\">",
    "<img src=\"{A}/secret.png\"> <img src=\"/{A}/secret.png\"> <img src=\"vitrine://site{A}/secret.png\">",
    "<img src=\"\\\\\\\\127.0.0.1\\\\share\\\\a.png\"> <img src=\"//127.0.0.1/c$/a.png\"> <img "
    "src=\"C:\\\\secret.png\">",
    "<img src=\"C:/secret.png\"> <img src=\"/C:/secret.png\"> <img src=\"a.png::$DATA\"> <img "
    "src=\"secret.png%00.png\">",
    "<link rel=\"stylesheet\" href=\"linked/secret.css\"> <link rel=\"stylesheet\" href=\"../{O}/secret.css\">",
    "<img src=\"vitrine://app/x.png\"> <img src=\"/-/remote?{S}/69.png\"> <img src=\"/-/remote?{F}\">",
    "<img src=\"/-/web/../../../{A}/secret.png\"> <img src=\"/-/web/%2e%2e/%2e%2e/preview/base.css\">",
    // what asks servers beside requests: connections, names, pings
    "<link rel=\"stylesheet preconnect\" href=\"{S}\"><link rel=\"stylesheet dns-prefetch\" href=\"//127.0.0.1:{P}\">",
    "<link rel=\"stylesheet preconnect\" href=\"http:127.0.0.1:{P}\"><link rel=\"stylesheet preload\" as=\"style\" "
    "href=\"/\\127.0.0.1:{P}/70.css\">",
    "<link rel=\"preconnect\" href=\"http:127.0.0.1:{P}\"><link rel=\"prerender\" href=\"{S}/71\"><link rel=\"next "
    "prefetch\" href=\"{S}/72\">",
    "<link rel=\"preload\" as=\"image\" imagesrcset=\"{S}/73.png 1x\"><link rel=\"stylesheet icon\" "
    "href=\"{S}/74.ico\">",
    "<a href=\"{S}/75\" ping=\"{S}/76 http:127.0.0.1:{P}/77\" attributionsrc=\"{S}/78\">x</a><img src=\"x.png\" "
    "attributionsrc=\"{S}/79\">",
    "<meta http-equiv=\"x-dns-prefetch-control\" content=\"on\"><meta http-equiv=\"Link\" content=\"<{S}>; "
    "rel=preconnect\"><meta http-equiv=\"origin-trial\" content=\"x\">",
    "<script type=\"speculationrules\">{\"prerender\": [{\"source\": \"list\", \"urls\": [\"{S}/80\"]}]}</script>",
    "<img src=\"http:127.0.0.1:{P}/81.png\"> <img src=\"/\\127.0.0.1:{P}/82.png\"> <img "
    "src=\"ht&#10;tp://127.0.0.1:{P}/83.png\">",
    "<img src=\"x.png\" srcset=\"{S}/84.png, {S}/85.png 2x\" sizes=\"1px\"><picture><source media=\"(min-width: 0)\" "
    "srcset=\"{S}/86.png\"><img></picture>",
    // pictures of the site that hold more than a picture, and fonts
    "<img src=\"deep.svg\"> ![x](deep.svg) <svg><image href=\"deep.svg\"/><use href=\"deep.svg#a\"/></svg>",
    "<style>@font-face { font-family: f1; src: local('x'), url({S}/87.woff) format('woff'); } @font-face { "
    "font-family: f2; "
    "src: url(//127.0.0.1:{P}/88.ttf) } p { font-family: f1, f2 }</style>\n\nx",
    "<style>@namespace x url({S}/89); @import url(evil.css) layer(a) supports(display: block); p { cursor: "
    "-webkit-image-set(url({S}/90.png) 1x) } p { offset-path: url({S}/91.svg#p); filter: url({S}/92.svg#f); clip-path: "
    "url({S}/93.svg#c) }</style>\n\nx",
    "<svg><style>@import '{S}/94.css'; rect { fill: url({S}/95.svg#g) }</style><rect width=\"9\" height=\"9\"/><a "
    "xlink:href=\"&#x6A;avascript:{R}\"><rect width=\"5\" height=\"5\"/></a></svg>",
    "<svg><use xlink:href=\"data:image/svg+xml,<svg id='x' "
    "xmlns='http://www.w3.org/2000/svg'><script>{R}</script></svg>#x\"/>"
    "<animate attributeName=\"href\" values=\"javascript:{R}\"/></svg>",
    // forms that act by themselves
    "<form id=\"f\" action=\"{S}/96\"><input autofocus onfocus=\"{R}\" onblur=\"{R}\"></form><button form=\"f\" "
    "formaction=\"{S}/97\" autofocus>go</button><dialog open><form "
    "method=\"dialog\"><button>x</button></form></dialog>",
    "<div contenteditable autofocus onfocus=\"{R}\">x</div><details open ontoggle=\"{R}\"></details><body "
    "onhashchange=\"{R}\" onpageshow=\"{R}\" onscroll=\"{R}\" onresize=\"{R}\">",
    // names that cover what our own script calls
    "<form name=\"body\"></form><img name=\"querySelector\"><img name=\"querySelectorAll\"><img "
    "name=\"getElementById\"><form name=\"createElement\"></form>",
    "<form id=\"vitrine\" name=\"vt\"></form><form name=\"documentElement\"></form><form name=\"head\"></form><img "
    "name=\"createTreeWalker\"><img name=\"addEventListener\"><form name=\"styleSheets\"></form><img name=\"fonts\">",
    "<form name=\"f\"><input name=\"parentNode\"><input name=\"children\"><input name=\"attributes\"><input "
    "name=\"querySelectorAll\"><input name=\"remove\"><input name=\"nextSibling\"></form>",
    // giant and endless
    "<img src=\"giant.png\"> <link rel=\"stylesheet\" href=\"giant.css\">",
    "<img src=\"endless.png\"> <img src=\"zero.png\"> <video src=\"zero.mp4\" autoplay></video>",
};

/// Tells how often a file was opened or read.
class ReadWatch
{
public:
    explicit ReadWatch(const QString &path)
    {
#ifdef Q_OS_LINUX
        m_watch = ::inotify_init1(IN_NONBLOCK);
        ::inotify_add_watch(m_watch, path.toLocal8Bit().constData(), IN_OPEN | IN_ACCESS);
#else
        Q_UNUSED(path)
#endif
    }
    ~ReadWatch()
    {
#ifdef Q_OS_LINUX
        ::close(m_watch);
#endif
    }
    bool wasRead() const
    {
#ifdef Q_OS_LINUX
        char events[4096];
        return ::read(m_watch, events, sizeof events) > 0;
#else
        return false;
#endif
    }

private:
    int m_watch = -1;
};

/// A site with traps in it, a server that must not be asked and a folder that must not be read.
struct Trap
{
    QTcpServer server;
    QTemporaryDir outside;
    std::unique_ptr<ReadWatch> picture;
    std::unique_ptr<ReadWatch> style;

    Trap()
    {
        server.listen(QHostAddress::LocalHost);
        for (const char *name : {"secret.png", "secret.css"}) {
            QFile file(outside.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("p { color: red }");
        }
        picture = std::make_unique<ReadWatch>(outside.filePath(QStringLiteral("secret.png")));
        style = std::make_unique<ReadWatch>(outside.filePath(QStringLiteral("secret.css")));
    }

    QByteArray filled(const char *page) const
    {
        QByteArray text = page;
        const QByteArray port = QByteArray::number(server.serverPort());
        const QByteArray address = "http://127.0.0.1:" + port;
        return text.replace("{S}", address)
            .replace("{P}", port)
            .replace("{F}", "file://" + outside.path().toUtf8() + "/secret.png")
            .replace("{A}", outside.path().toUtf8())
            .replace("{O}", QFileInfo(outside.path()).fileName().toUtf8())
            .replace(
                "{R}",
                "document.documentElement.dataset.ran=1;document.title='ran';new Image().src='" + address + "/ran'");
    }

    void set(const Shown &site) const
    {
        const QByteArray evil = filled("{R}");
        site.write(QStringLiteral("evil.html"), "<script>" + evil + "</script>");
        site.write(
            QStringLiteral("evil.svg"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"" + evil + "\"><script>" + evil + "</script></svg>");
        site.write(
            QStringLiteral("evil.css"),
            filled("@import url({S}/css1); @import '{F}'; .evil { background: url({S}/css2); } p { background: "
                   "url({F}) }"));
        site.write(
            QStringLiteral("deep.svg"),
            filled("<?xml-stylesheet href='{S}/svg1.css'?><svg xmlns='http://www.w3.org/2000/svg' "
                   "xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9' onload=\"{R}\"><style>@import "
                   "url({S}/svg2.css); @font-face { font-family: f; src: url({S}/svg3.woff) }</style><script "
                   "xlink:href='{S}/svg4.js'/><image href='{S}/svg5.png'/><image href='{F}'/><image "
                   "href='linked/secret.png'/><use href='{S}/svg6.svg#a'/><g id='a' "
                   "onclick=\"{R}\"/><foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' "
                   "src='{S}/svg7'/></foreignObject></svg>"));
        QFile::link(outside.filePath(QStringLiteral("secret.png")), site.folder.filePath(QStringLiteral("link.png")));
        QFile::link(outside.path(), site.folder.filePath(QStringLiteral("linked")));
        for (const char *name : {"giant.png", "giant.css"}) { // sparse: takes no room
            QFile giant(site.folder.filePath(QString::fromLatin1(name)));
            QVERIFY(giant.open(QIODevice::WriteOnly));
            QVERIFY(giant.resize(qint64(1) << 33));
        }
        QFile::link(QStringLiteral("/dev/zero"), site.folder.filePath(QStringLiteral("zero.png")));
        QFile::link(QStringLiteral("/dev/zero"), site.folder.filePath(QStringLiteral("zero.mp4")));
#ifdef Q_OS_UNIX
        ::mkfifo(site.folder.filePath(QStringLiteral("endless.png")).toLocal8Bit().constData(), 0600);
#endif
    }
};

/// Does what a curious user may do: clicks everything, also with Ctrl, moves over it, focuses it.
const QString curious = QStringLiteral("document.querySelectorAll('body *').forEach(e => {"
                                       "  for (const type of ['mouseover', 'pointerenter', 'click'])"
                                       "    e.dispatchEvent(new MouseEvent(type, {bubbles: true, cancelable: true}));"
                                       "  if (e.matches('a, area, button')) e.dispatchEvent(new MouseEvent('click', "
                                       "{bubbles: true, cancelable: true, ctrlKey: true}));"
                                       "  if (e.matches('button, input, summary') && e.click) e.click();"
                                       "  if (e.focus) e.focus();"
                                       "}); true");

} // namespace

/// Pages that want to run code, call home or read what is not theirs. Nothing of it happens.
class TestHostilePages : public QObject
{
    Q_OBJECT

    static void checkNothingHappened(const Shown &shown, Trap &trap, const QSignalSpy &followed, const char *page)
    {
        QVERIFY2(shown.evaluate(QStringLiteral("!document.documentElement.dataset.ran")).toBool(), page);
        QVERIFY2(shown.evaluate(QStringLiteral("document.title !== 'ran'")).toBool(), page);
        QVERIFY2(
            shown.evaluate(QStringLiteral("location.href")).toString() == PreviewScheme::pageUrl().toString(), page);
        QVERIFY2(!trap.server.hasPendingConnections(), page);
        QVERIFY2(!trap.picture->wasRead() && !trap.style->wasRead(), page);
        for (const QList<QVariant> &link : followed) {
            const QString scheme = link.first().toUrl().scheme();
            QVERIFY2(scheme == QStringLiteral("http") || scheme == QStringLiteral("https"), page);
        }
    }

private Q_SLOTS:
    void theWatchSeesARead()
    {
#ifndef Q_OS_LINUX
        QSKIP("Reads are watched on Linux only.");
#endif
        Trap trap;
        QVERIFY(!trap.picture->wasRead());
        QFile file(trap.outside.filePath(QStringLiteral("secret.png")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        file.readAll();
        QVERIFY(trap.picture->wasRead());
    }

    void nothingOfThePageRunsCallsHomeOrReads()
    {
        static_assert(std::size(hostilePages) >= 60);
        Trap trap;
        Shown shown("# Quiet desk\n\nPage start.\n", [&](const Shown &site) { trap.set(site); });
        QSignalSpy followed(shown.pane.get(), &PreviewPane::linkClicked);
        shown.waitFor(QStringLiteral("Page start."));
        int number = 0;
        for (const char *hostile : hostilePages) {
            const QByteArray sentinel = "Sentinel " + QByteArray::number(++number);
            const QByteArray text = sentinel + "\n\n" + trap.filled(hostile) + "\n\n# Behind\n";
            const ByteRange all{0, shown.open->page()->bytes().size()};
            QVERIFY(shown.open
                        ->apply(editSource(*shown.open->page(), TextEdit::replacing(all, text)), QStringLiteral("edit"))
                        .ok());
            shown.waitFor(QString::fromLatin1(sentinel));
            QVERIFY2(shown.evaluate(curious).toBool(), hostile);
            checkNothingHappened(shown, trap, followed, hostile);
            if (QTest::currentTestFailed())
                return;
        }
        // Loads that take a while would have begun by now.
        shown.evaluate(QStringLiteral("document.body.getBoundingClientRect().height"));
        QTest::qWait(500);
        checkNothingHappened(shown, trap, followed, "after all pages");
        QVERIFY(!shown.evaluate(QStringLiteral("Array.from(document.images).some(image => image.naturalWidth > 0)"))
                     .toBool());
    }

    void nothingOfTheSitesOwnPageRunsCallsHomeOrReads()
    {
        Trap trap;
        const QByteArray content = "I study quiet machines and the people who keep them.";
        Shown shown(content + '\n', [&](const Shown &site) { trap.set(site); });
        QSignalSpy followed(shown.pane.get(), &PreviewPane::linkClicked);
        shown.waitFor(QString::fromLatin1(content));
        int number = 0;
        for (const char *hostile : hostilePages) {
            const QByteArray sentinel = "Sentinel " + QByteArray::number(++number);
            const QByteArray evil = trap.filled(hostile);
            const QByteArray html = "<!DOCTYPE html><html onclick=\"" + trap.filled("{R}") + "\"><head>" + evil
                + "</head><body onload=\"" + trap.filled("{R}") + "\"><main><p>" + content + "</p></main><div>"
                + sentinel + "</div>" + evil + "</body></html>";
            OwnShell own{html, shown.folder.path(), QStringLiteral("/"), {}};
            shown.pane->view()->setLook({Theme::Plain, own});
            // What swallows the rest of the page leaves no place for the content: then the built-in theme stands in.
            shown.waitUntil(
                QStringLiteral("document.body.innerText.includes('%1') || !!document.querySelector('.vt-site')")
                    .arg(QString::fromLatin1(sentinel)));
            QVERIFY2(shown.evaluate(curious).toBool(), hostile);
            checkNothingHappened(shown, trap, followed, hostile);
            if (QTest::currentTestFailed())
                return;
        }
        QTest::qWait(500);
        checkNothingHappened(shown, trap, followed, "after all pages");
    }

    void aSiteCannotNameAnyFolderAsItsBuild()
    {
        Trap trap;
        const QByteArray content = "I study quiet machines and the people who keep them.";
        const auto put = [&](const QString &name, const QByteArray &bytes) {
            QFile file(trap.outside.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        put(QStringLiteral("index.html"),
            "<html><body><div>Foreign words</div><main><p>" + content
                + "</p><img src=\"/secret.png\"></main></body></html>");
        for (const bool byLink : {false, true}) {
            Shown shown(content + "\n\n![x](/secret.png)\n\nThe end.\n", [&](const Shown &site) {
                if (byLink)
                    QFile::link(trap.outside.path(), site.folder.filePath(QStringLiteral("_site")));
                else
                    site.write(QStringLiteral("_config.yml"), "destination: " + trap.outside.path().toUtf8() + "\n");
            });
            shown.waitFor(QStringLiteral("The end."));
            QVERIFY(!shown.text().contains(QStringLiteral("Foreign words")));
            QVERIFY(!trap.picture->wasRead());
        }
    }

    void anEndlessPictureEndsWhenPicturesAreAllowed()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        qint64 sent = 0;
        bool closed = false;
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            const auto send = [socket, &sent] {
                if (socket->state() == QAbstractSocket::ConnectedState && socket->bytesToWrite() < 1 << 20)
                    sent += socket->write(QByteArray(1 << 20, 'x'));
            };
            connect(socket, &QTcpSocket::readyRead, socket, [socket, send] {
                socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n");
                send();
            });
            connect(socket, &QTcpSocket::bytesWritten, socket, send);
            connect(socket, &QTcpSocket::disconnected, socket, [&closed] { closed = true; });
        });
        const QByteArray address = "http://127.0.0.1:" + QByteArray::number(server.serverPort());
        Shown shown("![endless](" + address + "/a.png)\n\nThe end.\n");
        shown.waitFor(QStringLiteral("The end."));
        shown.pane->view()->setRemoteAllowed(true);
        QTRY_VERIFY_WITH_TIMEOUT(closed, patience);
        QVERIFY2(sent < 128 * 1024 * 1024, qPrintable(QString::number(sent)));
        shown.waitFor(QStringLiteral("The end."));
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestHostilePages test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_HostilePages.moc"
