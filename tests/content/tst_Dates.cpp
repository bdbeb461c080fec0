#include "content/page/dates/Dates.h"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;

namespace {

/// Spellings of real pages, with what they say.
struct Example
{
    const char *written;
    const char *edtf;
};

const std::vector<Example> examples{
    {"2023", "2023"},
    {"08/2023", "2023-08"},
    {"8/2023", "2023-08"},
    {"2025.07", "2025-07"},
    {"2023.8", "2023-08"},
    {"2025.07.21", "2025-07-21"},
    {"2025/08/02", "2025-08-02"},
    {"2025-08-02", "2025-08-02"},
    {"09.2021", "2021-09"},
    {"Aug 2023", "2023-08"},
    {"Aug. 2023", "2023-08"},
    {"Sept. 2023", "2023-09"},
    {"August, 2023", "2023-08"},
    {"Mar 20, 2026", "2026-03-20"},
    {"April 22nd, 2024", "2024-04-22"},
    {"20 March 2026", "2026-03-20"},
    {"Jan '25", "2025-01"},
    {"Jan ’25", "2025-01"},
    {"'25", "2025"},
    {"'21 - '25", "2021/2025"},
    {"Spring 2019", "2019-21"},
    {"Autumn 2022", "2022-23"},
    {"2022 Fall", "2022-23"},
    {"2022 Mar", "2022-03"},
    {"Aug 9th", "XXXX-08-09"},
    {"2023年", "2023"},
    {"2023年8月", "2023-08"},
    {"2023年8月21日", "2023-08-21"},
    {"26/01/2024", "2024-01-26"},
    {"03/29/2025", "2025-03-29"},
    {"09/2021-08/2022", "2021-09/2022-08"},
    {"2022.09 - 2025.03", "2022-09/2025-03"},
    {"2022-2024", "2022/2024"},
    {"2022 – 2024", "2022/2024"},
    {"2022--2024", "2022/2024"},
    {"2019-21", "2019/2021"},
    {"2022.09 - present", "2022-09/.."},
    {"Sep 2022 to now", "2022-09/.."},
    {"2022年9月 - 至今", "2022-09/.."},
    {"May - August, 2022", "2022-05/2022-08"},
    {"June 5-8, 2023", "2023-06-05/2023-06-08"},
    {"Aug 9th-Aug10th", "XXXX-08-09/XXXX-08-10"},
    {"2021.10 & 2019.10", "{2021-10,2019-10}"},
    {"2020 & 2021", "{2020,2021}"},
    {"2019, 2020 and 2022", "{2019,2020,2022}"},
    {"Fall 2019, Fall 2022", "{2019-23,2022-23}"},
    {"2017-2019, 2022", "{2017/2019,2022}"},
};

QByteArray two(int value)
{
    return QByteArray::number(value).rightJustified(2, '0');
}

/// Another date with the same parts as `edtf` has: every year, month, season and day moved by the same random steps,
/// so that what two dates share stays shared.
QByteArray another(QByteArray edtf)
{
    const int years = *rc::gen::inRange(-15, 60);
    const int months = *rc::gen::inRange(0, 12);
    const int days = *rc::gen::inRange(0, 28);
    int part = 0;
    for (qsizetype at = 0; at < edtf.size(); ++at) {
        const bool year = edtf.mid(at).startsWith("XXXX") || (edtf[at] == '2' && (at == 0 || edtf[at - 1] != '-'));
        if (year) {
            if (edtf[at] != 'X')
                edtf.replace(at, 4, QByteArray::number(edtf.mid(at, 4).toInt() + years));
            at += 3;
            part = 0;
        } else if (edtf[at] == '-') {
            const int value = edtf.mid(at + 1, 2).toInt();
            const int month = value > 20 ? 21 + (value - 21 + months) % 4 : 1 + (value - 1 + months) % 12;
            edtf.replace(at + 1, 2, two(part == 0 ? month : 1 + (value - 1 + days) % 28));
            at += 2;
            ++part;
        }
    }
    return edtf;
}

} // namespace

class TestDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSpellingsOfRealPages_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("edtf");
        for (const Example &example : examples)
            QTest::newRow(example.written) << QByteArray(example.written) << QByteArray(example.edtf);
    }
    void readsTheSpellingsOfRealPages()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, edtf);
        const auto found = parseDate(written);
        QVERIFY(found);
        QCOMPARE(found->edtf, edtf);
        QCOMPARE(found->length, written.size());
    }

    void spellsADateAsItWasWritten_data() { readsTheSpellingsOfRealPages_data(); }
    void spellsADateAsItWasWritten()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, edtf);
        const auto spelled = spellDate(edtf, parseDate(written)->form);
        QVERIFY(spelled.ok());
        QCOMPARE(*spelled, written);
    }

    void anotherDateInTheSameFormReadsBack_data() { readsTheSpellingsOfRealPages_data(); }
    void anotherDateInTheSameFormReadsBack()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, edtf);
        const WrittenDate learnt = *parseDate(written);
        QVERIFY(rc::check([&] {
            const QByteArray wanted = another(edtf);
            const auto spelled = spellDate(wanted, learnt.form);
            RC_PRE(spelled.ok());
            const auto order = learnt.dayFirst ? DayOrder::DayFirst : DayOrder::MonthFirst;
            const auto again = parseDate(*spelled, order);
            RC_ASSERT(again.has_value());
            RC_ASSERT(again->edtf == wanted);
        }));
    }

    void keepsTheFormForAnotherMonth_data()
    {
        QTest::addColumn<QByteArray>("like");
        QTest::addColumn<QByteArray>("edtf");
        QTest::addColumn<QByteArray>("spelled");
        QTest::newRow("padded") << QByteArray("08/2023") << QByteArray("2024-01") << QByteArray("01/2024");
        QTest::newRow("unpadded") << QByteArray("2023.8") << QByteArray("2024-01") << QByteArray("2024.1");
        QTest::newRow("ordinal") << QByteArray("April 22nd, 2024") << QByteArray("2024-05-13")
                                 << QByteArray("May 13th, 2024");
        QTest::newRow("dotted") << QByteArray("Aug. 2023") << QByteArray("2023-10") << QByteArray("Oct. 2023");
        QTest::newRow("season") << QByteArray("Spring 2019") << QByteArray("2019-23") << QByteArray("Fall 2019");
        QTest::newRow("chinese") << QByteArray("2023年8月") << QByteArray("2024-11") << QByteArray("2024年11月");
        QTest::newRow("period") << QByteArray("2022.09 - 2025.03") << QByteArray("2023-01/..")
                                << QByteArray("2023.01 - Present");
        QTest::newRow("open word") << QByteArray("2022.09 – now") << QByteArray("2023-01/..")
                                   << QByteArray("2023.01 – now");
        QTest::newRow("more terms") << QByteArray("Fall 2019, Fall 2022") << QByteArray("{2019-21,2020-21,2021-21}")
                                    << QByteArray("Spring 2019, Spring 2020, Spring 2021");
        QTest::newRow("shared year no longer shared")
            << QByteArray("May - August, 2022") << QByteArray("2022-11/2023-02")
            << QByteArray("November, 2022 - February, 2023");
    }
    void keepsTheFormForAnotherMonth()
    {
        QFETCH(QByteArray, like);
        QFETCH(QByteArray, edtf);
        QFETCH(QByteArray, spelled);
        const auto result = spellDate(edtf, parseDate(like)->form);
        QVERIFY(result.ok());
        QCOMPARE(*result, spelled);
    }

    void refusesWhatTheFormCannotSayAndNamesTheForm()
    {
        const DateForm form = parseDate("08/2023")->form;
        for (const char *edtf : {"2023", "2023-08-21", "2023-23", "XXXX-08-02"}) {
            const auto result = spellDate(edtf, form);
            QVERIFY(!result.ok());
            QCOMPARE(result.error().kind, ErrorKind::Refused);
            QVERIFY(result.error().sentence.contains(QStringLiteral("08/2023")));
        }
    }

    void readsNoDateInWordsAndNumbers_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "Marching on", "Maybe 2023", "2023s", "20234", "13/2023", "2023.13", "30 papers", "May",
              "June 3 papers", "Sumer 2023", "1234"})
            QTest::newRow(text) << QByteArray(text);
    }
    void readsNoDateInWordsAndNumbers()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseDate(text));
    }

    void stopsWhereTheDateEnds()
    {
        QCOMPARE(dateAt("2023.08: accepted")->length, 7);
        QCOMPARE(dateAt("2023, 2 papers")->length, 4);
        QCOMPARE(dateAt("Fall 2019, Fall 2022, Systems")->edtf, QByteArray("{2019-23,2022-23}"));
        QCOMPARE(singleDateAt("2022-2024")->edtf, QByteArray("2022"));
    }

    void dayAndMonthFollowThePage()
    {
        QCOMPARE(parseDate("03/04/2024", DayOrder::DayFirst)->edtf, QByteArray("2024-04-03"));
        QCOMPARE(parseDate("03/04/2024", DayOrder::MonthFirst)->edtf, QByteArray("2024-03-04"));
        QVERIFY(parseDate("03/04/2024")->ambiguous);
        QVERIFY(!parseDate("26/01/2024")->ambiguous);
    }

    void takesWhatPeopleType()
    {
        QCOMPARE(*parseTyped(" 2023-08 "), QByteArray("2023-08"));
        QCOMPARE(*parseTyped("aug 2023"), QByteArray("2023-08"));
        QCOMPARE(*parseTyped("present"), QByteArray(".."));
        QCOMPARE(*parseTyped("2021-09/.."), QByteArray("2021-09/.."));
        QCOMPARE(*parseTyped(""), QByteArray());
        const auto unknown = parseTyped("Sumer 2023");
        QVERIFY(!unknown.ok());
        QCOMPARE(
            unknown.error().sentence,
            QStringLiteral(
                "“Sumer 2023” is not a date known here. Try 2023, 08/2023, Aug 2023, Fall 2023 or present."));
    }

    void showsDatesToPeople()
    {
        QCOMPARE(humanDate("2026-06"), QByteArray("Jun 2026"));
        QCOMPARE(humanDate("2023-08-21"), QByteArray("21 Aug 2023"));
        QCOMPARE(humanDate("{2019-23,2022-23}"), QByteArray("Fall 2019, Fall 2022"));
        QCOMPARE(humanDate("2021-09/.."), QByteArray("Sep 2021 – present"));
        QCOMPARE(humanDate("2019"), QByteArray("2019"));
        QCOMPARE(humanDate("odd"), QByteArray("odd"));
    }

    void knowsEdtf()
    {
        for (const char *text :
             {"2023", "2023-08", "2023-02-29", "2019-23", "2019/..", "XXXX-08-09", "{2019,2020}", ".."})
            QVERIFY2(isEdtf(text), text);
        for (const char *text : {"", "23", "2023-13", "2023-02-30", "2023-8", "{}", "XXXX", "2023/", "/2023", "{2019"})
            QVERIFY2(!isEdtf(text), text);
    }

    void readingAnyBytesNeverFails()
    {
        QVERIFY(rc::check([] {
            const auto text = *rc::gen::container<std::string>(
                rc::gen::elementOf(std::string("0123456789./-, 'JanMayFl\xe5\xb9\xb4&")));
            const QByteArray bytes = QByteArray::fromStdString(text);
            const auto found = dateAt(bytes);
            if (found)
                RC_ASSERT((found->length > 0 && found->length <= bytes.size() && isEdtf(found->edtf)));
        }));
    }
};

QTEST_APPLESS_MAIN(TestDates)
#include "tst_Dates.moc"
