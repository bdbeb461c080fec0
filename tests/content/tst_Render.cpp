#include "content/render/Render.h"
#include "tests/support/PageFixtures.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;
using namespace vitrine::test;

namespace {

QByteArray html(const QByteArray &page)
{
    return renderContent(*readPage(page)).trimmed();
}

/// What a browser gives as the text of an element's HTML.
QString shownText(QString html)
{
    static const QRegularExpression tags(
        QStringLiteral("<!--.*?-->|<[^>]*>"), QRegularExpression::DotMatchesEverythingOption);
    html.remove(tags);
    html.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
    html.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    html.replace(QStringLiteral("&nbsp;"), QStringLiteral("\u00a0"));
    return html.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

/// The byte where the text `needle` of the page begins, asked through the first mark of the only block.
qsizetype placeOf(const QByteArray &page, const QString &needle)
{
    const auto read = readPage(page);
    const auto blocks = renderBlocks(*read, {.marks = true});
    const qsizetype at = shownText(QString::fromUtf8(blocks.front().html)).indexOf(needle);
    return ShownText(*read, blocks.front().marks.front()).sourceOf(at + 1) - 1;
}

} // namespace

class TestRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheSiteShows_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char *name, const char *page, const char *wanted) {
            QTest::newRow(name) << QByteArray(page) << QByteArray(wanted);
        };
        row("heading id", "# \xf0\x9f\x94\xa5 News & co's",
            "<h1 id=\"-news--cos\">\xf0\x9f\x94\xa5 News &amp; co’s</h1>");
        row("repeated ids", "# A\n# A\n", "<h1 id=\"a\">A</h1>\n<h1 id=\"a-1\">A</h1>");
        row("id inside html", "<div markdown=\"1\">\n\n# \xe5\x85\xb3 X\n</div>",
            "<div><h1 id=\"x\">\xe5\x85\xb3 X</h1></div>");
        row("code", "`a<b`", "<p><code class=\"language-plaintext highlighter-rouge\">a&lt;b</code></p>");
        row("fence", "```ruby\na&b\n```",
            "<div class=\"language-ruby highlighter-rouge\"><div class=\"highlight\"><pre "
            "class=\"highlight\"><code>a&amp;b\n"
            "</code></pre></div></div>");
        row("loose by item", "- a\n- b\n\n- c\n", "<ul><li>a</li><li><p>b</p></li><li>c</li></ul>");
        row("all loose", "- a\n\n- b\n", "<ul><li><p>a</p></li><li><p>b</p></li></ul>");
        row("last follows", "- a\n\n- b\n- c\n", "<ul><li><p>a</p></li><li>b</li><li>c</li></ul>");
        row("paragraphs", "- a\n\n  b\n", "<ul><li><p>a</p><p>b</p></li></ul>");
        row("numbers", "3. a\n4. b\n", "<ol><li>a</li><li>b</li></ol>");
        row("quotes", "'a' \"b\" it's '80s (\"c\") **\"d\"** \"[e](f)\"",
            "<p>‘a’ “b” it’s ’80s (“c”) <strong>“d”</strong> “<a href=\"f\">e</a>”</p>");
        row("dashes", "a -- b --- c... <<d>>", "<p>a – b — c… «d»</p>");
        row("escapes", "\\*a\\* 20\\% \\&", "<p>*a* 20\\% \\&amp;</p>");
        row("entities", "a&nbsp;&amp;&lt;&eacute;&#x41;&nope;",
            "<p>a\xc2\xa0&amp;&lt;é"
            "A&amp;nope;</p>");
        row("breaks", "a  \nb\\\nc\\\\\nd\ne", "<p>a<br />\nb<br />\nc<br />\nd\ne</p>");
        row("links", "[a](b&c \"d'e\") ![f *g*](h) <https://i.j>",
            "<p><a href=\"b&amp;c\" title=\"d'e\">a</a> <img src=\"h\" alt=\"f *g*\" /> <a "
            "href=\"https://i.j\">https://i.j</a></p>");
        row("entities in addresses", "[a](b?&amp;c&lt;d \"e&gt;\") ![f&lt;](h&lt;)",
            "<p><a href=\"b?&amp;c&lt;d\" title=\"e&gt;\">a</a> <img src=\"h&lt;\" alt=\"f&lt;\" /></p>");
        row("empty ids of html", "<a id=\"\" href=\"b\">c</a> <span id=\"d\">e</span>",
            "<p><a href=\"b\">c</a> <span id=\"d\">e</span></p>");
        row("table", "|a|b|\n|---|:-:|\n|c|d|\n",
            "<table><thead><tr><th>a</th><th style=\"text-align: center\">b</th></tr></thead><tbody><tr><td>c</td><td "
            "style=\"text-align: center\">d</td></tr></tbody></table>");
        row("math", "$$x_1$$ $x_1*y_2*$", "<p>\\(x_1\\) $x_1<em>y_2</em>$</p>");
        row("block of math", "$$\nx_1*y\n$$", "\\[x_1*y\\]");
        row("definitions", "[a]\n\n[a]: b 'c'", "<p><a href=\"b\" title=\"c\">a</a></p>");
        row("markdown attribute", "<div class='a' markdown=\"1\">\n\n*b*\n</div>",
            "<div class=\"a\"><p><em>b</em></p></div>");
        row("comment over blank lines", "<div>\n<!-- a\n\n*b* -->\n\n*c*\n</div>",
            "<div>\n<!-- a\n\n*b* -->\n\n*c*\n</div>");
        row("unfinished html", "a <b c\n\n<div\n\nd", "<p>a &lt;b c</p>\n<p>&lt;div</p>\n<p>d</p>");
        row("rule and quote", "***\n> a\n", "<hr />\n<blockquote><p>a</p></blockquote>");
        row("strikethrough", "~~a~~ ~b~", "<p><del>a</del> ~b~</p>");
    }

    void showsWhatTheSiteShows()
    {
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, wanted);
        QCOMPARE(html(page), wanted);
    }

    void blocksOfOneElementStayTogether()
    {
        const QByteArray page = "# T\n\n<div class='box'><div>x</div>\n<div>\n\n**a**\n\nb\n</div>\n</div>\n\nc\n";
        const auto blocks = renderBlocks(*readPage(page));
        QCOMPARE(blocks.size(), 3u);
        QCOMPARE(
            page.mid(blocks[1].range.begin, blocks[1].range.size()),
            "<div class='box'><div>x</div>\n<div>\n\n**a**\n\nb\n</div>\n</div>");
    }

    void marksStandForTheirRanges()
    {
        const QByteArray page = "* a [b](c)\n* d\n\n<div class='x' markdown='1'>\n\ne\n\n</div>\n";
        const auto blocks = renderBlocks(*readPage(page), {.marks = true});
        QCOMPARE(blocks.size(), 2u);
        QCOMPARE(
            blocks[0].html, "<ul><li data-n=\"0\">a <a data-n=\"1\" href=\"c\">b</a></li><li data-n=\"2\">d</li></ul>");
        QList<QByteArray> marked;
        for (const auto &block : blocks) {
            for (const ByteRange mark : block.marks)
                marked += page.mid(block.rangeOf(mark).begin, mark.size());
        }
        QCOMPARE(
            marked,
            (QList<QByteArray>{"* a [b](c)", "[b](c)", "* d", "<div class='x' markdown='1'>\n\ne\n\n</div>", "e"}));
    }

    void blocksDoNotChangeWhenOthersDo()
    {
        const QByteArray page = "one\n\n* a [b](c)\n\n<div>\n\nd\n</div>\n";
        const auto before = renderBlocks(*readPage(page), {.marks = true});
        const auto after = renderBlocks(*readPage("longer " + page), {.marks = true});
        QCOMPARE(after.size(), before.size());
        for (size_t i = 1; i < before.size(); ++i)
            QCOMPARE(after[i].html, before[i].html);
    }

    void aPlaceInThePictureIsAPlaceInThePage_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *name, const char *page, const char *shown, const char *written) {
            QTest::newRow(name) << QByteArray(page) << QString::fromUtf8(shown) << QByteArray(written);
        };
        row("plain", "one two three", "two", "two");
        row("behind emphasis", "**one** two", "two", "two");
        row("inside a link", "one [two](three) four", "two", "two");
        row("behind a link", "one [two](three) four", "four", "four");
        row("behind an escape", "\\*one\\* two", "two", "two");
        row("behind an entity", "a&nbsp;&amp; two", "two", "two");
        row("behind an emoji", "\xf0\x9f\x8e\x89\xf0\x9f\x8e\x89 two", "two", "two");
        row("behind quotes", "\"one\" two's three", "three", "three");
        row("on the next line", "* one\n  two", "two", "two");
        row("behind a hard break", "one  \ntwo", "two", "two");
        row("in html", "<p>one&nbsp;<b>x</b> two</p>", "two", "two");
        row("behind code", "`` a`b `` two", "two", "two");
    }

    void aPlaceInThePictureIsAPlaceInThePage()
    {
        QFETCH(QByteArray, page);
        QFETCH(QString, shown);
        QFETCH(QByteArray, written);
        const qsizetype at = placeOf(page, shown);
        QCOMPARE(page.mid(at, written.size()), written);
    }

    void placesFollowOneAnother()
    {
        const QByteArray page = "* *2025.07*: &nbsp;\xf0\x9f\x8e\x89 \"One\" **[t](u)**, it's\n  `c` end\n";
        const auto read = readPage(page);
        const ByteRange mark = renderBlocks(*read, {.marks = true}).front().marks.front();
        qsizetype last = mark.begin;
        for (qsizetype i = 0; i < page.size(); ++i) {
            const qsizetype place = ShownText(*read, mark).sourceOf(i);
            QVERIFY(place >= last);
            QVERIFY(place <= mark.end);
            last = place;
        }
    }

    void htmlIsUtf8WhateverThePageIs()
    {
        QVERIFY(rc::check([](const std::string &page) {
            RC_ASSERT(renderContent(*readPage(QByteArray::fromStdString(page))).isValidUtf8());
        }));
        QVERIFY(html("a\xff"
                     "b `\xfe` <b\xff>")
                    .isValidUtf8());
    }

    void realPagesKeepTheirText()
    {
        if (!corpusFolder())
            QSKIP("No real pages: set VITRINE_CORPUS to their folder.");
        for (const QString &path : corpusPages()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto page = readPage(file.readAll());
            for (const RenderedBlock &block : renderBlocks(*page, {.marks = true})) {
                QVERIFY(block.html.isValidUtf8());
                for (const ByteRange mark : block.marks)
                    QVERIFY2(block.range.contains(block.rangeOf(mark)), qPrintable(path));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestRender)
#include "tst_Render.moc"
