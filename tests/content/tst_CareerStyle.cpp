// New jobs, degrees, awards and news in the hand of small invented pages.

#include "content/page/Edits.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/WriterFixtures.h"

#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

namespace {

using F = FieldId;

/// The lines that adding an entry on top of the page's last section brings.
QByteArray linesOfNew(const QByteArray &page, const FieldValues &values)
{
    const auto before = readPage(page);
    const int section = static_cast<int>(before->outline().sections.size()) - 1;
    return newLines(page, bytesAfter(*before, addEntry(*before, section, 0, values))).trimmed();
}

FieldValues newsOf(const char *date, const QByteArray &text)
{
    return {{F::Date, QByteArray(date)}, {F::Text, text}};
}

} // namespace

class TestCareerStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMonthAmongDaysIsSpelledAsTheyAreWithoutTheDay_data()
    {
        QTest::addColumn<QByteArray>("dates");
        QTest::addColumn<QByteArray>("month");
        QTest::addColumn<QByteArray>("year");
        const auto row = [](const char *dates, const char *month, const char *year) {
            QTest::newRow(dates) << QByteArray(dates) << QByteArray(month) << QByteArray(year);
        };
        row("Mar 3, 2025|Jan 22, 2025", "Feb 2026", "2026");
        row("3 March 2025|22 January 2025", "February 2026", "2026");
        row("March 3rd, 2025|January 22nd, 2025", "February 2026", "2026");
        row("2025.03.03|2025.01.22", "2026.02", "2026");
        row("03/15/2025|01/22/2025", "02/2026", "2026");
        row("2025年3月3日|2025年1月22日", "2026年2月", "2026年");
    }
    void aMonthAmongDaysIsSpelledAsTheyAreWithoutTheDay()
    {
        QFETCH(QByteArray, dates);
        QFETCH(QByteArray, month);
        QFETCH(QByteArray, year);
        const QByteArrayList both = dates.split('|');
        const QByteArray page = "# Education\n- *2019.09 - 2023.06*, Ph.D., Nordhavn University\n\n# News\n- **"
            + both[0] + "**: I moved to Oslo.\n- **" + both[1] + "**: I moved to Bergen.\n";
        QCOMPARE(linesOfNew(page, newsOf("2026-02", "I moved.")), "- **" + month + "**: I moved.");
        QCOMPARE(linesOfNew(page, newsOf("2026", "I moved.")), "- **" + year + "**: I moved.");
    }

    void signsThatEndATextGetNoStop_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"Hello 🚀", "More below:", "更多：", "I moved!"})
            QTest::newRow(text) << QByteArray(text);
    }
    void signsThatEndATextGetNoStop()
    {
        QFETCH(QByteArray, text);
        const QByteArray page = "# News\n- *2025.03*: I moved to Oslo.\n- *2025.01*: I moved to Bergen.\n";
        QCOMPARE(linesOfNew(page, newsOf("2026-02", text)), "- *2026.02*: " + text);
    }

    void aLoneEntryIsFollowedAsOtherListsOfThePageAreSpaced()
    {
        const QByteArray page = "# Service\n- Reviewer, ROBO 2025\n\n- Reviewer, ROBO 2024\n\n# Work Experience\n"
                                "- *2018.09 - 2022.06*, Research Intern, Foo Labs.\n";
        const auto before = readPage(page);
        const auto change = addEntry(
            *before, 1, 0,
            {{F::StartDate, QByteArray("2022-09")},
             {F::EndDate, QByteArray("2025-03")},
             {F::Position, QByteArray("Research Intern")},
             {F::Organization, QByteArray("Elm Institute")}});
        QCOMPARE(
            bytesAfter(*before, change),
            QByteArray(page).replace(
                "# Work Experience\n",
                "# Work Experience\n- *2022.09 - 2025.03*, Research Intern, Elm Institute.\n\n"));
    }

    void anItemGoesToTheItemsBeforeAParagraph()
    {
        const QByteArray page = "## Contact\n\nMeet me:\n\n- On Mondays\n- On Tuesdays\n\nI look forward to it.\n\nAnd "
                                "to hearing from you.\n";
        const auto before = readPage(page);
        const int at = static_cast<int>(before->section(0).entries.size()) - 1;
        const auto change = addEntry(*before, 0, at, {{F::Text, QByteArray("On Fridays")}});
        QCOMPARE(
            bytesAfter(*before, change), QByteArray(page).replace("- On Tuesdays\n", "- On Tuesdays\n- On Fridays\n"));
    }

    void aNameIsLinkedThoughItsTextHasThatLinkToo()
    {
        const QByteArray page = "## Open-Source Projects\n"
                                "- **[Fog](https://fog.example)** — Find it at [fog.example](https://fog.example).\n"
                                "- **[Cod](https://cod.example)** — Find it at [cod.example](https://cod.example).\n";
        QCOMPARE(
            linesOfNew(
                page,
                {{F::Name, QByteArray("Elm")},
                 {F::Summary, QByteArray("Find it at [elm.example](https://elm.example)")},
                 {F::Links, LinkList{linkTo("", "https://elm.example")}}}),
            QByteArray("- **[Elm](https://elm.example)** — Find it at [elm.example](https://elm.example)."));
    }

    void anOddNeighbourIsNotCopiedWhereMostLookAlike()
    {
        const QByteArray page = "# Honors\n- *Cod Prize* (2024)\n- Fog Prize, 2023\n- Elm Prize, 2022\n- Oak Prize, "
                                "2021\n";
        QCOMPARE(
            linesOfNew(page, {{F::Title, QByteArray("Ash Prize")}, {F::Date, QByteArray("2025")}}),
            QByteArray("- Ash Prize, 2025"));
    }

    void aYearFollowsAMeetingAsItDoesElsewhere()
    {
        const QByteArray page =
            "# Honors\n- Newcomer Award (2024)\n- Best Poster Award at ROBO 2023\n- Elm Prize (2022)\n";
        QCOMPARE(
            linesOfNew(page, {{F::Title, QByteArray("Best Demo Award at CODX")}, {F::Date, QByteArray("2025")}}),
            QByteArray("- Best Demo Award at CODX 2025"));
        QCOMPARE(
            linesOfNew(page, {{F::Title, QByteArray("Ash Prize")}, {F::Date, QByteArray("2025")}}),
            QByteArray("- Ash Prize (2025)"));
    }

    void aGiverThatNothingTellsIsNamedInWords()
    {
        const QByteArray page = "# Honors\n- *2023*&nbsp;&nbsp;National Scholarship\n- *2022*&nbsp;&nbsp;Fog Prize\n";
        QCOMPARE(
            linesOfNew(
                page,
                {{F::Title, QByteArray("Quiet Talents")},
                 {F::Awarder, QByteArray("Elmhaven")},
                 {F::Date, QByteArray("2025")}}),
            QByteArray("- *2025*&nbsp;&nbsp;Quiet Talents, awarded by Elmhaven"));
    }

    void whatNoNeighbourCanHoldKeepsItsDateWhereTheyHaveTheirs()
    {
        const QByteArray page = "# Education\n"
                                "- *2018.09 - 2022.06*, **Bachelor of Arts** in French, **Bachelor of Engineering** in "
                                "Physics, Elm University, Norway.\n";
        QCOMPARE(
            linesOfNew(
                page,
                {{F::StartDate, QByteArray("2022-09")},
                 {F::EndDate, QByteArray("2025-03")},
                 {F::StudyType, QByteArray("Master of Science")},
                 {F::Area, QByteArray("Physics")},
                 {F::Institution, QByteArray("Nordhavn University")}}),
            QByteArray("- *2022.09 - 2025.03*, Master of Science, Physics, Nordhavn University"));
    }

    void aLinkWithoutALabelGoesAroundTheName()
    {
        const QByteArray page = "# Experience\n"
                                "- Westby University - [Fog Lab](https://fog.example): 2024.09 - 2025.03\n"
                                "  * Visiting Student\n"
                                "- [Nordhavn University](https://nord.example): 2023.09 - 2024.03\n"
                                "  * Research Assistant\n";
        const FieldValues values{
            {F::Position, QByteArray("Research Intern")},
            {F::Organization, QByteArray("Elm Institute")},
            {F::StartDate, QByteArray("2025-04")},
            {F::EndDate, QByteArray("2025-09")},
            {F::Links, LinkList{linkTo("", "https://elm.example")}}};
        QCOMPARE(
            linesOfNew(page, values),
            QByteArray("- [Elm Institute](https://elm.example): 2025.04 - 2025.09\n  * Research Intern"));
        const QByteArray plain = "# Experience\n"
                                 "- *2024.09 - 2025.03*, Visiting Student, Westby University.\n"
                                 "- *2023.09 - 2024.03*, Research Assistant, Nordhavn University.\n";
        QCOMPARE(
            linesOfNew(plain, values),
            QByteArray("- *2025.04 - 2025.09*, Research Intern, [Elm Institute](https://elm.example)."));
    }
};

QTEST_APPLESS_MAIN(TestCareerStyle)
#include "tst_CareerStyle.moc"
