#include "app/preview/JekyllBuild.h"
#include "content/page/Edits.h"
#include "tests/support/window/ShownPreview.h"
#include "tests/support/window/WindowTest.h"
#include "ui/bars/MessageBar.h"
#include "ui/preview/PreviewScheme.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace vitrine;
using test::patience;
using Shown = test::ShownPreview;

namespace {

using Files = std::vector<std::pair<const char *, const char *>>;

/// A page that begins with a picture and ends with a rule; its first heading is also the title that layouts show.
const QByteArray page =
    "---\npermalink: /\ntitle: About me\nlayout: home\n---\n\n"
    "<span class='anchor' id='me'></span>\n\n# About me\n\nI study quiet machines and the people who keep them.\n\n"
    "![desk](images/desk.png)\n\n# Selected quiet papers\n\n"
    "* **Edda Marenholt**, Ida Falk. *Machines at Rest*. In CALM 2024.\n* Edda Marenholt. *Slow Gears*. In REST "
    "2023.\n\n"
    "# News of this year\n\n| 06/2026 | I joined the Calder Institute. |\n| 04/2026 | Two papers are accepted. |\n\n* "
    "* *\n";

/// A site whose layouts put the content somewhere, and what they show around it, before and behind.
struct Layout
{
    const char *name;
    Files files;
    std::vector<const char *> before;
    std::vector<const char *> behind;
};

const std::vector<Layout> &layouts()
{
    static const std::vector<Layout> all{
        // Three layouts, one in the other; a list of contents with the words of our headings and a share bar beside the
        // content.
        {"nested",
         {{"_layouts/home.html", "---\nlayout: single\n---\n{{ content }}"},
          {"_layouts/single.html",
           "---\nlayout: default\n---\n<div id=\"main\"><div class=\"sidebar\"><h3>Edda Marenholt</h3><p>Harbour "
           "Street</p></div><article class=\"page\"><div class=\"page__inner-wrap\"><header><h1 "
           "class=\"page__title\">"
           "{{ page.title }}</h1></header><section class=\"page__content\"><aside class=\"toc\"><nav><h4>On this "
           "page</h4><ul><li><a href=\"#about-me\">About me</a></li><li><a href=\"#selected-quiet-papers\">Selected "
           "quiet "
           "papers</a></li><li><a href=\"#news-of-this-year\">News of this year</a></li></ul></nav></aside>\n{{ "
           "content "
           "}}\n</section><footer class=\"page__meta\"><p>Updated in spring</p></footer><section "
           "class=\"page__share\"><h4>Share on</h4></section></div></article></div>"},
          {"_layouts/default.html",
           "<!doctype html><html><head><title>x</title></head><body class=\"layout--single\"><div "
           "class=\"masthead\">Quiet masthead</div>{{ content }}<div class=\"page__footer\">Quiet "
           "footer</div></body></html>"}},
         {"Quiet masthead", "Harbour Street", "On this page"},
         {"Updated in spring", "Share on", "Quiet footer"}},
        // Wrappers without a name, parts by include, a profile floating before the content in the same element.
        {"wrapped",
         {{"_layouts/home.html",
           "<html><head></head><body><header>{% include bar.html %}</header><div><div class=\"container "
           "mt-5\"><div><div "
           "class=\"post\"><article><div class=\"profile float-right\"><div class=\"address\"><p>12 Calder "
           "Street</p></div></div><div class=\"clearfix\">{{ content }}</div><h2><a href=\"/news\">More "
           "news</a></h2><div "
           "class=\"news\"><table><tr><td>May</td><td>The site has news of its own</td></tr></table></div><div "
           "class=\"social\"><div class=\"contact-note\">Write me a "
           "letter</div></div></article></div></div></div></div><footer>Made with quiet tools</footer></body></html>"},
          {"_includes/bar.html", "<nav><a href=\"/\">Edda Marenholt</a> <a href=\"/cv\">CV of mine</a></nav>"}},
         {"CV of mine", "12 Calder Street"},
         {"More news", "The site has news of its own", "Write me a letter", "Made with quiet tools"}},
        // Plain words of the theme before and behind the content, in the same element and without any class.
        {"bare",
         {{"_layouts/home.html",
           "<html><body><h1>About me</h1><p>Welcome to my corner of the web.</p><ul><li>Home</li><li>Papers</li></ul>"
           "{{ content }}<hr><p>This page was made with care.</p><ul><li>Imprint</li></ul></body></html>"}},
         {"Welcome to my corner", "Home"},
         {"This page was made with care.", "Imprint"}},
    };
    return all;
}

/// How often a page shows some words.
int countOf(const Shown &shown, const QString &words)
{
    return static_cast<int>(shown.text().count(words));
}

/// Builds the site with Jekyll into `_site`, as its owner would.
void build(const Shown &site, const Files &files)
{
    site.write(QStringLiteral("_config.yml"), "title: Quiet desk\nurl: https://edda.example\n");
    for (const auto &[name, text] : files)
        site.write(QString::fromLatin1(name), text);
    JekyllBuild jekyll;
    QSignalSpy finished(&jekyll, &JekyllBuild::finished);
    jekyll.start(site.folder.path(), site.folder.filePath(QStringLiteral("_site")));
    QVERIFY(finished.wait(120'000));
    QVERIFY2(finished.first().first().toBool(), qPrintable(finished.first().last().toString()));
}

} // namespace

/// The place of the content in sites that were built by Jekyll with layouts of many kinds.
class TestOwnThemeContent : public QObject
{
    Q_OBJECT

    static void checkAround(const Shown &shown, const Layout &layout)
    {
        const QString text = shown.text();
        const qsizetype begin = text.indexOf(QStringLiteral("I study quiet machines"));
        for (const char *words : layout.before) {
            QVERIFY2(text.count(QLatin1String(words)) == 1, qPrintable(text));
            QVERIFY2(text.indexOf(QLatin1String(words)) < begin, words);
        }
        for (const char *words : layout.behind) {
            QVERIFY2(text.count(QLatin1String(words)) == 1, qPrintable(text));
            QVERIFY2(text.indexOf(QLatin1String(words)) > begin, words);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!JekyllBuild::isInstalled())
            QSKIP("Jekyll is not installed.");
    }

    void theContentAloneIsReplaced_data()
    {
        QTest::addColumn<int>("number");
        for (size_t i = 0; i < layouts().size(); ++i)
            QTest::newRow(layouts()[i].name) << int(i);
    }
    void theContentAloneIsReplaced()
    {
        QFETCH(int, number);
        const Layout &layout = layouts()[static_cast<size_t>(number)];
        Shown shown(page, [&](const Shown &site) { build(site, layout.files); });
        shown.waitFor(QStringLiteral("Two papers are accepted."));
        QCOMPARE(shown.pane->theme(), Theme::Own);
        checkAround(shown, layout);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(countOf(shown, QStringLiteral("I study quiet machines")), 1);
        QCOMPARE(countOf(shown, QStringLiteral("Machines at Rest")), 1);
        QCOMPARE(shown.evaluate(QStringLiteral("document.querySelectorAll('.anchor').length")).toInt(), 1);
        QCOMPARE(shown.evaluate(QStringLiteral("document.querySelectorAll('img, .vt-missing').length")).toInt(), 1);
        // As many rules and headings as the built page has.
        QFile built(shown.folder.filePath(QStringLiteral("_site/index.html")));
        QVERIFY(built.open(QIODevice::ReadOnly));
        const QByteArray html = built.readAll();
        QCOMPARE(
            shown.evaluate(QStringLiteral("document.querySelectorAll('hr').length")).toInt(), int(html.count("<hr")));
        QCOMPARE(
            shown.evaluate(QStringLiteral("document.querySelectorAll('h1').length")).toInt(), int(html.count("<h1")));
    }

    void whatIsEditedBeforeTheSiteIsBuiltAgainDoesNotStandTwice_data() { theContentAloneIsReplaced_data(); }
    void whatIsEditedBeforeTheSiteIsBuiltAgainDoesNotStandTwice()
    {
        QFETCH(int, number);
        const Layout &layout = layouts()[static_cast<size_t>(number)];
        Shown shown(page, [&](const Shown &site) { build(site, layout.files); });
        shown.waitFor(QStringLiteral("Two papers are accepted."));
        shown.replace("I study quiet machines and the people who keep them.", "I study loud ones now, and why not so.");
        shown.replace("* * *", "A new last line.");
        shown.waitFor(QStringLiteral("loud ones now"));
        QVERIFY(shown.open->save().ok());
        shown.pane->reload();
        shown.waitFor(QStringLiteral("loud ones now"));
        QCOMPARE(countOf(shown, QStringLiteral("I study quiet machines")), 0);
        QCOMPARE(countOf(shown, QStringLiteral("A new last line.")), 1);
        QCOMPARE(countOf(shown, QStringLiteral("Two papers are accepted.")), 1);
    }

    void aPageThatWasMadeOfOtherWordsIsNotTaken()
    {
        Shown shown(page, [&](const Shown &site) {
            build(site, layouts().front().files);
            QFile built(site.folder.filePath(QStringLiteral("_site/index.html")));
            QVERIFY(built.open(QIODevice::ReadWrite));
            QByteArray html = built.readAll();
            html.replace("I study quiet machines and the people who keep them.", "Moved.")
                .replace("Machines at Rest", "Gone")
                .replace("Slow Gears", "Lost")
                .replace("Calder Institute", "Elsewhere")
                .replace("Two papers are accepted.", "None.")
                .replace("Edda Marenholt", "Nobody");
            built.resize(0);
            built.seek(0);
            built.write(html);
        });
        shown.waitFor(QStringLiteral("Two papers are accepted."));
        QTRY_VERIFY_WITH_TIMEOUT(
            test::named<MessageBar>(shown.pane.get(), "previewMessage")
                ->shownText()
                .contains(QStringLiteral("not the place of this text")),
            patience);
        QVERIFY(!shown.text().contains(QStringLiteral("Quiet masthead")));
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestOwnThemeContent test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_OwnThemeContent.moc"
