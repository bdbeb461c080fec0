#include "content/text/LineIndex.h"
#include "tests/support/PageFixtures.h"
#include "tests/support/window/WindowTest.h"
#include "ui/Selection.h"
#include "ui/source/ByteText.h"
#include "ui/source/MarkdownEdit.h"
#include "ui/source/SourceView.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include <rapidcheck.h>

#include <memory>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray newsPage = "---\npermalink: /\ntitle: \"Wen Catalano\"\n---\n\n"
                            "# News\n* 06/2026: I joined the [Calder Institute](https://calder.example).\n"
                            "* 04/2026: Two papers are accepted.\n\n"
                            "# Skills\n* Python\n";

/// A source view over a page, shown and with the keyboard.
struct Source
{
    explicit Source(const QByteArray &bytes)
        : page(OpenPage::fromBytes(bytes, QStringLiteral("about.md"), Site::none()))
    {
        view.setSelection(&selection);
        selection.setPage(page.get());
        view.resize(700, 500);
        view.show();
        view.activateWindow();
        const bool active = QTest::qWaitForWindowActive(&view);
        Q_ASSERT(active);
        edit = named<MarkdownEdit>(&view, "sourceEdit");
        view.setFocus();
    }
    QByteArray bytes() const { return page->page()->bytes(); }

    std::unique_ptr<OpenPage> page;
    Selection selection;
    SourceView view;
    MarkdownEdit *edit = nullptr;
};

QByteArray randomBytes()
{
    const QList<QByteArray> pieces{
        "a",
        "Ω",
        "\n",
        "\r\n",
        "\r",
        "\xff",
        "\xc3",
        "\u00a0",
        "\u2028",
        "\u2029",
        "𝄞",
        "*",
        "# ",
        QByteArray(1, '\0'),
        "\xef\xb7\x90",
        "�",
        " "};
    QByteArray bytes;
    for (const int piece : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(pieces.size()))))
        bytes += pieces[piece];
    return bytes;
}

} // namespace

/// The page's source: bytes are compared, whatever they are.
class TestSourceView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAndPositionsMatchBothWays()
    {
        QVERIFY(rc::check("each position has its byte and back", [] {
            const ByteText text(randomBytes());
            for (qsizetype position = 0; position <= text.text().size(); ++position) {
                const bool inPair =
                    position > 0 && position < text.text().size() && text.text()[position].isLowSurrogate();
                if (!inPair)
                    RC_ASSERT(text.positionAt(text.byteAt(position)) == position);
            }
            RC_ASSERT(text.byteAt(text.text().size()) == text.bytes().size());
        }));
    }

    void showingTheSameTextChangesNoByte()
    {
        QVERIFY(rc::check("no text, no change", [] {
            const ByteText text(randomBytes());
            const auto change = text.changeTo(text.text(), "\n");
            RC_ASSERT(change.has_value());
            RC_ASSERT(change->range.isEmpty());
            RC_ASSERT(change->bytes.isEmpty());
        }));
    }

    void insertingChangesNothingElse()
    {
        QVERIFY(rc::check("head and tail stay", [] {
            const QByteArray before = randomBytes();
            const ByteText text(before);
            const auto at = *rc::gen::inRange<qsizetype>(0, text.text().size() + 1);
            if (at < text.text().size() && text.text()[at].isLowSurrogate())
                return;
            QString typed = text.text();
            typed.insert(at, QStringLiteral("new\nline"));
            const auto change = text.changeTo(typed, "\r\n");
            RC_ASSERT(change.has_value());
            QByteArray after = before;
            after.replace(change->range.begin, change->range.size(), change->bytes);
            RC_ASSERT(after.size() == before.size() + qsizetype(sizeof("new\r\nline")) - 1);
            RC_ASSERT(ByteText(after).text() == typed);
        }));
    }

    void typingChangesExactlyThoseBytes()
    {
        Source source(newsPage);
        source.edit->setCaret(newsPage.indexOf("Two papers"));
        type(&source.view, QStringLiteral("Yes! "));
        QByteArray expected = newsPage;
        expected.replace("Two papers", "Yes! Two papers");
        QCOMPARE(source.bytes(), expected);
        QCOMPARE(source.page->undoStack()->count(), 1);
        source.page->undoStack()->undo();
        QCOMPARE(source.bytes(), newsPage);
        QCOMPARE(source.edit->bytes(), newsPage);
    }

    void lineEndsOfTheFileAreKept()
    {
        QByteArray windows = newsPage;
        windows.replace("\n", "\r\n");
        Source source(windows);
        source.edit->setCaret(windows.indexOf("* 04/2026"));
        type(&source.view, QStringLiteral("* 05/2026: New."));
        press(&source.view, Qt::Key_Return);
        QByteArray expected = windows;
        expected.replace("* 04/2026", "* 05/2026: New.\r\n* 04/2026");
        QCOMPARE(source.bytes(), expected);
    }

    void unreadableBytesAreNotTypedOver()
    {
        const QByteArray bytes = "# A\n\ncaf\xe9 open\u00a0late\n";
        Source source(bytes);
        const qsizetype bad = bytes.indexOf('\xe9');
        source.edit->mark({bad - 1, bad + 1});
        QSignalSpy kept(source.edit, &ByteEdit::sealedBytesKept);
        type(&source.view, QStringLiteral("x"));
        QCOMPARE(kept.count(), 1);
        QCOMPARE(source.bytes(), bytes);
        QCOMPARE(source.edit->bytes(), bytes);
        source.edit->setCaret(bad + 1);
        type(&source.view, QStringLiteral("!"));
        QCOMPARE(source.bytes(), QByteArray("# A\n\ncaf\xe9! open\u00a0late\n"));
    }

    void editsFromElsewhereKeepTheCaret()
    {
        Source source(newsPage);
        source.edit->setCaret(newsPage.indexOf("papers"));
        const auto done = source.page->apply(
            editSource(*source.page->page(), TextEdit::inserting(newsPage.indexOf("# News"), "Hello.\n\n")),
            QStringLiteral("test"));
        QVERIFY(done.ok());
        QCOMPARE(source.edit->bytes(), source.bytes());
        QCOMPARE(source.edit->caret(), source.bytes().indexOf("papers"));
    }

    void theCaretAndTheSelectionFollowOneAnother()
    {
        Source source(newsPage);
        const auto page = source.page->page();
        const auto first = page->entryAt({0, {newsPage.indexOf("06/2026"), newsPage.indexOf("06/2026")}});
        const auto second = page->entryAt({0, {newsPage.indexOf("Two"), newsPage.indexOf("Two")}});
        QVERIFY(first && second);
        source.edit->setCaret(newsPage.indexOf("Two"));
        QCOMPARE(source.selection.entry(), second);
        source.selection.selectEntry(*first);
        QCOMPARE(source.edit->caret(), page->entry(*first).range.begin);
    }

    void undoKeysReachTheWindow()
    {
        Source source(newsPage);
        QAction undo;
        undo.setShortcut(QKeySequence::Undo);
        source.view.addAction(&undo);
        QSignalSpy undone(&undo, &QAction::triggered);
        type(&source.view, QStringLiteral("x"));
        QTest::keySequence(source.edit, QKeySequence::Undo);
        QCOMPARE(undone.count(), 1);
    }

    void everyPageOfTheCorpusIsShownAndKept()
    {
        if (!corpusFolder())
            QSKIP("VITRINE_CORPUS is not set: no real pages to try.");
        MarkdownEdit edit;
        for (const QString &path : corpusPages()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            edit.setBytes(bytes);
            QCOMPARE(edit.bytes(), bytes);
            edit.moveCursor(QTextCursor::Start);
            QTest::keyClicks(&edit, QStringLiteral("x"));
            QCOMPARE(edit.bytes(), 'x' + bytes);
        }
    }
};

QTEST_MAIN(TestSourceView)
#include "tst_SourceView.moc"
