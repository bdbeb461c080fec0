#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowTest.h"
#include "ui/EnglishPlurals.h"
#include "ui/Selection.h"
#include "ui/WorkArea.h"
#include "ui/bars/StatusLine.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Controls.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewScheme.h"

#include <QFile>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray english = "# News\n- 2025.03: Two papers came out.\n- 2024.06: I joined Calder.\n\n"
                           "# Awards\n- Best Paper Award, 2023\n";
const QByteArray chinese =
    "# 新闻\n- 2025.03: 两篇论文发表。\n- 2024.06: 我加入了卡尔德。\n\n# 获奖\n- 最佳论文奖, 2023\n";

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// A page that is open beside one in Chinese.
struct TwoPages
{
    TwoPages() : task(english)
    {
        writeFile(task.path(QStringLiteral("about_zh.md")), chinese);
        task.window()->open(task.path(QStringLiteral("about.md")));
    }
    TaskWindow task;
};

QString line(const TaskWindow &task)
{
    const auto *button = named<QuietButton>(task.window(), "TwinButton");
    return button->isVisible() ? button->text() : QString();
}

bool isSigned(const TaskWindow &task)
{
    const auto *whole = named<QWidget>(task.window(), "TwinLine");
    return whole->isVisible() && whole->findChildren<QWidget *>(Qt::FindDirectChildrenOnly).front()->isVisible();
}

QString status(const TaskWindow &task)
{
    return task.window()->status()->sentence();
}

void typeAtEnd(TaskWindow &task, const QString &text)
{
    task.click("textEdit");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_End, Qt::ControlModifier);
    task.type(text);
}

const QString alone = QStringLiteral("1 entry changed in one language only");

} // namespace

/// The same entry in two languages: seen, opened, and a gentle word when only one of the two was edited.
class TestTwins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }

    void aTwinOnTheSamePageIsShownAndOpened()
    {
        TaskWindow task(english + "\n" + chinese);
        task.clickSection(QStringLiteral("News"));
        QTRY_COMPARE(line(task), QStringLiteral("Chinese twin: 2025.03: 两篇论文发表。"));
        QVERIFY(!isSigned(task));
        task.click("TwinButton");
        QCOMPARE(task.window()->selection()->entry(), (EntryRef{2, 0}));
        QCOMPARE(line(task), QStringLiteral("English twin: 2025.03: Two papers came out."));
        // By keys: from the first field back over the tools to the line.
        task.window()->selection()->selectEntry({0, 1});
        task.click("dateEdit");
        task.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("TwinButton"));
        task.key(Qt::Key_Space);
        QCOMPARE(task.window()->selection()->entry(), (EntryRef{2, 1}));
    }

    void oneThatIsEditedAloneIsToldUntilTheOtherFollows()
    {
        TaskWindow task(english + "\n" + chinese);
        task.clickSection(QStringLiteral("News"));
        QTRY_VERIFY(!line(task).isEmpty());
        QVERIFY(!status(task).contains(QStringLiteral("language")));
        typeAtEnd(task, QStringLiteral(" Hooray"));
        QCOMPARE(line(task), QStringLiteral("Chinese twin: 2025.03: 两篇论文发表。 — only one of the two was edited"));
        QVERIFY(isSigned(task));
        QVERIFY2(status(task).endsWith(alone), qPrintable(status(task)));
        task.click("TwinButton");
        QVERIFY(isSigned(task));
        typeAtEnd(task, QStringLiteral(" yes"));
        QVERIFY(!isSigned(task));
        QVERIFY(!status(task).contains(QStringLiteral("language")));
    }

    void oneThatIsAddedAloneIsTold()
    {
        TaskWindow task(english + "\n" + chinese);
        task.clickSection(QStringLiteral("News"));
        QTRY_VERIFY(!line(task).isEmpty());
        task.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(line(task), QString());
        task.type(QStringLiteral("I moved"));
        QCOMPARE(line(task), QStringLiteral("Not in “新闻” yet"));
        QVERIFY(status(task).endsWith(alone));
        task.click("TwinButton");
        QCOMPARE(task.window()->selection()->section(), 2);
        task.key(Qt::Key_Return, Qt::ControlModifier);
        task.paste(QStringLiteral("我搬家了"));
        QVERIFY(!status(task).contains(QStringLiteral("language")));
    }

    void savingIsNeverHeldUpAndEndsTheWord()
    {
        TaskWindow task(english + "\n" + chinese);
        task.clickSection(QStringLiteral("Awards"));
        QTRY_VERIFY(!line(task).isEmpty());
        task.click("titleEdit");
        task.type(QStringLiteral("The "));
        QVERIFY(status(task).endsWith(alone));
        task.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(task.onDisk(), task.bytes());
        QVERIFY(!isSigned(task));
        QVERIFY(!status(task).contains(QStringLiteral("language")));
    }

    void aTwinOnAnotherPageIsShownAndOpened()
    {
        TwoPages pages;
        TaskWindow &task = pages.task;
        task.clickSection(QStringLiteral("News"));
        QTRY_COMPARE(line(task), QStringLiteral("Chinese twin: 2025.03: 两篇论文发表。 in about_zh.md"));
        typeAtEnd(task, QStringLiteral(" Hooray"));
        QVERIFY(isSigned(task));
        QVERIFY(status(task).endsWith(alone));
        task.key(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!isSigned(task));
        task.clickRow(1);
        task.click("TwinButton");
        QCOMPARE(task.window()->files()->page()->name(), QStringLiteral("about_zh.md"));
        QCOMPARE(task.window()->selection()->entry(), (EntryRef{0, 1}));
        QTRY_COMPARE(line(task), QStringLiteral("English twin: 2024.06: I joined Calder. in about.md"));
    }

    void pagesOfOneLanguageSayNothingOfTwins()
    {
        TaskWindow task(english);
        task.clickSection(QStringLiteral("News"));
        typeAtEnd(task, QStringLiteral(" Hooray"));
        QCoreApplication::processEvents();
        QCOMPARE(line(task), QString());
        QVERIFY(!status(task).contains(QStringLiteral("language")));
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    TestTwins test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Twins.moc"
