#include "tests/support/window/WindowTest.h"
#include "ui/Selection.h"
#include "ui/fields/DateField.h"
#include "ui/fields/LineEdit.h"
#include "ui/forms/EntryForm.h"
#include "ui/source/ByteEdit.h"

#include <QAction>
#include <QClipboard>
#include <QDate>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>
#include <QVBoxLayout>

#include <memory>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray homePage = "---\npermalink: /\n---\n\n"
                            "# News\n"
                            "* 06/2026: I joined the [Calder Institute](https://calder.example) as a scientist.\n"
                            "* 04/2026: Two papers are accepted to ICPLS 2026.\n"
                            "* 01/2026: One paper is accepted to LEARN 2026.\n\n"
                            "# Work Experience\n"
                            "* 06/2026-present, Calder Institute, Research Scientist\n"
                            "* 09/2024-08/2025, Calder Institute, Intern\n"
                            "* 06/2023-09/2023, Harrow Labs, Intern\n\n"
                            "# Awards\n"
                            "* Northmere Graduate Scholarship, 2021\n"
                            "* Calder PhD Fellowship, 2024\n";

const QByteArray papersPage =
    "# Publications\n"
    "(\\* indicates equal contributions, + indicates the corresponding author)\n\n"
    "* Henrik Osei-Lund\\*, **Edda Marenholt**\\*, Priya Sandrao, and Ansel Whitcombe+, “Lattice Walks: Matching "
    "Deformed Shapes”, in the Conference on Learning and Representation (LEARN), 2026. "
    "\\[[PDF](https://papers.example/lattice.pdf), [Code](https://code.example/lattice)\\]\n"
    "* **Edda Marenholt**, Yara Quintrell, and Ansel Whitcombe, “Tidal: Hiding Gradient Exchange”, in the Conference "
    "on "
    "Parallel Learning Systems (ICPLS), 2025. \\[[PDF](https://papers.example/tidal.pdf)\\]\n"
    "* **Edda Marenholt**, and Yara Quintrell, “Ripple: Second-order Steps”, in the Conference on Learning and "
    "Representation (LEARN), 2024. \\[[PDF](https://papers.example/ripple.pdf), "
    "[Code](https://code.example/ripple)\\]\n";

/// A form over a page, as the window has it.
struct Form
{
    explicit Form(const QByteArray &bytes = homePage)
        : page(OpenPage::fromBytes(bytes, QStringLiteral("about.md"), Site::none())),
          form(new EntryForm(&window)),
          outside(new QLineEdit(&window))
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(outside);
        layout->addWidget(form);
        form->setSelection(&selection);
        selection.setPage(page.get());
        window.resize(700, 600);
        window.show();
        window.activateWindow();
        const bool active = QTest::qWaitForWindowActive(&window);
        Q_ASSERT(active);
    }

    /// Selects the entry that holds these bytes.
    EntryRef select(const QByteArray &words)
    {
        const qsizetype at = bytes().indexOf(words);
        const auto entry = page->page()->entryAt({0, {at, at}});
        if (!entry)
            qFatal("no entry with %s", words.constData());
        selection.selectEntry(*entry);
        return *entry;
    }
    int sectionOf(const QByteArray &title) const
    {
        const auto &sections = page->page()->outline().sections;
        for (size_t i = 0; i < sections.size(); ++i) {
            if (sections[i].title == title)
                return static_cast<int>(i);
        }
        qFatal("no section %s", title.constData());
    }
    QByteArray bytes() const { return page->page()->bytes(); }
    QUndoStack *undo() const { return page->undoStack(); }
    ByteEdit *textEdit() { return named<ByteEdit>(&window, "textEdit"); }
    LineEdit *line(const char *name) { return named<LineEdit>(&window, name); }
    bool shows(const char *name)
    {
        const auto *widget = window.findChild<QWidget *>(QString::fromLatin1(name));
        return widget && widget->isVisible();
    }

    std::unique_ptr<OpenPage> page;
    Selection selection;
    QWidget window;
    EntryForm *form;
    QLineEdit *outside;
};

QByteArray replaced(QByteArray bytes, const QByteArray &before, const QByteArray &after)
{
    return bytes.replace(before, after);
}

} // namespace

/// The form of an entry, with real keys and clicks; bytes are compared.
class TestEntryForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFieldIsSetAsItIsTyped()
    {
        Form form;
        form.select("04/2026");
        form.textEdit()->setFocus();
        press(&form.window, Qt::Key_End, Qt::ControlModifier);
        type(&form.window, QStringLiteral(" and JCCP"));
        const QByteArray expected = replaced(homePage, "to ICPLS 2026.", "to ICPLS 2026 and JCCP.");
        QCOMPARE(form.bytes(), expected);
        QCOMPARE(form.undo()->count(), 1);
        QVERIFY(form.undo()->undoText().contains(QStringLiteral("text")));
    }

    void eachVisitOfAFieldIsOneUndoStep()
    {
        Form form;
        form.select("04/2026");
        form.textEdit()->setFocus();
        press(&form.window, Qt::Key_Home, Qt::ControlModifier);
        type(&form.window, QStringLiteral("Ha! "));
        form.outside->setFocus();
        form.textEdit()->setFocus();
        type(&form.window, QStringLiteral("Ho! "));
        QCOMPARE(form.undo()->count(), 2);
        form.undo()->undo();
        QCOMPARE(form.bytes(), replaced(homePage, "Two papers", "Ha! Two papers"));
        QCOMPARE(form.textEdit()->bytes().left(7), QByteArray("Ha! Two"));
        form.undo()->undo();
        QCOMPARE(form.bytes(), homePage);
    }

    void lookingAtFieldsChangesNothing()
    {
        Form form;
        for (const char *words : {"06/2026: I", "04/2026", "06/2026-present", "Northmere"}) {
            form.select(words);
            for (int i = 0; i < 12; ++i)
                press(&form.window, Qt::Key_Tab);
        }
        QCOMPARE(form.bytes(), homePage);
        QCOMPARE(form.undo()->count(), 0);
    }

    void aDateTakesThePagesForm()
    {
        Form form;
        form.select("04/2026");
        LineEdit *date = form.line("dateEdit");
        date->setFocus();
        date->selectAll();
        type(&form.window, QStringLiteral("Mar 2026"));
        QCOMPARE(form.bytes(), replaced(homePage, "04/2026", "03/2026"));
        QCOMPARE(date->text(), QStringLiteral("Mar 2026"));
        QVERIFY(named<QLabel>(&form.window, "dateHintBeside")->text().contains(QStringLiteral("03/2026")));
        form.outside->setFocus();
        QCOMPARE(date->text(), QStringLiteral("Mar 2026"));
    }

    void aRefusedValueStaysUntilItIsDropped()
    {
        Form form;
        const EntryRef entry = form.select("04/2026");
        QSignalSpy counted(form.form, &EntryForm::refusedCountChanged);
        LineEdit *date = form.line("dateEdit");
        date->setFocus();
        date->selectAll();
        type(&form.window, QStringLiteral("Sumer"));
        QCOMPARE(form.form->refusedCount(), 1);
        QVERIFY(form.form->hasRefused(entry));
        QVERIFY(!form.shows("dateFrameRefusal") && !form.shows("dateRefusal"));
        form.outside->setFocus();
        QVERIFY(form.shows("dateRefusal"));
        const QByteArray written = form.bytes();

        form.select("01/2026");
        QVERIFY(!form.shows("dateRefusal"));
        form.select("Two papers");
        QCOMPARE(date->text(), QStringLiteral("Sumer"));
        QVERIFY(form.shows("dateRefusal"));

        date->setFocus();
        press(&form.window, Qt::Key_Escape);
        QCOMPARE(form.form->refusedCount(), 0);
        QVERIFY(!form.shows("dateRefusal"));
        QVERIFY(date->text() != QStringLiteral("Sumer"));
        QCOMPARE(form.bytes(), written);
        QVERIFY(counted.count() >= 2);
    }

    void presentEndsNoPeriod()
    {
        Form form;
        form.select("06/2026-present");
        QVERIFY(!form.line("endDateEdit")->isEnabled());
        form.select("09/2024");
        click(&form.window, "presentToggle");
        QCOMPARE(form.bytes(), replaced(homePage, "09/2024-08/2025", "09/2024-present"));
    }

    void undoFromTheWindowReachesTheFocusedField()
    {
        Form form;
        QAction *undo = form.undo()->createUndoAction(&form.window);
        undo->setShortcut(QKeySequence::Undo);
        form.window.addAction(undo);
        form.select("04/2026");
        form.textEdit()->setFocus();
        press(&form.window, Qt::Key_End, Qt::ControlModifier);
        type(&form.window, QStringLiteral("!"));
        QVERIFY(form.bytes() != homePage);
        QTest::keySequence(form.textEdit(), QKeySequence::Undo);
        QCOMPARE(form.bytes(), homePage);
        QCOMPARE(form.textEdit()->bytes(), QByteArray("Two papers are accepted to ICPLS 2026"));
    }

    void theCaretGoesToAWordOfThePreview()
    {
        Form form;
        form.select("04/2026");
        QVERIFY(form.form->focusPlace(homePage.indexOf("accepted to ICPLS")));
        type(&form.window, QStringLiteral("now "));
        QCOMPARE(form.bytes(), replaced(homePage, "are accepted to ICPLS", "are now accepted to ICPLS"));
        QVERIFY(!form.form->focusPlace(homePage.indexOf("Northmere")));
    }

    void theFocusedFieldIsAnnounced()
    {
        Form form;
        form.select("04/2026");
        QSignalSpy focused(form.form, &EntryForm::fieldFocused);
        form.line("dateEdit")->setFocus();
        const auto range = focused.last().first().value<ByteRange>();
        QCOMPARE(form.page->page()->text(range), QByteArray("04/2026"));
    }

    void anEditElsewhereKeepsTheCaretOfTheField()
    {
        Form form;
        form.select("04/2026");
        form.textEdit()->setFocus();
        form.textEdit()->setCaret(3);
        const auto done = form.page->apply(
            editSource(
                *form.page->page(),
                TextEdit::replacing({homePage.indexOf("Two papers"), homePage.indexOf("Two papers") + 3}, "Three")),
            QStringLiteral("test"));
        QVERIFY(done.ok());
        QCOMPARE(form.textEdit()->bytes(), QByteArray("Three papers are accepted to ICPLS 2026"));
        type(&form.window, QStringLiteral("!"));
        QCOMPARE(form.textEdit()->bytes(), QByteArray("Three! papers are accepted to ICPLS 2026"));
    }

    void aDraftWritesNothingBeforeItsFirstValue()
    {
        Form form;
        QSignalSpy taken(form.form, &EntryForm::draftTaken);
        form.selection.selectSection(form.sectionOf("News"));
        form.form->startDraft(form.sectionOf("News"));
        QCOMPARE(form.line("dateEdit")->text(), QDate::currentDate().toString(QStringLiteral("MM/yyyy")));
        QCOMPARE(form.window.focusWidget(), static_cast<QWidget *>(form.textEdit()));
        QCOMPARE(form.bytes(), homePage);
        form.select("04/2026");
        QVERIFY(!form.form->isDraft());
        QCOMPARE(form.bytes(), homePage);
        QCOMPARE(form.undo()->count(), 0);
        QCOMPARE(taken.count(), 0);
    }

    void aDraftBecomesAnEntryAsOneTypes()
    {
        Form form;
        QSignalSpy taken(form.form, &EntryForm::draftTaken);
        form.selection.selectSection(form.sectionOf("News"));
        form.form->startDraft(form.sectionOf("News"));
        type(&form.window, QStringLiteral("I moved."));
        const QByteArray line =
            "* " + QDate::currentDate().toString(QStringLiteral("MM/yyyy")).toUtf8() + ": I moved.\n";
        QCOMPARE(form.bytes(), replaced(homePage, "* 06/2026: I", line + "* 06/2026: I"));
        QCOMPARE(taken.count(), 1);
        QCOMPARE(form.selection.entry(), taken.first().first().value<EntryRef>());
        QCOMPARE(form.undo()->count(), 1);
        form.undo()->undo();
        QCOMPARE(form.bytes(), homePage);
    }

    void aDraftBeginsWithTheEmojiOfItsNeighbours()
    {
        const QByteArray party =
            "# News\n\n- *2026.06*: &nbsp;🎉🎉 I joined Calder.\n- *2026.04*: &nbsp;🎉🎉 Two papers.\n";
        Form form(party);
        form.selection.selectSection(0);
        form.form->startDraft(0);
        QCOMPARE(form.textEdit()->bytes(), QByteArray("🎉🎉 "));
        type(&form.window, QStringLiteral("I moved"));
        const QByteArray month = QDate::currentDate().toString(QStringLiteral("yyyy.MM")).toUtf8();
        QCOMPARE(form.bytes(), replaced(party, "- *2026.06*", "- *" + month + "*: &nbsp;🎉🎉 I moved.\n- *2026.06*"));
    }

    void whatADraftCannotWriteYetIsKept()
    {
        Form form;
        const int news = form.sectionOf("News");
        form.selection.selectSection(news);
        form.form->startDraft(news);
        LineEdit *date = form.line("dateEdit");
        date->setFocus();
        date->selectAll();
        type(&form.window, QStringLiteral("Sumer"));
        QCOMPARE(form.bytes(), homePage);
        QCOMPARE(form.form->refusedCount(), 1);
        form.select("04/2026");
        QCOMPARE(form.form->refusedCount(), 1);
        form.form->startDraft(news);
        QCOMPARE(date->text(), QStringLiteral("Sumer"));
        date->selectAll();
        date->setFocus();
        type(&form.window, QStringLiteral("07/2026"));
        form.textEdit()->setFocus();
        type(&form.window, QStringLiteral("I moved."));
        QCOMPARE(form.bytes(), replaced(homePage, "* 06/2026: I", "* 07/2026: I moved.\n* 06/2026: I"));
        QCOMPARE(form.form->refusedCount(), 0);
    }

    void markdownOfAnEntryIsItsBytes()
    {
        Form form;
        form.select("06/2026: I");
        form.form->setMode(EntryForm::Mode::Markdown);
        auto *edit = named<ByteEdit>(&form.window, "entryMarkdownEdit");
        QCOMPARE(
            edit->bytes(),
            QByteArray("* 06/2026: I joined the [Calder Institute](https://calder.example) as a scientist."));
        edit->setFocus();
        edit->setCaret(edit->bytes().indexOf("scientist"));
        type(&form.window, QStringLiteral("senior "));
        QCOMPARE(form.bytes(), replaced(homePage, "a scientist", "a senior scientist"));
        QCOMPARE(form.undo()->count(), 1);
        form.undo()->undo();
        QVERIFY(edit->bytes().endsWith("as a scientist."));
    }

    void modesStayWhileMovingThroughEntries()
    {
        Form form;
        form.select("06/2026: I");
        form.form->setMode(EntryForm::Mode::Markdown);
        form.select("04/2026");
        QCOMPARE(form.form->mode(), EntryForm::Mode::Markdown);
        form.form->setMode(EntryForm::Mode::Form);
        QVERIFY(form.textEdit()->isVisible());
        QCOMPARE(form.textEdit()->bytes(), QByteArray("Two papers are accepted to ICPLS 2026"));
    }

    void linksInsideATextAreEditedThere()
    {
        Form form;
        form.select("06/2026: I");
        QVERIFY(form.textEdit()->bytes().contains("https://calder.example"));
        QVERIFY(!form.shows("linksField"));
    }

    void sealedPartsAreShownAndStay()
    {
        const QByteArray counter = "<span id='tidal-citations'></span>";
        QByteArray bytes = papersPage;
        bytes.replace("tidal.pdf)\\]\n", "tidal.pdf)\\] " + counter + "\n");
        Form form(bytes);
        form.select("Tidal");
        QVERIFY(form.shows("sealedStrip"));
        auto *title = named<ByteEdit>(&form.window, "titleEdit");
        title->setFocus();
        press(&form.window, Qt::Key_End, Qt::ControlModifier);
        type(&form.window, QStringLiteral("s"));
        QCOMPARE(form.bytes(), replaced(bytes, "Gradient Exchange", "Gradient Exchanges"));
        click(&form.window, "sealedEditAsMarkdown");
        QCOMPARE(form.form->mode(), EntryForm::Mode::Markdown);
    }

    void runningTextFillsThePaneAndOthersDoNot()
    {
        Form form(
            "# About Me\nI am a system researcher.\n\nI like graphs.\n\n" + homePage.mid(homePage.indexOf("# News")));
        form.select("04/2026");
        QTRY_VERIFY(form.textEdit()->height() > 0);
        const int ofNews = form.textEdit()->height();
        form.select("system researcher");
        QCOMPARE(form.textEdit()->bytes(), QByteArray("I am a system researcher.\n\nI like graphs"));
        QTRY_VERIFY(form.textEdit()->height() > 2 * ofNews);
        form.textEdit()->setFocus();
        press(&form.window, Qt::Key_End, Qt::ControlModifier);
        press(&form.window, Qt::Key_Return);
        press(&form.window, Qt::Key_Return);
        type(&form.window, QStringLiteral("And lattices"));
        // The final full stop stands outside the value and closes it still.
        QVERIFY(form.bytes().contains("I like graphs\n\nAnd lattices.\n\n# News"));
        form.select("04/2026");
        QTRY_COMPARE(form.textEdit()->height(), ofNews);
    }

    void otherFieldsAreOffered()
    {
        Form form;
        form.select("Northmere");
        QVERIFY(form.shows("otherAdder"));
        QVERIFY(!form.shows("awarderField"));
    }

    void anEmptiedFieldKeepsItsRowUntilTheEntryIsLeft()
    {
        Form form;
        form.select("Northmere");
        LineEdit *date = form.line("dateEdit");
        date->setFocus();
        date->selectAll();
        press(&form.window, Qt::Key_Delete);
        QCOMPARE(form.bytes(), replaced(homePage, "Scholarship, 2021", "Scholarship"));
        QVERIFY(date->isVisible());
        type(&form.window, QStringLiteral("2022"));
        QCOMPARE(form.bytes(), replaced(homePage, "2021", "2022"));
    }

    void rowsOfOneEntryDoNotStayForTheNext()
    {
        Form form;
        form.select("Calder PhD Fellowship");
        const auto done = form.page->apply(
            setFields(*form.page->page(), *form.selection.entry(), {{FieldId::Date, Value()}}), QStringLiteral("test"));
        QVERIFY(done.ok());
        form.select("Northmere");
        QVERIFY(form.shows("dateEdit"));
        form.select("Calder PhD Fellowship");
        QVERIFY(!form.shows("dateEdit"));
        click(&form.window, "dateAdder");
        QVERIFY(form.shows("dateEdit"));
        type(&form.window, QStringLiteral("2025"));
        QCOMPARE(form.bytes(), replaced(homePage, "2024\n", "2025\n"));
    }

    void enterInAOneLineEntryIsExplained()
    {
        Form form;
        form.select("04/2026");
        form.textEdit()->setFocus();
        press(&form.window, Qt::Key_Return);
        QCOMPARE(form.bytes(), homePage);
        QVERIFY(form.shows("textRefusal"));
        type(&form.window, QStringLiteral("x"));
        QVERIFY(!form.shows("textRefusal"));
    }

    void aTitleIsTypedPlainAndWrittenSafely()
    {
        Form form(papersPage);
        form.select("Tidal");
        auto *title = named<ByteEdit>(&form.window, "titleEdit");
        title->setFocus();
        press(&form.window, Qt::Key_End, Qt::ControlModifier);
        type(&form.window, QStringLiteral(" *now*"));
        const Field *written = form.page->page()->entry(*form.selection.entry()).field(FieldId::Title);
        QVERIFY(written && written->plain);
        QCOMPARE(*written->plain, QByteArray("Tidal: Hiding Gradient Exchange *now*"));
        QVERIFY(written->value.text().contains("\\*"));
        QCOMPARE(replaced(form.bytes(), written->value.text(), "Tidal: Hiding Gradient Exchange"), papersPage);
        QCOMPARE(title->bytes(), QByteArray("Tidal: Hiding Gradient Exchange *now*"));
    }

    void aCommaInANameIsRefusedWithARemedy()
    {
        Form form(papersPage);
        form.select("Lattice");
        QVERIFY(form.form->focusPlace(papersPage.indexOf("Priya")));
        LineEdit *name = form.line("authorsName");
        QCOMPARE(name->text(), QStringLiteral("Priya Sandrao"));
        name->selectAll();
        type(&form.window, QStringLiteral("Sandrao, Priya"));
        QCOMPARE(form.form->refusedCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(form.shows("authorsFrameSuggestion"), 3000);
        click(&form.window, "authorsFrameSuggestion");
        QCOMPARE(form.form->refusedCount(), 0);
        QVERIFY(!form.shows("authorsRefusal"));
        // Whatever the remedy says is on the page, and nothing else is different.
        QVERIFY(!name->text().contains(QLatin1Char(',')));
        QCOMPARE(form.bytes(), replaced(papersPage, "Priya Sandrao", name->text().toUtf8()));
    }

    void marksAreToggledAsThePageWritesThem()
    {
        Form form(papersPage);
        form.select("Lattice");
        QVERIFY(form.form->focusPlace(papersPage.indexOf("Priya")));
        click(&form.window, "authorsMark*");
        QCOMPARE(form.bytes(), replaced(papersPage, "Priya Sandrao,", "Priya Sandrao\\*,"));
        click(&form.window, "authorsMark*");
        QCOMPARE(form.bytes(), papersPage);
    }

    void aLinkIsAddedByItsLabel()
    {
        Form form(papersPage);
        form.select("Tidal");
        click(&form.window, "addLinkCode");
        QCOMPARE(form.bytes(), papersPage);
        type(&form.window, QStringLiteral("https://code.example/tidal"));
        QCOMPARE(
            form.bytes(), replaced(papersPage, "tidal.pdf)\\]", "tidal.pdf), [Code](https://code.example/tidal)\\]"));
        QCOMPARE(form.undo()->count(), 1);
    }

    void aLinkOfThePreviewIsMarkedForPasting()
    {
        Form form(papersPage);
        form.select("Lattice");
        QVERIFY(form.form->focusPlace(papersPage.indexOf("https://code.example/lattice") + 3));
        type(&form.window, QStringLiteral("https://x.example"));
        QCOMPARE(form.bytes(), replaced(papersPage, "https://code.example/lattice", "https://x.example"));
    }

    void aBlankInAnAddressIsMendedByItsRemedy()
    {
        Form form(papersPage);
        form.select("Tidal");
        LineEdit *address = form.line("linkAddress1");
        address->setFocus();
        press(&form.window, Qt::Key_End);
        type(&form.window, QStringLiteral("?a b"));
        QCOMPARE(form.form->refusedCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(form.shows("linksFrameSuggestion"), 3000);
        click(&form.window, "linksFrameSuggestion");
        QCOMPARE(form.form->refusedCount(), 0);
        QCOMPARE(form.bytes(), replaced(papersPage, "tidal.pdf", "tidal.pdf?a%20b"));
    }

    void tabGoesThroughTheFieldsInOrder()
    {
        Form form(papersPage);
        form.selection.selectSection(0);
        form.form->startDraft(0);
        QCOMPARE(form.window.focusWidget()->objectName(), QStringLiteral("titleEdit"));
        for (const char *next : {"authorsName", "venueEdit", "dateEdit", "addLinkPDF"}) {
            press(&form.window, Qt::Key_Tab);
            QCOMPARE(form.window.focusWidget()->objectName(), QString::fromLatin1(next));
        }
    }

    void aPaperIsAddedFieldByField()
    {
        Form form(papersPage);
        form.selection.selectSection(0);
        form.form->startDraft(0);
        type(&form.window, QStringLiteral("Quill: Low-memory Tuning"));
        press(&form.window, Qt::Key_Tab);
        QApplication::clipboard()->setText(QStringLiteral("Tomas Okwuosa*, Edda Marenholt and Yara Quintrell"));
        QTest::keySequence(form.window.focusWidget(), QKeySequence::Paste);
        press(&form.window, Qt::Key_Tab);
        type(&form.window, QStringLiteral("Symposium on Networked Systems (NETS)"));
        click(&form.window, "addLinkPDF");
        type(&form.window, QStringLiteral("https://papers.example/quill.pdf"));
        const QByteArray year = QByteArray::number(QDate::currentDate().year());
        const QByteArray paper =
            "* Tomas Okwuosa\\*, **Edda Marenholt**, and Yara Quintrell, “Quill: Low-memory Tuning”, "
            "in the Symposium on Networked Systems (NETS), "
            + year + ". \\[[PDF](https://papers.example/quill.pdf)\\]\n";
        QVERIFY2(form.bytes().contains(paper), form.bytes().constData());
        QCOMPARE(replaced(form.bytes(), paper, ""), papersPage);
    }

    void closingThePageEmptiesTheForm()
    {
        Form form;
        form.select("04/2026");
        form.selection.setPage(nullptr);
        QVERIFY(!form.shows("textEdit"));
        QVERIFY(!form.form->isDraft());
    }
};

QTEST_MAIN(TestEntryForm)
#include "tst_EntryForm.moc"
