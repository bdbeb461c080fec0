#include "app/settings/Settings.h"
#include "tests/bench/Timing.h"
#include "tests/support/MadePage.h"
#include "ui/MainWindow.h"
#include "ui/Selection.h"
#include "ui/WorkArea.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewPane.h"
#include "ui/preview/PreviewScheme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <optional>

using namespace vitrine;

namespace {

constexpr double frame = 16.0; // milliseconds

/// Runs the event loop until the preview shows this revision; gives up after a while.
bool waitUntilShown(PreviewView *view, quint64 revision)
{
    std::optional<quint64> latest;
    const QMetaObject::Connection connection =
        QObject::connect(view, &PreviewView::shown, view, [&](quint64 shown) { latest = shown; });
    QElapsedTimer timer;
    timer.start();
    while ((!latest || *latest < revision) && timer.elapsed() < 60000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1000);
    QObject::disconnect(connection);
    return latest && *latest >= revision;
}

/// A window with a made page in it, its first news item in the form, and the preview showing it.
struct ShownWindow
{
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("profile"))};
    std::unique_ptr<MainWindow> window;
    qint64 usable = 0; ///< nanoseconds until the window was painted with the page in it
    qint64 pictured = 0; ///< until the preview showed the page

    explicit ShownWindow(int entries)
    {
        QFile file(folder.filePath(QStringLiteral("about.md")));
        if (!file.open(QIODevice::WriteOnly))
            return;
        file.write(test::madePage(entries));
        file.close();
        QElapsedTimer timer;
        timer.start();
        window = std::make_unique<MainWindow>(&settings);
        window->open(file.fileName());
        window->resize(1440, 900);
        window->show();
        QCoreApplication::processEvents();
        usable = timer.nsecsElapsed();
        window->begin();
        waitUntilShown(window->work()->preview()->view(), page()->revision());
        pictured = timer.nsecsElapsed();
        if (const std::optional<EntryRef> first = page()->page()->findEntry("news/1"))
            window->selection()->selectEntry(*first);
    }

    OpenPage *page() const { return window->files()->page(); }
};

/// The editor of the running text of the entry that is shown.
QWidget *textEditor(MainWindow *window)
{
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->objectName() == QStringLiteral("textEdit"))
            return widget;
    }
    return nullptr;
}

void typeInto(const ShownWindow &shown, int entries)
{
    QWidget *editor = textEditor(shown.window.get());
    if (!editor) {
        std::puts("no text field is shown: nothing measured");
        return;
    }
    editor->setFocus();
    std::vector<double> times, inForm;
    for (int key = 0; key < 60; ++key) {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(editor, static_cast<Qt::Key>(Qt::Key_A + key % 26));
        inForm.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (!waitUntilShown(shown.window->work()->preview()->view(), shown.page()->revision())) {
            std::puts("the preview did not follow: nothing measured");
            return;
        }
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    const double median = bench::percentile(times, 0.5), slow = bench::percentile(times, 0.95);
    std::printf(
        "%d entries: key to changed picture %.1f ms (median), %.1f ms (95 %%): %.2f and %.2f frames; in the form "
        "itself %.1f ms\n",
        entries, median, slow, median / frame, slow / frame, bench::percentile(inForm, 0.5));
}

} // namespace

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    applyLook(Settings::Look::Light);
    for (const int entries : {120, 1000}) {
        const ShownWindow shown(entries);
        std::printf(
            "%d entries: window usable after %.0f ms, preview after %.0f ms: the window does not wait for it (%.0f "
            "%%)\n",
            entries, static_cast<double>(shown.usable) / 1e6, static_cast<double>(shown.pictured) / 1e6,
            100.0 * static_cast<double>(shown.usable) / static_cast<double>(shown.pictured));
        typeInto(shown, entries);
    }
    return 0;
}
