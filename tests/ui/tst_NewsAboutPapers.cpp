#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowTest.h"
#include "ui/WorkArea.h"
#include "ui/bars/MessageBar.h"
#include "ui/bars/StatusLine.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Palettes.h"
#include "ui/papers/PaperListView.h"
#include "ui/papers/PaperReviewPane.h"
#include "ui/preview/PreviewScheme.h"

#include <QAction>
#include <QClipboard>
#include <QDate>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QUndoStack>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray news = R"(# News
- *2025.03*: 🎉 One paper is accepted by WAVES 2025.
- *2024.06*: I joined the Harbour Institute.

)";

const QByteArray papers = R"(# Publications

### Preprints
* **Ida Falk** and Tove Lind, “Quill: Writing with Tides”, arXiv preprint, 2024.

### Conference Publications
* **Ida Falk**, Tove Lind, and Per Holm, “Ripple: Second Thoughts on Waves”, in the Conference on Waves (WAVES), 2025.
* Per Holm and **Ida Falk**, “Ebb: Leaving Early”, in the Conference on Waves (WAVES), 2022.
)";

const QString bibtex = QStringLiteral(R"(@inproceedings{flow,
  title = {Flow: Coming Back},
  author = {Falk, Ida and Holm, Per},
  booktitle = {Conference on Tides (TIDES)},
  year = {2026}
})");

const QByteArray head = "### Conference Publications\n";
const QByteArray flow = "* **Ida Falk** and Per Holm, “Flow: Coming Back”, in the Conference on Tides (TIDES), 2026.\n";

QByteArray today(const char *format)
{
    return QDate::currentDate().toString(QLatin1String(format)).toUtf8();
}

/// The news that tells of a paper of these proceedings.
QByteArray newsOf(const QByteArray &venueAndYear)
{
    return "- *" + today("yyyy.MM") + "*: 🎉 One paper is accepted by " + venueAndYear + ".\n";
}

QByteArray told(QByteArray page, const QByteArray &item)
{
    return page.replace("# News\n", "# News\n" + item);
}

QString offer(const TaskWindow &task)
{
    return task.window()->messages()->shownText();
}

void pasteBibtex(TaskWindow &task)
{
    task.clickSection(QStringLiteral("Publications"));
    task.paste(bibtex);
    PaperReviewPane *pane = task.window()->work()->papers();
    QTRY_VERIFY(pane->isVisible() && !pane->isWorking());
    auto *add = named<QPushButton>(task.window(), "AddPapersButton");
    QTRY_VERIFY(add->isEnabled());
    task.click("AddPapersButton");
    QTRY_VERIFY(task.bytes().contains(flow));
}

/// The buttons of the message bar act when their click is over.
void accept(TaskWindow &task, const QByteArray &expected)
{
    task.click("MessageRemedy0");
    QTRY_COMPARE(task.bytes(), expected);
}

} // namespace

/// The offer of news about a paper: when it is made, what it writes, and when it goes.
class TestNewsAboutPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }

    void afterBibtexItIsOneClickAndOneStepOfItsOwn()
    {
        TaskWindow task(news + papers);
        pasteBibtex(task);
        QCOMPARE(offer(task), QStringLiteral("“Flow: Coming Back” was added. Your news can tell of it."));
        const QByteArray added = task.bytes();
        accept(task, told(added, newsOf("TIDES 2026")));
        QCOMPARE(offer(task), QString());
        QCOMPARE(task.window()->status()->sentence(), QStringLiteral("News about “Flow: Coming Back” added"));
        QUndoStack *undo = task.window()->files()->page()->undoStack();
        QCOMPARE(undo->count(), 2);
        QCOMPARE(undo->undoText(), QStringLiteral("news about “Flow: Coming Back”"));

        // The caret stands behind the sentence, which is edited like any other.
        task.type(QStringLiteral(" as well"));
        QCOMPARE(task.bytes(), told(added, newsOf("TIDES 2026 as well")));
        task.key(Qt::Key_Z, Qt::ControlModifier);
        task.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(task.bytes(), added);
    }

    void aPaperAddedByHandIsOfferedWhenItsVenueWasLeft()
    {
        TaskWindow task(news + papers);
        task.clickSection(QStringLiteral("Conference Publications"));
        task.key(Qt::Key_Return, Qt::ControlModifier);
        task.type(QStringLiteral("Flow: Coming Back"));
        task.tabTo("authorsName");
        task.paste(QStringLiteral("Ida Falk and Per Holm"));
        task.tabTo("venueEdit");
        task.paste(QStringLiteral("Conference on Tides (TIDES)"));
        QCOMPARE(offer(task), QString());
        task.tabTo("dateEdit");
        QCOMPARE(offer(task), QStringLiteral("“Flow: Coming Back” was added. Your news can tell of it."));
        accept(task, told(task.bytes(), newsOf("TIDES " + today("yyyy"))));
    }

    void withoutAVenueItIsOfferedWhenThePaperWasLeftOrSaved()
    {
        for (const bool saved : {false, true}) {
            TaskWindow task(news + papers);
            task.clickSection(QStringLiteral("Preprints"));
            task.key(Qt::Key_Return, Qt::ControlModifier);
            task.type(QStringLiteral("Flow: Coming Back"));
            task.tabTo("authorsName");
            QCOMPARE(offer(task), QString());
            if (saved)
                task.key(Qt::Key_S, Qt::ControlModifier);
            else
                task.clickRow(4);
            QCOMPARE(offer(task), QStringLiteral("“Flow: Coming Back” was added. Your news can tell of it."));
        }
    }

    void aPreprintThatComesOutIsOfferedAndItsNewsCostOneClick()
    {
        TaskWindow task(news + papers, TaskWindow::Preview::Real);
        // Part of the typing, without the completions that come letter by letter.
        const auto typeOver = [](const QString &text) {
            QGuiApplication::clipboard()->setText(text);
            for (const Qt::Key key : {Qt::Key_A, Qt::Key_V})
                QTest::keyClick(QApplication::focusWidget(), key, Qt::ControlModifier);
        };
        task.start();
        task.clickInPreview(QStringLiteral("arXiv preprint"));
        typeOver(QStringLiteral("Conference on Tides (TIDES)"));
        QCOMPARE(offer(task), QString());
        task.click("dateEdit");
        QCOMPARE(offer(task), QStringLiteral("“Quill: Writing with Tides” came out. Your news can tell of it."));
        typeOver(QStringLiteral("2026"));
        task.clickInMenu("EntryPlace", QStringLiteral("Conference Publications"));
        accept(task, told(task.bytes(), newsOf("TIDES 2026")));
        task.click("SaveButton");
        QCOMPARE(task.onDisk(), task.bytes());
        QCOMPARE(task.cost(), 6);
    }

    void theCommandTellsOfTheSelectedPaper()
    {
        TaskWindow task(news + papers);
        const auto *command = task.window()->findChild<QAction *>(QStringLiteral("TellNews"));
        task.clickSection(QStringLiteral("News"));
        QVERIFY(!command->isEnabled());
        task.clickSection(QStringLiteral("Conference Publications"));
        QVERIFY(command->isEnabled());
        // By the search for commands.
        task.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        task.type(QStringLiteral("news about"));
        auto *found = named<QListWidget>(task.window(), "CommandList");
        QTRY_COMPARE(found->count(), 1);
        task.key(Qt::Key_Return);
        QTRY_COMPARE(task.bytes(), told(news + papers, newsOf("WAVES 2025")));
        QCOMPARE(task.window()->selection()->section(), 0);
    }

    void nothingIsOfferedOnAPageWithoutNews()
    {
        TaskWindow task(papers);
        pasteBibtex(task);
        QCOMPARE(offer(task), QString());
        QVERIFY(!task.window()->findChild<QAction *>(QStringLiteral("TellNews"))->isEnabled());
    }

    void nothingIsOfferedThatTheNewsTellAlready()
    {
        TaskWindow task(told(news, "- *2026.01*: Flow is accepted by TIDES 2026.\n") + papers);
        pasteBibtex(task);
        QCOMPARE(offer(task), QString());
    }

    void theOfferGoesWithThePaperAndWithNewsWrittenByHand()
    {
        TaskWindow task(news + papers);
        pasteBibtex(task);
        QVERIFY(!offer(task).isEmpty());
        task.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(task.bytes(), news + papers);
        QCOMPARE(offer(task), QString());

        pasteBibtex(task);
        QVERIFY(!offer(task).isEmpty());
        task.clickSection(QStringLiteral("News"));
        QVERIFY(!offer(task).isEmpty());
        task.key(Qt::Key_Return, Qt::ControlModifier);
        task.type(QStringLiteral("Flow flows"));
        QCOMPARE(offer(task), QString());
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestNewsAboutPapers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_NewsAboutPapers.moc"
