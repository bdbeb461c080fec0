// Papers written as their owners would: what is taken out and added again from its values comes back, and what is set
// reads back whatever its words say.

#include "content/page/Edits.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/WriterFixtures.h"

#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

namespace {

using F = FieldId;

QByteArray pageOf(const QByteArray &papers)
{
    return "---\npermalink: /\n---\n# Publications\n\n" + papers + "\n# Awards\n\n- Prize of Lattices, 2020\n";
}

QByteArray boxOf(const QByteArray &badge, const QByteArray &picture, const QByteArray &text)
{
    return "<div class='paper-box'><div class='paper-box-image'><div><div class=\"badge\">" + badge
        + "</div><img src='images/" + picture + "' alt=\"sym\" width=\"100%\"></div></div>\n"
        + "<div class='paper-box-text' markdown=\"1\">\n\n" + text + "\n\n</div>\n</div>\n";
}

FieldValues valuesOf(const Entry &entry)
{
    FieldValues values;
    for (const Field &field : entry.fields)
        values.emplace_back(field.id, field.value);
    return values;
}

/// Takes the paper at `index` out and adds it again.
QByteArray takenOutAndAdded(const QByteArray &bytes, int index)
{
    const auto page = readPage(bytes);
    const EntryRef ref{sectionNamed(*page, "publications"), index};
    const Entry &entry = page->entry(ref);
    if (!entry.structured)
        return "not understood: " + page->text(entry.range);
    const auto removed = removeEntry(*page, ref);
    if (!removed)
        return removed.error().sentence.toUtf8();
    return bytesAfter(*removed->after, addEntry(*removed->after, ref.section, index, valuesOf(entry)));
}

/// The paper at `index` after a field was set, or the refusal.
QByteArray setIn(const QByteArray &bytes, int index, F field, const QByteArray &value)
{
    const auto page = readPage(bytes);
    const EntryRef ref{sectionNamed(*page, "publications"), index};
    const auto change = setFields(*page, ref, {{field, Value(value)}});
    if (!change)
        return change.error().sentence.toUtf8();
    return change->after->text(change->after->entry(ref).range);
}

} // namespace

class TestPaperEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBoxAmongListItemsComesBackWithItsBlankLines()
    {
        const QByteArray bytes = pageOf(
            boxOf("KNOT 2026", "a.png", "[Knots That Hold](https://a.example)\n\n**Mara Quill**, Ada Fjord")
            + "\n- [Sums That Fold](https://b.example), **Mara Quill**, Ada Fjord, **KNOT 2025**\n"
            + "- [Trees That Bend](https://c.example), **Mara Quill**, Bo Lund, **KNOT 2024**\n\n"
            + boxOf("KNOT 2023", "b.png", "[Loops That Close](https://d.example)\n\n**Mara Quill**, Bo Lund")
            + "\n- [Walks That End](https://e.example), **Mara Quill**, Bo Lund, **KNOT 2022**\n");
        for (const int index : {0, 1, 2, 3, 4}) {
            const QByteArray after = takenOutAndAdded(bytes, index);
            QVERIFY2(after == bytes, after.constData());
        }
    }

    void starsOfSeveralAuthorsAreNoEmphasis()
    {
        const QByteArray bytes = pageOf("- **Mara Quill**, Ada Fjord*, Bo Lund. [Knots That Hold "
                                        "Fast](https://a.example). *Journal of Knots*, 2025.\n"
                                        "- **Mara Quill**, Bo Lund, Ada Fjord. [Sums That Fold "
                                        "Twice](https://b.example). *Journal of Knots*, 2024.\n");
        const auto page = readPage(bytes);
        const auto change = addEntry(
            *page, sectionNamed(*page, "publications"), 0,
            {{F::Title, QByteArray("Loops That Close Late")},
             {F::Authors,
              AuthorList{authorOf("Bo Lund", {"*"}), authorOf("Mara Quill", {}, true), authorOf("Ada Fjord", {"*"})}},
             {F::Venue, QByteArray("Journal of Knots")},
             {F::Date, QByteArray("2026")}});
        const QByteArray after = bytesAfter(*page, change);
        QVERIFY2(after.contains("- Bo Lund\\*, **Mara Quill**, Ada Fjord\\*. "), after.constData());
    }

    void boldWordsAloneInTheFirstLineAreTheTitle()
    {
        const auto page =
            readPage(pageOf("- **Knots That Hold: A Long Walk**.<br>\nBo Lund, **Mara Quill**, Ada Fjord.<br>\n"
                            "[**Quiet sums of folded graphs 2026**](https://knot.example).<br>\n"));
        QCOMPARE(said(*page, {sectionNamed(*page, "publications"), 0}, F::Title), "Knots That Hold: A Long Walk");
    }

    void aVenueMayBeginWithASmallWord()
    {
        const QByteArray bytes = pageOf(
            "- **Mara Quill**, Bo Lund, Ada Fjord, Knots That Hold a Line, Conference on Knots (KNOT), 2026.\n"
            "- **Mara Quill**, Bo Lund, Ada Fjord, Sums That Fold at Night, Conference on Sums (SUM), 2025.\n"
            "- **Mara Quill**, Bo Lund, Ada Fjord, Loops That Close by Day, Conference on Loops (LOOP), 2024.\n");
        const QByteArray after = setIn(bytes, 1, F::Venue, "an \\*odd* word");
        QVERIFY2(after.contains(", an \\*odd* word, 2025."), after.constData());
    }

    void aVenueWithoutShortNameStandsOnce()
    {
        const QByteArray bytes =
            pageOf("- **[Knots That Hold a Line](https://a.example)**\n\n  Bo Lund, **Mara Quill**, Ada Fjord\n\n"
                   "  International Conference on Long Knots **(ICLK) 2026**\n\n"
                   "- **[Sums That Fold at Night](https://b.example)**\n\n  Bo Lund, **Mara Quill**, Ada Fjord\n\n"
                   "  International Conference on Folded Sums **(ICFS) 2025**\n");
        const QByteArray after = setIn(bytes, 0, F::Venue, "Counting \\[MASK\\] (twice)");
        QVERIFY2(after.endsWith("  Counting \\[MASK\\] (twice) **2026**"), after.constData());
    }

    void aPaperMayHaveOnePage()
    {
        const QByteArray bytes = pageOf(
            "- **Mara Quill**, Bo Lund, Ada Fjord. [Knots That Hold](https://a.example). *Journal of Knots*, 2022, "
            "14(4): 1778-1792.\n"
            "- **Mara Quill**, Bo Lund, Ada Fjord. [Sums That Fold](https://b.example). *Journal of Knots*, 2021, "
            "77: 9-20.\n");
        QVERIFY(setIn(bytes, 0, F::Pages, "12").contains("14(4): 12."));
        QVERIFY(setIn(bytes, 1, F::Pages, "7").contains("77: 7."));
    }

    void anEmptyAddressIsFilledInItsPlace()
    {
        const QByteArray box = boxOf(
            "KNOT 2026", "a.png",
            "[Knots That Hold a Line]()\n\n**Mara Quill**, Ada Fjord\n\n[**Paper**]() / [**Code**]()");
        const auto page = readPage(pageOf(box));
        const auto change = addEntry(
            *page, sectionNamed(*page, "publications"), 0,
            {{F::Title, QByteArray("Sums That Fold")},
             {F::Authors, AuthorList{authorOf("Mara Quill", {}, true), authorOf("Bo Lund")}},
             {F::Venue, QByteArray("SUMS")},
             {F::Date, QByteArray("2025")},
             {F::Image, QByteArray("images/b.png")},
             {F::Links,
              LinkList{
                  linkTo("", "https://t.example"), linkTo("Paper", "https://p.example"),
                  linkTo("Code", "https://c.example")}}});
        const QByteArray after = bytesAfter(*page, change);
        QVERIFY2(after.contains("[Sums That Fold](https://t.example)\n"), after.constData());
        QVERIFY2(after.contains("[**Paper**](https://p.example) / [**Code**](https://c.example)\n"), after.constData());
    }

    void linksInBracketsOfTheirOwnAreRespelledWhole()
    {
        const QByteArray bytes =
            pageOf("- **Mara Quill**, Ada Fjord. “Knots That Hold a Line”. [[arXiv](https://a.example)] "
                   "[[Code](https://b.example)]\n"
                   "- **Mara Quill**, Bo Lund. “Sums That Fold at Night”. [[arXiv](https://c.example)] "
                   "[[Code](https://d.example)]\n");
        for (const int index : {0, 1}) {
            const QByteArray after = takenOutAndAdded(bytes, index);
            QVERIFY2(after == bytes, after.constData());
        }
    }

    void whatNoBoxHasIsAddedInsideTheBox()
    {
        const auto page = readPage(pageOf(
            boxOf("KNOT 2026", "a.png", "[Knots That Hold](https://a.example)\n\n**Mara Quill**, Ada Fjord") + "\n"
            + boxOf("SUMS 2025", "b.png", "[Sums That Fold](https://b.example)\n\n**Mara Quill**, Bo Lund")));
        const EntryRef ref{sectionNamed(*page, "publications"), 0};
        const QByteArray noted = bytesAfter(*page, setFields(*page, ref, {{F::Note, QByteArray("Best Paper Award")}}));
        QVERIFY2(noted.contains("Ada Fjord (Best Paper Award)\n\n</div>"), noted.constData());
        const QByteArray linked = bytesAfter(
            *page,
            setFields(
                *page, ref,
                {{F::Links, LinkList{linkTo("", "https://a.example"), linkTo("Code", "https://c.example")}}}));
        QVERIFY2(linked.contains("Ada Fjord\n\n[Code](https://c.example)\n\n</div>"), linked.constData());
    }

    void badgesAndCountersAreThoseOfTheNewPaper()
    {
        const auto box = [](const char *picture, const char *title, const QByteArray &repository,
                            const QByteArray &id) {
            return boxOf(
                "KNOT 2026", picture,
                QByteArray("[") + title
                    + "](https://a.example)\n\n**Mara Quill**, Ada Fjord\n\n[**Code**](https://github.com/" + repository
                    + ") [![](https://img.shields.io/github/stars/" + repository + "?style=social)](https://github.com/"
                    + repository + "/stargazers) [**Project**](https://scholar.example/?citation_for_view=" + id
                    + ") <strong><span class='show_paper_citations' data='" + id + "'></span></strong>");
        };
        const QByteArray bytes = pageOf(
            box("a.png", "Knots That Hold a Line", "quill/knots", "QUILL:k1") + "\n"
            + box("b.png", "Sums That Fold at Night", "quill/sums", "QUILL:s1"));
        for (const int index : {0, 1}) {
            const QByteArray after = takenOutAndAdded(bytes, index);
            QVERIFY2(after == bytes, after.constData());
        }
        const auto page = readPage(bytes);
        const auto change = addEntry(
            *page, sectionNamed(*page, "publications"), 0,
            {{F::Title, QByteArray("Loops That Close by Day")},
             {F::Authors, AuthorList{authorOf("Mara Quill", {}, true), authorOf("Bo Lund")}},
             {F::Venue, QByteArray("LOOP")},
             {F::Date, QByteArray("2027")},
             {F::Image, QByteArray("images/c.png")},
             {F::Links, LinkList{linkTo("", "https://l.example"), linkTo("Code", "https://github.com/quill/loops")}}});
        const QByteArray after = newLines(page->bytes(), bytesAfter(*page, change));
        QVERIFY2(after.contains("[**Code**](https://github.com/quill/loops)"), after.constData());
        QVERIFY2(!after.contains("knots") && !after.contains("QUILL"), after.constData());
    }

    void thePicturesWordsFollowThePaper()
    {
        const auto box = [](const char *name, const char *title, const char *year) {
            return QByteArray("<div class='paper-box'><div class='paper-box-image'><div><div class=\"badge\">KNOT ")
                + year + "</div><img src='images/" + name + ".png' alt=\"" + name
                + " teaser\" width=\"100%\"></div></div>\n<div class='paper-box-text' markdown=\"1\">\n\n[" + title
                + "](https://a.example)\n\n**Mara Quill**, Ada Fjord\n\n</div>\n</div>\n";
        };
        const QByteArray bytes = pageOf(
            box("KNOTTY", "KNOTTY: Knots That Hold", "2026") + "\n" + box("SUMMER", "SUMMER: Sums That Fold", "2025"));
        for (const int index : {0, 1}) {
            const QByteArray after = takenOutAndAdded(bytes, index);
            QVERIFY2(after == bytes, after.constData());
        }
    }

    void starsBesideALinkAreThoseOfItsRepository()
    {
        const auto box = [](const char *picture, const char *title, const QByteArray &repository) {
            return boxOf(
                "KNOT 2026", picture,
                QByteArray("[") + title
                    + "](https://a.example)\n\n**Mara Quill**, Ada Fjord\n\n[**Code**](https://github.com/" + repository
                    + ") ![Star](https://img.shields.io/github/stars/" + repository
                    + ".svg?style=social&label=Star) / [**Paper**](https://p.example)");
        };
        const QByteArray bytes = pageOf(
            box("a.png", "Knots That Hold a Line", "quill/knots") + "\n"
            + box("b.png", "Sums That Fold at Night", "quill/sums"));
        for (const int index : {0, 1}) {
            const QByteArray after = takenOutAndAdded(bytes, index);
            QVERIFY2(after == bytes, after.constData());
        }
    }

    void aPictureThatLiquidFindsIsFoundByLiquid()
    {
        const auto box = [](const char *name, const char *title, const char *year) {
            return QByteArray("<div class='paper-box'><div class='paper-box-image'><div><div class=\"badge\">KNOT ")
                + year + "</div><img src='{{ \"/images/" + name + ".png\" | relative_url }}' alt=\"KNOT " + year
                + " paper\" width=\"100%\"></div></div>\n<div class='paper-box-text' markdown=\"1\">\n\n[" + title
                + "](https://a.example)\n\n**Mara Quill**, Ada Fjord\n\n</div>\n</div>\n";
        };
        const QByteArray bytes =
            pageOf(box("knots", "Knots That Hold", "2026") + "\n" + box("sums", "Sums That Fold", "2025"));
        for (const int index : {0, 1}) {
            const QByteArray after = takenOutAndAdded(bytes, index);
            QVERIFY2(after == bytes, after.constData());
        }
    }

    void onePageIsSpelledAsOnePage()
    {
        const QByteArray bytes = pageOf(
            "- **Mara Quill**, Bo Lund, Ada Fjord. “Knots That Hold a Line”. *Journal of Knots*, vol. 3, pp. 17-19, "
            "2022.\n"
            "- **Mara Quill**, Bo Lund, Ada Fjord. “Sums That Fold at Night”. *Journal of Knots*, vol. 2, p. 109, "
            "2021.\n"
            "- **Mara Quill**, Bo Lund, Ada Fjord. “Loops That Close by Day”. *Journal of Knots*, vol. 1, p. 8, "
            "2020.\n"
            "- **Mara Quill**, Bo Lund, Ada Fjord. “Walks That End by Noon”. *Journal of Knots*, vol. 1, pp. 1-7, "
            "2020.\n");
        for (const int index : {0, 1, 2, 3}) {
            const QByteArray after = takenOutAndAdded(bytes, index);
            QVERIFY2(after == bytes, after.constData());
        }
    }

    void aNoteGoesBesideTheVenueNotBehindTheSummary()
    {
        const auto page = readPage(pageOf(boxOf(
            "KNOT 2026", "a.png",
            "[Knots That Hold](https://a.example)\n\n**Mara Quill**, Ada Fjord\n\nConference on Knots, 2026\n\nKnots "
            "hold where lines are long, and where the sums of all their turns are folded they hold once more.")));
        const EntryRef ref{sectionNamed(*page, "publications"), 0};
        const QByteArray after = bytesAfter(*page, setFields(*page, ref, {{F::Note, QByteArray("Best Paper Award")}}));
        QVERIFY2(after.contains("Conference on Knots, 2026 (Best Paper Award)\n"), after.constData());
    }

    void theLastFieldOfABoxLeavesItsLineEnd()
    {
        const QByteArray bytes = pageOf(
            boxOf(
                "KNOT 2026", "a.png",
                "[Knots That Hold](https://a.example)\n\n**Mara Quill**, Ada Fjord\n\n*Conference on Knots*, 2026. "
                "(Best Paper)")
            + "\n- [Sums That Fold](https://b.example), **Mara Quill**, Ada Fjord, *Sums*, 2025\n");
        const QByteArray after = setIn(bytes, 0, F::Note, "");
        QVERIFY2(after.contains("2026") && after.contains("\n</div>\n</div>"), after.constData());
    }

    void badgesThatLinkAreNoLinksOfTheTitle()
    {
        const auto box = [](const char *picture, const char *title, const char *host) {
            return boxOf(
                "KNOT 2026", picture,
                QByteArray("**") + title + "**\n\n**Mara Quill**, Ada Fjord\n\n"
                    + "[![](https://img.shields.io/badge/Paper-red)](https://" + host
                    + "/1) [![](https://img.shields.io/badge/Page-red)](https://quill.github.io/1/)");
        };
        const auto page = readPage(pageOf(
            box("a.png", "Knots That Hold a Line", "arxiv.org") + "\n"
            + box("b.png", "Sums That Fold at Night", "arxiv.org")));
        const auto change = addEntry(
            *page, sectionNamed(*page, "publications"), 0,
            {{F::Title, QByteArray("Loops That Close by Day")},
             {F::Authors, AuthorList{authorOf("Mara Quill", {}, true), authorOf("Bo Lund")}},
             {F::Venue, QByteArray("LOOP")},
             {F::Date, QByteArray("2027")},
             {F::Image, QByteArray("images/c.png")},
             {F::Links, LinkList{linkTo("", "https://science.example/9")}}});
        const QByteArray after = newLines(page->bytes(), bytesAfter(*page, change));
        QVERIFY2(after.contains("\n**Loops That Close by Day**\n"), after.constData());
    }

    void aLinkedVenueLendsNoBrackets()
    {
        const auto box = [](const char *picture, const char *title, const QByteArray &venue) {
            return boxOf(
                "KNOT 2026", picture,
                QByteArray("**") + title + "**.<br>\nAda Fjord, **Mara Quill**, Bo Lund.<br>\n" + venue
                    + "<br>\n\\[ [Paper](https://p.example) \\] \\[ [Code](https://c.example) \\]");
        };
        const auto page = readPage(pageOf(
            box("a.png", "Knots That Hold a Line", "[**KNOT 2026**](https://knot.example).") + "\n"
            + box("b.png", "Sums That Fold at Night", "[**KNOT 2026**](https://knot.example).")));
        const auto change = addEntry(
            *page, sectionNamed(*page, "publications"), 0,
            {{F::Title, QByteArray("Loops That Close by Day")},
             {F::Authors, AuthorList{authorOf("Mara Quill", {}, true), authorOf("Bo Lund")}},
             {F::Venue, QByteArray("Transactions on Knots")},
             {F::Date, QByteArray("2025")},
             {F::Image, QByteArray("images/c.png")},
             {F::Links, LinkList{linkTo("Paper", "https://l.example")}}});
        const QByteArray after = newLines(page->bytes(), bytesAfter(*page, change));
        QVERIFY2(after.contains("<br>\n\\[ [Paper](https://l.example) \\]"), after.constData());
    }
};

QTEST_APPLESS_MAIN(TestPaperEdits)
#include "tst_PaperEdits.moc"
