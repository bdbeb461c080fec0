#include "tests/support/EntryFixtures.h"

#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

class TestPublications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsListItems_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QByteArray>("fields");
        const auto row = [](const char *name, const char *entry, const char *fields) {
            QTest::newRow(name) << QByteArray(entry) << QByteArray(fields);
        };
        row("curly quotes, escaped stars, bracketed links",
            "* Otto Wren\\*, **Ada King\\***, and Bo Li, “Lattice Walks: A Study of Paths”, arXiv preprint, Aug 2023. "
            "\\[[PDF](https://a.example/p.pdf), [Code](https://b.example)\\]",
            "title=Lattice Walks: A Study of Paths | authors=Otto Wren{*}; Ada King{*}!; Bo Li | venue=arXiv preprint "
            "| "
            "date=2023-08 | links=[PDF](https://a.example/p.pdf)[Code](https://b.example)");
        row("a full stop behind the owner's bold name is no mark",
            "* Otto Wren, **Ada King**. \"Lattice Walks\". *PATHS*, 2021.",
            "title=Lattice Walks | authors=Otto Wren; Ada King! | venue=PATHS | date=2021");
        row("in the, short name, note in colour",
            "* **Ada King+**, Bo Li and\nMax Ito, “Walks on Large Lattices”, in the Conference on Paths (COP), 2022. "
            "\\[[PDF](https://a.example)\\] \\[<font color=\"red\">Spotlight</font>\\] ",
            "title=Walks on Large Lattices | authors=Ada King{+}!; Bo Li; Max Ito | venue=Conference on Paths (COP) | "
            "date=2022 | links=[PDF](https://a.example) | note=Spotlight");
        row("title in two lines",
            "* Bo Li, **Ada King**, and Max Ito, “A Title Wrapped in\nMid-Sentence”, in the Journal of Paths, 2021.",
            "title=A Title Wrapped in\nMid-Sentence | authors=Bo Li; Ada King!; Max Ito | venue=Journal of Paths | "
            "date=2021");
        row("linked title, paragraphs, short name in bold",
            "- **[Lattice Walks on a Torus](https://a.example)**\n\n  Bo Li$^*$, **Ada King$^\\*$**, Max Ito "
            "(co-first author)\n\n  Conference on Acoustics, Speech and Paths **(CASP) 2024 Oral**",
            "title=Lattice Walks on a Torus | authors=Bo Li{*}; Ada King{*}!; Max Ito | "
            "venue=Conference on Acoustics, Speech and Paths~CASP | date=2024 | links=[](https://a.example) | "
            "summary=Oral | note=co-first author");
        row("superscript marks",
            "- [Lattice Walks on a Torus](https://a.example) <br> Bo Li<sup>*</sup>, **Ada King<sup>*,†</sup>**, Max "
            "Ito",
            "title=Lattice Walks on a Torus | authors=Bo Li{*}; Ada King{* †}!; Max Ito | links=[](https://a.example)");
        row("linked author",
            "- **Lattice Walks on a Torus**. [Bo Li](https://bo.example), **Ada King**, Max Ito. *Journal of Paths*, "
            "2020",
            "title=Lattice Walks on a Torus | authors=Bo Li(https://bo.example); Ada King!; Max Ito | "
            "venue=Journal of Paths | date=2020");
        row("surnames first, the owner's in bold before the title",
            "1. Li B, **King A**. Lattice walks on a torus. **Journal of Paths**, 2024, 315(1): 191-212.",
            "title=Lattice walks on a torus | authors=Li B; King A! | venue=Journal of Paths | date=2024 | volume=315 "
            "| issue=1 | pages=191-212");
        row("co-authors behind a with, in brackets or not",
            "- **Walks on Large Lattices** (with Bo Li and Max Ito), *Journal of Paths*, 2024.",
            "title=Walks on Large Lattices | authors=Bo Li; Max Ito | venue=Journal of Paths | date=2024");
        row("one co-author behind a with", "- **Walks on Large Lattices.** With Bo Li. [pdf](https://a.example)",
            "title=Walks on Large Lattices | authors=Bo Li | links=[pdf](https://a.example)");
        row("a row of names in two lines",
            "- [Walks on Large Lattices](https://a.example) \\\\\n**Bo Li**, **Ada King**,  \n**Max Ito**, **Tom "
            "Wren**",
            "title=Walks on Large Lattices | authors=Bo Li; Ada King!; Max Ito; Tom Wren | "
            "links=[](https://a.example)");
        row("a venue in emphasis is nobody's name",
            "- Li, Wren, Ito. [Walks on Large Lattices](https://a.example), *Advanced Lattices* (2021)",
            "not structured");
        row("small words in brackets that tell the state of a paper",
            "- Bo Li, **Ada King**. \"Walks on Large Lattices.\" *Journal of Paths*, 2026. (to appear)",
            "title=Walks on Large Lattices | authors=Bo Li; Ada King! | venue=Journal of Paths | date=2026 | "
            "note=to appear");
        row("links behind the year are no venue",
            "- Lattice Walks on a Torus\n<br>Bo Li, **Ada King**, Max Ito.\n<br>COP 2025 [PDF](https://a.example), "
            "[Code](https://b.example).",
            "title=Lattice Walks on a Torus | authors=Bo Li; Ada King!; Max Ito | venue=COP | date=2025 | "
            "links=[PDF](https://a.example)[Code](https://b.example)");
        row("a bare volume before pages, behind a name that says nothing",
            "- Bo Li, **Ada King**, “Walks on Large Lattices”, Lattice Sciences, 588, pp. 45-67, 2020.",
            "title=Walks on Large Lattices | authors=Bo Li; Ada King! | venue=Lattice Sciences | date=2020 | "
            "volume=588 | pages=45-67");
        row("a venue that lists its topics",
            "- Bo Li, **Ada King**, “Walks on Large Lattices”, Conference on Lattices, Paths, and Control, Elmstad, "
            "2020.",
            "title=Walks on Large Lattices | authors=Bo Li; Ada King! | "
            "venue=Conference on Lattices, Paths, and Control | date=2020 | note=Elmstad");
        row("volume and pages in one emphasis with their journal",
            "- **Walks on Large Lattices**. [[PDF]](https://a.example)\n**Ada King**, Bo Li.\n"
            "<em>Quick Paths, 2024, 35(7): 51-67.</em>",
            "title=Walks on Large Lattices | authors=Ada King!; Bo Li | venue=Quick Paths | date=2024 | volume=35 | "
            "issue=7 | pages=51-67 | links=[PDF](https://a.example)");
        row("volume, issue and pages",
            "- **Ada King**, Bo Li, Max Ito. \"Walks on Large Lattices\". Journal of Paths, vol. 12, no. 3, pp. 45-67, "
            "2020.",
            "title=Walks on Large Lattices | authors=Ada King!; Bo Li; Max Ito | venue=Journal of Paths | date=2020 | "
            "volume=12 | issue=3 | pages=45-67");
        row("name in code with its Chinese, among others; abbreviated journal of one page",
            "- Bo. Li, Jia feng Wren, Ada A. Fox, `Ada King(金艾达)`, Kun Chi. Lattice walks on a torus. *Walks* , "
            "vol. 12, "
            "no. 1, p. 200, Jul. 2025.  \n[[Link]](https://a.example) [[Download]](/w.pdf)",
            "title=Lattice walks on a torus | authors=Bo. Li; Jia feng Wren; Ada A. Fox; Ada King(金艾达)!; Kun Chi | "
            "venue=Walks | date=2025-07 | volume=12 | issue=1 | pages=200 | "
            "links=[Link](https://a.example)[Download](/w.pdf)");
        row("authors in a nested item",
            "* [**Lattice Walks on a Torus**](https://a.example)\n  * Bo Li, **Ada King**, Haozhe Chi, An Ran Fox\n"
            "  * **Arxiv 2024.05**",
            "title=Lattice Walks on a Torus | authors=Bo Li; Ada King!; Haozhe Chi; An Ran Fox | venue=Arxiv | "
            "date=2024-05 | links=[](https://a.example)");
        row("surnames first", "3. King A, Li Y, Fox F. Lattice walks on a torus. *Journal of Paths*, 2024.",
            "title=Lattice walks on a torus | authors=King A!; Li Y; Fox F | venue=Journal of Paths | date=2024");
        row("what authors are in brackets between them",
            "- [Lattice Walks on a Torus](https://a.example)\n\n  Bo Li (Adviser), **Ada King** (Co-first author), Max "
            "Ito\n\n  *Journal of Paths*, 2024, 3(2): 106-116.",
            "title=Lattice Walks on a Torus | authors=Bo Li{Adviser}; Ada King{Co-first author}!; Max Ito | "
            "venue=Journal of Paths | date=2024 | volume=3 | issue=2 | pages=106-116 | links=[](https://a.example)");
        row("venue between title and authors, two praises",
            "- <b>Remote Sensing of Lattice Walks: A Survey</b><br>\n<i>Proceedings of Paths (PP), 2023</i><br>\nBo "
            "Li, "
            "<b>Ada King</b> and Max Ito<br>\n<b>Much read paper</b><br>\n<b>Famous paper of PP</b><br>\n"
            "[<a href=\"https://a.example\">PDF</a>]",
            "title=Remote Sensing of Lattice Walks: A Survey | authors=Bo Li; Ada King!; Max Ito | "
            "venue=Proceedings of Paths (PP) | date=2023 | links=[PDF](https://a.example) | "
            "summary=Famous paper of PP | note=Much read paper");
        row("a link that waits for its address",
            "- **Lattice Walks on a Torus**, Bo Li, **Ada King**, **COP 2024**, [Code]()",
            "title=Lattice Walks on a Torus | authors=Bo Li; Ada King! | venue=COP | date=2024 | links=[Code]()");
    }
    void readsListItems()
    {
        QFETCH(QByteArray, entry);
        QFETCH(QByteArray, fields);
        const ReadEntries read = readOne(Kind::Publication, Container::List, entry, "Ada King (金艾达)");
        QCOMPARE(fieldsLine(read), fields);
        QCOMPARE(brokenEntry(read.text, read.entries()[0]), QString());
    }

    void readsPaperBoxes()
    {
        const ReadEntries read = readOne(
            Kind::Publication, Container::Box,
            "<div class='paper-box'><div class='paper-box-image'><div><div class=\"badge\">COP 2025</div>"
            "<img src='images/walks.png' alt=\"sym\" width=\"100%\"></div></div>\n"
            "<div class='paper-box-text' markdown=\"1\">\n\n"
            "**[Few Walks on a Torus](https://a.example)**\n\n"
            "**Ada King**, Bo Li, Max Ito\n\n"
            "International Conference on Paths **(COP) 2025 Highlight**<br>\n"
            "[code](https://b.example),\n[web page](https://c.example)\n"
            "</div>\n</div>",
            "Ada King");
        QCOMPARE(
            fieldsLine(read),
            QByteArray(
                "title=Few Walks on a Torus | authors=Ada King!; Bo Li; Max Ito | venue=International Conference on "
                "Paths~COP~COP | date=2025~2025 | image=images/walks.png | "
                "links=[](https://a.example)[code](https://b.example)[web page](https://c.example) | "
                "note=Highlight"));
        QCOMPARE(brokenEntry(read.text, read.entries()[0]), QString());
    }

    void theOwnerIsTheNameEmphasisedMost()
    {
        const ReadEntries read = readList(
            Kind::Publication,
            "- Bo Li, **Ada King**, “Lattice Walks on a Torus”, Journal of Paths, 2020\n"
            "- **Ada King**, Max Ito, “Walks on Large Lattices”, Journal of Paths, 2021\n"
            "- Ada King, Max Ito, “Plain Walks on Lattices”, Journal of Paths, 2021\n");
        QCOMPARE(
            fieldsLine(read, 2),
            QByteArray(
                "title=Plain Walks on Lattices | authors=Ada King!; Max Ito | venue=Journal of Paths | date=2021"));
    }

    void aTitleKnownByPlaceAloneNeedsItsSiblings()
    {
        const QByteArray entry = "- Ada King, Bo Li. Walks on large lattices. Journal of Paths, 2020\n";
        QVERIFY(!readList(Kind::Publication, entry, "Ada King").entries()[0].structured);
        const ReadEntries read = readList(Kind::Publication, entry + entry, "Ada King");
        QCOMPARE(
            fieldsLine(read, 1),
            QByteArray(
                "title=Walks on large lattices | authors=Ada King!; Bo Li | venue=Journal of Paths | date=2020"));
    }

    void listsAndPairsAreLaidOutAsTheHeaderSays()
    {
        const ReadEntries read = readOne(
            Kind::Publication, Container::List,
            "* **Ada King\\***, and Bo Li, “Walks on Lattices”, Journal of Paths, 2020. \\[[PDF](https://a.example)\\]",
            "Ada King");
        using Type = LayoutNode::Type;
        const std::vector<LayoutNode> &nodes = read.entries()[0].layout->nodes;
        std::vector<Type> types;
        for (const LayoutNode &node : nodes)
            types.push_back(node.type);
        const std::vector<Type> expected{Type::Literal, Type::List,    Type::Literal, Type::Pair,    Type::Literal,
                                         Type::Slot,    Type::Literal, Type::Slot,    Type::Literal, Type::Pair};
        QCOMPARE(types.size(), expected.size());
        QVERIFY(types == expected);
        const LayoutNode &authors = nodes[1];
        QCOMPARE(authors.children.size(), size_t(3));
        QCOMPARE(read.bytes(authors.children[0].open), QByteArray("**"));
        QCOMPARE(read.bytes(authors.children[0].children[1].range), QByteArray("\\*"));
        QCOMPARE(read.bytes(authors.children[1].range), QByteArray(", and "));
        const LayoutNode &brackets = nodes.back();
        QCOMPARE(read.bytes(brackets.open), QByteArray("\\["));
        QCOMPARE(brackets.children.size(), size_t(1));
        QCOMPARE(brackets.children[0].type, Type::List);
    }
};

QTEST_APPLESS_MAIN(TestPublications)
#include "tst_Publications.moc"
