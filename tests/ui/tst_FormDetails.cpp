#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowOnPage.h"
#include "ui/WorkArea.h"
#include "ui/bars/MessageBar.h"
#include "ui/bars/StatusLine.h"
#include "ui/entries/EntryListView.h"
#include "ui/entries/FormsView.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Metrics.h"
#include "ui/look/Palettes.h"
#include "ui/look/ReadingOrder.h"
#include "ui/preview/PreviewScheme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QUndoStack>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray sample = R"(---
permalink: /
---

# About Me
I study tides and currents.

# Publications
* **Ida Falk** and Tove Lind, “Quill: Writing with Tides”, in the Conference on Waves (WAVES), 2024. \[[PDF](https://papers.example.org/quill.pdf)\]
* **Ida Falk**, Tove Lind, and Per Holm, “Ripple: Second Thoughts”, in the Conference on Waves (WAVES), 2023. \[[PDF](https://papers.example.org/ripple.pdf)\]

# Awards
* Northmere Scholarship, 2021
* Best Student Talk, 2023
* Tide Medal, 2022

# Talks
* Ebb and flow, Harbour Days, 2022
)";

} // namespace

/// Details of forms, lists and bars that a person meets every day, by real events.
class TestFormDetails : public QObject
{
    Q_OBJECT

    static QByteArray changed(const QByteArray &old, const QByteArray &fresh)
    {
        QByteArray page = sample;
        return page.replace(old, fresh);
    }
    static void trigger(const TaskWindow &task, const char *action)
    {
        task.window()->findChild<QAction *>(QLatin1String(action))->trigger();
    }

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }

    void aListOfAuthorsTypedKeyByKeyKeepsEveryone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("comma and") << QStringLiteral("Ann Ray, Bo Dahl, and Cy Wood")
                                   << QByteArray("Ann Ray, Bo Dahl, and Cy Wood");
        QTest::newRow("and only") << QStringLiteral("Ida Falk and Bo Dahl") << QByteArray("**Ida Falk** and Bo Dahl");
        QTest::newRow("no comma before and")
            << QStringLiteral("Ann Ray, Bo Dahl and Cy Wood") << QByteArray("Ann Ray, Bo Dahl, and Cy Wood");
        QTest::newRow("a name that begins like a joiner")
            << QStringLiteral("Ida Falk, Andy Dahl") << QByteArray("**Ida Falk** and Andy Dahl");
    }

    void aListOfAuthorsTypedKeyByKeyKeepsEveryone()
    {
        QFETCH(QString, typed);
        QFETCH(QByteArray, written);
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Publications"));
        task.key(Qt::Key_Return, Qt::ControlModifier);
        task.type(QStringLiteral("Flow: Coming Back"));
        task.tabTo("authorsName");
        task.type(typed);
        QVERIFY2(
            task.bytes().contains("* " + written + ", “Flow: Coming Back”"),
            task.bytes().mid(task.bytes().indexOf("# Publications"), 900).constData());
    }

    void anAuthorIsCurrentOnlyWhileTheFieldHasTheKeyboard()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Publications"));
        task.clickRow(0);
        auto *name = named<QLineEdit>(task.window(), "authorsName");
        name->setFocus();
        task.key(Qt::Key_Backspace);
        QCOMPARE(name->text(), QStringLiteral("Tove Lind"));
        task.click("venueEdit");
        named<QLineEdit>(task.window(), "venueEdit")->setFocus();
        QCOMPARE(name->text(), QString());
        QVERIFY(!name->placeholderText().isEmpty());
    }

    void aSectionIsSortedByDateInOneStep()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Awards"));
        trigger(task, "SortSection");
        QCOMPARE(
            task.bytes(),
            changed(
                "* Northmere Scholarship, 2021\n* Best Student Talk, 2023\n* Tide Medal, 2022\n",
                "* Best Student Talk, 2023\n* Tide Medal, 2022\n* Northmere Scholarship, 2021\n"));
        QCOMPARE(task.window()->files()->page()->undoStack()->count(), 1);
        task.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(task.bytes(), sample);
    }

    void severalEntriesAreHiddenMovedAndRemovedAsOneStepEach()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Awards"));
        task.clickRow(0);
        task.clickRow(2, Qt::ShiftModifier);
        QCOMPARE(named<QLabel>(task.window(), "SelectedManyWords")->text(), QStringLiteral("3 entries selected"));
        const QUndoStack *steps = task.window()->files()->page()->undoStack();
        task.click("HideMany");
        QVERIFY2(task.bytes().count("<!--") == 3, task.bytes().constData());
        QCOMPARE(steps->count(), 1);
        task.click("HideMany");
        QVERIFY2(task.bytes() == sample, task.bytes().mid(task.bytes().indexOf("# Awards")).constData());
        task.click("RemoveMany");
        QVERIFY(!task.bytes().contains("Tide Medal") && !task.bytes().contains("Northmere Scholarship"));
        task.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(task.bytes(), sample);
    }

    void aSectionIsDraggedToItsPlace()
    {
        TaskWindow task(sample);
        QWidget *outline = named<OutlineView>(task.window(), "Outline")->viewport();
        const QPoint awards = task.sectionRect(QStringLiteral("Awards")).center();
        const QPoint beforeIt = task.sectionRect(QStringLiteral("Publications")).topLeft() + QPoint(40, 2);
        task.clickSection(QStringLiteral("Awards"));
        task.drag(outline, awards, outline, beforeIt);
        QVERIFY(task.bytes().indexOf("# Awards") < task.bytes().indexOf("# Publications"));
        QCOMPARE(task.bytes().size(), sample.size());
    }

    void aDroppedFolderOpensThePageOfItsSite()
    {
        TaskWindow task(sample);
        task.window()->files()->close();
        QVERIFY(!task.window()->files()->page());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QFileInfo(task.path(QStringLiteral("about.md"))).path())});
        const QPoint middle = task.window()->rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(task.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(task.window(), &drop);
        QTRY_VERIFY(task.window()->files()->page());
        QCOMPARE(task.window()->files()->page()->name(), QStringLiteral("about.md"));
    }

    void waitingMessagesAreShownOneAfterTheOther()
    {
        MessageBar bar;
        bar.tell({"a", Message::Weight::Note, QStringLiteral("First."), {}, {}});
        bar.tell({"b", Message::Weight::Error, QStringLiteral("Second."), {}, {}});
        auto *number = named<QAbstractButton>(&bar, "MessageNumber");
        QCOMPARE(bar.shownText(), QStringLiteral("Second."));
        QCOMPARE(number->text(), QStringLiteral("1 of 2"));
        number->click();
        QCOMPARE(bar.shownText(), QStringLiteral("First."));
        QCOMPARE(number->text(), QStringLiteral("2 of 2"));
        click(&bar, "MessageClose");
        QCOMPARE(bar.shownText(), QStringLiteral("Second."));
        QVERIFY(number->isHidden());
    }

    void theNarrowestWindowFoldsOpenAndExportAndPutsLabelsAbove()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Awards"));
        task.window()->resize(metrics::px(200), metrics::px(220));
        QCoreApplication::processEvents();
        QVERIFY(named<QWidget>(task.window(), "ToolsMore")->isVisible());
        QVERIFY(!named<QWidget>(task.window(), "OpenButton")->isVisible());
        QVERIFY(!named<QWidget>(task.window(), "ExportButton")->isVisible());
        auto *field = named<QLineEdit>(task.window(), "dateEdit");
        QLabel *label = nullptr;
        for (QLabel *each : task.window()->findChildren<QLabel *>()) {
            if (each->isVisible() && each->text() == QLatin1String("Date"))
                label = each;
        }
        QVERIFY(label);
        const auto top = [&](const QWidget *widget) { return widget->mapTo(task.window(), QPoint()).y(); };
        QVERIFY(top(label) < top(field));
        // The search is behind its sign until it is asked for.
        auto *search = named<QLineEdit>(task.window(), "Search");
        QVERIFY(!search->isVisible());
        task.key(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(search->hasFocus());
        task.type(QStringLiteral("medal"));
        task.key(Qt::Key_Escape);
        QTRY_VERIFY(!search->isVisible());
    }

    void tabGoesThroughTheWindowAsOneReads()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Publications"));
        task.clickRow(0);
        QCoreApplication::processEvents();
        QStringList names;
        for (const QWidget *widget : readingOrder(task.window()))
            names += widget->objectName();
        const QStringList expected{
            QStringLiteral("OpenButton"),     QStringLiteral("AddMenuButton"), QStringLiteral("Search"),
            QStringLiteral("ExportButton"),   QStringLiteral("Outline"),       QStringLiteral("SectionMore"),
            QStringLiteral("AddEntryButton"), QStringLiteral("EntryList"),     QStringLiteral("FormTab"),
            QStringLiteral("HideButton"),     QStringLiteral("titleEdit"),     QStringLiteral("authorsName"),
            QStringLiteral("venueEdit"),      QStringLiteral("dateEdit"),      QStringLiteral("linkAddress1"),
            QStringLiteral("addLinkOther")};
        qsizetype at = -1;
        for (const QString &name : expected) {
            const qsizetype next = names.indexOf(name);
            QVERIFY2(next > at, qPrintable(name + QStringLiteral(" in ") + names.join(QLatin1Char(' '))));
            at = next;
        }
    }

    void everythingThatTakesTheKeyboardHasANameAndARole()
    {
        TaskWindow task(sample);
        for (const QString &section :
             {QStringLiteral("About Me"), QStringLiteral("Publications"), QStringLiteral("Awards"),
              QStringLiteral("Page settings"), QStringLiteral("Site profile")}) {
            task.clickSection(section);
            QCoreApplication::processEvents();
            for (QWidget *widget : readingOrder(task.window())) {
                QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(spoken, qPrintable(widget->objectName()));
                QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), qPrintable(section + widget->objectName()));
                QVERIFY2(spoken->role() != QAccessible::NoRole, qPrintable(widget->objectName()));
            }
        }
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestFormDetails test;
    return runWindowTest(argc, argv, &test);
}

#include "tst_FormDetails.moc"
