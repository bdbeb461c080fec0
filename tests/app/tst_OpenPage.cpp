#include "app/session/OpenPage.h"
#include "tests/support/FileSizeLimit.h"
#include "tests/support/PageFixtures.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <rapidcheck.h>

using namespace vitrine;

namespace {

const QByteArray homepage =
    "# About\r\n\r\nI study moss.\n\n# News\n\n- *2026.01*: First\n- *2025.12*: Second\n- Third";

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

/// Replaces the first `old` of the page as one step.
Result<Done> replace(OpenPage &page, const QByteArray &old, const QByteArray &text, int mergeKey = 0)
{
    const qsizetype at = page.page()->bytes().indexOf(old);
    Q_ASSERT(at >= 0);
    return page.apply(
        editSource(*page.page(), TextEdit::replacing({at, at + old.size()}, text)), QStringLiteral("change"), mergeKey);
}

/// A random replacement of a few bytes.
TextEdit randomEdit(const QByteArray &bytes)
{
    const auto begin = *rc::gen::inRange<qsizetype>(0, bytes.size() + 1);
    const auto end = *rc::gen::inRange<qsizetype>(begin, std::min(begin + 30, bytes.size()) + 1);
    const QByteArray text =
        *rc::gen::element<QByteArray>("", "a", "\n", "- new\n", "# Title\n\n", "\xff", "<!--", "-->");
    return TextEdit::replacing({begin, end}, text);
}

} // namespace

Q_DECLARE_METATYPE(std::function<vitrine::Result<vitrine::PageChange>(const vitrine::Page &, vitrine::EntryRef)>)

class TestOpenPage : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<OpenPage> m_page;

    void open()
    {
        Result<std::unique_ptr<OpenPage>> opened = OpenPage::open(m_path);
        QVERIFY(opened.ok());
        m_page = std::move(*opened);
    }
    QByteArray bytes() const { return m_page->page()->bytes(); }

    QString includePath() const { return m_folder.filePath(QStringLiteral("site/news.md")); }
    void openWithInclude()
    {
        write(includePath(), "- *2024*: Included\n");
        write(m_path, "# About\n\nI study moss.\n\n# News\n\n{% include_relative news.md %}\n");
        open();
        QCOMPARE(m_page->page()->sources().size(), size_t(2));
    }
    Result<Done> replaceInclude(const QByteArray &old, const QByteArray &text)
    {
        const qsizetype at = m_page->page()->sources()[1].bytes.indexOf(old);
        const TextEdit edit = TextEdit::replacing({at, at + old.size()}, text, 1);
        return m_page->apply(editSource(*m_page->page(), edit), QStringLiteral("change"));
    }

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(QStringLiteral("site/about.md"));
        write(m_path, homepage);
        open();
    }
    void cleanup()
    {
        m_page.reset();
        QDir(m_folder.filePath(QStringLiteral("site"))).removeRecursively();
    }

    void opensAndSavesTheSameBytes()
    {
        QCOMPARE(bytes(), homepage);
        QCOMPARE(m_page->name(), QStringLiteral("about.md"));
        QVERIFY(!m_page->isModified());
        QVERIFY(m_page->save().ok());
        QCOMPARE(read(m_path), homepage);
    }

    void undoAndRedoGiveTheSameBytes()
    {
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
        const QByteArray first = bytes();
        QVERIFY(replace(*m_page, "Third", "Third\n- Fourth").ok());
        const QByteArray second = bytes();
        m_page->undoStack()->undo();
        QCOMPARE(bytes(), first);
        m_page->undoStack()->undo();
        QCOMPARE(bytes(), homepage);
        QVERIFY(!m_page->isModified());
        m_page->undoStack()->redo();
        m_page->undoStack()->redo();
        QCOMPARE(bytes(), second);
        QCOMPARE(m_page->revision(), quint64(6));
    }

    void anEditThatChangesNothingIsNoStep()
    {
        QSignalSpy changed(m_page.get(), &OpenPage::changed);
        QVERIFY(replace(*m_page, "moss", "moss").ok());
        QCOMPARE(m_page->undoStack()->count(), 0);
        QCOMPARE(changed.count(), 0);
    }

    void aRefusedChangePassesThrough()
    {
        const Result<Done> result =
            m_page->apply(Error{ErrorKind::Refused, QStringLiteral("No."), {}, {}}, QStringLiteral("change"));
        QVERIFY(!result.ok());
        QCOMPARE(result.error().sentence, QStringLiteral("No."));
        QCOMPARE(bytes(), homepage);
    }

    void aChangeOfAnOlderRevisionIsNotTaken()
    {
        const Result<PageChange> late = editSource(*m_page->page(), TextEdit::inserting(0, "x"));
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
        const QByteArray before = bytes();
        const Result<Done> result = m_page->apply(late, QStringLiteral("change"));
        QVERIFY(!result.ok());
        QCOMPARE(result.error().kind, ErrorKind::Conflict);
        QCOMPARE(bytes(), before);
    }

    void typingInOneVisitIsOneStep()
    {
        const int visit = OpenPage::nextMergeKey();
        QVERIFY(replace(*m_page, "moss", "l", visit).ok());
        QVERIFY(replace(*m_page, "study l", "study li", visit).ok());
        QVERIFY(replace(*m_page, "study li", "study lichen", visit).ok());
        QCOMPARE(m_page->undoStack()->count(), 1);
        QCOMPARE(m_page->unsaved().changes, 1);
        QCOMPARE(m_page->unsaved().lines, 1);
        m_page->undoStack()->undo();
        QCOMPARE(bytes(), homepage);
        m_page->undoStack()->redo();
        QVERIFY(bytes().contains("I study lichen."));
    }

    void anotherVisitIsAnotherStep()
    {
        QVERIFY(replace(*m_page, "moss", "a", OpenPage::nextMergeKey()).ok());
        QVERIFY(replace(*m_page, "study a", "study ab", OpenPage::nextMergeKey()).ok());
        QCOMPARE(m_page->undoStack()->count(), 2);
    }

    void typingBackLeavesNoStep()
    {
        const int visit = OpenPage::nextMergeKey();
        QVERIFY(replace(*m_page, "moss", "mos", visit).ok());
        QVERIFY(replace(*m_page, "mos", "moss", visit).ok());
        QCOMPARE(m_page->undoStack()->count(), 0);
        QVERIFY(!m_page->isModified());
        QCOMPARE(m_page->unsaved().changes, 0);
        QCOMPARE(m_page->unsaved().lines, 0);
    }

    void unsavedCountsStepsAndLinesThatStillDiffer()
    {
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
        QVERIFY(replace(*m_page, "First", "Best").ok());
        QVERIFY(replace(*m_page, "- *2025.12*: Second\n", "").ok());
        QCOMPARE(m_page->unsaved().changes, 3);
        QCOMPARE(m_page->unsaved().lines, 3);
        QVERIFY(replace(*m_page, "Best", "First").ok());
        QCOMPARE(m_page->unsaved().changes, 2);
        QCOMPARE(m_page->unsaved().lines, 2);
        m_page->undoStack()->undo();
        QCOMPARE(m_page->unsaved().changes, 3);
    }

    void undoingWhatWasSavedIsAChange()
    {
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
        QVERIFY(m_page->save().ok());
        QCOMPARE(m_page->unsaved().changes, 0);
        m_page->undoStack()->undo();
        QVERIFY(m_page->isModified());
        QCOMPARE(m_page->unsaved().changes, 1);
        QVERIFY(m_page->save().ok());
        QCOMPARE(read(m_path), homepage);
    }

    void handlesFollowTheirBytes()
    {
        const qsizetype begin = homepage.indexOf("- *2025.12*");
        const Handle handle{{0, {begin, begin + 19}}};
        const quint64 revision = m_page->revision();
        const auto carriedBytes = [&] {
            const SourceRange place = m_page->carried(handle, revision).place;
            return bytes().mid(place.range.begin, place.range.size());
        };
        QVERIFY(replace(*m_page, "moss", "mosses and lichens").ok());
        QCOMPARE(carriedBytes(), QByteArray("- *2025.12*: Second"));
        QVERIFY(replace(*m_page, "Second", "2nd").ok());
        QCOMPARE(carriedBytes(), QByteArray("- *2025.12*: 2nd"));
        m_page->undoStack()->undo();
        m_page->undoStack()->undo();
        QCOMPARE(carriedBytes(), QByteArray("- *2025.12*: Second"));
    }

    void aHandleFollowsAnEntryThatMoves()
    {
        const QByteArray line = "- *2025.12*: Second\n";
        const qsizetype begin = homepage.indexOf(line);
        const Handle handle{{0, {begin, begin + line.size() - 1}}};
        const quint64 revision = m_page->revision();
        TextEdit move = TextEdit::removing({begin, begin + line.size()});
        QVERIFY(move.add({0, {homepage.indexOf("- *2026"), homepage.indexOf("- *2026")}, line}));
        QVERIFY(m_page->apply(editSource(*m_page->page(), move), QStringLiteral("move")).ok());
        const SourceRange place = m_page->carried(handle, revision).place;
        QCOMPARE(place.range.begin, homepage.indexOf("- *2026"));
        QCOMPARE(bytes().mid(place.range.begin, place.range.size()), line.chopped(1));
        m_page->undoStack()->undo();
        QVERIFY(m_page->carried(handle, revision) == handle);
    }

    void aHandleWhoseBytesAreGoneFindsNothing()
    {
        const qsizetype begin = homepage.indexOf("- *2025.12*");
        const Handle handle{{0, {begin, begin + 19}}};
        const quint64 revision = m_page->revision();
        QVERIFY(replace(*m_page, "- *2025.12*: Second\n", "").ok());
        QVERIFY(!m_page->findEntry(handle, revision));
    }

    void entriesAndSectionsAreFoundAgainAfterEdits()
    {
        const auto entry = m_page->page()->findEntry("news/2");
        const auto section = m_page->page()->findSection("news");
        QVERIFY(entry && section);
        const Handle entryHandle = m_page->handleOf(*entry);
        const Handle sectionHandle = m_page->handleOf(*section);
        const quint64 revision = m_page->revision();
        const TextEdit papers = TextEdit::inserting(bytes().indexOf("# News"), "# Papers\n\n- One\n\n");
        QVERIFY(m_page->apply(editSource(*m_page->page(), papers), QStringLiteral("add")).ok());
        QVERIFY(replace(*m_page, "# News", "# Latest news").ok());
        QVERIFY(replace(*m_page, "- *2026.01*: First\n", "").ok());
        const auto found = m_page->findEntry(entryHandle, revision);
        QVERIFY(found);
        QCOMPARE(m_page->page()->entry(*found).id, QByteArray("latest-news/1"));
        QCOMPARE(m_page->findSection(sectionHandle, revision), m_page->page()->findSection("latest-news"));
    }

    void entriesAreFoundAgainAfterEachKindOfEdit_data()
    {
        using Edit = std::function<Result<PageChange>(const Page &, EntryRef)>;
        QTest::addColumn<Edit>("edit");
        QTest::newRow("move down") << Edit([](const Page &p, EntryRef e) { return moveEntry(p, e, e.section, 2); });
        QTest::newRow("move up") << Edit([](const Page &p, EntryRef e) { return moveEntry(p, e, e.section, 0); });
        QTest::newRow("move its section")
            << Edit([](const Page &p, EntryRef e) { return moveSection(p, e.section, -1, 0); });
        QTest::newRow("hide") << Edit([](const Page &p, EntryRef e) { return hideEntry(p, e); });
        QTest::newRow("hide its section") << Edit([](const Page &p, EntryRef e) { return hideSection(p, e.section); });
        QTest::newRow("duplicate") << Edit([](const Page &p, EntryRef e) { return duplicateEntry(p, e); });
        QTest::newRow("remove the one before") << Edit([](const Page &p, EntryRef e) {
            return removeEntry(p, {e.section, 0});
        });
        QTest::newRow("rename its section")
            << Edit([](const Page &p, EntryRef e) { return setSectionTitle(p, e.section, "Latest"); });
    }
    void entriesAreFoundAgainAfterEachKindOfEdit()
    {
        QFETCH(const std::function<Result<PageChange>(const Page &, EntryRef)>, edit);
        const EntryRef entry = m_page->page()->findEntry("news/2").value();
        const QByteArray text = m_page->page()->text(m_page->page()->entry(entry).range);
        const Handle handle = m_page->handleOf(entry);
        const Handle section = m_page->handleOf(entry.section);
        const quint64 revision = m_page->revision();
        const auto isFound = [&] {
            const auto found = m_page->findEntry(handle, revision);
            return found && m_page->page()->text(m_page->page()->entry(*found).range) == text
                && m_page->findSection(section, revision) == found->section;
        };
        const Result<Done> done = m_page->apply(edit(*m_page->page(), entry), QStringLiteral("edit"));
        QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().sentence));
        QVERIFY(bytes() != homepage);
        QVERIFY(isFound());
        m_page->undoStack()->undo();
        QCOMPARE(bytes(), homepage);
        QVERIFY(isFound());
        m_page->undoStack()->redo();
        QVERIFY(isFound());
    }

    void anEntryThatBecomesTwoIsTheFirstOfThem()
    {
        const auto entry = m_page->page()->findEntry("news/2");
        QVERIFY(entry);
        const Handle handle = m_page->handleOf(*entry);
        const quint64 revision = m_page->revision();
        QVERIFY(replace(*m_page, "Second", "Sec\n- ond").ok());
        const auto found = m_page->findEntry(handle, revision);
        QVERIFY(found);
        QCOMPARE(m_page->page()->entry(*found).id, QByteArray("news/2"));
    }

    void onlyWhatChangedIsChangedSinceSave()
    {
        QVERIFY(replace(*m_page, "Second", "2nd").ok());
        const auto isChanged = [&](const char *id) {
            return m_page->isChangedSinceSave(m_page->page()->findEntry(id).value());
        };
        QVERIFY(!isChanged("news/1"));
        QVERIFY(isChanged("news/2"));
        QVERIFY(!isChanged("news/3"));
        QVERIFY(m_page->isChangedSinceSave({m_page->page()->findSection("news").value(), -1}));
        QVERIFY(!m_page->isChangedSinceSave({m_page->page()->findSection("about").value(), -1}));
        QVERIFY(replace(*m_page, "- Third", "- New\n- Third").ok());
        QVERIFY(isChanged("news/3"));
        QVERIFY(!isChanged("news/4"));
        QVERIFY(m_page->save().ok());
        QVERIFY(!isChanged("news/2"));
    }

    void aSectionThatLostAnEntryIsChangedButNotItsOtherEntries()
    {
        QVERIFY(replace(*m_page, "- *2025.12*: Second\n", "").ok());
        const int news = m_page->page()->findSection("news").value();
        QVERIFY(m_page->isChangedSinceSave({news, -1}));
        QVERIFY(!m_page->isChangedSinceSave({news, 0}));
        QVERIFY(!m_page->isChangedSinceSave({news, 1}));
    }

    void undoingARemovalTellsWhatCameBack()
    {
        QVERIFY(replace(*m_page, "- *2025.12*: Second\n", "").ok());
        QSignalSpy changed(m_page.get(), &OpenPage::changed);
        m_page->undoStack()->undo();
        const auto subject = changed.at(0).at(1).value<std::optional<SourceRange>>();
        QVERIFY(subject);
        QCOMPARE(bytes().mid(subject->range.begin, subject->range.size()), QByteArray("- *2025.12*: Second\n"));
    }

    void savingWritesTheEditAndNothingElse()
    {
        QSignalSpy modified(m_page.get(), &OpenPage::modifiedChanged);
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
        QVERIFY(m_page->save().ok());
        QByteArray expected = homepage;
        QCOMPARE(read(m_path), expected.replace("moss", "lichen"));
        QVERIFY(!m_page->isModified());
        QCOMPARE(modified.count(), 2);
    }

    void savingIntoAFolderThatIsGoneKeepsTheEdits()
    {
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
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
        QCOMPARE(read(elsewhere), bytes());
        QCOMPARE(m_page->path(), elsewhere);
        QVERIFY(!m_page->isModified());
    }

    void aSaveThatFailsHalfWayLeavesTheFileAsItWas()
    {
#ifdef Q_OS_UNIX
        QVERIFY(replace(*m_page, "moss", QByteArray(100000, 'm')).ok());
        {
            const test::FileSizeLimit limit(4096);
            const Result<Done> saved = m_page->save();
            QVERIFY(!saved.ok());
            QVERIFY(saved.error().sentence.startsWith(QStringLiteral("about.md was not saved")));
        }
        QCOMPARE(read(m_path), homepage);
        QVERIFY(m_page->isModified());
        QCOMPARE(QDir(QFileInfo(m_path).path()).entryList(QDir::Files).size(), 1);
        QVERIFY(m_page->save().ok());
        QCOMPARE(read(m_path), bytes());
#else
        QSKIP("There is no limit of file sizes here.");
#endif
    }

    void aFolderWhereTheFileWasIsNotWrittenOver()
    {
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
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
        QCOMPARE(read(m_path), homepage);
    }

    void savingOverAnotherProgramsChangeIsRefused()
    {
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
        write(m_path, "# Other\n");
        const Result<Done> saved = m_page->save();
        QVERIFY(!saved.ok());
        QCOMPARE(saved.error().kind, ErrorKind::Conflict);
        QCOMPARE(read(m_path), QByteArray("# Other\n"));
        QVERIFY(m_page->isModified());
        QVERIFY(m_page->save(OnConflict::Overwrite).ok());
        QCOMPARE(read(m_path), bytes());
    }

    void anotherProgramsChangeElsewhereIsBroughtIn()
    {
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
        QByteArray theirs = homepage;
        write(m_path, theirs.replace("Third", "Third\n- Fourth"));
        QVERIFY(m_page->mergeFromDisk().ok());
        QByteArray both = theirs;
        QCOMPARE(bytes(), both.replace("moss", "lichen"));
        QCOMPARE(m_page->unsaved().changes, 1);
        QVERIFY(m_page->save().ok());
        QCOMPARE(read(m_path), both);
    }

    void changesOfTheSameLineDoNotFit()
    {
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
        QByteArray theirs = homepage;
        write(m_path, theirs.replace("moss", "ferns"));
        QSignalSpy told(m_page.get(), &OpenPage::changedOnDisk);
        m_page->checkDisk();
        QCOMPARE(told.count(), 1);
        QCOMPARE(told.at(0).at(0).toBool(), false);
        const Result<Done> merged = m_page->mergeFromDisk();
        QVERIFY(!merged.ok());
        QVERIFY(bytes().contains("lichen"));
        QVERIFY(m_page->revert().ok());
        QCOMPARE(bytes(), theirs);
        m_page->undoStack()->undo();
        QVERIFY(bytes().contains("lichen"));
        QVERIFY(m_page->isModified());
    }

    void aCleanPageFollowsTheDisk()
    {
        QByteArray theirs = homepage;
        theirs.replace("moss", "ferns");
        write(m_path, theirs);
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
        QCOMPARE(bytes(), homepage);
        QVERIFY(m_page->save().ok());
        QCOMPARE(read(m_path), homepage);
    }

    void revertIsOneStepBackToTheDisk()
    {
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
        QVERIFY(replace(*m_page, "Third", "3rd").ok());
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
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
        QVERIFY(replaceInclude("Included", "Brought in").ok());
        QCOMPARE(m_page->unsaved().changes, 2);
        QVERIFY(m_page->save().ok());
        QVERIFY(read(m_path).contains("lichen"));
        QCOMPARE(read(includePath()), QByteArray("- *2024*: Brought in\n"));
        QVERIFY(!m_page->isModified());
        m_page->undoStack()->undo();
        QVERIFY(m_page->isModified());
        QVERIFY(m_page->save().ok());
        QCOMPARE(read(includePath()), QByteArray("- *2024*: Included\n"));
    }

    void whenOneFileFailsNoneIsSaved()
    {
#ifdef Q_OS_UNIX
        openWithInclude();
        const QByteArray before = read(m_path);
        QVERIFY(replace(*m_page, "moss", "lichen").ok());
        QVERIFY(replaceInclude("Included", QByteArray(100000, 'm')).ok());
        const test::FileSizeLimit limit(4096);
        const Result<Done> saved = m_page->save();
        QVERIFY(!saved.ok());
        QCOMPARE(
            saved.error().sentence,
            QStringLiteral("Nothing was saved: news.md could not be written. Files of one page are saved together or "
                           "not at all."));
        QCOMPARE(read(m_path), before);
        QCOMPARE(read(includePath()), QByteArray("- *2024*: Included\n"));
        QVERIFY(m_page->isModified());
#else
        QSKIP("There is no limit of file sizes here.");
#endif
    }

    void anIncludedFileThatChangesOnDiskIsRead()
    {
        openWithInclude();
        write(includePath(), "- *2024*: Theirs\n");
        QTRY_VERIFY(m_page->page()->text().contains("Theirs"));
        QVERIFY(!m_page->isModified());
    }

    void anySequenceOfEditsUndoRedoAndSavesKeepsTheBytes()
    {
        QVERIFY(rc::check([this] {
            write(m_path, homepage);
            open();
            std::vector<QByteArray> states{homepage};
            size_t now = 0;
            QByteArray saved = homepage;
            const int steps = *rc::gen::inRange(1, 12);
            for (int i = 0; i < steps; ++i) {
                const int what = *rc::gen::inRange(0, 6);
                if (what == 0 && now > 0) {
                    m_page->undoStack()->undo();
                    --now;
                } else if (what == 1 && now + 1 < states.size()) {
                    m_page->undoStack()->redo();
                    ++now;
                } else if (what == 2) {
                    RC_ASSERT(m_page->save().ok());
                    saved = states[now];
                    RC_ASSERT(read(m_path) == saved);
                } else {
                    const QByteArray before = bytes();
                    RC_ASSERT(
                        m_page->apply(editSource(*m_page->page(), randomEdit(before)), QStringLiteral("edit")).ok());
                    if (bytes() != before) {
                        states.resize(++now);
                        states.push_back(bytes());
                    }
                }
                RC_ASSERT(bytes() == states[now]);
                RC_ASSERT(m_page->isModified() == (bytes() != saved));
                RC_ASSERT((m_page->unsaved().changes > 0) == m_page->isModified());
                RC_ASSERT((m_page->unsaved().lines > 0) == m_page->isModified());
            }
        }));
    }

    void anyTypingOfOneVisitIsUndoneAtOnce()
    {
        QVERIFY(rc::check([this] {
            open();
            const int visit = OpenPage::nextMergeKey();
            const int steps = *rc::gen::inRange(1, 8);
            for (int i = 0; i < steps; ++i)
                RC_ASSERT(m_page->apply(editSource(*m_page->page(), randomEdit(bytes())), QStringLiteral("edit"), visit)
                              .ok());
            RC_ASSERT(m_page->undoStack()->count() <= 1);
            RC_ASSERT((m_page->undoStack()->count() == 1) == (bytes() != homepage));
            const QByteArray typed = bytes();
            m_page->undoStack()->undo();
            RC_ASSERT(bytes() == homepage);
            m_page->undoStack()->redo();
            RC_ASSERT(bytes() == typed);
        }));
    }

    void realPagesAreSavedAsTheyWere()
    {
        const QStringList pages = test::corpusPages();
        if (pages.isEmpty())
            QSKIP("VITRINE_CORPUS is not set: there are no real pages to open.");
        for (const QString &path : pages) {
            const QByteArray before = read(path);
            const auto opened = OpenPage::open(path);
            QVERIFY2(opened.ok(), qPrintable(path));
            const QString copy = m_folder.filePath(QStringLiteral("site/copy.md"));
            QVERIFY2((*opened)->saveAs(copy).ok(), qPrintable(path));
            QVERIFY2(read(copy) == before, qPrintable(path));
            QVERIFY2(read(path) == before, qPrintable(path));
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
        QCOMPARE(read(path), QByteArray("# New\n"));
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

QTEST_MAIN(TestOpenPage)
#include "tst_OpenPage.moc"
