#include "tests/support/PageOnDisk.h"

#include <QSignalSpy>
#include <QUndoStack>

#include <rapidcheck.h>

using namespace vitrine;
using namespace vitrine::test;

namespace {

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

/// Editing an open page: steps, undo, handles that follow, what counts as changed.
class TestOpenPage : public QObject, protected PageOnDisk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { write(); }
    void cleanup() { clear(); }

    void opensAndSavesTheSameBytes()
    {
        QCOMPARE(bytes(), homepage);
        QCOMPARE(m_page->name(), QStringLiteral("about.md"));
        QVERIFY(!m_page->isModified());
        QVERIFY(m_page->save().ok());
        QCOMPARE(readFile(m_path), homepage);
    }

    void undoAndRedoGiveTheSameBytes()
    {
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        const QByteArray first = bytes();
        QVERIFY(replaceFirst(*m_page, "Third", "Third\n- Fourth").ok());
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
        QVERIFY(replaceFirst(*m_page, "moss", "moss").ok());
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
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        const QByteArray before = bytes();
        const Result<Done> result = m_page->apply(late, QStringLiteral("change"));
        QVERIFY(!result.ok());
        QCOMPARE(result.error().kind, ErrorKind::Conflict);
        QCOMPARE(bytes(), before);
    }

    void typingInOneVisitIsOneStep()
    {
        const int visit = OpenPage::nextMergeKey();
        QVERIFY(replaceFirst(*m_page, "moss", "l", visit).ok());
        QVERIFY(replaceFirst(*m_page, "study l", "study li", visit).ok());
        QVERIFY(replaceFirst(*m_page, "study li", "study lichen", visit).ok());
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
        QVERIFY(replaceFirst(*m_page, "moss", "a", OpenPage::nextMergeKey()).ok());
        QVERIFY(replaceFirst(*m_page, "study a", "study ab", OpenPage::nextMergeKey()).ok());
        QCOMPARE(m_page->undoStack()->count(), 2);
    }

    void typingBackLeavesNoStep()
    {
        const int visit = OpenPage::nextMergeKey();
        QVERIFY(replaceFirst(*m_page, "moss", "mos", visit).ok());
        QVERIFY(replaceFirst(*m_page, "mos", "moss", visit).ok());
        QCOMPARE(m_page->undoStack()->count(), 0);
        QVERIFY(!m_page->isModified());
        QCOMPARE(m_page->unsaved().changes, 0);
        QCOMPARE(m_page->unsaved().lines, 0);
    }

    void unsavedCountsChangesAndLines()
    {
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        QVERIFY(replaceFirst(*m_page, "First", "Best").ok());
        QVERIFY(replaceFirst(*m_page, "- *2025.12*: Second\n", "").ok());
        QCOMPARE(m_page->unsaved().changes, 3);
        QCOMPARE(m_page->unsaved().lines, 3);
        QVERIFY(replaceFirst(*m_page, "Best", "First").ok());
        QCOMPARE(m_page->unsaved().changes, 2);
        QCOMPARE(m_page->unsaved().lines, 2);
        m_page->undoStack()->undo();
        QCOMPARE(m_page->unsaved().changes, 3);
    }

    void undoingWhatWasSavedIsAChange()
    {
        QVERIFY(replaceFirst(*m_page, "moss", "lichen").ok());
        QVERIFY(m_page->save().ok());
        QCOMPARE(m_page->unsaved().changes, 0);
        m_page->undoStack()->undo();
        QVERIFY(m_page->isModified());
        QCOMPARE(m_page->unsaved().changes, 1);
        QVERIFY(m_page->save().ok());
        QCOMPARE(readFile(m_path), homepage);
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
        QVERIFY(replaceFirst(*m_page, "moss", "mosses and lichens").ok());
        QCOMPARE(carriedBytes(), QByteArray("- *2025.12*: Second"));
        QVERIFY(replaceFirst(*m_page, "Second", "2nd").ok());
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
        QVERIFY(replaceFirst(*m_page, "- *2025.12*: Second\n", "").ok());
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
        QVERIFY(replaceFirst(*m_page, "# News", "# Latest news").ok());
        QVERIFY(replaceFirst(*m_page, "- *2026.01*: First\n", "").ok());
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
        QVERIFY(replaceFirst(*m_page, "Second", "Sec\n- ond").ok());
        const auto found = m_page->findEntry(handle, revision);
        QVERIFY(found);
        QCOMPARE(m_page->page()->entry(*found).id, QByteArray("news/2"));
    }

    void onlyWhatChangedIsChangedSinceSave()
    {
        QVERIFY(replaceFirst(*m_page, "Second", "2nd").ok());
        const auto isChanged = [&](const char *id) {
            return m_page->isChangedSinceSave(m_page->page()->findEntry(id).value());
        };
        QVERIFY(!isChanged("news/1"));
        QVERIFY(isChanged("news/2"));
        QVERIFY(!isChanged("news/3"));
        QVERIFY(m_page->isChangedSinceSave({m_page->page()->findSection("news").value(), -1}));
        QVERIFY(!m_page->isChangedSinceSave({m_page->page()->findSection("about").value(), -1}));
        QVERIFY(replaceFirst(*m_page, "- Third", "- New\n- Third").ok());
        QVERIFY(isChanged("news/3"));
        QVERIFY(!isChanged("news/4"));
        QVERIFY(m_page->save().ok());
        QVERIFY(!isChanged("news/2"));
    }

    void aSectionThatLostAnEntryIsChangedButNotItsOtherEntries()
    {
        QVERIFY(replaceFirst(*m_page, "- *2025.12*: Second\n", "").ok());
        const int news = m_page->page()->findSection("news").value();
        QVERIFY(m_page->isChangedSinceSave({news, -1}));
        QVERIFY(!m_page->isChangedSinceSave({news, 0}));
        QVERIFY(!m_page->isChangedSinceSave({news, 1}));
    }

    void undoingARemovalTellsWhatCameBack()
    {
        QVERIFY(replaceFirst(*m_page, "- *2025.12*: Second\n", "").ok());
        QSignalSpy changed(m_page.get(), &OpenPage::changed);
        m_page->undoStack()->undo();
        const auto subject = changed.at(0).at(1).value<std::optional<SourceRange>>();
        QVERIFY(subject);
        QCOMPARE(bytes().mid(subject->range.begin, subject->range.size()), QByteArray("- *2025.12*: Second\n"));
    }

    void anySequenceOfEditsUndoRedoAndSavesKeepsTheBytes()
    {
        QVERIFY(rc::check([this] {
            writeFile(m_path, homepage);
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
                    RC_ASSERT(readFile(m_path) == saved);
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
};

QTEST_MAIN(TestOpenPage)
#include "tst_OpenPage.moc"
