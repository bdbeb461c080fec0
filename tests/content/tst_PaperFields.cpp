// Fields of papers by their place: what stands there is that field whatever it says, so that plain words can be set.

#include "content/page/Edits.h"
#include "content/page/writing/Escape.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/WriterFixtures.h"

#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

namespace {

QByteArray pageOf(const QByteArray &papers)
{
    return "---\npermalink: /\n---\n# Publications\n\n" + papers + "\n# Awards\n\n- Prize of Lattices, 2020\n";
}

QByteArray boxOf(const QByteArray &badge, const QByteArray &text)
{
    return "<div class='paper-box'><div class='paper-box-image'><div><div class=\"badge\">" + badge
        + "</div><img src='images/a.png' alt=\"sym\" width=\"100%\"></div></div>\n"
        + "<div class='paper-box-text' markdown=\"1\">\n\n" + text + "\n\n</div>\n</div>\n\n";
}

/// Why a field of the first paper takes no plain words; empty when it takes all of them.
QByteArray refusalOf(const Page &page, FieldId field)
{
    const EntryRef ref{sectionNamed(page, "publications"), 0};
    const Entry &entry = page.entry(ref);
    if (!entry.structured || !entry.field(field) || !entry.field(field)->range)
        return "not such a field";
    if (field == FieldId::Authors) {
        AuthorList fewer = entry.field(field)->value.authors();
        fewer.removeLast();
        const auto change = setFields(page, ref, {{field, Value(fewer)}});
        return change ? QByteArray() : change.error().sentence.toUtf8();
    }
    const EscapeContext context = escapeContextOf(page, ref, field);
    const bool number = field == FieldId::Pages || field == FieldId::Volume;
    const QByteArrayList words = number
        ? QByteArrayList{"12", "7"}
        : QByteArrayList{"Slow turns of open paths", "Walking [IN] parts (again)", "an *odd* path", "This and that"};
    for (const QByteArray &plain : words) {
        const QByteArray value = number ? plain : markdownFromPlain(plain, context);
        const auto change = setFields(page, ref, {{field, Value(value)}});
        if (!change)
            return plain + ": " + change.error().sentence.toUtf8();
    }
    return {};
}

} // namespace

class TestPaperFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFieldIsWhatStandsInItsPlace_data()
    {
        QTest::addColumn<QByteArray>("papers");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const QByteArray &papers, const char *field, const char *said) {
            QTest::newRow(name) << papers << QByteArray(field) << QByteArray(said);
        };
        row("pages before a month",
            "- Bo Lund, **Mara Quill**, Ada Fjord. Knots that hold a line. *Journal of Knots*, vol. 3, pp. 215–242, "
            "Jan. 2022.\n",
            "pages", "215–242");
        row("pages behind the year",
            "- [Knots that hold a line](https://a.example). Bo Lund, **Mara Quill**, *Conference on Knots*, 2025: "
            "31-41 "
            "(**CCF A**).\n",
            "pages", "31-41");
        row("a tag before the title says the venue once more",
            "- `KNOT 2026` [Knots that hold a line](https://a.example). Bo Lund, **Mara Quill**, *in the Proceedings "
            "of "
            "the Fortieth Conference on Knots* (**CCF A**), 2026.\n",
            "venue", "Proceedings of the Fortieth Conference on Knots");
        row("a coloured tag alone is the venue",
            "1. <span style=\"color:blue\">[TOPO]</span> **Mara Quill**, Bo Lund, Ada Fjord. Knots that hold a line: a "
            "walk. \\[[Paper](https://a.example)\\]\n2. <span style=\"color:blue\">[TOPO]</span> **Mara Quill**, Bo "
            "Lund, Ada Fjord. Sums that fold at night. \\[[Paper](https://b.example)\\]\n",
            "venue", "TOPO");
        row("links between a venue and coloured words",
            "1. Bo Lund, Ada Fjord, **Mara Quill**. Knots that hold a line at night. In KNOT 2022. "
            "\\[[Paper](https://a.example)\\] <span style=\"color:red\">**(Core A)**</span>\n",
            "venue", "KNOT");
        row("in press behind the year is a note",
            "- [Knots that hold a line](https://a.example)  \n  **Mara Quill**, Bo Lund, Ada Fjord  \n  *Transactions "
            "on "
            "Knots (**TKNO**), 2026, In Press* · [Code](https://b.example)\n",
            "venue", "Transactions on Knots (**TKNO**)");
        row("a remark behind a dated line is no venue",
            boxOf(
                "KN 2022",
                "[Knots that hold a line](https://a.example)\n\n**Mara Quill**, Bo Lund, Ada Fjord.\n\nKnot Science, "
                "2022. (Chinese Journal)\n\n[PDF](a.pdf)"),
            "venue", "Knot Science");
        row("the venue is a dated link",
            boxOf(
                "KNOT 2025 Distinguished Paper",
                "**Knots that hold a line**.<br>\nBo Lund, **Mara Quill**, Ada Fjord.<br>\n[**KNOT "
                "2025**](https://knot.example). *The 12th Annual Conference of the Open Association of Knots, Sums, "
                "Lines and Long Walks of All Kinds*.<br>\n\\[ [Paper](https://a.example) \\] \\[ "
                "[Code](https://b.example) \\]"),
            "venue", "KNOT");
        row("rows of links are no summary",
            boxOf(
                "KNOT 2025 Distinguished Paper",
                "**Knots that hold a line**.<br>\nBo Lund, **Mara Quill**, Ada Fjord.<br>\n[**KNOT "
                "2025**](https://knot.example). *The 12th Annual Conference of the Open Association of Knots, Sums, "
                "Lines and Long Walks of All Kinds*.<br>\n\\[ [Paper](https://a.example) \\] \\[ "
                "[Code](https://b.example) \\]"),
            "links", "<https://knot.example> | Paper<https://a.example> | Code<https://b.example>");
        row("a short linked title that speaks of nets",
            "- [Survey on Knot Networks](https://a.example) [J], Bo Lund, **Mara Quill**, Ada Fjord, etc. **Quiet sums "
            "of lines, 2021**. (First Author)\n",
            "title", "Survey on Knot Networks");
        row("entities do not end a part",
            "- **M. Quill**, B. Lund, and A. Fjord, “Knots that Hold a Line at Night,” **Transactions on Knots**, "
            "26:2993-3006, 2024. (一区TOP) $\\color{Red} {ESI &thinsp;Highly &thinsp;Cited}$\n",
            "venue", "Transactions on Knots");
        row("a line of its own is a summary",
            boxOf(
                "KNOT 2025",
                "**Knots that hold a line**\n\n**Mara Quill**, Bo Lund, Ada Fjord\n\n**KNOT "
                "2025**\n\n[Paper](https://a.example)\n\n*A knot holds where lines are long.*"),
            "summary", "A knot holds where lines are long");
        row("a plain title in a box",
            boxOf(
                "KNOT 2026",
                "Knots that hold a line: towards more turns\n\n**Mara Quill**, Bo Lund, Ada Fjord\n\n"
                "[**Paper**]() / [**Code**]()\n\nConference on Knots (KNOT)"),
            "title", "Knots that hold a line: towards more turns");
        row("a line that ends in a year is the venue",
            boxOf(
                "EAL 2024",
                "[Knots that hold a line](https://a.example)\n\n[Code](https://b.example)\n\n**Mara Quill**, Bo Lund, "
                "..., Ada Fjord\n\nEngineering Applications of Lines 2024\n\n**Abstract**: Where lines are long, knots "
                "hold, and where the sums of all their turns are folded they hold once more at night."),
            "venue", "Engineering Applications of Lines");
        row("bold words and their year are no title",
            "- Research review of knotted lines, Bo Lund, **Mara Quill**, Ada Fjord, etc. **Big line research, 2020**. "
            "(First Author)\n",
            "title", "Research review of knotted lines");
        row("a link behind the year is no part of the venue",
            "* **Mara Quill**, Bo Lund. [*Knots that hold a line*](https://a.example), Published in KNOT 2024 "
            "[Blogpost](https://b.example)\n",
            "venue", "KNOT");
        row("items of a box are no venue",
            boxOf(
                "KNOT-W'25",
                "[Knots that hold a line](https://a.example)\n\n**Mara Quill**, Bo Lund, Ada Fjord\n\n- Best paper of "
                "KNOT 2025 Workshop on Long Lines\n- We show that lines are long."),
            "venue", "KNOT-W'25");
    }

    void aFieldIsWhatStandsInItsPlace()
    {
        QFETCH(QByteArray, papers);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, said);
        const auto page = readPage(pageOf(papers));
        QCOMPARE(test::said(*page, {sectionNamed(*page, "publications"), 0}, *fieldNamed(field)), said);
    }

    void plainWordsFitWhereAFieldStands_data()
    {
        QTest::addColumn<QByteArray>("papers");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char *name, const char *field, const QByteArray &papers) {
            QTest::newRow(name) << papers << QByteArray(field);
        };
        row("pages before a month", "pages",
            "- Bo Lund, **Mara Quill**, Ada Fjord. Knots that hold a line. *Journal of Knots*, vol. 3, pp. 215–242, "
            "Jan. 2022.\n");
        row("pages behind the year", "pages",
            "- [Knots that hold a line](https://a.example). Bo Lund, **Mara Quill**, *Conference on Knots*, 2025: "
            "31-41 "
            "(**CCF A**).\n");
        row("a title that ends in brackets", "title",
            "- **Mara Quill**, Bo Lund, Ada Fjord. Knots that hold a line. \\[[Paper](https://a.example)\\]\n"
            "- **Mara Quill**, Bo Lund, Ada Fjord. Sums that fold at night. \\[[Paper](https://b.example)\\]\n");
        row("a coloured tag", "venue",
            "1. <span style=\"color:blue\">[TOPO]</span> **Mara Quill**, Bo Lund, Ada Fjord. Knots that hold a line: a "
            "walk. \\[[Paper](https://a.example)\\]\n2. <span style=\"color:blue\">[TOPO]</span> **Mara Quill**, Bo "
            "Lund, Ada Fjord. Sums that fold at night. \\[[Paper](https://b.example)\\]\n");
        row("a tag in code", "venue",
            "- ``Preprint`` **Knots that hold a line**.<br>\nBo Lund, **Mara Quill**, Ada Fjord.<br>\n\\[ "
            "[Paper](a.pdf) \\]\n");
        row("behind a word that leads to it", "venue",
            "* **Mara Quill**. [*Knots that hold a line*](https://a.example), Published in KNOT 2022 Workshop on Lines "
            "[**Best paper award**]\n");
        row("behind a word, before links", "venue",
            "* **Mara Quill**, Bo Lund. [*Knots that hold a line*](https://a.example), Published in KNOT 2024 "
            "[[**Blog**](https://b.example)]\n");
        row("a note in brackets behind the year", "note",
            "* **Mara Quill**, Bo Lund. [*Knots that hold a line*](https://a.example), Published in KNOT 2024 [**Oral "
            "presentation**]\n");
        row("behind the year in one emphasis", "note",
            "- [Knots that hold a line](https://a.example)  \n  **Mara Quill**, Bo Lund, Ada Fjord  \n  *Transactions "
            "on "
            "Knots (**TKNO**), 2026, In Press* · [Code](https://b.example)\n");
        row("between commas, behind a title by its place", "venue",
            "1. **Mara Quill**, Bo Lund, Ada Fjord, Knots that hold a line in a book of sums, The Knot Conference "
            "(KNOT), 2024.\n");
        row("before a short name in bold", "venue",
            boxOf(
                "KNOT 2026",
                "**[Knots that hold a line](https://a.example)**\n\nBo Lund, **Mara Quill**, Ada "
                "Fjord\n\nInternational "
                "Conference on Long Knots **(KNOT) 2026 Highlight**"));
        row("below a medal", "note",
            "- [**Knots that hold a line**](https://a.example)\n\n  Bo Lund, **Mara Quill**, Ada Fjord\n\n  🏆 <span "
            "style='color: red;'>**Best Paper Award**</span>\n");
        row("two authors before a title by its place", "authors",
            "- Bo Lund, `Mara Quill(墨莱)`, and Kai Fjord. Knots that hold a line at night. *Journal of Knots*, 2019, "
            "pp. 17–18.  \n[[Link]](https://a.example)\n");
        row("the line behind the names", "venue",
            "- [Knots that hold a line](https://a.example) <br> **Mara Quill**, Bo Lund, Ada Fjord <br> arXiv "
            "preprint\n- [Sums that fold at night](https://b.example) <br> **Mara Quill**, Bo Lund, Ada Fjord <br> "
            "**SUMS 2024**\n");
        const QByteArray behindLinks = boxOf(
            "KNOT 2026",
            "[Knots that hold a line](https://a.example)  \n**Mara Quill**, Bo Lund, Ada Fjord\n\n"
            "[**Code**](https://b.example) / [**Paper**](https://c.example)\n\nConference on Knots, 2026  \nHolding "
            "lines of any length");
        row("the line behind the links where others have theirs", "venue", behindLinks + behindLinks + behindLinks);
        row("a summary in a line of its own", "summary", behindLinks + behindLinks);
        row("a dated link", "venue",
            boxOf(
                "KNOT 2025",
                "**Knots that hold a line**.<br>\nBo Lund, **Mara Quill**, Ada Fjord.<br>\n[**KNOT "
                "2025**](https://knot.example). *The 12th International Conference on Knots*.<br>\n\\[ "
                "[Paper](https://a.example) \\]"));
        row("below marks", "note",
            boxOf(
                "Under Review at KNOT",
                "[Knots that hold a line](https://a.example) <br> Bo Lund<sup>*</sup>, **Mara Quill<sup>*</sup>**, Ada "
                "Fjord\n\n*<sup>*</sup>Co-First Authors*\n\nKnots are known to hold where lines are long and where "
                "the sums of all their turns are folded once more at night."));
        row("before a comma and a short name", "venue",
            "- **[Knots that hold a line](https://a.example)**\n\n  Bo Lund, **Mara Quill**, Ada Fjord\n\n  Knots and "
            "Line Understanding, **(KALU)**\n");
        row("beside names that unfold", "venue",
            "- [**Knots that hold a line**](https://a.example) \\\n<span> **Mara Quill**, Bo Lund, Ada Fjord, <span "
            "class=\"more\">2 More Authors</span><span> Bo Quill, and Kai Fjord.</span></span>\\\n<span> **KNOT "
            "2026**</span>\n");
    }

    void plainWordsFitWhereAFieldStands()
    {
        QFETCH(QByteArray, papers);
        QFETCH(QByteArray, field);
        const auto page = readPage(pageOf(papers));
        QCOMPARE(refusalOf(*page, *fieldNamed(field)), QByteArray());
    }
};

QTEST_APPLESS_MAIN(TestPaperFields)
#include "tst_PaperFields.moc"
