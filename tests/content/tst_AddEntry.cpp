#include "content/page/Edits.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/WriterFixtures.h"

#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

namespace {

using F = FieldId;

void compareAdd(
    const QByteArray &bytes, const char *section, std::optional<int> at, const FieldValues &values,
    const QByteArray &before, const QByteArray &inserted)
{
    const auto page = readPage(bytes);
    QVERIFY2(bytes.count(before) == 1, before.constData());
    QByteArray expected = bytes;
    expected.replace(before, inserted + before);
    const auto change = addEntry(*page, sectionNamed(*page, section), at, values);
    QCOMPARE(newLines(bytes, bytesAfter(*page, change)), newLines(bytes, expected));
    QCOMPARE(bytesAfter(*page, change), expected);
    QCOMPARE(change->edit.inverse(page->sources()).appliedTo(change->after->sources()), page->sources());
}

} // namespace

class TestAddEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newsGoesOnTopInTheWordsOfThePage()
    {
        compareAdd(
            plainPage(), "news", {}, {{F::Date, QByteArray("2023-11")}, {F::Text, QByteArray("I moved.")}},
            "* 08/2023: I passed", "* 11/2023: I moved. \n");
        compareAdd(
            boxPage(), "news", {}, {{F::Date, QByteArray("2025-09")}, {F::Text, QByteArray("🎉🎉 I moved!")}},
            "- *2025.07*", "- *2025.09*: &nbsp;🎉🎉 I moved!\n");
    }

    void aSentenceHasOneEnd()
    {
        for (const char *text : {"I moved!", "I moved.", "She said “go.”"}) {
            const auto page = readPage(plainPage());
            const auto change = addEntry(
                *page, sectionNamed(*page, "news"), {},
                {{F::Date, QByteArray("2023-11")}, {F::Text, QByteArray(text)}});
            QCOMPARE(
                newLines(plainPage(), bytesAfter(*page, change)).trimmed(), "* 11/2023: " + QByteArray(text).trimmed());
        }
    }

    void aPaperCopiesItsNeighbours()
    {
        compareAdd(
            plainPage(), "publications/conference-publications", {},
            {{F::Title, QByteArray("Knots")},
             {F::Authors, AuthorList{authorOf("Ada Fjord", {"+"}), authorOf("Mara Quill", {}, true)}},
             {F::Venue, QByteArray("Conference on Knots (KNOT)")},
             {F::Date, QByteArray("2024")},
             {F::Links, LinkList{linkTo("PDF", "https://example.org/knots.pdf")}}},
            "* **Mara Quill**, Priya Sandrao, Tomas Brandt, and Ines Okoye, “Counting",
            "* Ada Fjord+ and **Mara Quill**, “Knots”, in the Conference on Knots (KNOT), 2024. "
            "\\[[PDF](https://example.org/knots.pdf)\\]\n");
    }

    void aPaperWithoutLinksHasNoEmptyBrackets()
    {
        compareAdd(
            plainPage(), "publications/preprints", {},
            {{F::Title, QByteArray("Knots")},
             {F::Authors,
              AuthorList{authorOf("Mara Quill", {}, true), authorOf("Tomas Brandt"), authorOf("Ada Fjord")}},
             {F::Venue, QByteArray("arXiv preprint")},
             {F::Date, QByteArray("2024-02")}},
            "* Priya Sandrao\\*, **Mara Quill\\***, Tomas Brandt, and",
            "* **Mara Quill**, Tomas Brandt, and Ada Fjord, “Knots”, arXiv preprint, Feb 2024.\n");
    }

    void othersFollowTheOrderOfTheirDates()
    {
        compareAdd(
            plainPage(), "awards-and-honours", {},
            {{F::Title, QByteArray("Fjord Prize")}, {F::Date, QByteArray("2017")}}, "* Excellent Graduate",
            "* Fjord Prize, 2017\n");
        compareAdd(
            plainPage(), "work-experience", {},
            {{F::StartDate, QByteArray("2023-01")},
             {F::EndDate, QByteArray("2023-06")},
             {F::Position, QByteArray("Fjord Guide")}},
            "* 09/2021-08/2022", "* 01/2023-06/2023, Fjord Guide\n");
    }

    void aPlaceCanBeNamed()
    {
        compareAdd(
            plainPage(), "news", 2, {{F::Date, QByteArray("2023-01")}, {F::Text, QByteArray("I moved.")}},
            "* 12/2022: One", "* 01/2023: I moved. \n");
    }

    void theLastPlaceKeepsTheEndOfTheFile()
    {
        const QByteArray bytes = plainPage().chopped(1);
        const auto page = readPage(bytes);
        const auto change = addEntry(
            *page, sectionNamed(*page, "some-useful-links"), {},
            {{F::Label, QByteArray("How to knot")}, {F::Url, QByteArray("https://example.org/knot")}});
        QCOMPARE(bytesAfter(*page, change), bytes + "\n* [How to knot](https://example.org/knot)");
    }

    void aBoxIsCopiedWithPictureAndBadge()
    {
        const auto page = readPage(boxPage());
        const auto change = addEntry(
            *page, sectionNamed(*page, "publications"), {},
            {{F::Title, QByteArray("Knots That Hold")},
             {F::Authors, AuthorList{authorOf("Mara Quill", {}, true), authorOf("Ada Fjord")}},
             {F::Venue, QByteArray("KNOT")},
             {F::Date, QByteArray("2026")},
             {F::Image, QByteArray("images/knot.png")},
             {F::Links,
              LinkList{linkTo("", "https://example.org/knot"), linkTo("Project", "https://example.org/knot-project")}},
             {F::Summary, QByteArray("Knots hold.")}});
        QVERIFY2(change, change ? "" : change.error().sentence.toUtf8().constData());
        const QByteArray bytes = change->after->bytes();
        QVERIFY(bytes.contains(
            "<div class=\"badge\">KNOT 2026</div><img src='images/knot.png' alt=\"sym\" width=\"100%\">"));
        QVERIFY(bytes.contains("\n\n[Knots That Hold](https://example.org/knot)\n\n**Mara Quill**, Ada "
                               "Fjord\n\n[**Project**](https://example.org/knot-project)\n- Knots "
                               "hold.\n</div>\n</div>\n\n<div class='paper-box'>"));
    }

    void aPictureIsCalledAsItsPaper()
    {
        QByteArray page = boxPage();
        page.replace("[Graphs That Fold Twice]", "[FoldTwice: Graphs That Fold]");
        page.replace("images/fold.png' alt=\"sym\"", "images/fold.png' alt=\"FoldTwice\"");
        const auto read = readPage(page);
        const int section = sectionNamed(*read, "publications");
        FieldValues values;
        for (const Field &field : read->entry({section, 0}).fields)
            values.emplace_back(field.id, field.value);
        for (auto &[field, value] : values) {
            if (field == F::Title)
                value = Value(QByteArray("Quieter: Sums in the Dark"));
        }
        const QByteArray after = bytesAfter(*read, addEntry(*read, section, 0, values));
        QVERIFY2(after.contains("alt=\"Quieter\""), after.constData());
        QCOMPARE(after.count("alt=\"FoldTwice\""), 1);
    }

    void aPaperNeedsNoMoreThanItsTitle()
    {
        compareAdd(
            plainPage(), "publications/preprints", {}, {{F::Title, QByteArray("Only a Title so Far")}},
            "* Priya Sandrao\\*, **Mara Quill\\***, Tomas Brandt, and Ines Okoye, “Lattice",
            "* “Only a Title so Far”\n");
    }

    void anOwnerWhomNothingElseNamesFlagsHimself()
    {
        const QByteArray page = "# Publications\n";
        const AuthorList authors{authorOf("Zed Owner", {}, true), authorOf("Ada New")};
        const auto read = readPage(page);
        const auto change = addEntry(
            *read, 0, {},
            {{F::Authors, authors}, {F::Title, QByteArray("A First Paper of Mine")}, {F::Date, QByteArray("2024")}});
        QCOMPARE(
            newLines(page, bytesAfter(*read, change)).trimmed(),
            QByteArray("- **Zed Owner** and Ada New, “A First Paper of Mine”, 2024."));
    }

    void anOwnerWhomThePageShortensIsTheOwner()
    {
        const QByteArray page = "# Publications\n\n"
                                "1. **Z. Owner**, L. Hale, and M. R. Quill. \"Slow Rivers.\" *River Letters*, 2022.\n"
                                "1. L. Hale, **Z. Owner**, and P. Voss. \"Quick Rivers.\" *River Letters*, 2021.\n";
        const auto read = readPage(page, "Zed Owner");
        const auto change = addEntry(
            *read, 0, {},
            {{F::Title, QByteArray("Still Rivers")},
             {F::Authors, AuthorList{authorOf("Zed Owner"), authorOf("L. Hale"), authorOf("P. Voss")}},
             {F::Venue, QByteArray("River Letters")},
             {F::Date, QByteArray("2023")}});
        QCOMPARE(
            newLines(page, bytesAfter(*read, change)).trimmed(),
            QByteArray("1. **Zed Owner**, L. Hale, and P. Voss. \"Still Rivers.\" *River Letters*, 2023."));
    }

    void newsOfAPageWithoutDatesBeginWithOne()
    {
        compareAdd(
            "# News\n\n* I moved to [Elmstad](/e).\n\n* A paper was accepted.\n\n# Awards\n\n* A prize, 2020.\n",
            "news", {}, {{F::Date, QByteArray("2025-03")}, {F::Text, QByteArray("I came back")}}, "* I moved",
            "* 2025.03: I came back.\n\n");
    }

    void linksThatNoPaperHasStandBehindTheSentence()
    {
        compareAdd(
            "# Papers\n\n1. A. Quill, Z. Voss, \"Slow Rivers.\" *River Letters*, 2022. (to appear)\n"
            "1. L. Hale, A. Quill, \"Quick Rivers.\" *River Letters*, 2021.\n",
            "papers", {},
            {{F::Title, QByteArray("Still Rivers")},
             {F::Authors, AuthorList{authorOf("L. Hale"), authorOf("Z. Voss")}},
             {F::Venue, QByteArray("River Letters")},
             {F::Date, QByteArray("2023")},
             {F::Links, LinkList{linkTo("PDF", "/p.pdf")}}},
            "1. A. Quill, Z.", "1. L. Hale, Z. Voss, \"Still Rivers.\" *River Letters*, 2023. [PDF](/p.pdf)\n");
    }

    void aDateThatNoNeighbourHasIsAShorterOneOfTheirs()
    {
        const QByteArray page = "# News\n- *2024.05.10*: I went to Elmstad.\n- *2024.03.02*: I moved.\n";
        compareAdd(
            page, "news", {}, {{F::Date, QByteArray("2024-08")}, {F::Text, QByteArray("I rest.")}}, "- *2024.05.10*",
            "- *2024.08*: I rest.\n");
    }

    void aMissingNumberOfAListIsFilled()
    {
        const QByteArray page = "# Awards\n1. *2024*, First Prize of Folding\n3. *2022*, Lumen Scholarship\n";
        compareAdd(
            page, "awards", 1, {{F::Date, QByteArray("2023")}, {F::Title, QByteArray("Quiet Fellowship")}}, "3. *2022*",
            "2. *2023*, Quiet Fellowship\n");
    }

    void numbersOfAListMoveOn()
    {
        const QByteArray bytes = "# Awards\n1. Harbour Prize, 2019\n2. Quarry Prize, 2018\n3. Lumen Prize, 2017\n";
        const auto page = readPage(bytes);
        const auto change =
            addEntry(*page, 0, {}, {{F::Title, QByteArray("Fjord Prize")}, {F::Date, QByteArray("2020")}});
        QCOMPARE(
            bytesAfter(*page, change),
            QByteArray("# Awards\n1. Fjord Prize, 2020\n2. Harbour Prize, 2019\n3. Quarry Prize, 2018\n4. Lumen Prize, "
                       "2017\n"));
    }

    void anEmptySectionTakesTheListedLayout()
    {
        QByteArray bytes = plainPage() + "\n# Talks\n";
        const auto page = readPage(bytes);
        const auto change = addEntry(
            *page, sectionNamed(*page, "talks"), {},
            {{F::Date, QByteArray("2024-05")},
             {F::Title, QByteArray("Folding in Public")},
             {F::Event, QByteArray("Fjord Days")}});
        QCOMPARE(bytesAfter(*page, change), plainPage() + "\n# Talks\n* 05/2024, Folding in Public, Fjord Days\n");
    }

    void sealedPartsAreNeverCopied()
    {
        QByteArray bytes = plainPage();
        bytes.replace("(SUMS), 2022. ", "(SUMS), 2022. \\[<font color=\"red\">Spotlight</font>\\] ");
        compareAdd(
            bytes, "publications/conference-publications", 2,
            {{F::Title, QByteArray("Knots")},
             {F::Authors,
              AuthorList{authorOf("Mara Quill", {}, true), authorOf("Tomas Brandt"), authorOf("Ada Fjord")}},
             {F::Venue, QByteArray("Conference on Knots (KNOT)")},
             {F::Date, QByteArray("2024")}},
            "* Priya Sandrao, **Mara Quill+**",
            "* **Mara Quill**, Tomas Brandt, and Ada Fjord, “Knots”, in the Conference on Knots (KNOT), 2024.\n");
    }

    void wrongPlacesAndValuesAreErrors()
    {
        const auto page = readPage(plainPage());
        const int news = sectionNamed(*page, "news");
        QCOMPARE(addEntry(*page, 99, {}, {{F::Text, QByteArray("x")}}).error().kind, ErrorKind::NotFound);
        QCOMPARE(addEntry(*page, news, 99, {{F::Text, QByteArray("x")}}).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(addEntry(*page, news, {}, {}).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(addEntry(*page, news, {}, {{F::Title, QByteArray("x")}}).error().kind, ErrorKind::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestAddEntry)
#include "tst_AddEntry.moc"
