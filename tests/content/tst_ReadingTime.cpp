#include "tests/support/PageFixtures.h"

#include <QTest>

#include <ctime>

using namespace vitrine;

namespace {

double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double secondsToRead(const QByteArray &page)
{
    const double begin = processorSeconds();
    test::readPage(page);
    return processorSeconds() - begin;
}

QByteArray news(int count)
{
    QByteArray page = "# News\n";
    for (int i = 0; i < count; ++i)
        page += "* 0" + QByteArray::number(1 + i % 9) + "/2024: One *paper* is accepted to LEARN.\n";
    return page;
}

QByteArray papers(int count)
{
    QByteArray page = "# Publications\n";
    for (int i = 0; i < count; ++i)
        page += "* Bo Li\\*, **Ada King**, and Cy Ong, \"Quiet machines, part " + QByteArray::number(i)
            + "\", in the Conference on Learning (LEARN), 2023. [[PDF](https://papers.example.org/"
            + QByteArray::number(i) + ".pdf)]\n";
    return page;
}

} // namespace

class TestReadingTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsWithThePage_data()
    {
        QTest::addColumn<QByteArray>("small");
        QTest::addColumn<QByteArray>("large");
        const auto times = [](const char *name, const char *begin, const char *text, int count) {
            const QByteArray small = begin + QByteArray(text).repeated(count / 2);
            QTest::newRow(name) << small << begin + QByteArray(text).repeated(4 * count);
        };
        QTest::newRow("news") << news(250) << news(2000);
        QTest::newRow("papers") << papers(125) << papers(1000);
        times("headings", "", "# a\n", 2000);
        times("nested headings", "", "# a\n## b\n### c\n", 600);
        times("open elements", "", "<div>\n", 8000);
        times("open comments", "", "<div>\n<!-- \n", 5000);
        times("open boxes", "", "<div class='paper-box'>\n", 4000);
        times("hidden entries", "# News\n", "<!-- * a -->\n", 1500);
        times("open Liquid", "# News\n", "* a {{ b\n", 1500);
        times("open tags", "# News\n", "* a <b c=\"\n", 1500);
        times("comments behind items", "# News\n", "- a\n<!-- b -->\n", 1500);
        times("whole elements that never end", "", "<button><i>", 4000);
        times("text between tags of one line", "<div>\n", "a<div>", 3000);
        times("items without text", "", "- \n# a\n", 1500);
        times("paragraphs in an element", "<div>\n", "\na\n<b>c\n", 1500);
        times("open items", "# News\n<ul>\n", "<li>a\n", 4000);
        times("brackets", "# Publications\n* ", "[", 10000);
    }

    /// Eight times as many entries take at most 2.5 times the time for a byte: there is room for caches and the
    /// machine, none for a reading that grows with the square.
    void growsWithThePage()
    {
        QFETCH(QByteArray, small);
        QFETCH(QByteArray, large);
        const double most = 2.5 * static_cast<double>(large.size()) / static_cast<double>(small.size());
        secondsToRead(small);
        double smallBest = secondsToRead(small);
        double largeBest = secondsToRead(large);
        // The best of several runs: what else the machine does only ever adds.
        for (int run = 0; run < 8 && largeBest > most * smallBest; ++run) {
            smallBest = std::min(smallBest, secondsToRead(small));
            largeBest = std::min(largeBest, secondsToRead(large));
        }
        QVERIFY2(largeBest <= most * smallBest, qPrintable(QString::number(largeBest / smallBest)));
    }
};

QTEST_APPLESS_MAIN(TestReadingTime)
#include "tst_ReadingTime.moc"
