#include "app/session/JournalFile.h"
#include "app/session/RecoveryJournal.h"
#include "tests/support/window/WindowOnPage.h"
#include "ui/bars/MessageBar.h"
#include "ui/files/FileCommands.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QUndoStack>

using namespace vitrine;
using namespace vitrine::test;

/// What the window does with files: opening, saving, new pages, exports, settings at the top, what a crash left.
class TestWindowFiles : public WindowOnPage
{
    Q_OBJECT

    /// What a program leaves that never came to its end; the bytes that it had not saved.
    QByteArray leaveEdits()
    {
        QByteArray edited = samplePage;
        edited.replace("I study tides.", "I study tides and waves.");
        const QString folder = m_settings->stateFolder() + QStringLiteral("/recovery");
        const RecoveredEdits left{
            pagePath(),
            QStringLiteral("about.md"),
            QDateTime::currentDateTime(),
            {{QStringLiteral("about.md"), edited}},
            folder + QStringLiteral("/left.journal")};
        if (!QDir().mkpath(folder) || !writeJournal(left))
            qFatal("the journal could not be written");
        return edited;
    }

private Q_SLOTS:
    void aSaveThatFailsKeepsEverythingAndSaysSo()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("News"));
        press(m_window.get(), Qt::Key_Down);
        list()->setFocus();
        press(m_window.get(), Qt::Key_Delete);
        const QByteArray edited = bytes();
        // A folder in place of the file can be written by nobody, root included.
        QVERIFY(QFile::remove(pagePath()));
        QVERIFY(QDir().mkpath(pagePath() + QStringLiteral("/inside")));
        press(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(m_window->messages()->isVisible());
        QVERIFY(!m_window->messages()->shownText().isEmpty());
        QVERIFY(m_window->isWindowModified());
        QCOMPARE(bytes(), edited);

        const QString other = m_folder->filePath(QStringLiteral("other.md"));
        FileDialogs answers;
        answers.save = [other](const QString &, const QString &, const QString &) { return other; };
        m_window->files()->setDialogs(answers);
        action("SaveAs")->trigger();
        QFile saved(other);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), edited);
        QVERIFY(!m_window->isWindowModified());
    }

    void whatCannotBeOpenedIsToldInTheWindow()
    {
        QVERIFY(!m_window->open(m_folder->filePath(QStringLiteral("missing.md"))));
        QVERIFY(m_window->messages()->isVisible());
        QVERIFY(m_window->messages()->shownText().contains(QLatin1String("missing.md")));
        QVERIFY(widgetNamed(m_window.get(), QStringLiteral("FirstStart"))->isVisible());
    }

    void leavingAsksAboutUnsavedChanges()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("News"));
        list()->setFocus();
        press(m_window.get(), Qt::Key_Delete);
        int asked = 0;
        UnsavedAnswer answer = UnsavedAnswer::Cancel;
        FileDialogs answers;
        answers.unsaved = [&](const QString &name) {
            ++asked;
            return name == QLatin1String("about.md") ? answer : UnsavedAnswer::Cancel;
        };
        m_window->files()->setDialogs(answers);
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        answer = UnsavedAnswer::Save;
        const QByteArray edited = bytes();
        QVERIFY(m_window->close());
        QCOMPARE(asked, 2);
        QCOMPARE(onDisk(), edited);
    }

    void theFirstPageOffersThreeWaysAndRemembersPages()
    {
        auto *first = widgetNamed(m_window.get(), QStringLiteral("FirstStart"));
        QVERIFY(first->isVisible());
        QVERIFY(widgetNamed(m_window.get(), QStringLiteral("StartOpen"))->hasFocus());
        FileDialogs answers;
        answers.openPage = [this] { return pagePath(); };
        m_window->files()->setDialogs(answers);
        press(m_window.get(), Qt::Key_Return);
        QVERIFY(!first->isVisible());
        QCOMPARE(m_settings->recentPages(), QStringList(pagePath()));
        press(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(first->isVisible());
        QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("Recent0")));
        click(m_window.get(), "Recent0");
        QVERIFY(m_window->files()->page());
    }

    void aDroppedFileIsOpened()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(pagePath())});
        const QPoint middle = m_window->rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY(m_window->files()->page());
        QCOMPARE(m_window->files()->page()->path(), pagePath());
    }

    void pageSettingsChangeTheLinesAtTheTopOnly()
    {
        m_window->open(pagePath());
        clickSection(QStringLiteral("Page settings"));
        auto *title = named<QLineEdit>(m_window.get(), "Setting-title");
        QCOMPARE(title->text(), QStringLiteral("Home of Ida Falk"));
        title->setFocus();
        title->end(false);
        QTest::keyClicks(title, QStringLiteral(", PhD"));
        QByteArray expected = samplePage;
        expected.replace("Home of Ida Falk", "Home of Ida Falk, PhD");
        QCOMPARE(bytes(), expected);
        QCOMPARE(m_window->files()->page()->undoStack()->count(), 1);
    }

    void editsOfAProgramThatEndedTooEarlyAreOfferedAndBroughtBack()
    {
        const QByteArray edited = leaveEdits();
        m_window->open(pagePath());
        QVERIFY(m_window->messages()->isVisible());
        QCOMPARE(bytes(), samplePage);
        click(m_window.get(), "MessageRemedy0");
        QTRY_COMPARE(bytes(), edited);
        QVERIFY(m_window->isWindowModified());
        QCOMPARE(onDisk(), samplePage);
        QVERIFY(!m_window->messages()->isVisible());
    }

    void whatWasLeftIsComparedBeforeItIsBroughtBackOrDropped()
    {
        const QByteArray edited = leaveEdits();
        m_window->open(pagePath());
        click(m_window.get(), "MessageRemedy1");
        QTRY_VERIFY(widgetNamed(m_window.get(), QStringLiteral("ChangesView"))->isVisible());
        QCOMPARE(
            named<QLabel>(m_window.get(), "Change0Sentence")->text(),
            QStringLiteral("<b>About Me</b>: text changed to “I study tides and waves”"));
        QCOMPARE(bytes(), samplePage);
        click(m_window.get(), "CompareFirst");
        QCOMPARE(bytes(), edited);
        QCOMPARE(named<QLabel>(m_window.get(), "ChangesTitle")->text(), QStringLiteral("Saving will make 1 change"));
    }

    void whatWasLeftIsDroppedWhenNobodyWantsIt()
    {
        leaveEdits();
        m_window->open(pagePath());
        click(m_window.get(), "MessageRemedy1");
        QTRY_VERIFY(widgetNamed(m_window.get(), QStringLiteral("CompareSecond"))->isVisible());
        click(m_window.get(), "CompareSecond");
        QCOMPARE(bytes(), samplePage);
        QVERIFY(!m_window->messages()->isVisible());
        QVERIFY(RecoveryJournal::find(m_settings->stateFolder(), pagePath()).isEmpty());
    }

    void exportsAreTheBytesOfThePage()
    {
        m_window->open(pagePath());
        const QString target = m_folder->filePath(QStringLiteral("export.out"));
        FileDialogs answers;
        answers.save = [target](const QString &, const QString &, const QString &) { return target; };
        m_window->files()->setDialogs(answers);
        action("ExportMarkdown")->trigger();
        QFile exported(target);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        QCOMPARE(exported.readAll(), samplePage);
        exported.close();
        action("ExportClipboard")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), samplePage);
        action("ExportHtml")->trigger();
        QVERIFY(exported.open(QIODevice::ReadOnly));
        QVERIFY(exported.readAll().contains("I study tides."));
        exported.close();
        // A click on Export repeats the last kind.
        QVERIFY(exported.remove());
        action("ExportAgain")->trigger();
        QVERIFY(exported.exists());
        QVERIFY(!m_window->isWindowModified());
    }

    void aNewPageComesFromAStarterOrFromCopiedText()
    {
        QVERIFY(widgetNamed(m_window.get(), QStringLiteral("FirstStart"))->isVisible());
        click(m_window.get(), "StartNew");
        click(m_window.get(), "Starter-academicpages");
        QVERIFY(m_window->files()->page());
        QVERIFY(m_window->files()->page()->path().isEmpty());
        QVERIFY(bytes().contains("# Publications"));
        QVERIFY(action("Save")->isEnabled());
        const QString target = m_folder->filePath(QStringLiteral("new.md"));
        const QByteArray made = bytes();
        FileDialogs answers;
        answers.save = [target](const QString &, const QString &, const QString &) { return target; };
        m_window->files()->setDialogs(answers);
        press(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QFile saved(target);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), made);

        QGuiApplication::clipboard()->setText(QString::fromUtf8(samplePage));
        action("PasteMarkdown")->trigger();
        QCOMPARE(bytes(), samplePage);
        QVERIFY(m_window->files()->page()->path().isEmpty());
    }

    void theSampleOpensInACopyThatCanBeSaved()
    {
        action("OpenSample")->trigger();
        QVERIFY(m_window->files()->page());
        const QString path = m_window->files()->page()->path();
        QVERIFY(path.startsWith(QDir::tempPath()));
        QVERIFY(!m_window->files()->page()->isReadOnly());
        clickSection(QStringLiteral("News"));
        list()->setFocus();
        press(m_window.get(), Qt::Key_Delete);
        press(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!m_window->isWindowModified());
        QDir(QFileInfo(path).path() + QStringLiteral("/..")).removeRecursively();
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    TestWindowFiles test;
    return runWindowTest(argc, argv, &test);
}
#include "tst_WindowFiles.moc"
