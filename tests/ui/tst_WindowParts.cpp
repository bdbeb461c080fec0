#include "tests/support/PageFixtures.h"
#include "ui/WidthRules.h"
#include "ui/bars/MessageBar.h"
#include "ui/entries/EntryListModel.h"
#include "ui/entries/RowText.h"
#include "ui/look/Icons.h"
#include "ui/outline/OutlineModel.h"
#include "ui/search/PageSearch.h"

#include <QTest>

using namespace vitrine;

/// The parts of the window that decide something and need no window for it.
class TestWindowParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShapeFollowsTheWidthWithSomeInertia_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("present");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, double width, WindowShape present, WindowShape expected) {
            QTest::newRow(name) << width << static_cast<int>(present) << static_cast<int>(expected);
        };
        row("1440 px stays three", 360, WindowShape::Three, WindowShape::Three);
        row("1920 px has four columns", 480, WindowShape::Three, WindowShape::Four);
        row("1024 px folds the outline", 256, WindowShape::Three, WindowShape::Folded);
        row("just below the border stays", 297, WindowShape::Three, WindowShape::Three);
        row("four units below folds", 296, WindowShape::Three, WindowShape::Folded);
        row("just above the border stays folded", 303, WindowShape::Folded, WindowShape::Folded);
        row("over two borders at once", 200, WindowShape::Four, WindowShape::Single);
        row("back up over all borders", 500, WindowShape::Single, WindowShape::Four);
    }

    void theShapeFollowsTheWidthWithSomeInertia()
    {
        QFETCH(double, width);
        QFETCH(int, present);
        QFETCH(int, expected);
        QCOMPARE(static_cast<int>(shapeFor(width, static_cast<WindowShape>(present))), expected);
    }

    void searchFindsLettersWhateverTheirAccentsAndWidth_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("found");
        QTest::newRow("plain for accented") << QStringLiteral("muller") << QByteArray("Müller");
        QTest::newRow("accented for plain") << QStringLiteral("Écho") << QByteArray("echo");
        QTest::newRow("other case") << QStringLiteral("LATTICE") << QByteArray("lattice");
        QTest::newRow("full width") << QStringLiteral("2024") << QByteArray("２０２４");
        QTest::newRow("Chinese") << QStringLiteral("张伟") << QByteArray("张伟");
        QTest::newRow("over a line end") << QStringLiteral("second line") << QByteArray("second\nline");
        QTest::newRow("nothing") << QStringLiteral("absent") << QByteArray();
    }

    void searchFindsLettersWhateverTheirAccentsAndWidth()
    {
        QFETCH(QString, words);
        QFETCH(QByteArray, found);
        const auto page = test::readPage(
            "# News\n* 01/2019: Müller heard an echo in the lattice of ２０２４ with 张伟 and a second\nline.\n");
        const QList<SearchHit> hits = searchPage(*page, words);
        QCOMPARE(hits.size(), found.isEmpty() ? 0 : 1);
        if (!hits.isEmpty())
            QCOMPARE(page->text(hits.front().range), found);
    }

    void searchSurvivesAnyBytes()
    {
        const auto page = test::readPage("# News\n* \xff\xfe broken \xe4\xbd tail\n");
        QCOMPARE(searchPage(*page, QStringLiteral("tail")).size(), 1);
        QVERIFY(searchPage(*page, QString()).isEmpty());
    }

    void aSectionIsListedWithItsGroupsOfTheSameKind()
    {
        const auto page = test::readPage("# Publications\n\n### Preprints\n* One\n\n### Journal Articles\n* Two\n\n# "
                                         "Awards\n* Medal, 2020\n");
        const Outline &outline = page->outline();
        const auto named = [&](const QByteArray &title) {
            for (size_t s = 0; s < outline.sections.size(); ++s) {
                if (outline.sections[s].title == title)
                    return static_cast<int>(s);
            }
            return -1;
        };
        const int publications = named("Publications");
        const int journals = named("Journal Articles");
        const std::vector<int> groups = groupsAround(outline, journals);
        QCOMPARE(groups.front(), publications);
        QCOMPARE(groups.size(), size_t(3));
        QCOMPARE(groupsAround(outline, named("Awards")).size(), size_t(1));
        QCOMPARE(entryCountOf(outline, publications), 2);
    }

    void hiddenEntriesDoNotCountInASectionThatIsSeen()
    {
        const auto page =
            test::readPage("# Awards\n* Medal, 2020\n* Cup, 2019\n\n<!-- # Talks\n* Old talk, 2001 -->\n");
        const Outline &outline = page->outline();
        for (size_t s = 0; s < outline.sections.size(); ++s) {
            if (outline.sections[s].hidden)
                QCOMPARE(entryCountOf(outline, static_cast<int>(s)), 1);
            else if (outline.sections[s].title == "Awards")
                QCOMPARE(entryCountOf(outline, static_cast<int>(s)), 2);
        }
    }

    void rowsSayWhatTheDesignAsksFor()
    {
        const auto page = test::readPage(
            "# News\n* 08/2023: I passed *my* defense.\n\n# Work Experience\n* 09/2024-present, Calder Institute, "
            "Intern\n\n# Publications\n* **Ida Falk**\\*, Tove Lind, and Per Holm, “Ripple: Second Thoughts”, in the "
            "Conference on Waves (WAVES), 2023. \\[[PDF](https://a.example)\\]\n");
        const auto first = [&](Kind kind) {
            const Outline &outline = page->outline();
            for (size_t s = 0; s < outline.sections.size(); ++s) {
                if (outline.sections[s].kind == kind)
                    return rowTextOf(*page, {static_cast<int>(s), 0});
            }
            return RowText{};
        };
        const RowText news = first(Kind::News);
        QCOMPARE(news.lead, QStringLiteral("08/2023"));
        QVERIFY(news.first.startsWith(QLatin1String("I passed my defense")));
        const RowText job = first(Kind::Experience);
        QCOMPARE(job.first, QStringLiteral("Intern"));
        QCOMPARE(job.second, QStringLiteral("Calder Institute"));
        QCOMPARE(job.right, QStringLiteral("09/2024 – present"));
        const RowText paper = first(Kind::Publication);
        QCOMPARE(paper.first, QStringLiteral("Ripple: Second Thoughts"));
        QCOMPARE(paper.second, QStringLiteral("Falk*, Lind, Holm"));
        QCOMPARE(paper.right, QStringLiteral("WAVES 2023"));
    }

    void theGravestMessageIsShownAndTheOthersWait()
    {
        MessageBar bar;
        QVERIFY(bar.isHidden());
        bar.tell({"a", Message::Weight::Note, QStringLiteral("A note."), {}});
        bar.tell({"b", Message::Weight::Error, QStringLiteral("An error."), {}});
        bar.tell({"c", Message::Weight::ToCheck, QStringLiteral("A warning."), {}});
        QCOMPARE(bar.shownText(), QStringLiteral("An error."));
        bar.withdraw("b");
        QCOMPARE(bar.shownText(), QStringLiteral("A warning."));
        bar.tell({"c", Message::Weight::ToCheck, QStringLiteral("A newer one."), {}});
        QCOMPARE(bar.shownText(), QStringLiteral("A newer one."));
        bar.withdraw("c");
        bar.withdraw("a");
        QVERIFY(bar.isHidden());
    }

    void theFirstSentenceOfAMessageIsItsClause()
    {
        const Message message = Message::of(
            "a", Message::Weight::Error, QStringLiteral("about.md was not saved: the disk is full. Free some space."));
        QCOMPARE(message.clause, QStringLiteral("about.md was not saved: the disk is full."));
        QCOMPARE(message.rest, QStringLiteral("Free some space."));
    }

    void everyKindHasAnIcon()
    {
        for (const KindSchema &kind : schema())
            QVERIFY2(!icon(iconName(kind.kind)).isNull(), kind.name);
        QVERIFY(icon(QStringLiteral("no such icon")).isNull());
        QVERIFY(!programIcon().pixmap(256).isNull());
    }
};

QTEST_MAIN(TestWindowParts)
#include "tst_WindowParts.moc"
