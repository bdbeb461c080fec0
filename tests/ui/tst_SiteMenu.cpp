#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowOnPage.h"
#include "ui/bars/StatusLine.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewScheme.h"
#include "ui/settings/ListBox.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QUndoStack>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray sample = "---\npermalink: /\n---\n\n# Awards\n* Northmere Scholarship, 2021\n";
const QByteArray config = "title: Tides\nauthor:\n  name: Ida Falk\n";

const QByteArray menu = "# main links\n"
                        "main:\n"
                        "  - title: \"About Me\"\n"
                        "    url: \"/#about-me\"\n"
                        "\n"
                        "  - title: \"Papers\" # all of them\n"
                        "    url: /papers/\n"
                        "    target: \"_self\"\n"
                        "    children:\n"
                        "      - title: \"Old\"\n"
                        "        url: /old/\n"
                        "\n"
                        "  # - title: \"Talks\"\n"
                        "  #   url: /talks/\n"
                        "  - title: \"CV\"\n"
                        "    url: /cv/\n";

QByteArray changed(const QByteArray &old, const QByteArray &fresh)
{
    QByteArray file = menu;
    return file.replace(old, fresh);
}

const char aboutItem[] = "  - title: \"About Me\"\n    url: \"/#about-me\"\n";
const char papersItem[] = "  - title: \"Papers\" # all of them\n    url: /papers/\n    target: \"_self\"\n"
                          "    children:\n      - title: \"Old\"\n        url: /old/\n";

} // namespace

/// The menu of the site is a list in the profile: edited, undone and saved with the page.
class TestSiteMenu : public QObject
{
    Q_OBJECT

    static QString menuName() { return QStringLiteral("_data/navigation.yml"); }
    std::unique_ptr<TaskWindow> m_task;

    void open(
        const QByteArray &bytes, TaskWindow::Preview preview = TaskWindow::Preview::Off,
        const QByteArray &site = config)
    {
        m_task = std::make_unique<TaskWindow>(sample, preview, site);
        QVERIFY(QDir(m_task->path({})).mkpath(QStringLiteral("_data")));
        QFile file(m_task->path(menuName()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        m_task->window()->open(m_task->path(QStringLiteral("about.md")));
        m_task->clickSection(QStringLiteral("Site profile"));
    }
    OpenPage *page() const { return m_task->window()->files()->page(); }
    QByteArray bytes() const { return page()->page()->sources()[static_cast<size_t>(*page()->menuFile())].bytes; }
    QLineEdit *edit(int row, int column) const
    {
        const QString name = QStringLiteral("Menu-main-%1-%2").arg(row).arg(column);
        return qobject_cast<QLineEdit *>(widgetNamed(m_task->window(), name));
    }
    void clickInto(int row, int column)
    {
        QTest::mouseClick(edit(row, column), Qt::LeftButton);
        QTRY_VERIFY(edit(row, column)->hasFocus());
    }
    QString focusName() const
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }
    void cleanup() { m_task.reset(); }

    void aTitleIsTypedAndSavedWithThePage()
    {
        open(menu);
        QCOMPARE(edit(1, 1)->text(), QStringLiteral("About Me"));
        QCOMPARE(edit(3, 2)->text(), QStringLiteral("/cv/"));
        clickInto(1, 1);
        m_task->key(Qt::Key_End);
        m_task->type(QStringLiteral(" and Ida"));
        QCOMPARE(bytes(), changed("\"About Me\"", "\"About Me and Ida\""));
        QCOMPARE(
            m_task->window()->status()->sentence(),
            QStringLiteral("Saving will make 1 change in 1 line of navigation.yml"));
        QCOMPARE(page()->undoStack()->count(), 1);
        m_task->key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m_task->onDisk(menuName()), changed("\"About Me\"", "\"About Me and Ida\""));
        QCOMPARE(m_task->onDisk(QStringLiteral("_config.yml")), config);
        m_task->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bytes(), menu);
        QCOMPARE(edit(1, 1)->text(), QStringLiteral("About Me"));
    }

    void whatAnItemHoldsBesidesIsToldAndKept()
    {
        open(menu);
        auto *sealed = named<QLabel>(m_task->window(), "Menu-mainSealed2");
        QVERIFY(sealed->isVisible());
        QCOMPARE(sealed->text(), QStringLiteral("target: _self; children: Old"));
        QVERIFY(!named<QLabel>(m_task->window(), "Menu-mainSealed1")->isVisible());
    }

    void aRowMovesByButtonAndKeyWithAllItsLines()
    {
        open(menu);
        clickInto(2, 1);
        const QByteArray moved = QByteArray("# main links\nmain:\n") + papersItem + "\n" + aboutItem
            + menu.mid(menu.indexOf("\n  # - title"));
        m_task->click("Menu-mainUp");
        QCOMPARE(bytes(), moved);
        QCOMPARE(focusName(), QStringLiteral("Menu-main-1-1"));
        QCOMPARE(edit(1, 1)->text(), QStringLiteral("Papers"));
        m_task->key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(bytes(), menu);
        QCOMPARE(focusName(), QStringLiteral("Menu-main-2-1"));
        m_task->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bytes(), moved);
        QCOMPARE(page()->undoStack()->undoText(), QStringLiteral("move in menu"));
    }

    void aRowIsDraggedByItsDots()
    {
        open(menu);
        QWidget *sign = widgetNamed(m_task->window(), QStringLiteral("Menu-mainDrag2"));
        QWidget *first = widgetNamed(m_task->window(), QStringLiteral("Menu-mainRow1"));
        const QPoint target = sign->mapFromGlobal(first->mapToGlobal(QPoint(10, 2)));
        QTest::mousePress(sign, Qt::LeftButton, {}, sign->rect().center());
        QTest::mouseMove(sign, sign->rect().center() + QPoint(0, -20));
        QTest::mouseMove(sign, target);
        QTest::mouseRelease(sign, Qt::LeftButton, {}, target);
        QVERIFY(bytes().startsWith(QByteArray("# main links\nmain:\n") + papersItem + "\n" + aboutItem));
        // Given up with Esc, it stays where it was.
        const QByteArray before = bytes();
        QTest::mousePress(sign, Qt::LeftButton, {}, sign->rect().center());
        QTest::mouseMove(sign, sign->rect().center() + QPoint(0, -20));
        QTest::mouseMove(sign, target);
        QTest::keyClick(sign, Qt::Key_Escape);
        QTest::mouseRelease(sign, Qt::LeftButton, {}, target);
        QCOMPARE(bytes(), before);
    }

    void aRowIsRemovedAndComesBack()
    {
        open(menu);
        m_task->click("Menu-mainRemove1");
        QTRY_COMPARE(bytes(), changed(QByteArray(aboutItem) + "\n", ""));
        QCOMPARE(edit(1, 1)->text(), QStringLiteral("Papers"));
        m_task->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bytes(), menu);
        QCOMPARE(edit(1, 1)->text(), QStringLiteral("About Me"));
    }

    void aNewRowIsWrittenWithItsFirstLetter()
    {
        open(menu);
        m_task->click("Menu-mainAdd");
        QTRY_COMPARE(focusName(), QStringLiteral("Menu-main-4-1"));
        QCOMPARE(bytes(), menu);
        m_task->type(QStringLiteral("Talks"));
        m_task->key(Qt::Key_Tab);
        QCOMPARE(focusName(), QStringLiteral("Menu-main-4-2"));
        m_task->type(QStringLiteral("talks/"));
        QCOMPARE(bytes(), menu + "\n  - title: \"Talks\"\n    url: \"talks/\"\n");
        m_task->key(Qt::Key_Tab);
        auto *note = named<QLabel>(m_task->window(), "Menu-mainRow4Refusal");
        QTRY_VERIFY(note->isVisible());
        m_task->click("Menu-mainRow4FrameSuggestion");
        QVERIFY(bytes().endsWith("    url: \"/talks/\"\n"));
        QVERIFY(!note->isVisible());
        while (page()->undoStack()->canUndo())
            page()->undoStack()->undo();
        QCOMPARE(bytes(), menu);
    }

    void aNewRowThatIsLeftEmptyDisappears()
    {
        open(menu);
        m_task->click("Menu-mainAdd");
        QTRY_COMPARE(focusName(), QStringLiteral("Menu-main-4-1"));
        clickInto(1, 1);
        QTRY_COMPARE(named<ListBox>(m_task->window(), "Menu-mainList")->rowCount(), 3);
        QVERIFY(!page()->undoStack()->canUndo());
    }

    void anEmptyMenuGetsItsFirstRow()
    {
        const QByteArray empty = "main:\n#   - title: \"Talks\"\n#     url: /talks/\n";
        open(empty);
        m_task->click("Menu-mainAdd");
        QTRY_COMPARE(focusName(), QStringLiteral("Menu-main-1-1"));
        m_task->type(QStringLiteral("CV"));
        QCOMPARE(bytes(), "main:\n  - title: \"CV\"\n    url: \"\"\n" + empty.mid(6));
    }

    void anotherProgramsChangeArrives()
    {
        open(menu);
        QFile file(m_task->path(menuName()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(changed("Papers", "Essays"));
        file.close();
        page()->checkDisk();
        QCOMPARE(edit(2, 1)->text(), QStringLiteral("Essays"));
    }

    void thePreviewFollows()
    {
        open(menu, TaskWindow::Preview::Real, "remote_theme: academicpages/academicpages.github.io\n" + config);
        clickInto(3, 1);
        m_task->key(Qt::Key_End);
        m_task->type(QStringLiteral(" of Ida"));
        QTRY_VERIFY_WITH_TIMEOUT(
            m_task->inPreview(QStringLiteral("document.body.textContent"))
                .toString()
                .contains(QStringLiteral("CV of Ida")),
            30000);
    }

    void aMenuThatCannotBeWrittenLeavesAllFilesAlone()
    {
        open(menu);
        clickInto(1, 1);
        m_task->type(QStringLiteral("x"));
        m_task->clickSection(QStringLiteral("Awards"));
        m_task->clickRow(0);
        m_task->key(Qt::Key_Return);
        m_task->type(QStringLiteral("Old "));
        const QString folder = m_task->path(QStringLiteral("_data"));
        QVERIFY(QDir(folder).removeRecursively());
        QVERIFY(!page()->save());
        QCOMPARE(m_task->onDisk(), sample);
        QVERIFY(page()->isModified());
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestSiteMenu test;
    return runWindowTest(argc, argv, &test);
}

#include "tst_SiteMenu.moc"
