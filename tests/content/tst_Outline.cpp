#include "tests/support/PageFixtures.h"

#include <QTest>

using namespace vitrine;
using vitrine::test::readPage;

namespace {

QByteArray idsOf(const Page &page)
{
    QByteArrayList ids;
    for (const Section &section : page.outline().sections)
        ids += section.id;
    return ids.join(' ');
}

QByteArrayList entriesOf(const Page &page, const QByteArray &id)
{
    QByteArrayList entries;
    const std::optional<int> section = page.findSection(id);
    if (!section)
        return {"no section " + id};
    for (const Entry &entry : page.section(*section).entries)
        entries += page.text(entry.range);
    return entries;
}

QByteArray kindOf(const Page &page, const QByteArray &id)
{
    const std::optional<int> section = page.findSection(id);
    return section ? schemaOf(page.section(*section).kind).name : "none";
}

} // namespace

class TestOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sectionsNestByTheLevelOfTheirHeadings()
    {
        const auto page = readPage("# News\n- a\n\n# Papers\n## Journal\n- b\n## Talks given\n- c\n# End\n");
        QCOMPARE(idsOf(*page), QByteArray("news papers papers/journal papers/talks-given end"));
        QCOMPARE(page->section(1).range, (ByteRange{12, 55}));
        QCOMPARE(page->section(2).parent, 1);
        QCOMPARE(kindOf(*page, "papers/talks-given"), QByteArray("publication"));
    }

    void whatATemplateSaysBelowThePapersIsNoPaper()
    {
        const auto page =
            readPage("# Papers\n- Ada King, “Walks”, COP, 2021.\n\n## Create content & metadata\nFor site "
                     "content, write files.\n\n# Hiring interns!\nWrite to me.\n\n# What I work on\n- "
                     "**Walks**\n- **Paths**\n");
        QCOMPARE(page->section(1).kind, Kind::Other);
        QCOMPARE(page->section(2).kind, Kind::Other);
        QCOMPARE(page->section(3).kind, Kind::About);
    }

    void repeatedTitlesAreNumbered()
    {
        QCOMPARE(idsOf(*readPage("# A\n# A\n# A!\n# 🎉\n")), QByteArray("a a-2 a-3 section"));
        QCOMPARE(idsOf(*readPage("# A\n# A 2\n# A\n")), QByteArray("a a-2 a-3"));
    }

    void whatStandsBeforeTheFirstHeadingIsTheTop()
    {
        const auto page = readPage("---\ntitle: x\n---\nHello, I am Ada.\n\nI study lattices.\n\n# News\n- a\n");
        QCOMPARE(idsOf(*page), QByteArray("top news"));
        QCOMPARE(entriesOf(*page, "top"), QByteArrayList{"Hello, I am Ada.\n\nI study lattices."});
    }

    void titlesAreReadWithoutEmojiAndMarkup_data()
    {
        QTest::addColumn<QByteArray>("heading");
        QTest::addColumn<QByteArray>("title");
        QTest::addColumn<QByteArray>("emoji");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *heading, const char *title, const char *emoji, const char *written) {
            QTest::newRow(heading) << QByteArray(heading) << QByteArray(title) << QByteArray(emoji)
                                   << QByteArray(written);
        };
        row("# News", "News", "", "News");
        row("# 🔥 News ", "News", "🔥", "News");
        row("## **Papers**", "Papers", "", "Papers");
        row("### [Talks](x.html)", "Talks", "", "Talks");
        row("# Papers ([Scholar](x))", "Papers", "", "Papers");
        row("# <i class=\"fa\"></i> Talks", "Talks", "", "Talks");
        row("# Honours & *Awards* ##", "Honours & Awards", "", "Honours & *Awards*");
        row("Teaching\n--------", "Teaching", "", "Teaching");
        row("<h2 id=\"x\">💻 Code</h2>", "Code", "💻", "Code");
        row("# 📝 论文 Papers", "论文 Papers", "📝", "论文 Papers");
        row("# 🎖️ Honours", "Honours", "🎖️", "Honours");
    }
    void titlesAreReadWithoutEmojiAndMarkup()
    {
        QFETCH(QByteArray, heading);
        QFETCH(QByteArray, title);
        QFETCH(QByteArray, emoji);
        QFETCH(QByteArray, written);
        const auto page = readPage(heading + "\n\n- a\n");
        QCOMPARE(page->outline().sections.size(), size_t(1));
        const Section &section = page->section(0);
        QCOMPARE(section.title, title);
        QCOMPARE(section.emoji, emoji);
        QCOMPARE(page->text(section.titleRange), written);
    }

    void anchorsBelongToTheHeadingThatFollows()
    {
        const auto page = readPage("# A\n- a\n<span class='anchor' id='b'></span>\n\n# B\n- b\n");
        QCOMPARE(entriesOf(*page, "a"), QByteArrayList{"- a"});
        QCOMPARE(page->section(1).range.begin, 8);
        QCOMPARE(page->section(0).range.end, 8);
    }

    void entriesEndWithTheirLastLine()
    {
        const auto page = readPage("# News\n- a  \n- b\nlazy\n  - nested\n\n  more\n\n- c\n");
        QCOMPARE(entriesOf(*page, "news"), (QByteArrayList{"- a  ", "- b\nlazy\n  - nested\n\n  more", "- c"}));
    }

    void boxesAndBulletsMixInOneSection()
    {
        const QByteArray box = "<div class='paper-box'><div>x</div>\n<div markdown=\"1\">\n\n**T**\n\n</div>\n</div>";
        const auto page = readPage("# Papers\n\n" + box + "\n\n- b\n");
        QCOMPARE(entriesOf(*page, "papers"), (QByteArrayList{box, "- b"}));
        QCOMPARE(page->section(0).entries[0].container, Container::Box);
        QCOMPARE(page->section(0).entries[1].container, Container::List);
    }

    void papersUnderTheirOwnHeadingsAreEntries()
    {
        const auto page =
            readPage("# Papers\n\n### Walking on Lattices of Long Names\n\nA. Ada, B. Byron\n\n[PDF](x)\n\n"
                     "### Sorting Words by Their Sound\n\nB. Byron\n\n---\n\n# Talks\n- t\n");
        QCOMPARE(idsOf(*page), QByteArray("papers talks"));
        QCOMPARE(
            entriesOf(*page, "papers"),
            (QByteArrayList{
                "### Walking on Lattices of Long Names\n\nA. Ada, B. Byron\n\n[PDF](x)",
                "### Sorting Words by Their Sound\n\nB. Byron"}));
        QCOMPARE(page->section(0).entries[0].container, Container::Heading);
        QCOMPARE(page->section(0).blocks.size(), size_t(1));
    }

    void aShortTitleAmongOthersIsAnEntryAsTheyAre()
    {
        const auto page =
            readPage("# Papers\n\n### Walking on Lattices of Long Names\n\nA. Ada, B. Byron\n\n"
                     "### Odd Words\n\nA. Ada, B. Byron\n\n### Sorting Words by Their Sound\n\nB. Byron\n");
        QCOMPARE(idsOf(*page), QByteArray("papers"));
        QCOMPARE(entriesOf(*page, "papers").size(), 3);
    }

    void topicsAndYearsStaySections()
    {
        const auto page = readPage("# Papers\n\n## 2024\n- a\n\n## Lattices\n- b\n\n## Journal Publications\n- c\n");
        QCOMPARE(idsOf(*page), QByteArray("papers papers/2024 papers/lattices papers/journal-publications"));
    }

    void boldLinesThatGroupEntriesAreHeadings()
    {
        const auto page = readPage("# Papers\n\n**2024**\n- a\n\n**Walks**\n\n# Service\n**Reviewer**:\n- b\n");
        QCOMPARE(idsOf(*page), QByteArray("papers papers/2024 service service/reviewer"));
    }

    void aHeadingThatAnEmptyItemSwallowsIsAHeading()
    {
        // kramdown reads the lines behind "- " as the item's.
        const auto page = readPage("# Patents\n- a\n- \n<span class='anchor' id='t'></span>\n# Talks\n- b\n");
        QCOMPARE(idsOf(*page), QByteArray("patents talks"));
        QCOMPARE(entriesOf(*page, "patents"), (QByteArrayList{"- a", "- "}));
        QCOMPARE(entriesOf(*page, "talks"), QByteArrayList{"- b"});
        QVERIFY(page->text(page->section(1).range).startsWith("<span"));
        QCOMPARE(idsOf(*readPage("# A\n- # B\n  c\n")), QByteArray("a"));
    }

    void aLineWithABarIsNoTableToItsOwner()
    {
        // kramdown makes a table of it; one that is meant has a head or starts with a bar.
        const auto page =
            readPage("# About\nHello.\n\nMail: a@b.example | Phone: 1\n\n| a | b |\n|---|---|\n| c | d |\n");
        QCOMPARE(entriesOf(*page, "about"), QByteArrayList{"Hello.\n\nMail: a@b.example | Phone: 1"});
        QCOMPARE(page->section(0).blocks.size(), size_t(1));
        QVERIFY(page->section(0).blocks[0].type == Block::Type::Table);
    }

    void textInsideAnElementIsText()
    {
        const auto page =
            readPage("# About\n<div class='zh'>\n\nHello, <b>I</b> am\nAda.\n\n<!-- note -->\nMore.<br>\n</div>\n"
                     "<div>\n  <div>2020 - 2021</div>\n</div>\n\n<a href='/zh/'>\n<button>Read this</button>\n</a>\n");
        QCOMPARE(entriesOf(*page, "about"), QByteArrayList{"Hello, <b>I</b> am\nAda."});
        QCOMPARE(
            entriesOf(*readPage("# About\n<font color='red'>I look for a job.</font>\n"), "about"),
            QByteArrayList{"<font color='red'>I look for a job.</font>"});
    }

    void itemsOfHtmlAreEntriesHoweverTheyAreIndented()
    {
        const auto page = readPage("# News\n<ul>\n\n    <li>2020: a</li>\n\n    <li>2021: b</li>\n</ul>\n");
        QCOMPARE(entriesOf(*page, "news"), (QByteArrayList{"<li>2020: a</li>", "<li>2021: b</li>"}));
    }

    void aCommentBehindAnEntryIsNoneOfIt()
    {
        const auto page = readPage("# News\n- a\n<!-- note -->\n- b\n  <!-- mine -->\n\nText\n<!-- c -->\n");
        QCOMPARE(entriesOf(*page, "news"), (QByteArrayList{"- a", "- b\n  <!-- mine -->"}));
        QCOMPARE(entriesOf(*readPage("# Papers\nText\n<!-- c -->\nmore\n"), "papers").size(), 1);
    }

    void paragraphsOfHtmlAreTextsOfTheirOwn()
    {
        const auto page = readPage("# About\n<div>\n<p>One</p>\n<p class='x'>Two</p>\n</div>\n");
        const std::vector<Entry> &entries = page->section(0).entries;
        QCOMPARE(entries.size(), size_t(2));
        QCOMPARE(page->text(entries[1].range), QByteArray("<p class='x'>Two</p>"));
        QCOMPARE(page->text(*entries[1].field(FieldId::Text)->range), QByteArray("Two"));
    }

    void aHeadingBesideOtherElementsOfItsLineIsFound()
    {
        QCOMPARE(idsOf(*readPage("<div><span>x</span><h2>News</h2></div>\n\n- a\n")), QByteArray("top news"));
    }

    void aBreakInALineOfItsOwnIsNoPartOfAnEntry()
    {
        const auto page = readPage("# News\n- a\n<br>\n\n# About\nOne.\n<br>\n\nTwo.\n");
        QCOMPARE(page->text(page->section(0).entries[0].range), QByteArray("- a"));
        QCOMPARE(page->section(1).entries.size(), size_t(1));
        QCOMPARE(page->text(page->section(1).entries[0].range), QByteArray("One.\n<br>\n\nTwo."));
        QVERIFY(page->section(1).blocks.empty());
    }

    void aPaperAboutCorrespondenceIsNoLegend()
    {
        const auto page =
            readPage("# Papers\n* Ada+, B. Byron, “Shape Correspondence on Lattices”, 2022. \\[[PDF](x)\\]\n");
        QCOMPARE(page->section(0).entries.size(), size_t(1));
        QVERIFY(page->section(0).blocks.empty());
        QCOMPARE(readPage("# Papers\n- b\n\n* Equal contribution\n")->section(0).blocks.size(), size_t(1));
    }

    void aLegendMayGoOnWithAnotherSentence()
    {
        const auto page = readPage("# Publications\n(* corresponding author. For a full list of all my papers since "
                                   "the beginning, ask me.)\n\n* A, “B”, 2020.\n");
        QCOMPARE(page->outline().marks.size(), 1u);
        QCOMPARE(page->outline().marks.front().mark, QByteArray("*"));
        QCOMPARE(page->outline().marks.front().meaning, QByteArray("corresponding"));
    }

    void aLegendTellsWhatMarksMean()
    {
        const auto page = readPage("# Papers\n(* indicates equal contributions, + the corresponding author)\n\n- b\n");
        QCOMPARE(page->section(0).blocks.size(), size_t(1));
        QCOMPARE(page->section(0).blocks[0].type, Block::Type::Legend);
        QCOMPARE(page->outline().marks.size(), size_t(2));
        QCOMPARE(page->outline().marks[0].meaning, QByteArray("equal"));
        QCOMPARE(page->outline().marks[1].mark, QByteArray("+"));
        QCOMPARE(page->outline().marks[1].meaning, QByteArray("corresponding"));
    }
};

QTEST_APPLESS_MAIN(TestOutline)
#include "tst_Outline.moc"
