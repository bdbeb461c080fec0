#include "content/page/Edits.h"
#include "tests/support/KramdownHtml.h"
#include "tests/support/PageFixtures.h"

#include <QTest>

using namespace vitrine;
using vitrine::test::readPage;

namespace {

/// The page after hiding or showing the entry or section with this id; what was said instead when it was refused.
template<typename EntryEdit, typename SectionEdit>
QByteArray after(const QByteArray &bytes, const QByteArray &id, EntryEdit &&entryEdit, SectionEdit &&sectionEdit)
{
    const auto page = readPage(bytes);
    const std::optional<EntryRef> entry = page->findEntry(id);
    const std::optional<int> section = page->findSection(id);
    if (!entry && !section)
        return "nothing is called " + id;
    const Result<PageChange> change = entry ? entryEdit(*page, *entry) : sectionEdit(*page, *section);
    return change ? change->after->bytes() : change.error().sentence.toUtf8();
}

QByteArray hidden(const QByteArray &bytes, const QByteArray &id)
{
    return after(bytes, id, hideEntry, hideSection);
}

QByteArray shown(const QByteArray &bytes, const QByteArray &id)
{
    return after(bytes, id, unhideEntry, unhideSection);
}

} // namespace

class TestHidden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commentsWithEntriesAreHiddenEntries()
    {
        const auto page = readPage("# News\n- a\n<!-- - b -->\n- c\n<!-- - d\n- e -->\n");
        const std::vector<Entry> &entries = page->section(0).entries;
        QCOMPARE(entries.size(), size_t(5));
        QVERIFY(entries[1].hidden && entries[3].hidden && entries[4].hidden && !entries[2].hidden);
        QCOMPARE(page->text(entries[1].range), QByteArray("- b"));
        QCOMPARE(page->text(entries[1].outerRange), QByteArray("<!-- - b -->"));
        QCOMPARE(entries[3].outerRange, entries[3].range);
    }

    void commentsWithHeadingsAreHiddenSections()
    {
        const auto page = readPage("# About\nHi\n\n<!-- # Contact\nRoom 1 -->\n\n<!-- # Service -->\n\n# News\n- a\n");
        QCOMPARE(page->outline().sections.size(), size_t(4));
        const Section &contact = page->section(1);
        QVERIFY(contact.hidden);
        QCOMPARE(contact.id, QByteArray("contact"));
        QCOMPARE(contact.entries.size(), size_t(1));
        QCOMPARE(page->text(contact.entries[0].range), QByteArray("Room 1"));
        QVERIFY(page->section(2).hidden);
        QVERIFY(page->section(2).entries.empty());
        QVERIFY(!page->section(3).hidden);
    }

    void otherCommentsAreBlocks()
    {
        const auto page =
            readPage("# News\n- a\n\n<!-- remember the milk -->\n\n<!------ Papers ------>\n\n<!-- ## Old -->\n- b\n");
        QCOMPARE(page->outline().sections.size(), size_t(1));
        QCOMPARE(page->section(0).blocks.size(), size_t(3));
        QCOMPARE(page->section(0).blocks[0].type, Block::Type::Comment);
        QCOMPARE(page->section(0).entries.size(), size_t(2));
    }

    void hidingPutsOnlyMarks_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *page, const char *id, const char *expected) {
            QTest::newRow(name) << QByteArray(page) << QByteArray(id) << QByteArray(expected);
        };
        row("first", "# News\n- a\n- b\n", "news/1", "# News\n<!-- - a -->\n- b\n");
        row("middle", "# News\n- a\n- b\n- c\n", "news/2", "# News\n- a\n<!-- - b -->\n- c\n");
        row("wrapped", "# News\n- a\n- b\nlazy\n", "news/2", "# News\n- a\n<!-- - b\nlazy -->\n");
        row("trailing blanks", "# News\n- a  \n- b\n", "news/1", "# News\n<!-- - a   -->\n- b\n");
        row("loose list", "# P\n\n- a\n\n- b\n\n  more\n\n- c\n", "p/2",
            "# P\n\n- a\n\n  <!-- - b\n\n  more -->\n\n- c\n");
        row("numbered", "# P\n1. a\n2. b\n", "p/2", "# P\n1. a\n<!-- 2. b -->\n");
        row("text", "# About\n\nHi.\n\nHo.\n", "about/1", "# About\n\n<!--\nHi.\n\nHo.\n-->\n");
        row("CRLF", "# About\r\n\r\nHi.\r\n", "about/1", "# About\r\n\r\n<!--\r\nHi.\r\n-->\r\n");
        row("box", "# P\n\n<div class='paper-box'>\n\nx\n\n</div>\n", "p/1",
            "# P\n\n<!-- <div class='paper-box'>\n\nx\n\n</div> -->\n");
        row("section", "# A\n- a\n\n# B\n- b\n\n# C\n", "b", "# A\n- a\n\n<!-- # B\n- b -->\n\n# C\n");
        row("section with anchor", "# A\n\n<span class='anchor' id='b'></span>\n\n# B\n- b\n", "b",
            "# A\n\n<!-- <span class='anchor' id='b'></span>\n\n# B\n- b -->\n");
    }
    void hidingPutsOnlyMarks()
    {
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, expected);
        QCOMPARE(hidden(page, id), expected);
        QCOMPARE(shown(expected, id), page);
    }

    void whatWouldStillShowIsRefused_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("nested list") << QByteArray("# P\n- a\n- b\n  - nested\n- c\n") << QByteArray("p/2");
        QTest::newRow("blank line") << QByteArray("# P\n- a\n- b\n\n  more\n") << QByteArray("p/2");
        QTest::newRow("comment inside") << QByteArray("# P\n- a\n- b <!-- c -->\n") << QByteArray("p/2");
        QTest::newRow("open code") << QByteArray("# P\n- a ` b\n- c ` d\n") << QByteArray("p/2");
        QTest::newRow("last paragraph of a loose list") << QByteArray("# P\n\n- a\n\n- b\n") << QByteArray("p/1");
        QTest::newRow("frame") << QByteArray("<div>\n\n# P\n- a\n\n</div>\n") << QByteArray("p");
        QTest::newRow("section with comment") << QByteArray("# P\n- a\n<!-- - b -->\n") << QByteArray("p");
    }
    void whatWouldStillShowIsRefused()
    {
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, id);
        const auto read = readPage(page);
        const std::optional<EntryRef> entry = read->findEntry(id);
        const Result<PageChange> change = entry ? hideEntry(*read, *entry) : hideSection(*read, *read->findSection(id));
        QVERIFY(!change.ok());
        QCOMPARE(change.error().kind, ErrorKind::Refused);
        QVERIFY(change.error().sentence.endsWith(QLatin1Char('.')));
    }

    void oneOfSeveralIsShownAgain()
    {
        const QByteArray page = "# News\n<!-- - a\n- b\n- c -->\n- d\n";
        QCOMPARE(shown(page, "news/1"), QByteArray("# News\n- a\n<!-- - b -->\n<!-- - c -->\n- d\n"));
        QCOMPARE(shown("# News\n<!-- - a\n- b -->\n", "news/2"), QByteArray("# News\n<!-- - a -->\n- b\n"));
    }

    void anEntryOfAHiddenSectionNamesTheSection()
    {
        QVERIFY(shown("<!-- # Old\n- a -->\n", "old/1").contains("\u201cOld\u201d"));
    }

    void kramdownShowsNothingOfWhatIsHidden()
    {
        const QByteArrayList pages{
            "# P\n- a\n- XX\n- c\n",
            "# P\n- XX\n- b\n",
            "# P\n\n- a\n\n- XX\n\n  XX\n\n- c\n",
            "# P\n1. a\n2. XX\n3. c\n",
            "# P\n- a\n- XX\nXX\n- c\n",
            "# P\n\n- XX\n  - XX\n\n    XX\n- b\n",
            "# P\ntext\n- XX\n- b\n",
            "# P\n\nXX\n\nXX\n\n## Q\n",
            "# P\n\n<div class='paper-box'>\n\nXX\n</div>\n\nb\n",
            "# P\n\n* XX\n* b\n\n# Q\n- c\n",
        };
        QByteArrayList changed;
        for (const QByteArray &bytes : pages) {
            const auto page = readPage(bytes);
            for (int s = 0; s < static_cast<int>(page->outline().sections.size()); ++s) {
                for (int e = 0; e < static_cast<int>(page->section(s).entries.size()); ++e) {
                    const EntryRef ref{s, e};
                    if (!page->text(page->entry(ref).range).contains("XX"))
                        continue;
                    const Result<PageChange> change = hideEntry(*page, ref);
                    if (change)
                        changed += change->after->bytes();
                }
            }
        }
        QCOMPARE(changed.size(), pages.size());
        const std::optional<QByteArrayList> htmls = test::kramdownHtml(changed);
        if (!htmls)
            QSKIP("Install Ruby's kramdown and kramdown-parser-gfm to compare with what sites show.");
        for (QByteArray html : *htmls) {
            for (qsizetype open = html.indexOf("<!--"); open >= 0; open = html.indexOf("<!--"))
                html.remove(open, html.indexOf("-->", open) + 3 - open);
            QVERIFY2(!html.contains("XX") && !html.contains("--"), html.constData());
        }
    }
};

QTEST_APPLESS_MAIN(TestHidden)
#include "tst_Hidden.moc"
