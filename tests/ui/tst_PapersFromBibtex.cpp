#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowTest.h"
#include "ui/EnglishPlurals.h"
#include "ui/WorkArea.h"
#include "ui/bars/StatusLine.h"
#include "ui/entries/EntryListView.h"
#include "ui/entries/FormsView.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Palettes.h"
#include "ui/papers/PaperListView.h"
#include "ui/papers/PaperReviewPane.h"
#include "ui/preview/PreviewScheme.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QUndoStack>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray sample = R"(# News
- *2025.03*: 🎉 "Ripple" is accepted by WAVES 2025.

# Publications

### Preprints
* **Ida Falk** and Tove Lind, “Quill: Writing with Tides”, arXiv preprint, 2024. \[[PDF](https://papers.example.org/quill.pdf)\]

### Conference Publications
* **Ida Falk**, Tove Lind, and Per Holm, “Ripple: Second Thoughts on Waves”, in the Conference on Waves (WAVES), 2025. \[[PDF](https://papers.example.org/ripple.pdf)\]
* Per Holm and **Ida Falk**, “Ebb: Leaving Early”, in the Conference on Waves (WAVES), 2022. \[[PDF](https://papers.example.org/ebb.pdf)\]
)";

const QString bibtex = QStringLiteral(R"(@inproceedings{flow,
  title = {Flow: Coming Back in {\'E}tapes},
  author = {Holm, Per and Falk, Ida and Lind, Tove},
  booktitle = {Conference on Waves (WAVES)},
  year = {2026},
  url = {https://papers.example.org/flow.pdf}
}
@inproceedings{ebb,
  title = {Ebb: Leaving Early},
  author = {Holm, Per and Falk, Ida},
  booktitle = {Symposium on Sand},
  year = {2023}
}
@inproceedings{ripple,
  title = {Ripple: Second Thoughts on Waves},
  year = {2025}
}
@misc{broken,
  year = {2020}
}
)");

const QByteArray head = "### Conference Publications\n";
const QByteArray flow =
    "* Per Holm, **Ida Falk**, and Tove Lind, “Flow: Coming Back in Étapes”, in the Conference on Waves "
    "(WAVES), 2026. \\[[PDF](https://papers.example.org/flow.pdf)\\]\n";

QByteArray withFlow(QByteArray page)
{
    return page.replace(head, head + flow);
}

/// A review in a window, with what is needed to look into it.
struct Review
{
    explicit Review(const QByteArray &page = sample) : task(page) { }

    PaperReviewPane *pane() const { return task.window()->work()->papers(); }
    PaperListView *list() const { return named<PaperListView>(task.window(), "PaperList"); }
    QString row(int number) const { return list()->model()->index(number, 0).data().toString(); }
    QStringList rows() const
    {
        QStringList all;
        for (int number = 0; number < list()->model()->rowCount(); ++number)
            all += row(number);
        return all;
    }
    bool isShown() const { return task.window()->work()->shown() == WorkArea::Middle::Papers; }
    bool isSettled() const { return isShown() && list()->model()->rowCount() > 0 && !pane()->isWorking(); }
    QString text(const char *label) const { return named<QLabel>(task.window(), label)->text(); }

    /// Ctrl+V where the keyboard is, and waits until the review stands.
    void paste(const QString &text)
    {
        task.paste(text);
        QTRY_VERIFY(isSettled());
    }
    void choose(const QString &title)
    {
        for (int number = 0; number < list()->model()->rowCount(); ++number) {
            if (row(number) != title)
                continue;
            const QRect place = list()->visualRect(list()->model()->index(number, 0));
            QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place.center());
            return;
        }
        qFatal("no row %s", qPrintable(title));
    }

    TaskWindow task;
};

const QString flowTitle = QStringLiteral("Flow: Coming Back in Étapes");
const QString ebbTitle = QStringLiteral("Ebb: Leaving Early");

} // namespace

/// Papers from BibTeX in the window: by keys and mouse, each way in, the review, and what is written.
class TestPapersFromBibtex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }

    void pastingIntoTheListShowsAReviewAndWritesNothing()
    {
        Review review;
        review.task.clickSection(QStringLiteral("Publications"));
        named<EntryListView>(review.task.window(), "EntryList")->setFocus();
        review.paste(bibtex);
        QCOMPARE(
            review.rows(),
            QStringList(
                {QStringLiteral("New"), flowTitle, QStringLiteral("On the page with other values"), ebbTitle,
                 QStringLiteral("Already on the page"), QStringLiteral("Ripple: Second Thoughts on Waves"),
                 QStringLiteral("To check in the BibTeX"), review.row(7)}));
        QVERIFY(!review.row(7).isEmpty());
        QCOMPARE(
            review.text("PaperCounts"), QStringLiteral("1 new · 1 with other values · 1 already there · 1 to check"));
        QCOMPARE(review.text("PaperTitle"), flowTitle);
        QCOMPARE(review.task.bytes(), sample);
        QVERIFY(review.list()->hasFocus());
        QVERIFY(!named<QWidget>(review.task.window(), "previewPane")->isVisible());
    }

    void aNewPaperShowsItsPlaceAndHowItWillStand()
    {
        Review review;
        review.task.clickSection(QStringLiteral("Publications"));
        review.paste(bibtex);
        auto *place = named<QComboBox>(review.task.window(), "PaperPlace");
        QCOMPARE(place->currentText(), QStringLiteral("Publications ▸ Conference Publications"));
        QCOMPARE(place->count(), 2);
        QVERIFY(review.text("PaperNeighbours").startsWith(QStringLiteral("above “Ripple")));
        const QString shown = review.text("PaperShown");
        QVERIFY2(shown.contains(QStringLiteral("<b>Ida Falk</b>, and Tove Lind, “Flow: Coming")), qPrintable(shown));
        QCOMPARE(named<QPlainTextEdit>(review.task.window(), "PaperSource")->toPlainText().toUtf8() + '\n', flow);
    }

    void takingOverIsOneStepThatUndoTakesBack()
    {
        Review review;
        review.task.clickSection(QStringLiteral("Publications"));
        review.paste(bibtex);
        review.choose(ebbTitle);
        QVERIFY(named<QRadioButton>(review.task.window(), "venueKeep")->isChecked());
        review.task.click("venueTake");
        QTRY_VERIFY(review.isSettled());
        QTRY_COMPARE(
            named<QPushButton>(review.task.window(), "AddPapersButton")->text(),
            QStringLiteral("Add 1 paper, change 1"));
        QVERIFY(named<QRadioButton>(review.task.window(), "dateKeep")->isChecked());
        review.task.click("AddPapersButton");
        QByteArray expected = withFlow(sample);
        expected.replace(
            "“Ebb: Leaving Early”, in the Conference on Waves (WAVES), 2022",
            "“Ebb: Leaving Early”, in the Symposium on Sand, 2022");
        QTRY_COMPARE(review.task.bytes(), expected);
        QVERIFY(!review.isShown());
        QCOMPARE(review.task.window()->status()->sentence(), QStringLiteral("1 paper added, 1 paper changed"));
        QUndoStack *undo = review.task.window()->files()->page()->undoStack();
        QCOMPARE(undo->count(), 1);
        review.task.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(review.task.bytes(), sample);
    }

    void aPaperThatIsUncheckedStaysAway()
    {
        Review review;
        review.task.clickSection(QStringLiteral("Publications"));
        review.paste(bibtex);
        review.task.key(Qt::Key_Space);
        QTRY_VERIFY(!named<QPushButton>(review.task.window(), "AddPapersButton")->isEnabled());
        review.task.key(Qt::Key_Space);
        QTRY_VERIFY(named<QPushButton>(review.task.window(), "AddPapersButton")->isEnabled());
        // By its box, too.
        const QRect row = review.list()->visualRect(review.list()->model()->index(1, 0));
        QTest::mouseClick(review.list()->viewport(), Qt::LeftButton, {}, QPoint(16, row.center().y()));
        QTRY_VERIFY(!named<QPushButton>(review.task.window(), "AddPapersButton")->isEnabled());
    }

    void anotherSectionCanBeChosen()
    {
        Review review;
        review.task.clickSection(QStringLiteral("Publications"));
        review.paste(bibtex);
        auto *place = named<QComboBox>(review.task.window(), "PaperPlace");
        place->setFocus();
        review.task.key(Qt::Key_Up);
        QTRY_VERIFY(review.isSettled());
        QTRY_VERIFY(review.text("PaperNeighbours").startsWith(QStringLiteral("above “Quill")));
        QVERIFY(place->hasFocus());
        review.task.click("AddPapersButton");
        // There the venue stands without "in the".
        QByteArray preprint = flow;
        preprint.replace(", in the ", ", ");
        QByteArray expected = sample;
        expected.replace("### Preprints\n", "### Preprints\n" + preprint);
        QTRY_COMPARE(review.task.bytes(), expected);
    }

    void aYearThatThePageLacksIsMade()
    {
        const QByteArray page =
            "# Publications\n\n## 2023\n\n- **Ida Falk**. \"On Sand\". *Waves*, 2023.\n\n## 2022\n\n"
            "- **Ida Falk**. \"On Salt\". *Waves*, 2022.\n";
        Review review(page);
        review.task.clickSection(QStringLiteral("Publications"));
        review.paste(QStringLiteral("@article{a, title={On Silt}, author={Ida Falk}, journal={Waves}, year=2026}"));
        QCOMPARE(
            named<QComboBox>(review.task.window(), "PaperPlace")->currentText(), QStringLiteral("New section “2026”"));
        review.task.click("AddPapersButton");
        QByteArray expected = page;
        expected.replace("## 2023", "## 2026\n\n- **Ida Falk**. \"On Silt\". *Waves*, 2026.\n\n## 2023");
        QTRY_COMPARE(review.task.bytes(), expected);
    }

    void escapeLeavesWithoutATrace()
    {
        Review review;
        review.task.clickSection(QStringLiteral("Publications"));
        review.paste(bibtex);
        review.task.key(Qt::Key_Escape);
        QVERIFY(!review.isShown());
        QCOMPARE(review.task.window()->files()->page()->undoStack()->count(), 0);
        QVERIFY(!review.pane()->isReviewing());
    }

    void pastingIntoAFieldOfAPaperIsAReviewToo()
    {
        for (const char *field : {"titleEdit", "venueEdit"}) {
            Review review;
            review.task.clickSection(QStringLiteral("Publications"));
            review.task.click(field);
            review.paste(bibtex);
            QCOMPARE(review.text("PaperTitle"), flowTitle);
            QCOMPARE(review.task.bytes(), sample);
        }
    }

    void pastingOtherWordsIntoAFieldPastesThem()
    {
        Review review;
        review.task.clickSection(QStringLiteral("Publications"));
        review.task.click("venueEdit");
        review.task.key(Qt::Key_A, Qt::ControlModifier);
        review.task.paste(QStringLiteral("HAL preprint"));
        QVERIFY(!review.isShown());
        QVERIFY(review.task.bytes().contains("“Quill: Writing with Tides”, HAL preprint, 2024."));
    }

    void aFieldOfNewsTakesBibtexAsText()
    {
        Review review;
        review.task.clickSection(QStringLiteral("News"));
        review.task.click("textEdit");
        review.task.paste(QStringLiteral("@misc{a, title={b}}"));
        QVERIFY(!review.isShown());
    }

    void theMenuAsksForBibtexWhenNoneIsCopied()
    {
        Review review;
        QGuiApplication::clipboard()->setText(QStringLiteral("no papers"));
        review.task.window()->findChild<QAction *>(QStringLiteral("AddPapers"))->trigger();
        QVERIFY(review.isShown());
        QVERIFY(named<QWidget>(review.task.window(), "PaperInvitation")->isVisible());
        QVERIFY(named<QWidget>(review.task.window(), "PasteBibtex")->hasFocus());
        review.paste(bibtex);
        QCOMPARE(review.text("PaperTitle"), flowTitle);
    }

    void textWithoutBibtexSaysSo()
    {
        Review review;
        QGuiApplication::clipboard()->setText(QStringLiteral("no papers"));
        review.task.window()->findChild<QAction *>(QStringLiteral("AddPapers"))->trigger();
        review.task.click("PasteBibtex");
        QTRY_VERIFY(review.text("PaperInvitationWords").contains(QStringLiteral("no BibTeX entry in what is copied")));
    }

    void aFileCanBeChosenOrDropped()
    {
        Review review;
        const QString path = review.task.path(QStringLiteral("ida.bib"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bibtex.toUtf8());
        file.close();
        FileDialogs dialogs;
        dialogs.openBibtex = [path] { return path; };
        review.task.window()->files()->setDialogs(dialogs);
        QGuiApplication::clipboard()->clear();
        review.task.window()->findChild<QAction *>(QStringLiteral("AddPapers"))->trigger();
        review.task.click("ChooseBibtex");
        QTRY_VERIFY(review.isSettled());
        review.task.key(Qt::Key_Escape);
        QVERIFY(!review.isShown());

        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        const QPoint at = review.task.window()->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(review.task.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(review.task.window(), &drop);
        QTRY_VERIFY(review.isSettled());
        QCOMPARE(review.text("PaperTitle"), flowTitle);
    }

    void anEditOfThePageIsReviewedAnew()
    {
        Review review;
        review.task.clickSection(QStringLiteral("Publications"));
        review.paste(bibtex);
        review.task.click("AddPapersButton");
        QTRY_COMPARE(review.task.bytes(), withFlow(sample));
        named<EntryListView>(review.task.window(), "EntryList")->setFocus();
        review.paste(bibtex);
        QCOMPARE(review.row(0), QStringLiteral("On the page with other values"));
        review.task.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(review.row(0), QStringLiteral("New"));
        QTRY_VERIFY(review.isSettled());
        review.task.click("AddPapersButton");
        QTRY_COMPARE(review.task.bytes(), withFlow(sample));
    }

    void aPaperThatIsThereCanBeShown()
    {
        Review review;
        review.task.clickSection(QStringLiteral("Publications"));
        review.paste(bibtex);
        review.choose(ebbTitle);
        review.task.click("ShowPaper");
        QVERIFY(!review.isShown());
        const auto entry = review.task.window()->selection()->entry();
        QVERIFY(entry.has_value());
        QCOMPARE(
            review.task.window()->files()->page()->page()->entry(*entry).field(FieldId::Title)->value.text(),
            ebbTitle.toUtf8());
    }

    void everyPartHasANameForScreenReaders()
    {
        Review review;
        review.task.clickSection(QStringLiteral("Publications"));
        review.paste(bibtex);
        review.choose(ebbTitle);
        const QList<QWidget *> parts = review.pane()->findChildren<QWidget *>();
        for (const QWidget *part : parts) {
            if (!part->isVisible() || part->focusPolicy() == Qt::NoFocus)
                continue;
            QVERIFY2(
                !part->accessibleName().isEmpty(),
                qPrintable(part->objectName() + QLatin1String(part->metaObject()->className())));
        }
        const QString spoken = review.list()->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QCOMPARE(spoken, flowTitle + QStringLiteral(", Holm, Falk, Lind, WAVES 2026, new, will be added"));
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    TestPapersFromBibtex test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_PapersFromBibtex.moc"
