#include "tests/support/PageFixtures.h"
#include "tests/support/window/WindowTest.h"
#include "ui/fields/AuthorNames.h"
#include "ui/fields/AuthorsField.h"
#include "ui/fields/ChipList.h"
#include "ui/fields/DateField.h"
#include "ui/fields/DateSteps.h"
#include "ui/fields/FieldFrame.h"
#include "ui/fields/KeywordsField.h"
#include "ui/fields/LineField.h"
#include "ui/fields/LinksField.h"
#include "ui/fields/MarkdownField.h"
#include "ui/fields/PeriodField.h"
#include "ui/look/Controls.h"
#include "ui/source/ByteEdit.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace vitrine;
using namespace vitrine::test;

namespace {

Field fieldOf(FieldId id, const QByteArray &text, bool plain = true)
{
    Field field;
    field.id = id;
    field.value = text;
    if (plain)
        field.plain = text;
    return field;
}

Field dateOf(const QByteArray &edtf, const QByteArray &written)
{
    Field field;
    field.id = FieldId::Date;
    field.value = edtf;
    field.written = written;
    return field;
}

/// A window with one field in it and an undo action, as the program has one.
struct FieldWindow
{
    explicit FieldWindow(QWidget *content)
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(content);
        undo = new QAction(&window);
        undo->setShortcut(QKeySequence::Undo);
        window.addAction(undo);
        window.resize(640, 300);
        window.show();
        window.activateWindow();
        const bool active = QTest::qWaitForWindowActive(&window);
        Q_ASSERT(active);
    }

    QWidget window;
    QAction *undo;
};

QByteArray textOf(const FieldEditor &editor)
{
    const Result<Value> value = editor.value();
    return value ? value->text() : QByteArray("refused: ") + value.error().sentence.toUtf8();
}

QList<QByteArray> namesOf(const FieldEditor &editor)
{
    QList<QByteArray> names;
    for (const Author &author : editor.typed().authors())
        names += author.name;
    return names;
}

Author authorOf(const QByteArray &name)
{
    Author author;
    author.name = name;
    return author;
}

Field authorsOf(const AuthorList &authors)
{
    Field field;
    field.id = FieldId::Authors;
    field.value = authors;
    return field;
}

} // namespace

/// Each editor of a form, used with keys and the mouse.
class TestFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsSetAsItIsTyped()
    {
        auto *field = new LineField(FieldId::Venue);
        FieldWindow shown(field);
        field->setField(fieldOf(FieldId::Venue, "Graph Days"));
        QSignalSpy edited(field, &FieldEditor::edited);
        click(&shown.window, "venueEdit");
        press(&shown.window, Qt::Key_End);
        type(&shown.window, QStringLiteral(" 26"));
        QCOMPARE(edited.count(), 3);
        QCOMPARE(textOf(*field), QByteArray("Graph Days 26"));
    }

    void aLineKeepsItsMarkdownAndSaysSo()
    {
        auto *field = new LineField(FieldId::Venue);
        FieldWindow shown(field);
        field->setField(fieldOf(FieldId::Venue, "*Graph* Days", false));
        QCOMPARE(named<QLineEdit>(&shown.window, "venueEdit")->text(), QStringLiteral("*Graph* Days"));
        QCOMPARE(textOf(*field), QByteArray("*Graph* Days"));
    }

    void linesWrappedOnThePageStayWrapped()
    {
        auto *field = new LineField(FieldId::Venue);
        FieldWindow shown(field);
        field->setField(fieldOf(FieldId::Venue, "Days of\nGraphs"));
        QCOMPARE(named<QLineEdit>(&shown.window, "venueEdit")->text(), QStringLiteral("Days of Graphs"));
        click(&shown.window, "venueEdit");
        press(&shown.window, Qt::Key_End);
        type(&shown.window, QStringLiteral("!"));
        QCOMPARE(textOf(*field), QByteArray("Days of\nGraphs!"));
    }

    void pastedLineBreaksBecomeBlanks()
    {
        auto *field = new LineField(FieldId::Venue);
        FieldWindow shown(field);
        field->setField(fieldOf(FieldId::Venue, ""));
        click(&shown.window, "venueEdit");
        QApplication::clipboard()->setText(QStringLiteral("Graph\r\n  Days\n"));
        QTest::keySequence(named<QLineEdit>(&shown.window, "venueEdit"), QKeySequence::Paste);
        QCOMPARE(textOf(*field), QByteArray("Graph Days"));
    }

    void undoKeysReachTheWindow_data()
    {
        QTest::addColumn<int>("id");
        QTest::newRow("line") << int(FieldId::Venue);
        QTest::newRow("title") << int(FieldId::Title);
        QTest::newRow("markdown") << int(FieldId::Text);
    }

    void undoKeysReachTheWindow()
    {
        QFETCH(int, id);
        const auto fieldId = static_cast<FieldId>(id);
        FieldEditor *field = fieldId == FieldId::Venue ? static_cast<FieldEditor *>(new LineField(fieldId))
            : fieldId == FieldId::Title                ? static_cast<FieldEditor *>(new WrappedLineField(fieldId))
                                                       : new MarkdownField(fieldId);
        FieldWindow shown(field);
        field->setFocus();
        QSignalSpy undone(shown.undo, &QAction::triggered);
        type(&shown.window, QStringLiteral("ab"));
        QTest::keySequence(shown.window.focusWidget(), QKeySequence::Undo);
        QCOMPARE(undone.count(), 1);
        QCOMPARE(field->typed().text(), QByteArray("ab"));
    }

    void aTitleWrapsButHoldsNoLines()
    {
        auto *field = new WrappedLineField(FieldId::Title);
        FieldWindow shown(field);
        field->setField(fieldOf(FieldId::Title, "Ripple"));
        const int oneLine = field->sizeHint().height();
        field->setFocus();
        press(&shown.window, Qt::Key_End, Qt::ControlModifier);
        press(&shown.window, Qt::Key_Return);
        type(&shown.window, QString(120, QLatin1Char('x')) + QLatin1Char(' ') + QString(120, QLatin1Char('y')));
        QVERIFY(!textOf(*field).contains('\n'));
        QTRY_VERIFY(field->sizeHint().height() > oneLine);
    }

    void refreshingKeepsTheCaret()
    {
        auto *field = new MarkdownField(FieldId::Text);
        FieldWindow shown(field);
        field->setField(fieldOf(FieldId::Text, "One paper is accepted."));
        field->setFocus();
        auto *edit = named<ByteEdit>(&shown.window, "textEdit");
        edit->setCaret(9);
        field->setField(fieldOf(FieldId::Text, "Today one paper is accepted."));
        type(&shown.window, QStringLiteral("s"));
        QCOMPARE(textOf(*field), QByteArray("Today one papers is accepted."));
    }

    void aNoBreakSpaceStays()
    {
        auto *field = new MarkdownField(FieldId::Text);
        FieldWindow shown(field);
        field->setField(fieldOf(FieldId::Text, "a\u00a0b"));
        field->setFocus();
        press(&shown.window, Qt::Key_End);
        type(&shown.window, QStringLiteral("c"));
        QCOMPARE(textOf(*field), QByteArray("a\u00a0bc"));
    }

    void aCompositionIsOneEdit()
    {
        auto *field = new MarkdownField(FieldId::Text);
        FieldWindow shown(field);
        field->setField(fieldOf(FieldId::Text, "x"));
        field->setFocus();
        QSignalSpy edited(field, &FieldEditor::edited);
        auto *edit = named<ByteEdit>(&shown.window, "textEdit");
        edit->setCaret(1);
        QInputMethodEvent composing(QStringLiteral("ni"), {});
        QApplication::sendEvent(edit, &composing);
        QCOMPARE(edited.count(), 0);
        QInputMethodEvent committed(QString(), {});
        committed.setCommitString(QStringLiteral("你"));
        QApplication::sendEvent(edit, &committed);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(textOf(*field), QByteArray("x你"));
    }

    void keysOfMarkdownMakeBoldItalicAndLinks()
    {
        auto *field = new MarkdownField(FieldId::Text);
        FieldWindow shown(field);
        field->setField(fieldOf(FieldId::Text, "I joined Calder today."));
        field->setFocus();
        auto *edit = named<ByteEdit>(&shown.window, "textEdit");
        edit->mark({9, 15});
        press(&shown.window, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(textOf(*field), QByteArray("I joined **Calder** today."));
        press(&shown.window, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(textOf(*field), QByteArray("I joined Calder today."));
        press(&shown.window, Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(textOf(*field), QByteArray("I joined *Calder* today."));
        press(&shown.window, Qt::Key_I, Qt::ControlModifier);
        press(&shown.window, Qt::Key_K, Qt::ControlModifier);
        type(&shown.window, QStringLiteral("https://calder.example/a b"));
        press(&shown.window, Qt::Key_Return);
        QCOMPARE(textOf(*field), QByteArray("I joined [Calder](https://calder.example/a%20b) today."));
        QCOMPARE(shown.window.focusWidget(), static_cast<QWidget *>(edit));
    }

    void aDateIsReadInAnySpelling()
    {
        auto *field = new DateField(FieldId::Date);
        FieldWindow shown(field);
        field->setField(dateOf("2026-06", "06/2026"));
        click(&shown.window, "dateEdit");
        press(&shown.window, Qt::Key_A, Qt::ControlModifier);
        type(&shown.window, QStringLiteral("Aug 2023"));
        QCOMPARE(textOf(*field), QByteArray("2023-08"));
        field->acknowledge(dateOf("2023-08", "08/2023"));
        QVERIFY(field->hint().contains(QStringLiteral("08/2023")));
        QCOMPARE(named<QLineEdit>(&shown.window, "dateEdit")->text(), QStringLiteral("Aug 2023"));
        press(&shown.window, Qt::Key_A, Qt::ControlModifier);
        type(&shown.window, QStringLiteral("Sumer 2023"));
        QVERIFY(textOf(*field).startsWith("refused: "));
    }

    void arrowsStepThePartAtTheCaret_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("caret");
        QTest::addColumn<int>("by");
        QTest::addColumn<QString>("after");
        QTest::newRow("year") << QStringLiteral("06/2026") << 7 << 1 << QStringLiteral("06/2027");
        QTest::newRow("month") << QStringLiteral("06/2026") << 1 << -1 << QStringLiteral("05/2026");
        QTest::newRow("month over the year") << QStringLiteral("12/2026") << 0 << 1 << QStringLiteral("01/2027");
        QTest::newRow("month word") << QStringLiteral("Aug 2023") << 2 << 1 << QStringLiteral("Sep 2023");
        QTest::newRow("season") << QStringLiteral("Fall 2022") << 1 << 1 << QStringLiteral("Winter 2022");
        QTest::newRow("end of a period") << QStringLiteral("2019-2021") << 9 << 1 << QStringLiteral("2019-2022");
    }

    void arrowsStepThePartAtTheCaret()
    {
        QFETCH(QString, text);
        QFETCH(int, caret);
        QFETCH(int, by);
        QFETCH(QString, after);
        const auto next = stepped({text, caret}, by, DayOrder::MonthFirst);
        QVERIFY(next);
        QCOMPARE(next->text, after);
    }

    void aMonthIsPicked()
    {
        auto *field = new DateField(FieldId::Date);
        FieldWindow shown(field);
        field->setField(dateOf("2026-06", "06/2026"));
        click(&shown.window, "dateEdit");
        press(&shown.window, Qt::Key_Down, Qt::AltModifier);
        click(&shown.window, "previousYearButton");
        click(&shown.window, "month11");
        QCOMPARE(named<QLineEdit>(&shown.window, "dateEdit")->text(), QStringLiteral("11/2025"));
        QCOMPARE(textOf(*field), QByteArray("2025-11"));
        QTRY_VERIFY(!shown.window.findChild<QWidget *>(QStringLiteral("monthsPopup")));
    }

    void noDateEmptiesTheField()
    {
        auto *field = new DateField(FieldId::Date);
        FieldWindow shown(field);
        field->setField(dateOf("2026-06", "06/2026"));
        click(&shown.window, "dateEdit");
        press(&shown.window, Qt::Key_Down, Qt::AltModifier);
        click(&shown.window, "noDateButton");
        QVERIFY(field->value()->isEmpty());
    }

    void presentLocksTheEndOfAPeriod()
    {
        auto *start = new DateField(FieldId::StartDate);
        auto *end = new DateField(FieldId::EndDate);
        auto *period = new PeriodField(start, end);
        FieldWindow shown(period);
        start->setField(dateOf("2026-06", "06/2026"));
        end->setField(dateOf("2026-08", "08/2026"));
        QSignalSpy edited(end, &FieldEditor::edited);
        click(&shown.window, "presentToggle");
        QCOMPARE(edited.count(), 1);
        QCOMPARE(textOf(*end), QByteArray(".."));
        QVERIFY(!named<QLineEdit>(&shown.window, "endDateEdit")->isEnabled());
        click(&shown.window, "presentToggle");
        QVERIFY(end->value()->isEmpty());
        type(&shown.window, QStringLiteral("05/2026"));
        QCOMPARE(textOf(*end), QByteArray("2026-05"));
        QVERIFY(!period->warning().isEmpty());
    }

    void listsOfAuthorsAreSplit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<QByteArray>>("names");
        const QList<QByteArray> three{"Ansel Whitcombe", "Yara Quintrell", "Jun Beltrane"};
        QTest::newRow("and") << QStringLiteral("Ansel Whitcombe, Yara Quintrell and Jun Beltrane") << three;
        QTest::newRow("comma and") << QStringLiteral("Ansel Whitcombe, Yara Quintrell, and Jun Beltrane") << three;
        QTest::newRow("semicolons") << QStringLiteral("Ansel Whitcombe; Yara Quintrell;Jun Beltrane") << three;
        QTest::newRow("initials") << QStringLiteral("Guo, Z., Osei-Lund, H. T. & Tan, B.")
                                  << QList<QByteArray>{"Guo, Z.", "Osei-Lund, H. T.", "Tan, B."};
        QTest::newRow("Chinese") << QStringLiteral("王小明，李雷、韩梅梅")
                                 << QList<QByteArray>{"王小明", "李雷", "韩梅梅"};
    }

    void listsOfAuthorsAreSplit()
    {
        QFETCH(QString, text);
        QFETCH(QList<QByteArray>, names);
        QList<QByteArray> found;
        for (const Author &author : authorsIn(text, {}, {}))
            found += author.name;
        QCOMPARE(found, names);
    }

    void marksAndTheOwnNameAreRecognised()
    {
        const std::vector<MarkMeaning> marks{{"*", "equal"}, {"+", "corresponding"}};
        const AuthorList authors =
            authorsIn(QStringLiteral("Edda Marenholt*, J. Beltrane*+"), marks, QStringLiteral("edda marenholt"));
        QCOMPARE(authors.size(), 2);
        QVERIFY(authors[0].self);
        QCOMPARE(authors[0].name, QByteArray("Edda Marenholt"));
        QCOMPARE(authors[1].marks, (QList<QByteArray>{"*", "+"}));
    }

    void authorsArePastedWhole()
    {
        auto *field = new AuthorsField(FieldId::Authors);
        FieldWindow shown(field);
        field->setField(authorsOf({}));
        field->setFocus();
        QApplication::clipboard()->setText(QStringLiteral("Ansel Whitcombe, Yara Quintrell and Jun Beltrane"));
        QTest::keySequence(shown.window.focusWidget(), QKeySequence::Paste);
        QCOMPARE(namesOf(*field), (QList<QByteArray>{"Ansel Whitcombe", "Yara Quintrell", "Jun Beltrane"}));
        QCOMPARE(named<QLineEdit>(&shown.window, "authorsName")->text(), QString());
    }

    void authorsAreTypedOneAfterAnother()
    {
        auto *field = new AuthorsField(FieldId::Authors);
        FieldWindow shown(field);
        field->setField(authorsOf({}));
        field->setFocus();
        type(&shown.window, QStringLiteral("Jun Beltrane"));
        QCOMPARE(namesOf(*field), QList<QByteArray>{"Jun Beltrane"});
        press(&shown.window, Qt::Key_Return);
        type(&shown.window, QStringLiteral("Wen Catalano, Priya"));
        QCOMPARE(namesOf(*field), (QList<QByteArray>{"Jun Beltrane", "Wen Catalano", "Priya"}));
    }

    void enterEndsANameAlsoWhereCompletionsAreShown()
    {
        auto *field = new AuthorsField(FieldId::Authors);
        FieldContext context;
        context.page = readPage(
            "# Publications\n- **Jun Beltrane**, Tove Lind, Priya Sandrao. \"On Sand and Salt\". *SAND*, 2024.\n");
        context.section = 0;
        field->setContext(context);
        field->setField(authorsOf({}));
        FieldWindow shown(field);
        for (const bool chosen : {false, true}) {
            field->setFocus();
            auto *name = named<QLineEdit>(&shown.window, "authorsName");
            type(&shown.window, chosen ? QStringLiteral("Pri") : QStringLiteral("Tove Lin"));
            QAbstractItemView *offered = name->completer()->popup();
            QTRY_VERIFY(offered->isVisible());
            if (chosen)
                QTest::keyClick(offered, Qt::Key_Down);
            QTest::keyClick(offered, Qt::Key_Return);
            QVERIFY(!offered->isVisible());
            QCOMPARE(name->text(), QString());
        }
        QCOMPARE(namesOf(*field), (QList<QByteArray>{"Tove Lin", "Priya Sandrao"}));
        // The next Tab leads on, not to what could be done with the name.
        QVERIFY(!named<QWidget>(&shown.window, "authorsSelf")->isVisible());
    }

    void aNameIsEditedInTheStrip()
    {
        auto *field = new AuthorsField(FieldId::Authors);
        FieldWindow shown(field);
        field->setField(authorsOf({authorOf("Jun Beltrane"), authorOf("Priya Sandrao")}));
        auto *chips = named<ChipList>(&shown.window, "authorsChips");
        QTest::mouseClick(
            chips->viewport(), Qt::LeftButton, {}, chips->visualRect(chips->model()->index(1, 0)).center());
        QCOMPARE(named<QLineEdit>(&shown.window, "authorsName")->text(), QStringLiteral("Priya Sandrao"));
        click(&shown.window, "authorsSelf");
        QVERIFY(field->typed().authors()[1].self);
        click(&shown.window, "authorsName");
        press(&shown.window, Qt::Key_A, Qt::ControlModifier);
        type(&shown.window, QStringLiteral("Sandrao, Priya"));
        // The page says whether it can hold this; the field keeps it as one name.
        QCOMPARE(namesOf(*field), (QList<QByteArray>{"Jun Beltrane", "Sandrao, Priya"}));
    }

    void authorsMoveAndGoByKeys()
    {
        auto *field = new AuthorsField(FieldId::Authors);
        FieldWindow shown(field);
        field->setField(authorsOf({authorOf("A"), authorOf("B"), authorOf("C")}));
        auto *chips = named<ChipList>(&shown.window, "authorsChips");
        QTest::mouseClick(
            chips->viewport(), Qt::LeftButton, {}, chips->visualRect(chips->model()->index(0, 0)).center());
        press(&shown.window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(namesOf(*field), (QList<QByteArray>{"B", "A", "C"}));
        press(&shown.window, Qt::Key_Delete);
        QCOMPARE(namesOf(*field), (QList<QByteArray>{"B", "C"}));
    }

    void keywordsEndWithACommaOrEnter()
    {
        auto *field = new KeywordsField(FieldId::Keywords);
        FieldWindow shown(field);
        Field none;
        none.id = FieldId::Keywords;
        field->setField(none);
        field->setFocus();
        type(&shown.window, QStringLiteral("Python, C++"));
        QCOMPARE(field->typed().strings(), (StringList{"Python", "C++"}));
        press(&shown.window, Qt::Key_Return);
        press(&shown.window, Qt::Key_Backspace);
        type(&shown.window, QStringLiteral("!"));
        QCOMPARE(field->typed().strings(), (StringList{"Python", "C++!"}));
    }

    void aLinkWaitsForItsAddress()
    {
        auto *field = new LinksField(FieldId::Links);
        FieldWindow shown(field);
        Field links;
        links.id = FieldId::Links;
        links.value = LinkList{Link{"PDF", "https://a.example/p.pdf", {}, {}}};
        field->setField(links);
        QSignalSpy edited(field, &FieldEditor::edited);
        click(&shown.window, "addLinkOther");
        QCOMPARE(edited.count(), 0);
        QCOMPARE(field->typed().links().size(), 1);
        type(&shown.window, QStringLiteral("https://b.example"));
        QCOMPARE(field->typed().links().size(), 2);
        QCOMPARE(field->typed().links()[1].url, QByteArray("https://b.example"));
        press(&shown.window, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(field->typed().links()[0].url, QByteArray("https://b.example"));
        click(&shown.window, "linkRemove1");
        QTRY_COMPARE(field->typed().links().size(), 1);
        QCOMPARE(field->typed().links()[0].label, QByteArray("PDF"));
    }

    void anEmptyAddressIsKeptWithANote()
    {
        LinksField field(FieldId::Links);
        Field links;
        links.id = FieldId::Links;
        links.value = LinkList{Link{"Code", "", {}, {}}};
        field.setField(links);
        QCOMPARE(field.typed().links().size(), 1);
        QVERIFY(field.warning().contains(QStringLiteral("Code")));
    }

    void aRefusalIsExplainedAfterAPause()
    {
        auto *field = new LineField(FieldId::Venue);
        auto *frame = new FieldFrame(field, QStringLiteral("venue"));
        FieldWindow shown(frame);
        Error error{ErrorKind::Refused, QStringLiteral("This cannot be held."), {}, QStringLiteral("That")};
        frame->setRefusal(error);
        QVERIFY(!frame->isRefusalShown());
        QTRY_VERIFY_WITH_TIMEOUT(frame->isRefusalShown(), 2000);
        QCOMPARE(field->accessibleDescription(), QStringLiteral("This cannot be held."));
        QSignalSpy taken(frame, &FieldFrame::suggestionTaken);
        click(&shown.window, "venueFrameSuggestion");
        QCOMPARE(taken.first().first().toString(), QStringLiteral("That"));
        frame->clearRefusal();
        QVERIFY(!frame->isRefusalShown());
    }
};

QTEST_MAIN(TestFields)
#include "tst_Fields.moc"
