#include "content/markdown/Reader.h"
#include "content/render/Render.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/TreeLaws.h"

#include <QTest>

#include <rapidcheck.h>

#include <ctime>
#include <limits>

using namespace vitrine;
using namespace vitrine::test;

namespace {

Node read(const QByteArray &text)
{
    return readMarkdown(text, {0, text.size()}, {});
}

QByteArray html(const QByteArray &text, const MarkdownOptions &options = {})
{
    ReadContext context;
    context.markdown = options;
    return renderContent(*Page::read({{QString(), text}}, context)).trimmed();
}

/// Lines of what pages are made of, in any order.
QByteArray randomPage()
{
    static const std::vector<std::string> lines{
        "# News",
        "## A *b* # {#own}",
        "Title\n===",
        "* one",
        "- two",
        "  more",
        "1. first",
        "10) x",
        "> quote",
        "> > deep",
        "```",
        "~~~",
        "    code",
        "<div class='a'>",
        "<div markdown=\"1\">",
        "</div>",
        "<!-- hid -->",
        "<!--",
        "-->",
        "| a | b \\| c |",
        "|---|:-:|",
        "a | b",
        "[a]: http://b.c 'd'",
        "[a]",
        "***",
        "",
        "",
        "\t- tab",
        "\t\tx",
        "text **bold** `code`",
        "a\\",
        "two  ",
        "[x](y \"z\")",
        "![i](j)",
        "<https://a.b>",
        "&nbsp;&amp;&x;",
        "*a **b* c**",
        "~~no~~",
        "$x_1$ and $5",
        "$$y$$",
        "\xef\xbb\xbf",
        "\xff\xfe",
        "\r",
        "\"quoted\" -- 'it'",
        "Lin\\*, **Zhang\\***",
        "-",
        "1.",
        ": def",
        "^",
        "{: .x}",
        "{:x: .y}",
        "*[one]: T",
        "[^1]: note",
        "x[^1]",
        "<b>x",
        "</b>",
        "<span>*a*</span>",
        "<pre>  a\n  b</pre>",
        "- [ ] box",
        "{::comment}",
        "{:/}",
        "* a\n{:toc}"};
    return gluedLines(lines);
}

/// A page as researchers write them, of about so many bytes.
QByteArray ordinaryEntries(int size)
{
    QByteArray page = "# News\n\n";
    for (int i = 0; page.size() < size; ++i) {
        page +=
            "- *2024.0" + QByteArray::number(i % 9 + 1) + "*: \"One paper\" is accepted by [**CONF**](https://a.b).\n";
        if (i % 5 == 4)
            page +=
                "\n## Papers\n\n<div markdown=\"1\">\n1. **A. Moe**\\*, B. Roe: A title -- with more. <br>\n</div>\n\n";
    }
    return page;
}

/// Nanoseconds for a byte; the best of some tries, as others use the machine too.
qint64 timeOf(const QByteArray &page)
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 3; ++i) {
        const std::clock_t begin = std::clock(); // processor time: the load of the machine says nothing
        read(page);
        best = std::min<qint64>(best, (std::clock() - begin) * (1'000'000'000 / CLOCKS_PER_SEC) / page.size());
    }
    return best;
}

} // namespace

class TestKramdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatKramdownShows_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char *name, const char *page, const char *wanted) {
            QTest::newRow(name) << QByteArray(page) << QByteArray(wanted);
        };
        row("an element is raw", "<div>\n\n- a **b**\n\n</div>", "<div>\n\n- a **b**\n\n</div>");
        row("an element of Markdown", "<div markdown=\"1\">\n# A\n**a**\n</div>",
            "<div><h1 id=\"a\">A</h1><p><strong>a</strong></p></div>");
        row("text behind an element", "<div>a</div> b", "<div>a</div>\n<p>b</p>");
        row("an element in a paragraph", "x <font>**y**</font> <span>**z**</span>",
            "<p>x <font>**y**</font> <span><strong>z</strong></span></p>");
        row("an element that is not closed", "x <b>z\n\nw", "<p>x <b>z</b></p>\n<p>w</p>");
        row("a stray end tag", "</div>\n\nx </b> y", "<p>&lt;/div&gt;</p>\n<p>x &lt;/b&gt; y</p>");
        row("entities in raw text", "<p>&copy; < &foo;</p>", "<p>\u00a9 &lt; &amp;foo;</p>");
        row("a pipe makes a table", "Mail: a | Phone: b",
            "<table><tbody><tr><td>Mail: a</td><td>Phone: b</td></tr></tbody></table>");
        row("a table with a head and a foot", "|a|b|\n|-|:-:|\n|c|`d|e`|\n|=|\n|f\\|g|",
            "<table><thead><tr><th>a</th><th style=\"text-align: center\">b</th></tr></thead><tbody><tr><td>c</td>"
            "<td style=\"text-align: center\"><code class=\"language-plaintext highlighter-rouge\">d|e</code></td></tr>"
            "</tbody><tfoot><tr><td>f|g</td><td style=\"text-align: center\">\u00a0</td></tr></tfoot></table>");
        row("numbers with a parenthesis are text", "1) a\n2) b", "<p>1) a\n2) b</p>");
        row("bullets of any kind are one list", "* a\n- b", "<ul><li>a</li><li>b</li></ul>");
        row("items are loose one by one", "- a\n- b\n\n- c\n- d",
            "<ul><li>a</li><li><p>b</p></li><li>c</li><li>d</li></ul>");
        row("nested by two blanks", "1. a\n  - b\nc", "<ol><li>a<ul><li>b\nc</li></ul></li></ol>");
        row("nested by three blanks", "1. a\n   - b\nc", "<ol><li>a<ul><li>b\nc</li></ul></li></ol>");
        row("boxes", "- [x] a",
            "<ul class=\"task-list\"><li class=\"task-list-item\"><input type=\"checkbox\" "
            "class=\"task-list-item-checkbox\" disabled=\"disabled\" checked=\"checked\" />a</li></ul>");
        row("terms", "T\n: d\n: e\n\n  f", "<dl><dt>T</dt><dd>d</dd><dd>e<p>f</p></dd></dl>");
        row("emphasis by its own rules", "***a* b** C Moe*, J Doe*",
            "<p><strong><em>a</em> b</strong> C Moe<em>, J Doe</em></p>");
        row("emphasis that is not closed", "**a *b* c", "<p><em>*a *b</em> c</p>");
        row("no emphasis behind a letter", "a_b_ 1_c_", "<p>a_b_ 1<em>c</em></p>");
        row("strong that closes before text", "**A\uff1a**b", "<p><strong>A\uff1a</strong>b</p>");
        row("links", "[a](b c.pdf) [[C]](d 't') \\[[e](f(g))\\]",
            "<p><a href=\"b c.pdf\">a</a> <a href=\"d\" title=\"t\">[C]</a> [<a href=\"f(g)\">e</a>]</p>");
        row("references", "[A], [b][a] [c]\n\n[a]: <x y> 't'",
            "<p><a href=\"x y\" title=\"t\">A</a>, <a href=\"x y\" title=\"t\">b</a> [c]</p>");
        row("comments as definitions", "[//]: # (a <b class='c'>)\nx", "<p>x</p>");
        row("a picture", "![a *b*](c 't')", "<p><img src=\"c\" alt=\"a *b*\" title=\"t\" /></p>");
        row("attributes", "a\n{: .b #c}\n\n*d*{:.e} f{:.g}",
            "<p class=\"b\" id=\"c\">a</p>\n<p><em class=\"e\">d</em> f{:.g}</p>");
        row("attributes by name", "{:big: .b}\n\na\n{: big}", "<p class=\"b\">a</p>");
        row("contents", "* x\n{:toc}\n\n# A\n## B\n",
            "<ul id=\"markdown-toc\"><li><a href=\"#a\" id=\"markdown-toc-a\">A</a><ul><li><a href=\"#b\" "
            "id=\"markdown-toc-b\">B</a></li></ul></li></ul>\n<h1 id=\"a\">A</h1>\n<h2 id=\"b\">B</h2>");
        row("a note", "a[^x]\n\n[^x]: b",
            "<p>a<sup id=\"fnref:x\" role=\"doc-noteref\"><a href=\"#fn:x\" class=\"footnote\" "
            "rel=\"footnote\">1</a></sup></p>\n<div class=\"footnotes\" role=\"doc-endnotes\"><ol><li id=\"fn:x\" "
            "role=\"doc-endnote\"><p>b\u00a0<a href=\"#fnref:x\" class=\"reversefootnote\" "
            "role=\"doc-backlink\">↩</a></p></li></ol></div>");
        row("an abbreviation", "An ABC\n\n*[ABC]: Alphabet", "<p>An <abbr title=\"Alphabet\">ABC</abbr></p>");
        row("formulas", "a $$x$$\n\n$$\ny\n$$", "<p>a \\(x\\)</p>\n\\[y\\]");
        row("line ends", "a\\\\\nb\\\nc  \nd", "<p>a<br />\nb<br />\nc<br />\nd</p>");
        row("escapes", "20\\% \\* \\~", "<p>20\\% * ~</p>");
        row("lazy lines", "> a\nb\n\n- c\nd\n", "<blockquote><p>a\nb</p></blockquote>\n<ul><li>c\nd</li></ul>");
        row("code that goes on", "    a\nb",
            "<div class=\"language-plaintext highlighter-rouge\"><div "
            "class=\"highlight\"><pre class=\"highlight\"><code>a b\n</code></pre></div></div>");
        row("comments of kramdown", "{::comment}\na\n{:/}\n\nb", "<p>b</p>");
        row("HTML as it is", "{::nomarkdown}\n<i>*a*</i>\n{:/}", "<i>*a*</i>");
    }

    void showsWhatKramdownShows()
    {
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, wanted);
        QCOMPARE(html(page), wanted);
    }

    void parsesHtmlWhenTheSiteSaysSo()
    {
        MarkdownOptions options;
        options.parseBlockHtml = true;
        QCOMPARE(html("<div>\n*a*\n</div>", options), "<div><p><em>a</em></p></div>");
    }

    void elementsAreTrees()
    {
        const QByteArray text = "<div class=\"a\"><p>b <i>c</i></p>\n  <!-- d --></div>\n\ne\n";
        const Node tree = read(text);
        QCOMPARE(bytes(text, at(tree, {0}).range), "<div class=\"a\"><p>b <i>c</i></p>\n  <!-- d --></div>");
        QCOMPARE(at(tree, {0}).info, "div");
        QCOMPARE(at(tree, {0}).attributes.front().value, "a");
        QCOMPARE(bytes(text, at(tree, {0, 0}).range), "<p>b <i>c</i></p>");
        QCOMPARE(bytes(text, at(tree, {0, 0, 1}).content), "c");
        QVERIFY(at(tree, {0}).children.back().kind == NodeKind::Comment);
    }

    void blocksHaveTheBytesOfTheirLines()
    {
        const QByteArray text = "# One #\r\n\r\nThree \r\nfour\r\n\r\n* a\r\n* b\r\n\r\n  c\r\n";
        const Node tree = read(text);
        QCOMPARE(bytes(text, at(tree, {0}).range), "# One #");
        QCOMPARE(bytes(text, at(tree, {0}).content), "One");
        QCOMPARE(bytes(text, at(tree, {1}).range), "Three \r\nfour");
        QCOMPARE(bytes(text, at(tree, {2, 0}).range), "* a");
        QCOMPARE(bytes(text, at(tree, {2, 1}).range), "* b\r\n\r\n  c");
        QCOMPARE(bytes(text, at(tree, {2, 1, 1}).range), "c");
    }

    void elementsThatNeverEndEndWithTheTextAroundThem()
    {
        for (const char *inside :
             {"<li>", "<div>a", "<script>", "<pre>x", "<div markdown='1'>\n> b", "<p markdown='1'>"}) {
            const QByteArray page = "> " + QByteArray(inside) + "\r\n";
            QCOMPARE(brokenTreeLaw(page, read(page)), QByteArray());
        }
    }

    void linesOfContainersMapToThePage()
    {
        const QByteArray text = "> - a *b\n>   c* [d](e)\n";
        const Node tree = read(text);
        const Node &paragraph = at(tree, {0, 0, 0, 0});
        QCOMPARE(shape(text, paragraph), "Paragraph('a ' Emphasis('b' Soft 'c') ' ' Link<e>('d'))");
        QCOMPARE(bytes(text, paragraph.children[1].range), "*b\n>   c*");
        QCOMPARE(bytes(text, paragraph.children[3].range), "[d](e)");
        QCOMPARE(bytes(text, paragraph.children[3].urlRange), "e");
    }

    void linksByReferenceHaveTheAddressOfTheirDefinition()
    {
        const QByteArray text = "---\nlayout: x\n---\n[words][a]\n\n> [a]: http://b.example\n";
        const auto page = Page::read({{QString(), text}}, {});
        QCOMPARE(bytes(text, page->tree().children[0].children[0].urlRange), "http://b.example");
    }

    void lawsHoldForRandomPages()
    {
        QVERIFY(rc::check([] {
            const QByteArray page = randomPage();
            const QByteArray broken = brokenTreeLaw(page, read(page));
            if (!broken.isEmpty())
                RC_FAIL(broken.toStdString());
        }));
    }

    void lawsHoldForRealPages()
    {
        if (!corpusFolder())
            QSKIP("No real pages: set VITRINE_CORPUS to their folder.");
        QCOMPARE(realPagesThatBreakATreeLaw(read), QByteArrayList());
    }

    /// Marks that a reader could try over and over.
    void hostileMarksTakeNoLongerThanAnyText_data()
    {
        QTest::addColumn<QByteArray>("unit");
        for (const char *unit :
             {"**a *b ",   "*a _b ",      "[",           "![",       "[a](",         "[a](b \"",
              "<b>",       "<a b=\"",     "<!--",        "`",        "``a` ",        "$$",
              "~~a ",      "{:",          "{::comment}", "> ",       "<div>",        "<div markdown=\"1\">\n",
              "***a** ",   "[^a",         "\\",          "&",        "**a *b** c* ", "[a *b](c) d* ",
              "```\n",     "$$\n",        "[a]: b\n",    "<p>",      "</p>",         "<p><b>",
              "_a ",       "~~a~~",       "{:.a}",       "*a*{:.b}", "*a*{:",        "[a][b] ",
              "![a](b) ",  "<!-- a --> ", "&amp;",       "-- ",      "\t",           "    a\n",
              "*[b]: a\n", "a ",          "<p>*a",       "_a*b_"})
            QTest::newRow(unit) << QByteArray(unit);
    }

    void hostileMarksTakeNoLongerThanAnyText()
    {
        QFETCH(QByteArray, unit);
        const qint64 normal = timeOf(ordinaryEntries(size)); // anew, as the load of the machine varies
        const qint64 time = timeOf(unit.repeated(static_cast<int>(size / unit.size())));
        QVERIFY2(time < 5 * normal, qPrintable(QStringLiteral("%1 ns a byte, but %2").arg(normal).arg(time)));
    }

    /// The smallest blocks there are: a tree of a node every other byte takes its time, but no more for more of them.
    void timeGrowsWithTheNumberOfBlocks_data()
    {
        QTest::addColumn<QByteArray>("unit");
        for (const char *unit :
             {"a|", "|a|b|\n", "a\n: b\n", "- ", "* ", "* a\n  ", "1. a\n   ", "[^a]: b\n", "> a\n", "{:\n", "\"'",
              "# a\n"})
            QTest::newRow(unit) << QByteArray(unit);
    }

    void timeGrowsWithTheNumberOfBlocks()
    {
        QFETCH(QByteArray, unit);
        const QByteArray small = unit.repeated(static_cast<int>(size / unit.size()));
        const QByteArray large = unit.repeated(static_cast<int>(4 * size / unit.size()));
        qint64 one = timeOf(small);
        qint64 four = timeOf(large);
        for (int again = 0; again < 5 && four >= 3 * std::max<qint64>(one, 1); ++again) {
            one = std::min(one, timeOf(small));
            four = std::min(four, timeOf(large));
        }
        // An optimised reader takes less than a nanosecond where nesting is cut short.
        QVERIFY2(
            four < 3 * std::max<qint64>(one, 1),
            qPrintable(QStringLiteral("%1 ns, then %2 ns a byte").arg(one).arg(four)));
    }

private:
    static constexpr int size = 50000;
};

QTEST_APPLESS_MAIN(TestKramdown)
#include "tst_Kramdown.moc"
