#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowOnPage.h"
#include "ui/MainWindow.h"
#include "ui/bars/StatusLine.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewScheme.h"

#include <QAction>
#include <QPrinter>

using namespace vitrine;
using namespace vitrine::test;

namespace {

QByteArray longPage()
{
    QByteArray page = "---\npermalink: /\n---\n\n# Awards\n";
    for (int i = 0; i < 150; ++i)
        page += "* Prize number " + QByteArray::number(i) + ", 2001\n";
    return page;
}

/// How many pages a PDF says it has.
int pagesOf(const QByteArray &pdf)
{
    static const QRegularExpression page(QStringLiteral("/Type\\s*/Page\\b(?!s)"));
    return static_cast<int>(QString::fromLatin1(pdf).count(page));
}

} // namespace

/// The page on paper: as a PDF by export, and by a printer.
class TestPrinting : public QObject
{
    Q_OBJECT

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void trigger(const TaskWindow &task, const char *action)
    {
        task.window()->findChild<QAction *>(QLatin1String(action))->trigger();
    }

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }

    void aPdfHasThePagesOfTheSite()
    {
        TaskWindow task(longPage(), TaskWindow::Preview::Real);
        const QString path = task.path(QStringLiteral("page.pdf"));
        FileDialogs dialogs;
        dialogs.save = [path](const QString &, const QString &, const QString &) { return path; };
        task.window()->files()->setDialogs(dialogs);
        trigger(task, "ExportPdf");
        QTRY_VERIFY_WITH_TIMEOUT(task.window()->status()->sentence().contains(QLatin1String("page.pdf")), 30000);
        const QByteArray pdf = read(path);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY2(pagesOf(pdf) > 1, qPrintable(QString::number(pagesOf(pdf))));
    }

    void aPdfHasTheFormulasDrawn()
    {
        if (!QFile::exists(QStringLiteral(":/web/katex/dist/katex.min.js")))
            QSKIP("This build was given no KaTeX.");
        // Asked for as soon as the page is there: the formulas come later, and are waited for.
        TaskWindow task(
            "---\npermalink: /\n---\n\nA bound of $O(n^2)$ on quiet machines.\n", TaskWindow::Preview::Real);
        const QString path = task.path(QStringLiteral("page.pdf"));
        FileDialogs dialogs;
        dialogs.save = [path](const QString &, const QString &, const QString &) { return path; };
        task.window()->files()->setDialogs(dialogs);
        trigger(task, "ExportPdf");
        QTRY_VERIFY_WITH_TIMEOUT(task.window()->status()->sentence().contains(QLatin1String("page.pdf")), 30000);
        QVERIFY(read(path).contains("KaTeX_Math"));
    }

    void aPrinterGetsThePage()
    {
        TaskWindow task(longPage(), TaskWindow::Preview::Real);
        const QString path = task.path(QStringLiteral("printed.pdf"));
        FileDialogs dialogs;
        dialogs.print = [path](QPrinter &printer) {
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(path);
            return true;
        };
        task.window()->files()->setDialogs(dialogs);
        task.key(Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(task.window()->status()->sentence(), QStringLiteral("The page is printed"), 60000);
        QVERIFY(read(path).startsWith("%PDF-"));
    }

    void nothingIsPrintedWhenOneThinksBetterOfIt()
    {
        TaskWindow task(longPage());
        FileDialogs dialogs;
        dialogs.print = [](QPrinter &) { return false; };
        task.window()->files()->setDialogs(dialogs);
        task.key(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(task.window()->status()->sentence(), QStringLiteral("No changes"));
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestPrinting test;
    return runWindowTest(argc, argv, &test);
}

#include "tst_Printing.moc"
