// What the Help menu offers.

#include "tests/support/window/WindowOnPage.h"
#include "ui/dialogs/KeysDialog.h"

#include <QClipboard>
#include <QLabel>
#include <QScrollArea>

using namespace vitrine;
using namespace vitrine::test;

class TestHelpMenu : public WindowOnPage
{
    Q_OBJECT

    KeysDialog *openKeys()
    {
        press(m_window.get(), Qt::Key_F1);
        return m_window->findChild<KeysDialog *>();
    }

private Q_SLOTS:
    void everyKeyOfTheMenusIsListed()
    {
        const KeysDialog *dialog = openKeys();
        QVERIFY(dialog);
        QStringList shown;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            shown += label->text();
        for (const char *name : {"Save", "Hide", "History", "NextPane", "ShowPreview", "CommandSearch"}) {
            const QString key = action(name)->shortcut().toString(QKeySequence::NativeText);
            QVERIFY2(shown.contains(key), qPrintable(key));
        }
        QVERIFY(shown.contains(QStringLiteral("Entry")));
    }

    void nothingIsCutOffAtTheRight()
    {
        const KeysDialog *dialog = openKeys();
        const auto *area = dialog->findChild<QScrollArea *>(QStringLiteral("KeysArea"));
        QVERIFY(area->viewport()->width() >= area->widget()->sizeHint().width());
    }

    void diagnosticsTellVersionsAndNothingOfThePage()
    {
        m_window->open(pagePath());
        action("CopyDiagnostics")->trigger();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.contains(QLatin1String("Qt: ") + QLatin1String(qVersion())));
        QVERIFY(text.contains(QLatin1String("Chromium ")));
        QVERIFY(!text.contains(QLatin1String("Ida")));
        QVERIFY(!text.contains(m_folder->path()));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    TestHelpMenu test;
    return runWindowTest(argc, argv, &test);
}

#include "tst_HelpMenu.moc"
