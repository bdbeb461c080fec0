// What saving will do, seen and taken back in the window; two versions of one thing chosen there.

#include "tests/support/GitFolder.h"
#include "tests/support/window/WindowOnPage.h"
#include "ui/WorkArea.h"
#include "ui/bars/MessageBar.h"
#include "ui/changes/ChangeList.h"
#include "ui/changes/ChangesView.h"
#include "ui/changes/DiffText.h"
#include "ui/files/FileCommands.h"

#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QUndoStack>

using namespace vitrine;
using namespace vitrine::test;

class TestChangesView : public WindowOnPage
{
    Q_OBJECT

    QString text(const char *name) const
    {
        QString words = named<QLabel>(m_window.get(), name)->text();
        return words.remove(QStringLiteral("<b>")).remove(QStringLiteral("</b>"));
    }

    OpenPage &page() const { return *m_window->files()->page(); }

    void replace(const QByteArray &old, const QByteArray &text)
    {
        const qsizetype at = bytes().indexOf(old);
        QVERIFY(at >= 0);
        QVERIFY(page()
                    .apply(
                        editSource(*page().page(), TextEdit::replacing({at, at + old.size()}, text)),
                        QStringLiteral("change"))
                    .ok());
    }

    void writeDisk(const QByteArray &text)
    {
        QFile file(pagePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void changesAreShownByKeyAndOneIsTakenBack()
    {
        m_window->open(pagePath());
        const QByteArray before = bytes();
        clickSection(QStringLiteral("News"));
        press(m_window.get(), Qt::Key_Down);
        list()->setFocus();
        press(m_window.get(), Qt::Key_Delete);
        press(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto *view = named<ChangesView>(m_window.get(), "ChangesView");
        QVERIFY(view->isVisible());
        QVERIFY(!outline()->isVisible());
        QCOMPARE(text("ChangesTitle"), QStringLiteral("Saving will make 1 change"));
        QCOMPARE(text("Change0Sentence"), QStringLiteral("Award Northmere Scholarship removed"));
        QCOMPARE(text("Change0Details"), QStringLiteral("line 15 removed"));
        QVERIFY(view->diff()->toPlainText().startsWith(QLatin1String("about.md\nAwards\n")));
        QCOMPARE(m_window->focusWidget()->objectName(), QStringLiteral("Change0"));
        click(m_window.get(), "Change0Undo");
        QCOMPARE(bytes(), before);
        QVERIFY(!m_window->isWindowModified());
        QCOMPARE(text("ChangesTitle"), QStringLiteral("No changes"));
        press(m_window.get(), Qt::Key_Escape);
        QVERIFY(!view->isVisible());
        QVERIFY(outline()->isVisible());
    }

    void theKeyboardStaysInTheChangesWhenTheyAreSavedAndComesBackToTheList()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("Awards"));
        clickRow(1);
        list()->setFocus();
        press(m_window.get(), Qt::Key_Up, Qt::AltModifier);
        press(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        press(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(onDisk(), bytes());
        const auto *view = named<ChangesView>(m_window.get(), "ChangesView");
        QVERIFY(view->isAncestorOf(m_window->focusWidget()));
        press(m_window.get(), Qt::Key_Escape);
        QCOMPARE(m_window->focusWidget(), list());
    }

    void theStatusLineLeadsThereAndCountsTheSame()
    {
        m_window->open(pagePath());
        QVERIFY(!widgetNamed(m_window.get(), QStringLiteral("StatusChanges"))->isVisible());
        replace("# News", "# Latest news");
        QVERIFY(statusSentence().startsWith(QLatin1String("Saving will make 1 change in 1 line of about.md")));
        click(m_window.get(), "StatusChanges");
        QVERIFY(named<ChangesView>(m_window.get(), "ChangesView")->isVisible());
        QCOMPARE(text("Change0Sentence"), QStringLiteral("Section Latest news renamed, was “News”"));
        click(m_window.get(), "ChangesSave");
        QCOMPARE(onDisk(), bytes());
        QCOMPARE(text("ChangesTitle"), QStringLiteral("No changes"));
        click(m_window.get(), "ChangesBack");
        QVERIFY(outline()->isVisible());
    }

    void thePanesAreAsWideAsBeforeWhenOneComesBack()
    {
        m_window->open(pagePath());
        auto *panes = named<QSplitter>(m_window.get(), "PaneSplitter");
        const QList<int> sizes = panes->sizes();
        press(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        m_window->resize(m_window->width(), m_window->height() - 60); // as a message does
        QApplication::processEvents();
        press(m_window.get(), Qt::Key_Escape);
        QCOMPARE(panes->sizes(), sizes);
    }

    void arrowsWalkTheChangesAndTheDifferenceFollows()
    {
        m_window->open(pagePath());
        replace("# News", "# Latest news");
        replace("Best Student Talk", "Best Student Talk again");
        m_window->work()->show(WorkArea::Middle::Changes);
        auto *view = named<ChangesView>(m_window.get(), "ChangesView");
        view->focusList();
        press(m_window.get(), Qt::Key_Down);
        QCOMPARE(view->list()->selected(), 1);
        const QTextCursor caret = view->diff()->textCursor();
        QVERIFY(caret.block().text().contains(QLatin1String("again")));
    }

    void whatFitsFromTheDiskComesInByItself()
    {
        m_window->open(pagePath());
        QByteArray theirs = bytes();
        replace("# News", "# Latest news");
        writeDisk(theirs + "\n# Links\n\n- [Moss](https://moss.example.org)\n");
        page().checkDisk();
        QVERIFY(bytes().contains("# Latest news") && bytes().contains("# Links"));
        QVERIFY(m_window->messages()->shownText().contains(QLatin1String("fit together")));
        QCOMPARE(page().unsaved().changes, 1);
    }

    void twoVersionsAreChosenInPlace()
    {
        m_window->open(pagePath());
        const QByteArray before = bytes();
        QByteArray theirs = before;
        replace("# News", "# Latest news");
        writeDisk(theirs.replace("# News", "# Newest news"));
        page().checkDisk();
        QVERIFY(m_window->messages()->shownText().contains(QLatin1String("changed here and on disk")));
        press(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(onDisk(), theirs);
        press(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(text("Choice0Here"), QStringLiteral("# Latest news"));
        QCOMPARE(text("Choice0There"), QStringLiteral("# Newest news"));
        click(m_window.get(), "Choice0KeepThere");
        QCOMPARE(bytes(), theirs);
        QVERIFY(page().choices().empty());
        QVERIFY(!m_window->messages()->shownText().contains(QLatin1String("changed here and on disk")));
        QVERIFY(!m_window->isWindowModified());
    }

    void twoVersionsStandAboveTheFormOfTheirEntry()
    {
        m_window->open(pagePath());
        QByteArray theirs = bytes();
        replace("Best Student Talk", "Best Talk of All");
        writeDisk(theirs.replace("Best Student Talk", "Worst Student Talk"));
        page().checkDisk();
        clickSection(QStringLiteral("Awards"));
        clickRow(1);
        QWidget *choices = widgetNamed(m_window.get(), QStringLiteral("EntryChoices"));
        QVERIFY(choices->isVisible());
        QCOMPARE(named<QLabel>(m_window.get(), "Choice0There")->text(), QStringLiteral("Worst Student Talk"));
        clickRow(0);
        QVERIFY(!choices->isVisible());
        clickRow(1);
        click(m_window.get(), "Choice0KeepThere");
        QCOMPARE(bytes(), theirs);
        QVERIFY(!choices->isVisible());
    }

    void anotherDifferenceIsShownWithWhatCanBeDoneAboutIt()
    {
        m_window->open(pagePath());
        const auto now = page().page();
        const auto other = now->edited(TextEdit::inserting(now->bytes().indexOf("* 03/2024"), "* 04/2024: News.\n"));
        int done = 0;
        m_window->work()->show(WorkArea::Middle::Changes);
        auto *view = named<ChangesView>(m_window.get(), "ChangesView");
        view->compare(
            {differenceOf(now, other),
             QStringLiteral("A copy"),
             QStringLiteral("from then"),
             {{QStringLiteral("Take it"), [&] { ++done; }}}});
        QCOMPARE(text("ChangesTitle"), QStringLiteral("A copy"));
        QCOMPARE(text("Change0Sentence"), QStringLiteral("News: 04/2024 added on top"));
        QVERIFY(!widgetNamed(view, QStringLiteral("Change0Undo"))->isVisible());
        QVERIFY(!widgetNamed(view, QStringLiteral("ChangesSave"))->isVisible());
        click(view, "CompareFirst");
        QCOMPARE(done, 1);
        QCOMPARE(text("ChangesTitle"), QStringLiteral("No changes"));
    }

    void anEarlierStateOfAnEntryIsTakenBackFromGit()
    {
        GitFolder folder;
        if (!folder.isUsable())
            QSKIP("git is not installed");
        const QString name = QStringLiteral("about.md");
        const QByteArray first = QByteArray(samplePage).replace("Best Student Talk", "Good Student Talk");
        const QByteArray second = QByteArray(samplePage).replace("Best Student Talk", "Better Student Talk");
        QVERIFY(folder.commit(name, first, QStringLiteral("Begin")));
        QVERIFY(folder.commit(name, second, QStringLiteral("Better")));
        QVERIFY(folder.commit(name, samplePage, QStringLiteral("Best")));
        m_window->open(folder.filePath(name));
        auto *since = m_window->findChild<QMenu *>(QStringLiteral("SinceMenu"));
        QTRY_COMPARE_WITH_TIMEOUT(since->actions().size(), 3, 60000);
        clickSection(QStringLiteral("Awards"));
        clickRow(1);
        action("EarlierStates")->trigger();
        QWidget *earlier = widgetNamed(m_window.get(), QStringLiteral("CompareSecond"));
        QTRY_VERIFY_WITH_TIMEOUT(earlier->isVisible(), 60000);
        QVERIFY(text("Change0Sentence").contains(QLatin1String("Better Student Talk")));
        click(m_window.get(), "CompareSecond");
        QVERIFY(text("Change0Sentence").contains(QLatin1String("Good Student Talk")));
        QCOMPARE(bytes(), samplePage);
        click(m_window.get(), "CompareFirst");
        QCOMPARE(bytes(), first);
        page().undoStack()->undo();
        QCOMPARE(bytes(), samplePage);

        since->actions().back()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(text("ChangesTitle").startsWith(QLatin1String("Changes since")), 60000);
        QVERIFY(text("Change0Sentence").contains(QLatin1String("Best Student Talk")));
    }

    void withoutGitThereIsNothingOfHistory()
    {
        m_window->open(pagePath());
        QVERIFY(!action("EarlierStates")->isVisible());
        QVERIFY(!m_window->findChild<QMenu *>(QStringLiteral("SinceMenu"))->menuAction()->isVisible());
    }

    void marksOfAMergeAreToldOnOpeningAndChosen()
    {
        QByteArray marked = onDisk();
        marked.replace("# News", "<<<<<<< HEAD\n# Latest news\n=======\n# News\n>>>>>>> main");
        writeDisk(marked);
        m_window->open(pagePath());
        QVERIFY(m_window->messages()->shownText().contains(QLatin1String("Marks of a merge")));
        press(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(text("Choice0There"), QStringLiteral("# News"));
        click(m_window.get(), "Choice0KeepHere");
        QVERIFY(bytes().contains("# Latest news"));
        QVERIFY(!bytes().contains("<<<<<<<") && !bytes().contains(">>>>>>>") && !bytes().contains("======="));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    TestChangesView test;
    return runWindowTest(argc, argv, &test);
}

#include "tst_ChangesView.moc"
