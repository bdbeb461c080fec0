#include "content/page/Edits.h"
#include "content/page/writing/Escape.h"
#include "content/render/Render.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/WriterFixtures.h"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;
using namespace vitrine::test;

namespace {

using F = FieldId;

/// Sets one field and returns the bytes; compares them with `before` in which `from` became `to`.
void compareSet(
    const QByteArray &bytes, const char *id, F field, const Value &value, const QByteArray &from, const QByteArray &to)
{
    const auto page = readPage(bytes);
    QVERIFY2(bytes.count(from) == 1, from.constData());
    QByteArray expected = bytes;
    expected.replace(from, to);
    const auto change = setFields(*page, entryNamed(*page, id), {{field, value}});
    QCOMPARE(newLines(bytes, bytesAfter(*page, change)), newLines(bytes, expected));
    QCOMPARE(bytesAfter(*page, change), expected);
    QCOMPARE(change->after->bytes(), expected);
    QCOMPARE(change->edit.inverse(page->sources()).appliedTo(change->after->sources()), page->sources());
}

QString refusalOf(const QByteArray &bytes, const char *id, F field, const Value &value, QString *suggestion = nullptr)
{
    const auto page = readPage(bytes);
    const auto change = setFields(*page, entryNamed(*page, id), {{field, value}});
    if (change)
        return QStringLiteral("was written: ") + QString::fromUtf8(change->after->bytes());
    if (suggestion)
        *suggestion = change.error().suggestion;
    return change.error().sentence;
}

/// What a browser shows of HTML, typographic signs written as they are typed.
QByteArray shownText(const QByteArray &html)
{
    QByteArray text;
    bool tag = false;
    for (const char c : html) {
        tag = tag || c == '<';
        if (!tag)
            text += c;
        tag = tag && c != '>';
    }
    const std::pair<const char *, const char *> signs[] = {
        {"&lt;", "<"},   {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"},  {"&#123;", "{"}, {"“", "\""},
        {"”", "\""},     {"‘", "'"},    {"’", "'"},       {"–", "--"},     {"—", "---"},    {"…", "..."},
        {"\u00a0", " "}, {"«", "<<"},   {"»", ">>"},      {"&#8203;", ""}, {"&amp;", "&"}};
    for (const auto &[written, typed] : signs)
        text.replace(written, typed);
    return text;
}

/// Types a plain text into a field: true when it was refused, or the page shows it just so.
bool isShownAsTyped(const QByteArray &bytes, const char *id, F field, const QByteArray &plain, int *taken = nullptr)
{
    const auto page = readPage(bytes);
    const EntryRef ref = entryNamed(*page, id);
    const Value value(markdownFromPlain(plain, escapeContextOf(*page, ref, field)));
    const auto change = setFields(*page, ref, {{field, value}});
    if (!change)
        return true;
    if (taken)
        ++*taken;
    return shownText(renderContent(*change->after)).contains(plain);
}

} // namespace

class TestSetFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsOneFieldAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<int>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char *name, const char *id, F field, const char *value, const char *from,
                            const char *to) {
            QTest::newRow(name) << QByteArray(id) << static_cast<int>(field) << QByteArray(value) << QByteArray(from)
                                << QByteArray(to);
        };
        row("news text", "news/2", F::Text, "Three papers are accepted to WALG 2023.",
            "Two papers are accepted to WALG 2023.", "Three papers are accepted to WALG 2023.");
        row("news date", "news/1", F::Date, "2024-01", "08/2023", "01/2024");
        row("title", "publications/preprints/1", F::Title, "Lattice Runs", "Lattice Walks on Sparse Graphs",
            "Lattice Runs");
        row("venue", "publications/conference-publications/2", F::Venue, "Symposium on Differences (DIFF)",
            "Symposium on Sums (SUMS)", "Symposium on Differences (DIFF)");
        row("date of a paper", "publications/preprints/2", F::Date, "2024-09", "Jun 2023", "Sep 2024");
        row("end date", "work-experience/1", F::EndDate, "2023-01", "08/2022", "01/2023");
        row("position", "work-experience/2", F::Position, "Quarry Guide", "Quarry Research Intern", "Quarry Guide");
        row("award", "awards-and-honours/3", F::Title, "Lumen Prize", "Lumen Fellowship", "Lumen Prize");
        row("award date", "awards-and-honours/2", F::Date, "2020", "University, 2018", "University, 2020");
    }

    void setsOneFieldAndNothingElse()
    {
        QFETCH(QByteArray, id);
        QFETCH(int, field);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        compareSet(plainPage(), id.constData(), static_cast<F>(field), value, from, to);
    }

    void theSameValueIsNoEdit()
    {
        const auto page = readPage(plainPage());
        const EntryRef ref = entryNamed(*page, "publications/preprints/1");
        for (const Field &field : page->entry(ref).fields) {
            const auto change = setFields(*page, ref, {{field.id, field.value}});
            QVERIFY(change);
            QVERIFY(change->edit.isEmpty());
            QCOMPARE(change->after->bytes(), page->bytes());
        }
    }

    void keepsCrLfAndEveryOtherByte()
    {
        QByteArray bytes = plainPage();
        bytes.replace("\n", "\r\n");
        compareSet(bytes, "news/1", F::Text, QByteArray("I did it."), "I passed my defense.", "I did it.");
    }

    void aNameKeepsWhatStandsAroundIt()
    {
        compareSet(
            plainPage(), "publications/preprints/1", F::Authors,
            AuthorList{
                authorOf("Priya Sand", {"*"}), authorOf("Mara Quill", {"*"}, true), authorOf("Tomas Brandt"),
                authorOf("Ines Okoye")},
            "* Priya Sandrao\\*, **Mara Quill\\***, Tomas Brandt, and Ines Okoye, “Lattice",
            "* Priya Sand\\*, **Mara Quill\\***, Tomas Brandt, and Ines Okoye, “Lattice");
    }

    void newAuthorsAreSpelledAsThePageSpellsThem()
    {
        compareSet(
            plainPage(), "publications/conference-publications/2", F::Authors,
            AuthorList{
                authorOf("Mara Quill", {"*"}, true), authorOf("Tomas Brandt"), authorOf("Priya Sandrao", {"*"}),
                authorOf("Ines Okoye")},
            "* **Mara Quill**, Tomas Brandt, and Ines Okoye, “Sums in",
            "* **Mara Quill\\***, Tomas Brandt, Priya Sandrao\\*, and Ines Okoye, “Sums in");
    }

    void theLastJoinFollowsTheLastAuthor()
    {
        compareSet(
            plainPage(), "publications/conference-publications/1", F::Authors,
            AuthorList{authorOf("Mara Quill", {}, true), authorOf("Priya Sandrao"), authorOf("Tomas Brandt")},
            "* **Mara Quill**, Priya Sandrao, Tomas Brandt, and Ines Okoye, “Counting",
            "* **Mara Quill**, Priya Sandrao, and Tomas Brandt, “Counting");
    }

    void anAddressChangesAlone()
    {
        compareSet(
            plainPage(), "publications/conference-publications/1", F::Links,
            LinkList{linkTo("PDF", "https://example.org/count-v2.pdf"), linkTo("Code", "https://example.org/count")},
            "https://example.org/count.pdf", "https://example.org/count-v2.pdf");
    }

    void aLinkJoinsTheRow()
    {
        compareSet(
            plainPage(), "publications/preprints/2", F::Links,
            LinkList{linkTo("PDF", "https://example.org/quiet.pdf"), linkTo("Code", "https://example.org/quiet")},
            "\\[[PDF](https://example.org/quiet.pdf)\\]",
            "\\[[PDF](https://example.org/quiet.pdf), [Code](https://example.org/quiet)\\]");
    }

    void aRowOfLinksComesInWithItsBrackets()
    {
        compareSet(
            plainPage(), "publications/conference-publications/2", F::Links,
            LinkList{linkTo("PDF", "https://example.org/dark.pdf")}, "(SUMS), 2022. ",
            "(SUMS), 2022. \\[[PDF](https://example.org/dark.pdf)\\] ");
    }

    void theLastLinkTakesItsBracketsWithIt()
    {
        compareSet(
            plainPage(), "publications/conference-publications/1", F::Links, LinkList(),
            "2023. \\[[PDF](https://example.org/count.pdf), [Code](https://example.org/count)\\]", "2023.");
    }

    void keywordsAreSetAsAList()
    {
        compareSet(
            plainPage(), "technical-skills/1", F::Keywords, StringList{"Python", "C", "Fortran", "Ada"},
            "Python, C++, Fortran", "Python, C, Fortran, Ada");
    }

    void aRemovedFieldTakesItsPunctuationWithIt()
    {
        compareSet(
            plainPage(), "awards-and-honours/2", F::Date, Value(), "Harbour University, 2018", "Harbour University");
    }

    void aNameThatSaysNothingIsReadAsItsSiblings()
    {
        const QByteArray page =
            "# Publications\n"
            "1. <span style=\"color:blue\">[ECCV 2024]</span> **Mara Quill**, Tomas Brandt. Walks on Folded Graphs. "
            "\\[[Paper](u1)\\] **(CCF A)**\n"
            "2. <span style=\"color:blue\">[CVPR 2023]</span> **Mara Quill**, Ines Okoye. Sums that Nobody Heard. "
            "\\[[Paper](u2)\\] **(CCF B)**\n"
            "3. <span style=\"color:blue\">[ICML 2022]</span> **Mara Quill**, Priya Sandrao. Quiet Graphs in the Dark. "
            "\\[[Paper](u3)\\] \\[[Code](u4)\\] **(CCF A)**\n\n"
            "# Education\n"
            "- *2016 - 2020*, Ph.D. in Folding, Harbour University\n"
            "- *2012 - 2016*, B.Sc. in Walking, Elmstad University\n";
        compareSet(page, "publications/2", F::Venue, QByteArray("Evenings of Paper"), "CVPR", "Evenings of Paper");
        compareSet(
            page, "publications/3", F::Note, QByteArray("a quiet one"), "[Code](u4)\\] **(CCF A",
            "[Code](u4)\\] **(a quiet one");
        compareSet(
            page, "education/1", F::Institution, QByteArray("Lumen by the Sea"), "Harbour University",
            "Lumen by the Sea");
    }

    void aBadgeFollowsItsVenue()
    {
        const auto page = readPage(boxPage());
        const EntryRef ref = entryNamed(*page, "publications/1");
        QCOMPARE(said(*page, ref, F::Venue), QByteArray("WALG"));
        compareSet(boxPage(), "publications/1", F::Venue, QByteArray("ICSUM"), "WALG 2025</div>", "ICSUM 2025</div>");
    }

    void valuesThatCannotBeHeldAreRefusedInWords()
    {
        QString suggestion;
        QCOMPARE(
            refusalOf(plainPage(), "news/1", F::Date, QByteArray("Sumer 2023")),
            QStringLiteral(
                "“Sumer 2023” is not a date known here. Try 2023, 08/2023, Aug 2023, Fall 2023 or present."));
        QCOMPARE(
            refusalOf(
                plainPage(), "publications/preprints/1", F::Authors,
                AuthorList{authorOf("Sandrao, Priya"), authorOf("Mara Quill", {}, true)}, &suggestion),
            QStringLiteral("A comma would make two authors of this name on your page."));
        QCOMPARE(suggestion, QStringLiteral("Priya Sandrao"));
        QCOMPARE(
            refusalOf(
                plainPage(), "publications/preprints/1", F::Title, QByteArray("Say “no” twice”, she said"),
                &suggestion),
            QStringLiteral("The closing quote ” would end the title early. Use ’ inside it."));
        QCOMPARE(suggestion, QStringLiteral("Say ‘no’ twice’, she said"));
        QCOMPARE(
            refusalOf(
                plainPage(), "publications/preprints/1", F::Links,
                LinkList{linkTo("PDF", "https://example.org/a b.pdf")}, &suggestion),
            QStringLiteral("An address cannot contain a blank. Write %20 instead."));
        QCOMPARE(suggestion, QStringLiteral("https://example.org/a%20b.pdf"));
        QCOMPARE(
            refusalOf(plainPage(), "publications/preprints/1", F::Image, QByteArray("images/a.png")),
            QStringLiteral("Entries of this section have no place for a picture. Add it as Markdown."));
        QCOMPARE(
            refusalOf(plainPage(), "awards-and-honours/1", F::Title, QByteArray("One\n\nTwo")),
            QStringLiteral("This entry is one line on your page and cannot hold a second paragraph."));
    }

    void hostileSignsAreShownAsTyped()
    {
        int taken = 0, all = 0;
        for (const char *plain :
             {"a *b* c",
              "snake_case and _more_",
              "[x](y) z",
              "![x](y) z",
              "a | b | c",
              "a < b > c",
              "x <b>y</b> z",
              "{{ site.title }} z",
              "{% raw %} z",
              "say `code` now",
              "back\\slash",
              "R&D &amp; co",
              "x {: .y} z",
              "$x$ and $$y$$",
              "~~gone~~ z",
              "[^1] z",
              "50% of #1",
              "a \"quoted\" word",
              "** lone",
              "*[HTML]: x",
              "http://example.org z",
              "1. first",
              "# heading",
              "- item",
              "<!-- x --> z",
              "a--b...c"}) {
            for (const auto &[id, field] :
                 {std::pair{"news/2", F::Text}, std::pair{"awards-and-honours/1", F::Title},
                  std::pair{"publications/conference-publications/2", F::Title}}) {
                ++all;
                QVERIFY2(
                    isShownAsTyped(plainPage(), id, field, plain, &taken),
                    qPrintable(QStringLiteral("%1 in %2").arg(QString::fromUtf8(plain), QString::fromLatin1(id))));
            }
        }
        qInfo("hostile values: %d of %d taken", taken, all);
        QVERIFY2(taken * 10 >= all * 8, "Most such values can be written.");
    }

    void whateverIsTypedIsShownOrRefused()
    {
        QVERIFY(rc::check([] {
            const std::string signs = "ab *_`[]()<>&;#!|\\~$\"+1{}%:^";
            const auto picks = *rc::gen::container<std::vector<size_t>>(rc::gen::inRange<size_t>(0, signs.size()));
            QByteArray plain("x");
            for (const size_t pick : picks)
                plain += signs[pick];
            plain = (plain + 'y').simplified();
            RC_ASSERT(isShownAsTyped(plainPage(), "news/2", F::Text, plain));
        }));
    }

    void markdownIsTakenAsTyped()
    {
        const auto page = readPage(plainPage());
        const EntryRef ref = entryNamed(*page, "news/2");
        const auto change = setEntryMarkdown(*page, ref, "* 05/2023: Typed *as* it is");
        QByteArray expected = plainPage();
        expected.replace("* 04/2023: Two papers are accepted to WALG 2023. ", "* 05/2023: Typed *as* it is");
        QCOMPARE(bytesAfter(*page, change), expected);
    }

    void markdownThatReachesBeyondItsEntryIsRefused()
    {
        const auto page = readPage(plainPage());
        const auto change = setEntryMarkdown(*page, entryNamed(*page, "news/2"), "* 05/2023: I moved\n\n# Talks");
        QVERIFY(!change);
        QCOMPARE(change.error().kind, ErrorKind::Refused);
    }
};

QTEST_APPLESS_MAIN(TestSetFields)
#include "tst_SetFields.moc"
