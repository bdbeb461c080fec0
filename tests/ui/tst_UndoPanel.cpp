// The steps of a page as a list to jump in.

#include "tests/support/window/WindowOnPage.h"
#include "ui/Selection.h"
#include "ui/entries/EntryListView.h"
#include "ui/files/FileCommands.h"

#include <QStyledItemDelegate>
#include <QUndoStack>
#include <QUndoView>

using namespace vitrine;
using namespace vitrine::test;

class TestUndoPanel : public WindowOnPage
{
    Q_OBJECT

    QUndoView *steps() const { return named<QUndoView>(m_window.get(), "UndoSteps"); }

    const Page &page() const { return *m_window->files()->page()->page(); }

    QStringList stepNames() const
    {
        const QAbstractItemModel *model = steps()->model();
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto *delegate = qobject_cast<QStyledItemDelegate *>(steps()->itemDelegate());
            names += delegate->displayText(model->index(row, 0).data(), QLocale());
        }
        return names;
    }

    void clickStep(int row)
    {
        const QRect place = steps()->visualRect(steps()->model()->index(row, 0));
        QTest::mouseClick(steps()->viewport(), Qt::LeftButton, {}, place.center());
    }

    /// A changed field and a removed entry.
    void makeTwoSteps()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("Awards"));
        clickRow(0);
        auto *name = named<QWidget>(m_window.get(), "titleEdit");
        QTest::keyClicks(name, QStringLiteral("New "));
        list()->setFocus();
        press(m_window.get(), Qt::Key_Down);
        press(m_window.get(), Qt::Key_Delete);
    }

    void openPanel() { press(m_window.get(), Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier); }

private Q_SLOTS:
    void stepsAreNamedWithTheirEntryAndClickedToGoThere()
    {
        makeTwoSteps();
        const QByteArray last = bytes();
        openPanel();
        QVERIFY(steps()->isVisible());
        QCOMPARE(m_window->focusWidget(), steps());
        QCOMPARE(
            stepNames(),
            (QStringList{
                QStringLiteral("As it was opened"), QStringLiteral("Change of title in “Northmere Scholarship”"),
                QStringLiteral("Removal of “Best Student Talk”")}));
        QCOMPARE(action("Undo")->text(), QStringLiteral("&Undo removal of “Best Student Talk”"));
        clickStep(0);
        QCOMPARE(bytes(), onDisk());
        QVERIFY(!m_window->isWindowModified());
        clickStep(2);
        QCOMPARE(bytes(), last);
        press(m_window.get(), Qt::Key_Up);
        QVERIFY(bytes() != last);
        QCOMPARE(action("Undo")->text(), QStringLiteral("&Undo change of title"));
    }

    void undoBringsWhatItWasAboutIntoView()
    {
        makeTwoSteps();
        clickSection(QStringLiteral("News"));
        clickRow(1);
        press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        const auto shownEntry = [this] {
            const Selection &selection = *m_window->selection();
            return page().text(page().entry(selection.entry().value_or(EntryRef{})).range);
        };
        QCOMPARE(shownEntry(), QByteArray("* Best Student Talk, 2022"));
        clickSection(QStringLiteral("News"));
        press(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shownEntry(), QByteArray("* Northmere Scholarship, 2021"));
    }

    void theListIsKeptOverSavingAndSaysWhatIsSaved()
    {
        makeTwoSteps();
        press(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(onDisk(), bytes());
        openPanel();
        QCOMPARE(stepNames().size(), 3);
        const auto hasMark = [this](int row) {
            return !steps()->model()->index(row, 0).data(Qt::DecorationRole).value<QIcon>().isNull();
        };
        QVERIFY(!hasMark(0) && !hasMark(1) && hasMark(2));
    }

    void escapeClosesItAndTheKeyOpensItAgain()
    {
        makeTwoSteps();
        openPanel();
        QVERIFY(action("History")->isChecked());
        press(m_window.get(), Qt::Key_Escape);
        QVERIFY(!steps()->isVisible());
        QVERIFY(!action("History")->isChecked());
        openPanel();
        QVERIFY(steps()->isVisible());
        click(m_window.get(), "UndoPanelClose");
        QVERIFY(!steps()->isVisible());
        openPanel();
        press(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        press(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!steps()->isVisible());
        QVERIFY(!action("History")->isEnabled());
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    TestUndoPanel test;
    return runWindowTest(argc, argv, &test);
}

#include "tst_UndoPanel.moc"
