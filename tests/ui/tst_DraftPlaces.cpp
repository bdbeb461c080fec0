#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowTest.h"
#include "ui/Selection.h"
#include "ui/WorkArea.h"
#include "ui/entries/EntryListModel.h"
#include "ui/entries/EntryListView.h"
#include "ui/entries/FormsView.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewScheme.h"

#include <QDate>
#include <QMenu>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray byKind = R"(# Publications

### Preprints
* **Ida Falk** and Tove Lind, “Quill: Writing with Tides”, arXiv preprint, 2024.

### Conference Publications
* **Ida Falk**, Tove Lind, and Per Holm, “Ripple: Second Thoughts on Waves”, in the Conference on Waves (WAVES), 2025.

# Awards
- 2024, Best Paper Award
)";

QByteArray year(int before)
{
    return QByteArray::number(QDate::currentDate().year() - before);
}

QByteArray paperOf(const QByteArray &title, const QByteArray &year)
{
    return "- **Ida Falk**, Tove Lind. \"" + title + "\". *Conference on Waves (WAVES)*, " + year + ".\n";
}

/// A page that groups papers by year, this year's not among them.
QByteArray byYear()
{
    return "# Publications\n\n## " + year(1) + "\n" + paperOf("Ripple: Second Thoughts", year(1)) + "\n## " + year(2)
        + "\n" + paperOf("Ebb: Leaving Early", year(2));
}

QString place(const TaskWindow &task)
{
    return named<QToolButton>(task.window(), "EntryPlace")->text();
}

/// The rows of the list from above: titles of groups and entries, "*" for the draft.
QStringList rows(const TaskWindow &task)
{
    const EntryListModel *model = task.window()->work()->forms()->model();
    QStringList all;
    for (int number = 0; number < model->rowCount(); ++number) {
        const bool draft = model->row(number).type == EntryListModel::Row::Type::Draft;
        all += draft ? QStringLiteral("*") : model->index(number, 0).data().toString();
    }
    return all;
}

} // namespace

/// Where a new entry goes: what is proposed, what can be chosen by mouse and by keys, and where it then stands.
class TestDraftPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }

    void aNewPaperGoesWhereThePlaceSays()
    {
        TaskWindow task(byKind);
        task.clickSection(QStringLiteral("Preprints"));
        task.click("AddEntryButton");
        QCOMPARE(place(task), QStringLiteral("Preprints"));
        task.clickInMenu("EntryPlace", QStringLiteral("Conference Publications"));
        QCOMPARE(place(task), QStringLiteral("Conference Publications"));
        QCOMPARE(
            rows(task),
            QStringList(
                {QStringLiteral("Preprints"), QStringLiteral("Quill: Writing with Tides"),
                 QStringLiteral("Conference Publications"), QStringLiteral("*"),
                 QStringLiteral("Ripple: Second Thoughts on Waves")}));
        QCOMPARE(task.bytes(), byKind);
        task.type(QStringLiteral("Flow: Coming Back"));
        const QByteArray head = "### Conference Publications\n";
        QByteArray expected = byKind;
        expected.replace(head, head + "* “Flow: Coming Back”, " + year(0) + ".\n");
        QCOMPARE(task.bytes(), expected);
        QCOMPARE(place(task), QStringLiteral("Conference Publications"));
    }

    void whatIsTypedStaysWhenThePlaceIsAnother()
    {
        TaskWindow task(byKind);
        task.clickSection(QStringLiteral("Preprints"));
        task.click("AddEntryButton");
        // One letter is no title yet.
        task.type(QStringLiteral("F"));
        QCOMPARE(task.bytes(), byKind);
        task.clickInMenu("EntryPlace", QStringLiteral("Conference Publications"));
        task.type(QStringLiteral("low: Coming Back"));
        QVERIFY(task.bytes().contains("Publications\n* “Flow: Coming Back”, "));
    }

    void thePlaceIsReachedAndChosenByKeys()
    {
        TaskWindow task(byKind);
        task.clickSection(QStringLiteral("Preprints"));
        task.key(Qt::Key_Return, Qt::ControlModifier);
        task.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("EntryPlace"));
        bool shown = false;
        QTimer::singleShot(0, task.window(), [&] {
            QWidget *menu = QApplication::activePopupWidget();
            shown = menu;
            if (!menu)
                return;
            for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Return})
                QTest::keyClick(menu, key);
        });
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(shown);
        task.comeBack();
        QCOMPARE(place(task), QStringLiteral("Conference Publications"));
        task.tabTo("titleEdit");
        task.type(QStringLiteral("Flow: Coming Back"));
        QVERIFY(task.bytes().contains("Publications\n* “Flow: Coming Back”, "));
    }

    void papersByYearGetTheYearThatIsMissing()
    {
        TaskWindow task(byYear());
        task.clickSection(QStringLiteral("Publications"));
        task.click("AddEntryButton");
        QCOMPARE(place(task), QString::fromUtf8(year(0)) + QStringLiteral(" (new)"));
        QCOMPARE(rows(task).front(), QStringLiteral("*"));
        task.type(QStringLiteral("Flow: Coming Back"));
        QByteArray expected = byYear();
        expected.replace(
            "## " + year(1), "## " + year(0) + "\n- \"Flow: Coming Back\". " + year(0) + ".\n\n## " + year(1));
        QCOMPARE(task.bytes(), expected);
        QCOMPARE(place(task), QString::fromUtf8(year(0)));
        QUndoStack *undo = task.window()->files()->page()->undoStack();
        QCOMPARE(undo->count(), 1);
        undo->undo();
        QCOMPARE(task.bytes(), byYear());
    }

    void aYearThatWasChosenItselfIsTaken()
    {
        TaskWindow task(byYear());
        task.clickSection(QString::fromUtf8(year(2)));
        task.click("AddEntryButton");
        QCOMPARE(place(task), QString::fromUtf8(year(2)));
        task.type(QStringLiteral("Flow: Coming Back"));
        QVERIFY(task.bytes().contains("## " + year(2) + "\n- \"Flow: Coming Back\". "));
    }

    void whereThereIsNoChoiceThereIsNoPlace()
    {
        TaskWindow task(byKind);
        task.clickSection(QStringLiteral("Awards"));
        task.click("AddEntryButton");
        QVERIFY(!named<QWidget>(task.window(), "EntryPlace")->isVisible());
    }

    void aDraftThatIsLeftLeadsBackToItsNeighbours()
    {
        TaskWindow task(byYear());
        task.clickSection(QStringLiteral("Publications"));
        task.click("AddEntryButton");
        task.key(Qt::Key_Escape);
        QVERIFY(!task.window()->work()->forms()->isDrafting());
        QVERIFY(task.window()->selection()->entry());
        QCOMPARE(task.bytes(), byYear());
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestDraftPlaces test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_DraftPlaces.moc"
