#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowOnPage.h"
#include "tests/support/window/WindowTest.h"
#include "ui/fields/ChipList.h"
#include "ui/fields/DateList.h"
#include "ui/fields/DatesField.h"
#include "ui/fields/LineEdit.h"
#include "ui/preview/PreviewScheme.h"

#include <QAction>
#include <QLineEdit>
#include <QTest>
#include <QUndoStack>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray coursesPage = "---\n"
                               "layout: single\n"
                               "---\n"
                               "# Teaching Assistant\n"
                               "* Fall 2022, Fall 2023, Operating Systems\n"
                               "* Spring 2022, Introduction to Rockpools\n"
                               "\n"
                               "# Work Experience\n"
                               "* 06/2023-09/2023, Harrow Labs, Intern\n";

QStringList chipsOf(QWidget *window)
{
    QStringList texts;
    const auto *chips = named<ChipList>(window, "dateChips");
    for (const Chip &chip : chips->isVisible() ? chips->chips() : QList<Chip>())
        texts += chip.text;
    return texts;
}

/// The line of the page that names a course.
QByteArray lineOf(const TaskWindow &task, const QByteArray &course)
{
    for (const QByteArray &line : task.bytes().split('\n')) {
        if (line.contains(course))
            return line;
    }
    return {};
}

} // namespace

/// An entry with several dates, and one that gets them: chips, moved and changed by keyboard and mouse.
class TestDatesField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextIsTakenApart_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("listed");
        const auto row = [](const char *typed, const QStringList &listed) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << listed;
        };
        row("Fall 2022", {});
        row("Fall 2022,", {QStringLiteral("Fall 2022"), QString()});
        row("Fall 2022, Fall 2023", {QStringLiteral("Fall 2022"), QStringLiteral("Fall 2023")});
        row("2022 & 2023", {QStringLiteral("2022"), QStringLiteral("2023")});
        row("2022、", {QStringLiteral("2022"), QString()});
        row("Mar 20,", {});
        row("Mar 20, 2026", {});
        row("06/2023 - 09/2023", {});
        row("2019 - 2020; ", {QStringLiteral("2019 - 2020"), QString()});
        row("Sumer,", {});
        row("", {});
    }

    void aTextIsTakenApart()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, listed);
        QCOMPARE(dates::listedIn(typed, DayOrder::MonthFirst).value_or(QStringList()), listed);
    }

    void severalDatesAreChips()
    {
        TaskWindow task(coursesPage);
        task.clickSection(QStringLiteral("Teaching Assistant"));
        task.clickRow(0);
        QCOMPARE(chipsOf(task.window()), QStringList({QStringLiteral("Fall 2022"), QStringLiteral("Fall 2023")}));
        task.clickRow(1);
        QCOMPARE(chipsOf(task.window()), QStringList());
        QCOMPARE(named<LineEdit>(task.window(), "dateEdit")->text(), QStringLiteral("Spring 2022"));
    }

    void aChipIsChangedInTheLine()
    {
        TaskWindow task(coursesPage);
        task.clickSection(QStringLiteral("Teaching Assistant"));
        task.clickRow(0);
        clickChip(task, 1);
        QCOMPARE(named<LineEdit>(task.window(), "dateEdit")->text(), QStringLiteral("Fall 2023"));
        task.click("dateEdit");
        task.key(Qt::Key_A, Qt::ControlModifier);
        task.type(QStringLiteral("Spring 2024"));
        QCOMPARE(lineOf(task, "Operating"), QByteArray("* Fall 2022, Spring 2024, Operating Systems"));
        // Up steps the part at the caret, as in any date.
        task.key(Qt::Key_Up);
        QCOMPARE(lineOf(task, "Operating"), QByteArray("* Fall 2022, Spring 2025, Operating Systems"));
        task.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(task.bytes(), coursesPage);
    }

    void aCommaBeginsTheNextDate()
    {
        TaskWindow task(coursesPage);
        task.clickSection(QStringLiteral("Teaching Assistant"));
        task.clickRow(1);
        task.click("dateEdit");
        task.key(Qt::Key_End);
        task.type(QStringLiteral(", Fall 2024"));
        QCOMPARE(lineOf(task, "Rockpools"), QByteArray("* Spring 2022, Fall 2024, Introduction to Rockpools"));
        QCOMPARE(chipsOf(task.window()), QStringList({QStringLiteral("Spring 2022"), QStringLiteral("Fall 2024")}));
        QCOMPARE(named<LineEdit>(task.window(), "dateEdit")->text(), QStringLiteral("Fall 2024"));
        // The whole visit is one step.
        task.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(task.bytes(), coursesPage);
        QCOMPARE(named<LineEdit>(task.window(), "dateEdit")->text(), QStringLiteral("Spring 2022"));
    }

    void anotherDateIsAddedByMouse()
    {
        TaskWindow task(coursesPage);
        task.clickSection(QStringLiteral("Teaching Assistant"));
        task.clickRow(1);
        auto *add = task.window()->findChild<QAction *>(QStringLiteral("dateAdd"));
        QVERIFY(add && add->isVisible());
        clickActionOf(named<LineEdit>(task.window(), "dateEdit"), add);
        QCOMPARE(chipsOf(task.window()), QStringList({QStringLiteral("Spring 2022")}));
        task.type(QStringLiteral("Fall 2022"));
        QCOMPARE(lineOf(task, "Rockpools"), QByteArray("* Spring 2022, Fall 2022, Introduction to Rockpools"));
        QVERIFY(!add->isVisible());
    }

    void anotherDateThatIsLeftEmptyLeavesNoTrace()
    {
        TaskWindow task(coursesPage);
        task.clickSection(QStringLiteral("Teaching Assistant"));
        task.clickRow(1);
        task.window()->findChild<QAction *>(QStringLiteral("dateAdd"))->trigger();
        QCOMPARE(chipsOf(task.window()).size(), 1);
        task.click("courseEdit");
        QCOMPARE(chipsOf(task.window()), QStringList());
        QCOMPARE(named<LineEdit>(task.window(), "dateEdit")->text(), QStringLiteral("Spring 2022"));
        QCOMPARE(task.bytes(), coursesPage);
    }

    void datesAreMovedByKeys()
    {
        TaskWindow task(coursesPage);
        task.clickSection(QStringLiteral("Teaching Assistant"));
        task.clickRow(0);
        clickChip(task, 1);
        task.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(lineOf(task, "Operating"), QByteArray("* Fall 2023, Fall 2022, Operating Systems"));
        task.click("dateEdit");
        task.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(task.bytes(), coursesPage);
    }

    void datesAreRemovedByKeysAndMouse()
    {
        TaskWindow task(coursesPage);
        task.clickSection(QStringLiteral("Teaching Assistant"));
        task.clickRow(0);
        clickChip(task, 0);
        task.key(Qt::Key_Delete);
        QCOMPARE(lineOf(task, "Operating"), QByteArray("* Fall 2023, Operating Systems"));
        QCOMPARE(chipsOf(task.window()), QStringList());
        task.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(task.bytes(), coursesPage);
        clickChip(task, 1);
        task.click("dateRemove");
        QCOMPARE(lineOf(task, "Operating"), QByteArray("* Fall 2022, Operating Systems"));
    }

    void aDateThatIsNoneIsRefusedAtItsChip()
    {
        TaskWindow task(coursesPage);
        task.clickSection(QStringLiteral("Teaching Assistant"));
        task.clickRow(0);
        clickChip(task, 1);
        task.click("dateEdit");
        task.key(Qt::Key_A, Qt::ControlModifier);
        task.type(QStringLiteral("Sumer 2023"));
        QTRY_VERIFY(named<ChipList>(task.window(), "dateChips")->chips().at(1).refused);
        QVERIFY(!named<ChipList>(task.window(), "dateChips")->chips().at(0).refused);
        QCOMPARE(task.bytes(), coursesPage);
        task.clickRow(1);
        task.clickRow(0);
        QCOMPARE(chipsOf(task.window()), QStringList({QStringLiteral("Fall 2022"), QStringLiteral("Sumer 2023")}));
        clickChip(task, 1);
        task.click("dateEdit");
        task.key(Qt::Key_Escape);
        QCOMPARE(chipsOf(task.window()), QStringList({QStringLiteral("Fall 2022"), QStringLiteral("Fall 2023")}));
    }

    void aMonthIsPickedForAChip()
    {
        TaskWindow task("# Teaching\n* 09/2022, 09/2023, Rockpools\n* 01/2021, Tides\n");
        task.clickSection(QStringLiteral("Teaching"));
        task.clickRow(0);
        clickChip(task, 1);
        task.click("dateEdit");
        task.key(Qt::Key_Down, Qt::AltModifier);
        test::click(task.window(), "month11");
        QCOMPARE(lineOf(task, "Rockpools"), QByteArray("* 09/2022, 11/2023, Rockpools"));
    }

    void aPeriodOffersNoSecondDate()
    {
        TaskWindow task(coursesPage);
        task.clickSection(QStringLiteral("Work Experience"));
        task.clickRow(0);
        QVERIFY(!task.window()->findChild<QAction *>(QStringLiteral("startDateAdd")));
    }

private:
    static void clickChip(TaskWindow &task, int chip)
    {
        auto *chips = named<ChipList>(task.window(), "dateChips");
        QTest::mouseClick(
            chips->viewport(), Qt::LeftButton, {}, chips->visualRect(chips->model()->index(chip, 0)).center());
        QApplication::processEvents();
    }

    /// Clicks the sign that an action has in a line.
    static void clickActionOf(QWidget *line, QAction *action)
    {
        for (QObject *user : action->associatedObjects()) {
            auto *button = qobject_cast<QWidget *>(user);
            if (button && button->parentWidget() == line)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL("the line has no sign for this action");
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestDatesField test;
    return runWindowTest(argc, argv, &test);
}

#include "tst_DatesField.moc"
