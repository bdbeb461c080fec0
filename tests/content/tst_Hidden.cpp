#include "content/page/Edits.h"
#include "tests/support/HidingCheck.h"
#include "tests/support/KramdownHtml.h"
#include "tests/support/PageFixtures.h"

#include <QTest>

#include <rapidcheck.h>

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
        const auto page = readPage("# News\n- a\n<!-- - b -->\n- c\n\n<!-- - d\n- e -->\n");
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
        row("section with a hidden entry", "# A\n- a\n<!-- - b -->\n- c\n\n# B\n", "a",
            "<!-- # A\n- a\n-->\n<!-- - b -->\n<!--\n- c -->\n\n# B\n");
        row("section with several", "# A\n- a\n<!-- - b -->\n\n<!-- - c -->\n- d\n<!-- - e -->\n", "a",
            "<!-- # A\n- a\n-->\n<!-- - b -->\n\n<!-- - c -->\n<!--\n- d\n-->\n<!-- - e -->\n");
        row("section with a note at a line", "# A\n- a <!-- n -->\n- c\n", "a",
            "<!-- # A\n- a -->\n<!-- n -->\n<!--\n- c -->\n");
        row("section with a hidden part", "# A\n- a\n\n<!-- ## Old\n- b -->\n\n## New\n- c\n", "a",
            "<!-- # A\n- a\n\n-->\n<!-- ## Old\n- b -->\n<!--\n\n## New\n- c -->\n");
        row("comment inside an entry", "# A\n\n<div class='paper-box'>\n\nx\n<!-- y\n\nz -->\nv\n</div>\n", "a",
            "<!-- # A\n\n<div class='paper-box'>\n\nx\n-->\n<!-- y\n\nz -->\n<!--\nv\n</div> -->\n");
        row("section with its frame",
            "# A\n\n<div class='en' markdown='1'>\n\n# B\n- b\n\n</div>\n\n<div markdown='1'>\n\n# C\n\n</div>\n", "b",
            "# A\n\n<!-- <div class='en' markdown='1'>\n\n# B\n- b\n\n</div> -->\n\n<div markdown='1'>\n\n# "
            "C\n\n</div>\n");
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
        QTest::newRow("frame") << QByteArray("<div markdown=\"1\">\n\n# P\n- a\n\n</div>\n\ntext\n") << QByteArray("p");
        QTest::newRow("arrow") << QByteArray("# P\n- a --> b\n") << QByteArray("p");
        QTest::newRow("text behind a comment") << QByteArray("# P\n- a <!-- b --> c\n") << QByteArray("p");
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

    void whatWasHiddenBeforeItsSectionStaysHiddenBehindIt()
    {
        const QByteArray page = "# A\n- a\n<!-- - b -->\n- c\n";
        const auto back = readPage(shown(hidden(page, "a"), "a"));
        QVERIFY(back->section(0).entries[1].hidden && !back->section(0).entries[2].hidden);
        // Another owner's comments in a row are no pieces of one section.
        const QByteArray two = "<!-- # Old\n- a -->\n\n<!--\n# Older\n- b -->\n";
        QCOMPARE(shown(two, "old"), QByteArray("# Old\n- a\n\n<!--\n# Older\n- b -->\n"));
    }

    void whatAnOwnerHidByHandIsHiddenAndComesBack()
    {
        QVERIFY(rc::check([] {
            const QByteArray end = *rc::gen::element(QByteArray("\n"), QByteArray("\r\n"));
            const QByteArray marker = *rc::gen::element(QByteArray("- "), QByteArray("* "), QByteArray("+ "));
            const int sections = *rc::gen::inRange(1, 4);
            const int hiddenSection = *rc::gen::inRange(0, sections);
            const int entries = *rc::gen::inRange(1, 5);
            const int hiddenEntry = *rc::gen::inRange(-1, entries); // -1: the section as a whole
            QByteArray plain, marked;
            for (int s = 0; s < sections; ++s) {
                const bool whole = s == hiddenSection && hiddenEntry < 0;
                const QByteArray heading = "# Talks " + QByteArray::number(s) + end;
                plain += heading;
                marked += (whole ? "<!-- " : "") + heading;
                for (int e = 0; e < entries; ++e) {
                    const QByteArray line = marker + "Talk " + QByteArray::number(e) + " on *tides*, 2021";
                    const bool one = s == hiddenSection && e == hiddenEntry;
                    const bool last = whole && e + 1 == entries;
                    plain += line + end;
                    marked += (one ? "<!-- " : "") + line + (one || last ? " -->" : "") + end;
                }
                plain += end;
                marked += end;
            }
            const auto page = readPage(marked);
            RC_ASSERT(page->outline().sections.size() == size_t(sections));
            const Section &section = page->section(hiddenSection);
            RC_ASSERT(section.hidden == (hiddenEntry < 0));
            for (int e = 0; e < entries; ++e)
                RC_ASSERT(section.entries[static_cast<size_t>(e)].hidden == (hiddenEntry < 0 || e == hiddenEntry));
            const Result<PageChange> back = hiddenEntry < 0 ? unhideSection(*page, hiddenSection)
                                                            : unhideEntry(*page, {hiddenSection, hiddenEntry});
            RC_ASSERT(back.ok());
            RC_ASSERT(back->after->bytes() == plain);
        }));
    }

    void aRefusalNamesTheWayOut()
    {
        const QByteArray said = hidden("# P\n- first\n- One arrow --> two\n", "p");
        QVERIFY2(said.contains("\u201cOne arrow --> two\u201d"), said.constData());
    }

    void textBesideTheEntriesOfASectionIsHiddenWithThem()
    {
        const QByteArray page = "# Talks\n\n- One talk, *Nordic School*, 2021\n- Two talks, *Nordic School*, 2020\n\n"
                                "[All of them](/talks/)\n\n# Awards\n\n- First prize, 2020\n";
        const QByteArray after = hidden(page, "talks");
        QVERIFY2(after.startsWith("<!-- # Talks\n"), after.constData());
        const Section &section = readPage(after)->section(0);
        QCOMPARE(section.entries.size(), size_t(2));
        QCOMPARE(section.blocks.size(), size_t(1));
        QCOMPARE(shown(after, "talks"), page);
    }

    void hidingASectionWithAnyCommentsGivesTheSameBytesBack()
    {
        QVERIFY(rc::check([] {
            static const std::vector<std::string> lines{"- a",
                                                        "- b",
                                                        "  more",
                                                        "<!-- - c -->",
                                                        "<!--\n- d\n\ntext\n-->",
                                                        "text",
                                                        "",
                                                        "- e <!-- n -->",
                                                        "## Sub",
                                                        "<div>",
                                                        "</div>",
                                                        "<!-- ## Old\n- o -->",
                                                        "> q <!-- z --> r",
                                                        "`<!--`",
                                                        "-->"};
            QByteArray bytes = "# News\n";
            for (const std::string &line : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(lines)))
                bytes += QByteArray::fromStdString(line) + '\n';
            bytes += "\n# Next\n- z\n";
            const auto page = readPage(bytes);
            const Result<PageChange> change = hideSection(*page, 0);
            if (!change)
                return;
            RC_ASSERT(change->after->section(0).hidden);
            const Result<PageChange> back = unhideSection(*change->after, 0);
            RC_ASSERT(back.ok());
            RC_ASSERT(back->after->bytes() == bytes);
        }));
    }

    void sitesShowNothingOfASectionHiddenInPieces()
    {
        const QByteArrayList pages{
            "# XX\n- XX\n<!-- - b -->\n- XX\n\n  XX\n\n# B\n- b\n",
            "# B\n- b\n\n## XX\nXX <!-- n -->\n\nXX\n<!--\nold\n\nolder\n-->\n\n    XX\n\n## C\nc\n",
            "# XX\n\n<div class='paper-box' markdown='1'>\n\nXX\n<!-- y\n\nz -->\nXX\n</div>\n\n# B\nb\n",
            "# B\n\n<div class='en' markdown='1'>\n\n# XX\n- XX\n  <!-- - i -->\n- XX\n\n</div>\n\n# C\nc\n"};
        std::vector<test::HidingCase> cases;
        for (const QByteArray &bytes : pages) {
            const auto page = readPage(bytes);
            const Result<PageChange> change = hideSection(
                *page,
                *page->findSection(
                    bytes.startsWith("# XX")      ? "xx"
                        : bytes.contains("## XX") ? "b/xx"
                                                  : "xx"));
            QVERIFY2(change.ok(), bytes.constData());
            cases.push_back({bytes, bytes, change->after->bytes(), {}});
        }
        for (const auto &render : {test::Renderer(test::kramdownHtml), test::Renderer(test::cmarkHtml)}) {
            const std::optional<QByteArrayList> bad = test::badCases(cases, render);
            if (!bad)
                QSKIP("Install Ruby's kramdown and kramdown-parser-gfm to compare with what sites show.");
            QCOMPARE(*bad, QByteArrayList());
            QByteArrayList after;
            for (const test::HidingCase &one : cases)
                after += one.after;
            const std::optional<QByteArrayList> htmls = render(after);
            for (QByteArray html : *htmls) {
                for (qsizetype open = html.indexOf("<!--"); open >= 0; open = html.indexOf("<!--"))
                    html.remove(open, html.indexOf("-->", open) + 3 - open);
                QVERIFY2(!html.contains("XX") && !html.contains("--"), html.constData());
            }
        }
    }

    void hiddenTextBesideWhatIsShownStaysHiddenText()
    {
        QCOMPARE(
            shown("# A\n- a\n\n<!--\nSome words.\n\nMore words.\n\n# Old\n- b\n-->\n", "old"),
            QByteArray("# A\n- a\n\n<!--\nSome words.\n\nMore words.\n-->\n\n# Old\n- b\n"));
    }

    void blanksInsideTheMarksDoNoHarm()
    {
        QCOMPARE(shown("# A\n- a\n\n<!--     # Old     -->\n\n# B\n", "old"), QByteArray("# A\n- a\n\n# Old\n\n# B\n"));
        QCOMPARE(
            shown("# A\n- a\n\n<!--\n- b \n- c \n- d \n-->\n", "a/3"),
            QByteArray("# A\n- a\n\n<!--\n- b  -->\n- c \n<!-- - d \n-->\n"));
    }

    void textThatIsShownJoinsTheTextBesideIt()
    {
        const auto page = readPage("# About\n\nOne.\n\n<!--\nTwo.\n-->\n\nThree.\n\n<!--\nFour.\n-->\n");
        QCOMPARE(page->section(0).entries.size(), size_t(4));
        const Result<PageChange> change = unhideEntry(*page, {0, 1});
        QVERIFY(change.ok());
        QCOMPARE(change->after->bytes(), QByteArray("# About\n\nOne.\n\nTwo.\n\nThree.\n\n<!--\nFour.\n-->\n"));
        QCOMPARE(change->after->section(0).entries.size(), size_t(2));
        QVERIFY(change->subject == change->after->expansion().toSource(change->after->section(0).entries[0].range));
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
