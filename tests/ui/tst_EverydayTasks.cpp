#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowTest.h"
#include "ui/WorkArea.h"
#include "ui/entries/EntryListView.h"
#include "ui/entries/FormsView.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewScheme.h"

#include <QDate>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray sample = R"(---
permalink: /
---

# About Me
I study tides and currents at the Harbour Institute.

# News
* 03/2024: I joined the Harbour Institute.
* 11/2023: One paper is accepted to WAVES 2023.
* 05/2023: I moved to Northmere.

# Awards
* Northmere Scholarship, 2021
* Best Student Talk, 2022
)";

QByteArray changed(const QByteArray &old, const QByteArray &fresh)
{
    QByteArray page = sample;
    return page.replace(old, fresh);
}

QByteArray thisMonth()
{
    return QDate::currentDate().toString(QStringLiteral("MM/yyyy")).toUtf8();
}

const QByteArray awards = "* Northmere Scholarship, 2021\n* Best Student Talk, 2022\n";
const QByteArray awardsTurned = "* Best Student Talk, 2022\n* Northmere Scholarship, 2021\n";

} // namespace

/// The everyday tasks (but those of papers) and what they may cost in clicks and keys; the bytes on disk afterwards.
class TestEverydayTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }

    void rewordingTheAboutTextByPointerCosts2()
    {
        TaskWindow task(sample, TaskWindow::Preview::Real);
        task.clickInPreview(QStringLiteral("currents"));
        task.type(QStringLiteral("deep "));
        task.click("SaveButton");
        QCOMPARE(task.onDisk(), changed("tides and currents", "tides and deep currents"));
        QCOMPARE(task.cost(), 2);
    }

    void rewordingTheAboutTextByKeysCosts3()
    {
        TaskWindow task(sample);
        task.key(Qt::Key_F, Qt::ControlModifier);
        task.type(QStringLiteral("currents"));
        task.key(Qt::Key_Return);
        task.type(QStringLiteral("waves"));
        task.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(task.onDisk(), changed("tides and currents", "tides and waves"));
        QCOMPARE(task.cost(), 3);
    }

    void addingNewsByPointerCosts3()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("News"));
        task.click("AddEntryButton");
        task.type(QStringLiteral("I gave a talk."));
        task.click("SaveButton");
        QCOMPARE(task.onDisk(), changed("# News\n", "# News\n* " + thisMonth() + ": I gave a talk.\n"));
        QCOMPARE(task.cost(), 3);
    }

    void addingNewsByKeysCosts3()
    {
        TaskWindow task(sample);
        task.key(Qt::Key_2, Qt::ControlModifier);
        task.key(Qt::Key_Return, Qt::ControlModifier);
        task.type(QStringLiteral("I gave a talk."));
        task.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(task.onDisk(), changed("# News\n", "# News\n* " + thisMonth() + ": I gave a talk.\n"));
        QCOMPARE(task.cost(), 3);
    }

    void addingAnAwardByPointerCosts3()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Awards"));
        task.click("AddEntryButton");
        task.type(QStringLiteral("Tide Medal"));
        task.click("SaveButton");
        const QByteArray year = QDate::currentDate().toString(QStringLiteral("yyyy")).toUtf8();
        QCOMPARE(task.onDisk(), changed(awards, awards + "* Tide Medal, " + year + "\n"));
        QCOMPARE(task.cost(), 3);
    }

    void addingAnAwardByKeysCosts3()
    {
        TaskWindow task(sample);
        task.key(Qt::Key_3, Qt::ControlModifier);
        task.key(Qt::Key_Return, Qt::ControlModifier);
        task.type(QStringLiteral("Tide Medal"));
        task.key(Qt::Key_S, Qt::ControlModifier);
        const QByteArray year = QDate::currentDate().toString(QStringLiteral("yyyy")).toUtf8();
        QCOMPARE(task.onDisk(), changed(awards, awards + "* Tide Medal, " + year + "\n"));
        QCOMPARE(task.cost(), 3);
    }

    void hidingAnEntryByPointerCosts3()
    {
        TaskWindow task(sample, TaskWindow::Preview::Real);
        task.clickInPreview(QStringLiteral("Best Student Talk"));
        task.click("HideButton");
        task.click("SaveButton");
        QCOMPARE(task.onDisk(), changed("* Best Student Talk, 2022", "<!-- * Best Student Talk, 2022 -->"));
        QCOMPARE(task.cost(), 3);
    }

    void hidingAndShowingAnEntryByKeysCosts2Each()
    {
        TaskWindow task(sample);
        task.key(Qt::Key_3, Qt::ControlModifier);
        task.key(Qt::Key_Down);
        task.start();
        task.key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        task.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(task.onDisk(), changed("* Best Student Talk, 2022", "<!-- * Best Student Talk, 2022 -->"));
        QCOMPARE(task.cost(), 2);
        task.start();
        task.key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        task.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(task.onDisk(), sample);
        QCOMPARE(task.cost(), 2);
    }

    void reorderingByDragCosts2()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Awards"));
        task.start();
        QWidget *list = task.window()->work()->forms()->list()->viewport();
        task.drag(list, task.rowRect(0).center(), list, task.rowRect(1).bottomLeft() + QPoint(60, -2));
        task.click("SaveButton");
        QCOMPARE(task.onDisk(), changed(awards, awardsTurned));
        QCOMPARE(task.cost(), 2);
    }

    void reorderingByKeysCosts2()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Awards"));
        task.clickRow(1);
        task.start();
        task.key(Qt::Key_Up, Qt::AltModifier);
        task.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(task.onDisk(), changed(awards, awardsTurned));
        QCOMPARE(task.cost(), 2);
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestEverydayTasks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_EverydayTasks.moc"
