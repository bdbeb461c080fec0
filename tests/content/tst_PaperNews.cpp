#include "content/news/PaperNews.h"
#include "tests/support/PageFixtures.h"

#include <QTest>

using namespace vitrine;
using vitrine::test::readPage;

namespace {

const QByteArray papers = R"(
# Publications
- **Ida Falk**, Tove Lind. "Flow: Coming Back". *Conference on Tides (TIDES)*, 2026. [[PDF](https://papers.example.org/flow.pdf)]
- **Ida Falk**, Tove Lind. "Quill: Writing with Tides". *arXiv preprint*, 2026. [[PDF](https://papers.example.org/quill.pdf)]
- **Ida Falk**, Per Holm. "Ripple: Second Thoughts on Waves". *Conference on Waves (WAVES)*, 2025. [[PDF](https://papers.example.org/ripple.pdf)]
- **Ida Falk**, Per Holm. "Ebb: Leaving Early". *Conference on Waves (WAVES)*, 2022. [[PDF](https://papers.example.org/ebb.pdf)]
)";

QByteArray told(const QByteArray &news, int paper = 0)
{
    const auto page = readPage("# News\n" + news + papers);
    return newsTextAbout(*page, 0, {1, paper});
}

} // namespace

/// News about a paper, in the words in which the page told of earlier ones.
class TestPaperNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWordsOfEarlierNewsAreTaken_data()
    {
        QTest::addColumn<QByteArray>("news");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &news, const QByteArray &expected) {
            // The final stop is no part of a text: an item gets that of its neighbours.
            QTest::newRow(name) << news << (expected.endsWith('.') ? expected.chopped(1) : expected);
        };
        row("venue", "- *2025.03*: One paper is accepted by WAVES 2025.\n", "One paper is accepted by TIDES 2026.");
        row("several", "- *2025.03*: 🎉 Two papers are accepted to **WAVES 2025**!\n",
            "🎉 One paper is accepted to **TIDES 2026**!");
        row("number", "- *2025.03*: 2 papers have been accepted by WAVES\n", "1 paper has been accepted by TIDES");
        row("title", "- *2025.03*: Our paper “Ripple: Second Thoughts on Waves” was accepted at WAVES 2025.\n",
            "Our paper “Flow: Coming Back” was accepted at TIDES 2026.");
        row("name", "- *2025.03*: 🎉🎉 Ripple is accepted by WAVES'25\n- *2022.03*: 🎉 Ebb appears in WAVES 2022\n",
            "🎉 Flow appears in TIDES 2026");
        row("link", "- *2025.03*: [Ripple](https://papers.example.org/ripple.pdf) is accepted by WAVES.\n",
            "[Flow](https://papers.example.org/flow.pdf) is accepted by TIDES.");
        row("venue of no paper", "- *2025.03*: One paper was accepted by ICWW 2024.\n",
            "One paper was accepted by TIDES 2026.");
        row("chinese", "- *2025.03*: 🎉 两篇论文被 WAVES 2025 接收\n", "🎉 一篇论文被 TIDES 2026 接收");
        row("commonest",
            "- *2025.04*: A paper is accepted by WAVES 2025.\n- *2025.03*: One paper is in WAVES 2024, accepted.\n"
            "- *2025.02*: One paper is in WAVES 2023, accepted.\n",
            "One paper is in TIDES 2026, accepted.");
        row("oldest first",
            "- *2021.01*: One paper was accepted by WAVES 2021.\n- *2025.01*: A paper is accepted by WAVES 2025.\n",
            "A paper is accepted by TIDES 2026.");
    }
    void theWordsOfEarlierNewsAreTaken()
    {
        QFETCH(QByteArray, news);
        QTEST(told(news), "expected");
    }

    void whatIsTrueOfOnePaperOnlyIsNotSaidOfAnother_data()
    {
        QTest::addColumn<QByteArray>("news");
        QTest::newRow("topic") << QByteArray("Our paper on foam was accepted by WAVES 2025.");
        QTest::newRow("honour") << QByteArray("Ripple is accepted by WAVES 2025 as an Oral.");
        QTest::newRow("people") << QByteArray("Ripple is accepted by WAVES 2025. Congrats to Per!");
        QTest::newRow("place") << QByteArray("Ripple is accepted by WAVES 2025, see you in Northmere.");
        QTest::newRow("rate") << QByteArray("One paper is accepted by WAVES 2025 (acceptance rate 12%).");
        QTest::newRow("other link") << QByteArray(
            "Ripple is accepted by WAVES 2025 ([slides](https://a.example.org)).");
        QTest::newRow("no paper") << QByteArray("I joined the Harbour Institute.");
        QTest::newRow("two") << QByteArray("Ripple and Ebb are accepted by WAVES 2025.");
    }
    void whatIsTrueOfOnePaperOnlyIsNotSaidOfAnother()
    {
        QFETCH(QByteArray, news);
        QCOMPARE(
            told("- *2025.03*: 🌊 " + news + "\n"),
            QByteArray("🌊 Our paper \"Flow: Coming Back\" is accepted by TIDES 2026"));
    }

    void aPreprintIsNotSaidToBeAccepted()
    {
        const QByteArray accepted = "- *2025.03*: Ripple is accepted by WAVES 2025.\n";
        QCOMPARE(told(accepted, 1), QByteArray("Our paper \"Quill: Writing with Tides\" is available as a preprint"));
        QCOMPARE(
            told(accepted + "- *2025.01*: We released the preprint of Ebb.\n", 1),
            QByteArray("We released the preprint of Quill"));
    }

    void titlesAreEscapedForTheirPlace()
    {
        const auto page = readPage("# News\n- *2025.03*: Hello.\n\n# Publications\n"
                                   "- **Ida Falk**. \"On \\*Stars\\* and [Sand]\". *WAVES*, 2025.\n");
        const QByteArray text = newsTextAbout(*page, 0, {1, 0});
        QCOMPARE(text, QByteArray("Our paper \"On \\*Stars* and [Sand]\" is accepted by WAVES 2025"));
    }

    void newsIsAddedOnTopWithTheDateOfTheOthers()
    {
        const auto added = [](const QByteArray &news) {
            const auto page = readPage("# News\n" + news + papers);
            const Result<PageChange> change = addNewsAbout(*page, {1, 0}, QDate(2026, 2, 14));
            return change ? change->after->bytes().left(change->after->bytes().indexOf("\n\n# Pub")) : "refused";
        };
        QCOMPARE(
            added("- *2025.03*: 🎉 One paper is accepted by WAVES 2025.\n"),
            QByteArray("# News\n- *2026.02*: 🎉 One paper is accepted by TIDES 2026.\n"
                       "- *2025.03*: 🎉 One paper is accepted by WAVES 2025."));
        QCOMPARE(
            added("* **Mar 3, 2025**: One paper is accepted by WAVES 2025.\n* **Jan 9, 2025**: Hello.\n"),
            QByteArray("# News\n* **Feb 14, 2026**: One paper is accepted by TIDES 2026.\n"
                       "* **Mar 3, 2025**: One paper is accepted by WAVES 2025.\n* **Jan 9, 2025**: Hello."));
    }

    void withoutNewsThatVisitorsSeeNothingIsTold()
    {
        for (const QByteArray &news : {QByteArray(), QByteArray("<!--\n# News\n- *2025.03*: Hello.\n-->\n")}) {
            const auto page = readPage(news + papers);
            const EntryRef paper{news.isEmpty() ? 0 : 1, 0};
            QCOMPARE(page->entry(paper).kind, Kind::Publication);
            QVERIFY(!canTellNewsAbout(*page, paper));
            QCOMPARE(
                addNewsAbout(*page, paper, QDate(2026, 2, 14)).error().sentence,
                QStringLiteral("The page shows no section for news. Add one first."));
        }
    }

    void newsThatNamesThePaperIsFound()
    {
        const auto page = readPage(
            "# News\n- *2025.03*: Ripple is accepted by WAVES 2025.\n"
            "- *2025.01*: I like \"flow: coming back\" most.\n"
            + papers);
        QVERIFY(newsNames(*page, {1, 2}));
        QVERIFY(newsNames(*page, {1, 0}));
        QVERIFY(!newsNames(*page, {1, 1}));
        QVERIFY(!newsNames(*readPage(papers), {0, 0}));
    }

    void newsIsToldOfPapersOnly()
    {
        const auto page = readPage("# News\n- *2025.03*: Hello.\n" + papers);
        QVERIFY(canTellNewsAbout(*page, {1, 0}));
        QVERIFY(!canTellNewsAbout(*page, {0, 0}));
    }
};

QTEST_APPLESS_MAIN(TestPaperNews)
#include "tst_PaperNews.moc"
