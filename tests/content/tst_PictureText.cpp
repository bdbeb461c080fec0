#include "content/page/writing/PictureText.h"
#include "tests/support/PageFixtures.h"

#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

namespace {

/// A paper box of AcadHomepage with this picture.
QByteArray boxWith(const QByteArray &picture)
{
    return "# 📝 Publications\n"
           "\n"
           "<div class='paper-box'><div class='paper-box-image'><div><div class=\"badge\">TIDE 2024</div>"
        + picture
        + "</div></div>\n"
          "<div class='paper-box-text' markdown=\"1\">\n"
          "\n"
          "[Lattice Walks on Wet Rocks](https://papers.example.org/walks.pdf)\n"
          "\n"
          "**Ida Falk**, Jun Beltrane, Wen Catalano\n"
          "\n"
          "[**Project**](https://falk.example.org/walks)\n"
          "</div>\n"
          "</div>\n";
}

EntryRef firstPicture(const Page &page)
{
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        for (int e = 0; e < static_cast<int>(page.section(s).entries.size()); ++e) {
            if (page.entry({s, e}).field(FieldId::Image))
                return {s, e};
        }
    }
    return {-1, -1};
}

} // namespace

/// The words of an entry's picture: where they stand and how they are set.
class TestPictureText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreReadAndSet_data()
    {
        QTest::addColumn<QByteArray>("picture");
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *name, const char *picture, const char *says, const char *asked,
                            const char *written) {
            QTest::newRow(name) << QByteArray(picture) << QByteArray(says) << QByteArray(asked) << QByteArray(written);
        };
        row("alt", "<img src='images/walks.png' alt=\"sym\" width=\"100%\">", "sym", "Two curves",
            "<img src='images/walks.png' alt=\"Two curves\" width=\"100%\">");
        row("alt before the address", "<img alt='sym' src='images/walks.png'>", "sym", "It’s a “graph” & more",
            "<img alt='It’s a “graph” & more' src='images/walks.png'>");
        row("no alt", "<img src='images/walks.png' width=\"100%\">", "", "Two curves",
            "<img src='images/walks.png' alt=\"Two curves\" width=\"100%\">");
        row("alt without quotes", "<img src='images/walks.png' alt=sym>", "sym", "Two curves",
            "<img src='images/walks.png' alt=\"Two curves\">");
        row("quotes", "<img src='images/walks.png' alt=\"sym\">", "sym", "a \"b\" 'c' <d>", nullptr);
        row("emptied", "<img src='images/walks.png' alt=\"sym\">", "sym", "", "<img src='images/walks.png' alt=\"\">");
        row("braces", "<img src='images/walks.png' alt=\"sym\">", "sym", "set {{x}}", nullptr);
    }

    void wordsAreReadAndSet()
    {
        QFETCH(QByteArray, picture);
        QFETCH(QByteArray, says);
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, written);
        const QByteArray before = boxWith(picture);
        const auto page = Page::read({{QStringLiteral("about.md"), before}}, {});
        const EntryRef entry = firstPicture(*page);
        QVERIFY(entry.section >= 0);
        QCOMPARE(pictureText(*page, entry).value_or("none"), says);
        // GetPut
        const auto same = setPictureText(*page, entry, says);
        QVERIFY(same.ok());
        QVERIFY(same->edit.isEmpty());
        // PutGet, and locality
        const auto change = setPictureText(*page, entry, asked);
        QVERIFY2(change.ok(), change.ok() ? "" : qPrintable(change.error().sentence));
        QCOMPARE(pictureText(*change->after, entry).value_or("none"), asked);
        const QByteArray after = change->after->bytes();
        if (!written.isNull())
            QCOMPARE(after, boxWith(written));
        const qsizetype at = before.indexOf(picture);
        QCOMPARE(after.first(at), before.first(at));
        QVERIFY(after.endsWith(before.sliced(at + picture.size())));
    }

    void wordsOfAMarkdownPicture()
    {
        const QByteArray before = boxWith("x")
                                      .replace("x</div></div>", "</div></div>")
                                      .replace("[Lattice Walks", "![two curves](images/walks.png)\n\n[Lattice Walks");
        const auto page = Page::read({{QStringLiteral("about.md"), before}}, {});
        const EntryRef entry = firstPicture(*page);
        QVERIFY(entry.section >= 0);
        QCOMPARE(pictureText(*page, entry).value_or("none"), QByteArray("two curves"));
        const auto change = setPictureText(*page, entry, "[1] a * b");
        QVERIFY(change.ok());
        QCOMPARE(pictureText(*change->after, entry).value_or("none"), QByteArray("[1] a * b"));
    }

    void aPathMayEndWithAFullStop()
    {
        const QByteArray before = boxWith("<img src='images/walks.png' alt=\"sym\">");
        const auto page = Page::read({{QStringLiteral("about.md"), before}}, {});
        const EntryRef entry = firstPicture(*page);
        const auto half = setFields(*page, entry, {{FieldId::Image, Value(QByteArray("images/tide."))}});
        QVERIFY(half.ok());
        QCOMPARE(half->after->entry(entry).field(FieldId::Image)->value.text(), QByteArray("images/tide."));
        const auto whole = setFields(*half->after, entry, {{FieldId::Image, Value(QByteArray("images/tide.png"))}});
        QVERIFY(whole.ok());
        QCOMPARE(whole->after->bytes(), boxWith("<img src='images/tide.png' alt=\"sym\">"));
    }

    void anEntryWithoutPictureHasNone()
    {
        const auto page = Page::read({{QStringLiteral("about.md"), "# News\n* 08/2023: I moved.\n"}}, {});
        QVERIFY(!pictureText(*page, {0, 0}));
        QVERIFY(!setPictureText(*page, {0, 0}, "words").ok());
        QVERIFY(!setPictureText(*page, {3, 9}, "words").ok());
    }
};

QTEST_APPLESS_MAIN(TestPictureText)

#include "tst_PictureText.moc"
