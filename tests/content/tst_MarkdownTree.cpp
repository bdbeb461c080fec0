// The tree that cmark-gfm's blocks and our own inlines make; kramdown's has its own tests.

#include "content/markdown/Reader.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/TreeLaws.h"

#include <QElapsedTimer>
#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;
using namespace vitrine::test;

namespace {

Node read(const QByteArray &text)
{
    return readMarkdown(text, {0, text.size()}, {.engine = Engine::Gfm});
}

/// Lines of what pages are made of, in any order.
QByteArray randomPage()
{
    static const std::vector<std::string> parts{
        "# News",
        "## A *b* #",
        "Title\n===",
        "* one",
        "- two",
        "  more",
        "1. first",
        "10) x",
        "> quote",
        "> > deep",
        "```",
        "~~~ c",
        "    code",
        "<div class='a'>",
        "</div>",
        "<!-- hid -->",
        "<!--",
        "-->",
        "| a | b |",
        "|---|:-:|",
        "[a]: http://b.c 'd'",
        "[a]",
        "***",
        "- - -",
        "",
        "",
        "\t- tab",
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
        "{{ a | b }}",
        "{% if x %}",
        "\xef\xbb\xbf",
        "\xff\xfe",
        "\r",
        "\"quoted\" -- 'it'",
        "Lin\\*, **Zhang\\***",
        "中文**字**。",
        "-",
        "1."};
    return gluedLines(parts);
}

} // namespace

class TestMarkdownTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocksHaveTheBytesOfTheirLines()
    {
        const QByteArray text = "# One #\n\nTwo\n---\n\nThree \nfour\n\n* a\n* b\n\n  c\n";
        const Node tree = read(text);
        QCOMPARE(tree.children.size(), 4u);
        QCOMPARE(bytes(text, at(tree, {0}).range), "# One #");
        QCOMPARE(bytes(text, at(tree, {0}).content), "One");
        QCOMPARE(bytes(text, at(tree, {1}).range), "Two\n---");
        QCOMPARE(at(tree, {1}).number, 2);
        QCOMPARE(bytes(text, at(tree, {2}).range), "Three \nfour");
        QCOMPARE(bytes(text, at(tree, {3, 0}).range), "* a");
        QCOMPARE(bytes(text, at(tree, {3, 1}).range), "* b\n\n  c");
        QCOMPARE(bytes(text, at(tree, {3, 1}).content), "b\n\n  c");
        QCOMPARE(at(tree, {3, 1}).marker, '*');
    }

    void lazyLinesBelongToTheirItem()
    {
        const QByteArray text = "* One and\nTwo\n* Three\n";
        const Node tree = read(text);
        QCOMPARE(bytes(text, at(tree, {0, 0}).range), "* One and\nTwo");
        QCOMPARE(shape(text, at(tree, {0, 0, 0})), "Paragraph('One and' Soft 'Two')");
    }

    void containersOnOneLineAreTakenOff()
    {
        const QByteArray text = "> - a\n>   b\n>\n>   c\n";
        const Node tree = read(text);
        QCOMPARE(shape(text, tree), "Document(Quote(List(Item(Paragraph('a' Soft 'b') Paragraph('c')))))");
        QCOMPARE(bytes(text, at(tree, {0, 0, 0}).range), "- a\n>   b\n>\n>   c");
    }

    void aCommentOfItsOwnIsAComment()
    {
        const QByteArray text = "<!-- # Contact\nOffice -->\n\n<!-- a --> b\n";
        const Node tree = read(text);
        QVERIFY(at(tree, {0}).kind == NodeKind::Comment);
        QCOMPARE(bytes(text, at(tree, {0}).content), " # Contact\nOffice ");
        QVERIFY(at(tree, {1}).kind == NodeKind::HtmlBlock);
    }

    void tablesHaveRowsAndCells()
    {
        const QByteArray text = "before\n| a | b |\n|---|:-:|\n| *c* | d\\|e |\n\nafter\n";
        const Node tree = read(text);
        QCOMPARE(
            shape(text, tree),
            "Document(Paragraph('before') Table(Row(Cell('a') Cell('b')) Row(Cell(Emphasis('c')) Cell('d' "
            "Escape='|' 'e'))) Paragraph('after'))");
        QCOMPARE(at(tree, {1, 1, 1}).info, "center");
        QCOMPARE(bytes(text, at(tree, {1}).range), "| a | b |\n|---|:-:|\n| *c* | d\\|e |");
    }

    void definitionsGiveReferencesTheirAddress()
    {
        const QByteArray text = "See [the *page*][Home].\n\n[home]: <https://a.example> 'Mine'\nMore\n";
        const Node tree = read(text);
        const Node &link = at(tree, {0, 1});
        QCOMPARE(link.url, "https://a.example");
        QCOMPARE(link.title, "Mine");
        QCOMPARE(bytes(text, link.range), "[the *page*][Home]");
        QCOMPARE(bytes(text, at(tree, {1}).range), "[home]: <https://a.example> 'Mine'");
        QCOMPARE(shape(text, at(tree, {2})), "Paragraph('More')");
    }

    void codeKeepsItsText()
    {
        const QByteArray text = "1. ```c++ x\n   a[1] & *b*\n     c\n   ```\n\n       in\n";
        const Node tree = read(text);
        QCOMPARE(at(tree, {0, 0, 0}).text, "a[1] & *b*\n  c\n");
        QCOMPARE(at(tree, {0, 0, 0}).info, "c++ x");
        QCOMPARE(bytes(text, at(tree, {0, 0, 0}).range), "```c++ x\n   a[1] & *b*\n     c\n   ```");
        QCOMPARE(at(tree, {0, 0, 1}).text, "in\n");
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
};

QTEST_APPLESS_MAIN(TestMarkdownTree)
#include "tst_MarkdownTree.moc"
