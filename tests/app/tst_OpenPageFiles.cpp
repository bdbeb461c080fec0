#include "tests/support/FileSizeLimit.h"
#include "tests/support/PageOnDisk.h"

#include <QSignalSpy>
#include <QUndoStack>

using namespace vitrine;
using namespace vitrine::test;

/// An open page and its files: saving, what other programs do to them, what cannot be opened.
class TestOpenPageFiles : public QObject, protected PageOnDisk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { write(); }
    void cleanup() { clear(); }

    void savingWritesTheEditAndNothingElse()
    {
        QSignalSpy modified(m_page.get(), &OpenPage::modifiedChanged);
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        QVERIFY(m_page->save().ok());
        QByteArray expected = homepage;
        QCOMPARE(readFile(m_path), expected.replace("moss", "lichen"));
        QVERIFY(!m_page->isModified());
        QCOMPARE(modified.count(), 2);
    }

    void savingIntoAFolderThatIsGoneKeepsTheEdits()
    {
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        QDir(m_folder.filePath(QStringLiteral("site"))).removeRecursively();
        const Result<Done> saved = m_page->save();
        QVERIFY(!saved.ok());
        QCOMPARE(saved.error().kind, ErrorKind::CannotWrite);
        QCOMPARE(
            saved.error().sentence,
            QStringLiteral("The folder of about.md is gone. Is the drive still connected? Your edits are still here."));
        QVERIFY(m_page->isModified());
        QVERIFY(bytes().contains("lichen"));
        const QString elsewhere = m_folder.filePath(QStringLiteral("saved.md"));
        QVERIFY(m_page->saveAs(elsewhere).ok());
        QCOMPARE(readFile(elsewhere), bytes());
        QCOMPARE(m_page->path(), elsewhere);
        QVERIFY(!m_page->isModified());
    }

    void aSaveThatFailsHalfWayLeavesTheFileAsItWas()
    {
#ifdef Q_OS_UNIX
        QVERIFY(replaceFirst(*m_page, "moss", QByteArray(100000, 'm')).ok());
        {
            const FileSizeLimit limit(4096);
            const Result<Done> saved = m_page->save();
            QVERIFY(!saved.ok());
            QVERIFY(saved.error().sentence.startsWith(QStringLiteral("about.md was not saved")));
        }
        QCOMPARE(readFile(m_path), homepage);
        QVERIFY(m_page->isModified());
        QCOMPARE(QDir(QFileInfo(m_path).path()).entryList(QDir::Files).size(), 1);
        QVERIFY(m_page->save().ok());
        QCOMPARE(readFile(m_path), bytes());
#else
        QSKIP("There is no limit of file sizes here.");
#endif
    }

    void aFolderWhereTheFileWasIsNotWrittenOver()
    {
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QDir().mkpath(m_path + QStringLiteral("/inside")));
        QVERIFY(!m_page->save().ok());
        QVERIFY(!m_page->save(OnConflict::Overwrite).ok());
        QVERIFY(QFileInfo(m_path).isDir());
        QVERIFY(m_page->isModified());
    }

    void savingAsIntoAFileIsRefused()
    {
        const Result<Done> saved = m_page->saveAs(m_path + QStringLiteral("/below.md"));
        QVERIFY(!saved.ok());
        QCOMPARE(saved.error().kind, ErrorKind::CannotWrite);
        QCOMPARE(m_page->path(), m_path);
        QCOMPARE(readFile(m_path), homepage);
    }

    void savingOverAnotherProgramsChangeIsRefused()
    {
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        writeFile(m_path, "# Other\n");
        const Result<Done> saved = m_page->save();
        QVERIFY(!saved.ok());
        QCOMPARE(saved.error().kind, ErrorKind::Conflict);
        QCOMPARE(readFile(m_path), QByteArray("# Other\n"));
        QVERIFY(m_page->isModified());
        QVERIFY(m_page->save(OnConflict::Overwrite).ok());
        QCOMPARE(readFile(m_path), bytes());
    }

    void anotherProgramsChangeElsewhereIsBroughtIn()
    {
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        QByteArray theirs = homepage;
        writeFile(m_path, theirs.replace("Third", "Third\n- Fourth"));
        QVERIFY(m_page->mergeFromDisk().ok());
        QByteArray both = theirs;
        QCOMPARE(bytes(), both.replace("moss", "lichen"));
        QCOMPARE(m_page->unsaved().changes, 1);
        QVERIFY(m_page->save().ok());
        QCOMPARE(readFile(m_path), both);
    }

    void aChangedPageTakesInWhatFits()
    {
        QVERIFY(replaceFirst(*m_page, "First", "Best").ok());
        QSignalSpy merged(m_page.get(), &OpenPage::mergedFromDisk);
        QByteArray theirs = homepage;
        writeFile(m_path, theirs.replace("- *2025.12*: Second", "- *2025.12*: 2nd\n- *2025.11*: Between"));
        m_page->checkDisk();
        QCOMPARE(merged.count(), 1);
        QVERIFY(m_page->choices().empty());
        QCOMPARE(bytes(), theirs.replace("First", "Best"));
        QCOMPARE(m_page->unsaved().changes, 1);
        QVERIFY(m_page->save().ok());
        QCOMPARE(readFile(m_path), bytes());
    }

    void theSameFieldIsAChoiceBeforeSaving()
    {
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        QByteArray theirs = homepage;
        writeFile(m_path, theirs.replace("moss", "ferns").replace("Third", "3rd"));
        m_page->checkDisk();
        QVERIFY(bytes().contains("lichen") && bytes().contains("3rd"));
        std::vector<OpenChoice> choices = m_page->choices();
        QCOMPARE(choices.size(), size_t(1));
        QCOMPARE(choices.front().here, QByteArray("I study lichen"));
        QCOMPARE(choices.front().there, QByteArray("I study ferns"));
        const Result<Done> refused = m_page->save();
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(readFile(m_path), theirs);
        QVERIFY(m_page->choose(0, MergeSide::Disk).ok());
        QVERIFY(m_page->choices().empty());
        QCOMPARE(bytes(), theirs);
        m_page->undoStack()->undo();
        QVERIFY(bytes().contains("lichen"));
        QVERIFY(m_page->save().ok());
    }

    void aChoiceGoesWithItsPlace()
    {
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        QByteArray theirs = homepage;
        writeFile(m_path, theirs.replace("moss", "ferns"));
        m_page->checkDisk();
        QVERIFY(replaceFirst(*m_page, "# About", "# About this page").ok());
        QVERIFY(replaceFirst(*m_page, "lichen", "lichens").ok());
        QCOMPARE(m_page->choices().size(), size_t(1));
        QCOMPARE(m_page->choices().front().here, QByteArray("I study lichens"));
        QVERIFY(m_page->choose(0, MergeSide::Here).ok());
        QVERIFY(m_page->choices().empty());
        QVERIFY(bytes().contains("lichens"));
        QVERIFY(m_page->save().ok());
    }

    void marksOfALineMergeAreAChoice()
    {
        QByteArray marked = homepage;
        marked.replace("- Third", "<<<<<<< HEAD\n- Third\n=======\n- 3rd\n>>>>>>> main\n");
        writeFile(m_path, marked);
        open();
        const std::vector<OpenChoice> choices = m_page->choices();
        QCOMPARE(choices.size(), size_t(1));
        QVERIFY(choices.front().marked);
        QCOMPARE(choices.front().thereName, QStringLiteral("main"));
        QVERIFY(m_page->choose(0, MergeSide::Disk).ok());
        QCOMPARE(bytes(), QByteArray(homepage).replace("- Third", "- 3rd\n"));
        QVERIFY(m_page->choices().empty());
    }

    void aChangeIsTakenBackAsOneStep()
    {
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        QVERIFY(replaceFirst(*m_page, "First", "Best").ok());
        QCOMPARE(m_page->difference().changes.size(), size_t(2));
        QVERIFY(m_page->takeBack(0).ok());
        QVERIFY(bytes().contains("moss") && bytes().contains("Best"));
        QCOMPARE(m_page->undoStack()->count(), 3);
        QCOMPARE(
            m_page->undoStack()->undoText(), QString::fromUtf8("return of “About: text changed to “I study lichen””"));
        QVERIFY(!m_page->takeBack(1).ok());
        m_page->undoStack()->undo();
        QVERIFY(bytes().contains("lichen"));
    }

    void aSaveChangesNothingOutsideTheEntriesNamed()
    {
        QVERIFY(replaceFirst(*m_page, "First", "Best").ok());
        QVERIFY(replaceFirst(*m_page, "- *2025.12*: Second\n", "- *2025.12*: Second\n- *2025.10*: New\n").ok());
        const PageDifference named = m_page->difference();
        const QByteArray before = readFile(m_path);
        QVERIFY(m_page->save().ok());
        const QByteArray after = readFile(m_path);
        // All that is not named is the same, byte for byte, in the same order.
        QByteArray restBefore, restAfter;
        qsizetype atBefore = 0, atAfter = 0;
        for (const NamedChange &change : named.changes) {
            QCOMPARE(change.subject, NamedChange::Subject::Entry);
            for (const ChangedStretch &stretch : change.stretches) {
                restBefore += before.mid(atBefore, stretch.before.begin - atBefore);
                restAfter += after.mid(atAfter, stretch.after.begin - atAfter);
                atBefore = stretch.before.end;
                atAfter = stretch.after.end;
            }
        }
        QCOMPARE(restBefore + before.mid(atBefore), restAfter + after.mid(atAfter));
        QVERIFY(m_page->difference().changes.empty());
    }

    void aCleanPageFollowsTheDisk()
    {
        QByteArray theirs = homepage;
        theirs.replace("moss", "ferns");
        writeFile(m_path, theirs);
        QTRY_COMPARE(bytes(), theirs);
        QVERIFY(!m_page->isModified());
        QCOMPARE(m_page->undoStack()->count(), 1);
        m_page->undoStack()->undo();
        QCOMPARE(bytes(), homepage);
        QVERIFY(m_page->isModified());
    }

    void aFileThatIsGoneIsToldAndCanBeSavedAgain()
    {
        QSignalSpy gone(m_page.get(), &OpenPage::fileGone);
        QVERIFY(QFile::remove(m_path));
        QTRY_COMPARE(gone.count(), 1);
        QCOMPARE(gone.first().first().toInt(), 0);
        QCOMPARE(bytes(), homepage);
        QVERIFY(m_page->save().ok());
        QCOMPARE(readFile(m_path), homepage);
    }

    void aFileBesideThePageThatIsGoneIsToldAsItself()
    {
        openWithInclude();
        QSignalSpy gone(m_page.get(), &OpenPage::fileGone);
        QSignalSpy back(m_page.get(), &OpenPage::filesBack);
        const QByteArray included = readFile(includePath());
        QVERIFY(QFile::remove(includePath()));
        m_page->checkDisk();
        QTRY_COMPARE(gone.count(), 1);
        const int file = gone.first().first().toInt();
        QVERIFY(includePath().endsWith(m_page->page()->sources().at(static_cast<size_t>(file)).path));
        m_page->checkDisk();
        QCOMPARE(gone.count(), 1);
        writeFile(includePath(), included);
        m_page->checkDisk();
        QCOMPARE(back.count(), 1);
    }

    void revertIsOneStepBackToTheDisk()
    {
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        QVERIFY(replaceFirst(*m_page, "Third", "3rd").ok());
        const QByteArray edited = bytes();
        QVERIFY(m_page->revert().ok());
        QCOMPARE(bytes(), homepage);
        QVERIFY(!m_page->isModified());
        m_page->undoStack()->undo();
        QCOMPARE(bytes(), edited);
        QVERIFY(m_page->isModified());
    }

    void filesOfOnePageAreSavedTogether()
    {
        openWithInclude();
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        QVERIFY(replaceInclude("Included", "Brought in").ok());
        QCOMPARE(m_page->unsaved().changes, 2);
        QVERIFY(m_page->save().ok());
        QVERIFY(readFile(m_path).contains("lichen"));
        QCOMPARE(readFile(includePath()), QByteArray("- *2024*: Brought in\n"));
        QVERIFY(!m_page->isModified());
        m_page->undoStack()->undo();
        QVERIFY(m_page->isModified());
        QVERIFY(m_page->save().ok());
        QCOMPARE(readFile(includePath()), QByteArray("- *2024*: Included\n"));
    }

    void whenOneFileFailsNoneIsSaved()
    {
#ifdef Q_OS_UNIX
        openWithInclude();
        const QByteArray before = readFile(m_path);
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        QVERIFY(replaceInclude("Included", QByteArray(100000, 'm')).ok());
        const FileSizeLimit limit(4096);
        const Result<Done> saved = m_page->save();
        QVERIFY(!saved.ok());
        QCOMPARE(
            saved.error().sentence,
            QStringLiteral("Nothing was saved: news.md could not be written. Files of one page are saved together or "
                           "not at all."));
        QCOMPARE(readFile(m_path), before);
        QCOMPARE(readFile(includePath()), QByteArray("- *2024*: Included\n"));
        QVERIFY(m_page->isModified());
#else
        QSKIP("There is no limit of file sizes here.");
#endif
    }

    void anIncludedFileThatChangesOnDiskIsRead()
    {
        openWithInclude();
        writeFile(includePath(), "- *2024*: Theirs\n");
        QTRY_VERIFY(m_page->page()->text().contains("Theirs"));
        QVERIFY(!m_page->isModified());
    }

    void realPagesAreSavedAsTheyWere()
    {
        const QStringList pages = corpusPages();
        if (pages.isEmpty())
            QSKIP("VITRINE_CORPUS is not set: there are no real pages to open.");
        for (const QString &path : pages) {
            const QByteArray before = readFile(path);
            const auto opened = OpenPage::open(path);
            QVERIFY2(opened.ok(), qPrintable(path));
            const QString copy = m_folder.filePath(QStringLiteral("site/copy.md"));
            QVERIFY2((*opened)->saveAs(copy).ok(), qPrintable(path));
            QVERIFY2(readFile(copy) == before, qPrintable(path));
            QVERIFY2(readFile(path) == before, qPrintable(path));
        }
    }

    void aPageWithoutFileIsSavedUnderAName()
    {
        const auto page = OpenPage::fromBytes("# New\n", QStringLiteral("New page"), Site::none());
        QVERIFY(!page->isModified());
        QVERIFY(!page->save().ok());
        QSignalSpy moved(page.get(), &OpenPage::pathChanged);
        const QString path = m_folder.filePath(QStringLiteral("site/new.md"));
        QVERIFY(page->saveAs(path).ok());
        QCOMPARE(readFile(path), QByteArray("# New\n"));
        QCOMPARE(page->name(), QStringLiteral("new.md"));
        QCOMPARE(moved.count(), 1);
    }

    void whatCannotBeOpenedSaysWhy()
    {
        QVERIFY(!OpenPage::open(m_folder.filePath(QStringLiteral("nothing.md"))).ok());
        const Result<std::unique_ptr<OpenPage>> empty = OpenPage::open(m_folder.path());
        QVERIFY(!empty.ok());
        QCOMPARE(empty.error().kind, ErrorKind::NoPage);
        const Result<std::unique_ptr<OpenPage>> named = OpenPage::open(m_folder.path() + QLatin1Char('/'));
        QVERIFY(named.error().sentence.startsWith(
            QString::fromUtf8("“%1” holds no page.").arg(QDir(m_folder.path()).dirName())));
    }
};

QTEST_MAIN(TestOpenPageFiles)
#include "tst_OpenPageFiles.moc"
