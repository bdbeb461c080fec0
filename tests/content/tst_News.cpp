#include "tests/support/EntryFixtures.h"

#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

class TestNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDateAndText_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QByteArray>("fields");
        const auto row = [](const char *entry, const char *fields) {
            QTest::newRow(entry) << QByteArray(entry) << QByteArray(fields);
        };
        row("* 08/2023: I moved to Elmstad. ", "date=2023-08 | text=I moved to Elmstad");
        row("- *2025.07*: &nbsp;🎉🎉 A paper at **KLMN 2025**!", "date=2025-07 | text=🎉🎉 A paper at **KLMN 2025**!");
        row("- **2026.07** Two talks", "date=2026-07 | text=Two talks");
        row("- [01/2026] New job", "date=2026-01 | text=New job");
        row("- \\[2025/08/02\\]: New job", "date=2025-08-02 | text=New job");
        row("- **Mar 20, 2026**: New job", "date=2026-03-20 | text=New job");
        row("- April 22nd, 2024, New job", "date=2024-04-22 | text=New job");
        row("- **[Aug. 2025]** New job", "date=2025-08 | text=New job");
        row("- **Dec 2024：** 新工作。", "date=2024-12 | text=新工作");
        row("- `2026.03` New job", "date=2026-03 | text=New job");
        row("- [Sep 2022] **Bold news**", "date=2022-09 | text=Bold news");
        row("- 2024.05 - New job", "date=2024-05 | text=New job");
        row("- Jan '25: New job", "date=2025-01 | text=New job");
        row("- May - August, 2022. A visit", "date=2022-05/2022-08 | text=A visit");
        row("- <span class=\"when\">2024.05</span> <b>New</b> job", "date=2024-05 | text=<b>New</b> job");
        row("- <em>2024.05</em>: See [here](https://a.example)",
            "date=2024-05 | text=See [here](https://a.example) | links=[here](https://a.example)");
        row("- We have no date", "text=We have no date");
        row("- Joined the Institute (Mar 2024)", "date=2024-03 | text=Joined the Institute");
        row("- *2024.05*: First line\n  second line", "date=2024-05 | text=First line\nsecond line");
        row("- *2024.05*: See the list\n  - one\n  - two", "date=2024-05 | text=See the list | summary=- one\n- two");
    }
    void readsDateAndText()
    {
        QFETCH(QByteArray, entry);
        QFETCH(QByteArray, fields);
        const ReadEntries read = readList(Kind::News, entry);
        QCOMPARE(fieldsLine(read), fields);
        QCOMPARE(brokenEntry(read.text, read.entries()[0]), QString());
    }

    void readsListItemsOfHtml()
    {
        const ReadEntries read =
            readOne(Kind::News, Container::HtmlItem, "<li><strong>2025.01</strong>: A *new* job &amp; town.</li>");
        QCOMPARE(fieldsLine(read), QByteArray("date=2025-01 | text=A *new* job &amp; town"));
        QCOMPARE(*read.entries()[0].field(FieldId::Text)->plain, QByteArray("A *new* job & town"));
        QCOMPARE(brokenEntry(read.text, read.entries()[0]), QString());
    }

    void numbersThatMightBeDayOrMonthFollowThePage()
    {
        const ReadEntries read = readList(Kind::News, "- 26/01/2024: a\n- 03/04/2024: b\n");
        QCOMPARE(fieldsLine(read, 1), QByteArray("date=2024-04-03 | text=b"));
    }

    void bytesThatAreNoTextMakeNoField()
    {
        const ReadEntries read = readList(Kind::News, "- 2024.05: \xff\xfe odd");
        QVERIFY(!read.entries()[0].structured);
        QVERIFY(read.entries()[0].fields.empty());
    }
};

QTEST_APPLESS_MAIN(TestNews)
#include "tst_News.moc"
