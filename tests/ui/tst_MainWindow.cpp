#include "tests/support/window/WindowOnPage.h"
#include "ui/Selection.h"
#include "ui/WorkArea.h"
#include "ui/bars/MessageBar.h"
#include "ui/bars/StatusLine.h"
#include "ui/entries/FormsView.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Metrics.h"
#include "ui/preview/PreviewPane.h"

#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QUndoStack>

using namespace vitrine;
using namespace vitrine::test;

/// The window as a person uses it: keys and the pointer, on a page of our own in a folder of its own.
class TestMainWindow : public WindowOnPage
{
    Q_OBJECT

private Q_SLOTS:
    void openingAPageShowsItsSectionsAndWritesNothing()
    {
        QVERIFY(m_window->open(pagePath()));
        QStringList titles;
        for (QModelIndex index = outline()->model()->index(0, 0); index.isValid(); index = outline()->indexBelow(index))
            titles.append(index.data().toString());
        QCOMPARE(
            titles,
            QStringList(
                {QStringLiteral("Page settings"), QString(), QStringLiteral("About Me"), QStringLiteral("News"),
                 QStringLiteral("Awards"), QStringLiteral("Old Things")}));
        QCOMPARE(named<QLabel>(m_window.get(), "PageName")->text(), QStringLiteral("about.md"));
        QVERIFY(m_window->windowTitle().startsWith(QLatin1String("[*]about.md")));
        QVERIFY(!m_window->isWindowModified());
        QCOMPARE(statusSentence(), QStringLiteral("No changes"));
        QVERIFY(outline()->hasFocus());
        QCOMPARE(onDisk(), samplePage);
    }

    void aSectionShowsItsEntriesWithTheFirstSelected()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("News"));
        QCOMPARE(named<QLabel>(m_window.get(), "SectionTitle")->text(), QStringLiteral("News"));
        QCOMPARE(named<QLabel>(m_window.get(), "SectionCount")->text(), QStringLiteral("3"));
        QCOMPARE(rows()->entryCount(), 3);
        QVERIFY(m_window->selection()->entry());
        QCOMPARE(m_window->selection()->entry()->entry, 0);
        clickRow(2);
        QCOMPARE(m_window->selection()->entry()->entry, 2);
    }

    void runningTextHasNoList()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("About Me"));
        QVERIFY(!list()->isVisible());
        QVERIFY(!widgetNamed(m_window.get(), QStringLiteral("EntryBar"))->isVisible());
        clickSection(QStringLiteral("News"));
        QVERIFY(list()->isVisible());
    }

    void controlAndANumberGoToASection()
    {
        m_window->open(pagePath());
        press(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(named<QLabel>(m_window.get(), "SectionTitle")->text(), QStringLiteral("Awards"));
        QVERIFY(list()->hasFocus());
    }

    void reorderingTakesTwoKeysAndMovesWholeLines()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("Awards"));
        clickRow(1);
        press(m_window.get(), Qt::Key_Up, Qt::AltModifier);
        press(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QByteArray expected = samplePage;
        expected.replace(
            "* Northmere Scholarship, 2021\n* Best Student Talk, 2022",
            "* Best Student Talk, 2022\n* Northmere Scholarship, 2021");
        QCOMPARE(onDisk(), expected);
        QCOMPARE(m_window->selection()->entry()->entry, 0);
    }

    void draggingARowMovesIt()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("News"));
        QMimeData data;
        const EntryRef first{m_window->selection()->entry()->section, 0};
        data.setData(EntryListView::entryMimeType(), QByteArray::number(first.section) + " 0");
        const QRect last = list()->visualRect(list()->model()->index(2, 0));
        const QPoint below(last.center().x(), last.bottom() - 2);
        QDragEnterEvent enter(below, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list()->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(below, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list()->viewport(), &drop);
        QByteArray expected = samplePage;
        expected.replace("* 03/2024: I joined the Harbour Institute.\n", "");
        expected.replace("Northmere.\n", "Northmere.\n* 03/2024: I joined the Harbour Institute.\n");
        QCOMPARE(bytes(), expected);
        QCOMPARE(m_window->selection()->entry()->entry, 2);
    }

    void removingSelectsTheNextRowAndOffersUndo()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("News"));
        clickRow(1);
        press(m_window.get(), Qt::Key_Delete);
        QByteArray expected = samplePage;
        expected.replace("* 11/2023: One paper is accepted to WAVES 2023.\n", "");
        QCOMPARE(bytes(), expected);
        QCOMPARE(m_window->selection()->entry()->entry, 1);
        QVERIFY(statusSentence().contains(QLatin1String("removed")));
        QVERIFY(m_window->isWindowModified());
        click(m_window.get(), "StatusUndo");
        QCOMPARE(bytes(), samplePage);
        QVERIFY(!m_window->isWindowModified());
        QCOMPARE(onDisk(), samplePage);
    }

    void theStatusSaysInWordsWhatSavingWillDo()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("Awards"));
        list()->setFocus();
        press(m_window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        m_window->status()->say({}, false);
        QCOMPARE(statusSentence(), QStringLiteral("Saving will make 1 change in 1 line of about.md"));
        clickRow(1);
        press(m_window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        m_window->status()->say({}, false);
        QCOMPARE(statusSentence(), QStringLiteral("Saving will make 2 changes in 2 lines of about.md"));
        press(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(statusSentence().startsWith(QLatin1String("Saved at ")));
    }

    void undoAndRedoByKeyNameTheStep()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("News"));
        clickRow(1);
        press(m_window.get(), Qt::Key_Delete);
        const QByteArray removed = bytes();
        QVERIFY(action("Undo")->text().contains(QLatin1String("removal")));
        press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bytes(), samplePage);
        QVERIFY(!action("Undo")->isEnabled());
        action("Redo")->trigger();
        QCOMPARE(bytes(), removed);
    }

    void hidingTakesTwoKeysAndSaysOnceThatHiddenIsNotPrivate()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("Awards"));
        press(m_window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        press(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(onDisk().contains("<!--"));
        QVERIFY(onDisk().contains("Northmere Scholarship, 2021"));
        QVERIFY(m_window->messages()->shownText().startsWith(QLatin1String("Hidden is not private.")));
        QVERIFY(m_window->selection()->entry());
        press(m_window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bytes(), samplePage);
    }

    void severalRowsAreRemovedTogether()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("News"));
        clickRow(0);
        clickRow(2, Qt::ControlModifier);
        QCOMPARE(m_window->selection()->entries().size(), 2);
        QVERIFY(widgetNamed(m_window.get(), QStringLiteral("SelectedMany"))->isVisible());
        press(m_window.get(), Qt::Key_Delete);
        QCOMPARE(rows()->entryCount(), 1);
        QVERIFY(bytes().contains("WAVES 2023"));
        press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bytes(), samplePage);
    }

    void duplicatingSelectsTheCopy()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("Awards"));
        click(m_window.get(), "DuplicateButton");
        QCOMPARE(bytes().count("Northmere Scholarship, 2021"), 2);
        QCOMPARE(rows()->entryCount(), 3);
        QCOMPARE(m_window->selection()->entry()->entry, 1);
    }

    void aSectionIsRenamedHiddenAndMoved()
    {
        m_window->open(pagePath());
        FileDialogs answers;
        answers.ask = [](const QString &, const QString &, const QString &) { return QStringLiteral("Honours"); };
        m_window->files()->setDialogs(answers);
        clickSection(QStringLiteral("Awards"));
        action("RenameSection")->trigger();
        QVERIFY(bytes().contains("# Honours\n* Northmere"));
        QCOMPARE(named<QLabel>(m_window.get(), "SectionTitle")->text(), QStringLiteral("Honours"));
        action("MoveSectionUp")->trigger();
        QVERIFY(bytes().indexOf("# Honours") < bytes().indexOf("# News"));
        QCOMPARE(named<QLabel>(m_window.get(), "SectionTitle")->text(), QStringLiteral("Honours"));
        for (int step = 0; step < 2; ++step)
            press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bytes(), samplePage);
    }

    void searchListsHitsOfTheWholePageAndGoesBack()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("Awards"));
        press(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(named<QLineEdit>(m_window.get(), "Search")->hasFocus());
        type(m_window.get(), QStringLiteral("northmere"));
        QCOMPARE(rows()->entryCount(), 2);
        QCOMPARE(named<QLabel>(m_window.get(), "SearchCount")->text(), QStringLiteral("1 of 2"));
        // Where the row itself would not say it, its second line shows the place.
        type(m_window.get(), QStringLiteral(" scholarship, 2021"));
        QCOMPARE(rows()->entryCount(), 1);
        QCOMPARE(
            rows()->index(1).data(EntryListModel::SecondRole).toString(),
            QStringLiteral("* Northmere Scholarship, 2021"));
        press(m_window.get(), Qt::Key_Escape);
        QCOMPARE(named<QLabel>(m_window.get(), "SectionTitle")->text(), QStringLiteral("Awards"));
        QVERIFY(!rows()->showsHits());
    }

    void anEntryDroppedOnASectionMovesThere()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("News"));
        QMimeData data;
        data.setData(
            EntryListView::entryMimeType(), QByteArray::number(m_window->selection()->entry()->section) + " 1");
        const QModelIndex awards = outline()->indexBelow(outline()->currentIndex());
        QCOMPARE(awards.data().toString(), QStringLiteral("Awards"));
        const QPoint place = outline()->visualRect(awards).center();
        QDragEnterEvent enter(place, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(outline()->viewport(), &enter);
        QDropEvent drop(place, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(outline()->viewport(), &drop);
        QVERIFY(bytes().indexOf("WAVES 2023") > bytes().indexOf("# Awards"));
        QCOMPARE(rows()->entryCount(), 3);
        press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bytes(), samplePage);
    }

    void thePaneKeyGoesRoundAndTheSourceKeyThereAndBack()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("News"));
        press(m_window.get(), Qt::Key_F6);
        QVERIFY(list()->hasFocus());
        press(m_window.get(), Qt::Key_F6);
        QVERIFY(widgetNamed(m_window.get(), QStringLiteral("FormPane"))->isAncestorOf(QApplication::focusWidget()));
        press(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(list()->hasFocus());
        press(m_window.get(), Qt::Key_F12);
        QCOMPARE(m_window->work()->shown(), WorkArea::Middle::Source);
        press(m_window.get(), Qt::Key_F12);
        QCOMPARE(m_window->work()->shown(), WorkArea::Middle::Forms);
    }

    void aCommandOrAnEntryIsFoundByAFewLetters()
    {
        m_window->open(pagePath());
        const auto find = [this](const QString &letters) {
            m_window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
            press(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
            auto *field = m_window->findChild<QLineEdit *>(QStringLiteral("CommandLetters"));
            QVERIFY(field);
            QTest::keyClicks(field, letters);
            QTest::keyClick(field, Qt::Key_Return);
            QTRY_VERIFY(!m_window->findChild<QLineEdit *>(QStringLiteral("CommandLetters")));
        };
        find(QStringLiteral("best talk"));
        QVERIFY(m_window->selection()->entry());
        QCOMPARE(m_window->selection()->entry()->entry, 1);
        QCOMPARE(named<QLabel>(m_window.get(), "SectionTitle")->text(), QStringLiteral("Awards"));
        find(QStringLiteral("duplicate"));
        QCOMPARE(bytes().count("Best Student Talk"), 2);
    }

    void narrowWindowsHaveFewerPanes()
    {
        m_window->open(pagePath());
        const auto shapeAt = [this](int width) {
            m_window->resize(width, 700);
            QApplication::processEvents();
            return m_window->work()->shape();
        };
        const int unit = metrics::unit();
        QCOMPARE(shapeAt(360 * unit), WindowShape::Three);
        QVERIFY(outline()->isVisible());
        QCOMPARE(shapeAt(256 * unit), WindowShape::Folded);
        QVERIFY(!outline()->isVisible());
        QVERIFY(widgetNamed(m_window.get(), QStringLiteral("OutlineButton"))->isVisible());
        QCOMPARE(shapeAt(220 * unit), WindowShape::Single);
        QVERIFY(!m_window->work()->preview()->isVisible());
        click(m_window.get(), "ViewPreviewButton");
        QVERIFY(m_window->work()->preview()->isVisible());
        QCOMPARE(shapeAt(480 * unit), WindowShape::Four);
        QVERIFY(m_window->work()->preview()->isVisible());
        QVERIFY(outline()->isVisible());
        QCOMPARE(m_window->work()->shown(), WorkArea::Middle::Forms);
    }

    void aDraftThatIsLeftEmptyLeavesNoTrace()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("News"));
        press(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_window->work()->forms()->isDrafting());
        QCOMPARE(list()->model()->rowCount(), 4);
        press(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_window->work()->forms()->isDrafting());
        QCOMPARE(list()->model()->rowCount(), 3);
        QCOMPARE(bytes(), samplePage);
        QCOMPARE(m_window->files()->page()->undoStack()->count(), 0);
    }

    void choosingAnotherEntryOfAThousandIsQuick()
    {
        QByteArray many = "# Publications\n";
        for (int i = 0; i < 1000; ++i)
            many += "* **Ida Falk**, Tove Lind, and Per Holm, “Paper " + QByteArray::number(i)
                + " on Waves”, in the Conference on Waves (WAVES), 2023. \\[[PDF](https://papers.example.org/"
                + QByteArray::number(i) + ".pdf)\\]\n";
        QFile file(pagePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(many);
        file.close();
        m_window->open(pagePath());
        clickSection(QStringLiteral("Publications"));
        QCOMPARE(rows()->entryCount(), 1000);
        QList<qint64> times;
        for (int step = 0; step < 30; ++step) {
            QElapsedTimer timer;
            timer.start();
            press(m_window.get(), Qt::Key_PageDown, Qt::ControlModifier);
            QApplication::processEvents();
            times.append(timer.nsecsElapsed());
        }
        std::sort(times.begin(), times.end());
        qInfo("selection among 1,000 entries: median %.1f ms", static_cast<double>(times.at(15)) / 1e6);
        // The goal is 16 ms on an idle machine without assertions; this only catches what grows out of hand.
        QVERIFY(times.at(15) < 100'000'000);
    }

    void everythingThatCanBePressedHasAName()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("News"));
        const QList<QAbstractButton *> buttons = m_window->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (!button->isVisible() || button->objectName().startsWith(QLatin1String("qt_")))
                continue;
            QVERIFY2(
                !button->accessibleName().isEmpty() || !button->text().isEmpty(),
                qPrintable(QStringLiteral("button without a name: %1").arg(button->objectName())));
        }
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    TestMainWindow test;
    return runWindowTest(argc, argv, &test);
}
#include "tst_MainWindow.moc"
