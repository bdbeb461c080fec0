#include "app/preview/BlockPatch.h"
#include "app/settings/Settings.h"
#include "content/page/Edits.h"
#include "tests/bench/Timing.h"
#include "tests/support/MadePage.h"
#include "ui/MainWindow.h"
#include "ui/Selection.h"
#include "ui/WorkArea.h"
#include "ui/entries/FormsView.h"
#include "ui/files/FileCommands.h"
#include "ui/forms/EntryForm.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewPane.h"
#include "ui/preview/PreviewScheme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

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

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// What one key takes from the form to the changed page, in milliseconds.
struct KeyTimes
{
    std::vector<double> all; ///< until the page says that its document is changed
    std::vector<double> inForm; ///< until the form has taken the key and everything in the window has followed
};

std::optional<KeyTimes> typeInto(const ShownWindow &shown)
{
    QWidget *editor = textEditor(shown.window.get());
    if (!editor) {
        std::puts("no text field is shown: nothing measured");
        return {};
    }
    editor->setFocus();
    KeyTimes times;
    for (int key = 0; key < 60; ++key) {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(editor, static_cast<Qt::Key>(Qt::Key_A + key % 26));
        times.inForm.push_back(milliseconds(timer));
        if (!waitUntilShown(shown.window->work()->preview()->view(), shown.page()->revision())) {
            std::puts("the preview did not follow: nothing measured");
            return {};
        }
        times.all.push_back(milliseconds(timer));
    }
    return times;
}

/// What a key sets in motion, each part done alone, in milliseconds.
struct KeyParts
{
    double reading = 0; ///< the verifying read, which is the next outline
    double setting = 0; ///< the edit with its verifying read and comparison
    double rendering = 0; ///< what differs, as HTML and operations; not on the GUI thread
};

KeyParts partsOfAKey(std::shared_ptr<const Page> page)
{
    std::vector<double> reading, setting, rendering;
    const EntryRef entry = *page->findEntry("news/1");
    const RenderOptions options{true, true};
    RenderedPage known{page, renderBlocks(*page, options)};
    int nextId = 0;
    ShownBlocks shown = patchBlocks({}, known.blocks, nextId).blocks;
    for (int key = 0; key < 30; ++key) {
        QElapsedTimer timer;
        timer.start();
        const QByteArray text = "One paper is accepted to LEARN " + QByteArray(key + 1, 'x');
        const Result<PageChange> change = setFields(*page, entry, {{FieldId::Text, Value(text)}});
        setting.push_back(milliseconds(timer));
        if (!change)
            return {};
        timer.start();
        page->edited(change->edit);
        reading.push_back(milliseconds(timer));
        page = change->after;
        timer.start();
        known = {page, renderBlocks(*page, options, &known)};
        shown = patchBlocks(shown, known.blocks, nextId).blocks;
        rendering.push_back(milliseconds(timer));
    }
    return {bench::percentile(reading, 0.5), bench::percentile(setting, 0.5), bench::percentile(rendering, 0.5)};
}

void showKey(const ShownWindow &shown, int entries)
{
    const std::optional<KeyTimes> times = typeInto(shown);
    if (!times)
        return;
    const double median = bench::percentile(times->all, 0.5), slow = bench::percentile(times->all, 0.95);
    std::printf(
        "%d entries: key to changed page %.1f ms (median), %.1f ms (95 %%): %.2f and %.2f frames\n", entries, median,
        slow, median / frame, slow / frame);
    const KeyParts parts = partsOfAKey(shown.page()->page());
    const double inForm = bench::percentile(times->inForm, 0.5);
    std::printf(
        "  the edit %.1f ms (of it reading the next revision %.1f), form, list and outline %.1f, rendering what "
        "differs "
        "%.1f, the page's own script and the ways between %.1f\n",
        parts.setting, parts.reading, inForm - parts.setting, parts.rendering, median - inForm - parts.rendering);
}

/// Loads the preview anew, as a preview without patches does for every change.
void showFullReload(const ShownWindow &shown, int entries)
{
    PreviewView *view = shown.window->work()->preview()->view();
    std::vector<double> times;
    for (int run = 0; run < 7; ++run) {
        QElapsedTimer timer;
        timer.start();
        view->reload();
        if (!waitUntilShown(view, shown.page()->revision()))
            return;
        times.push_back(milliseconds(timer));
    }
    std::printf("%d entries: full reload of the same page %.1f ms (median)\n", entries, bench::percentile(times, 0.5));
}

/// How long the window takes to follow when the next entry is selected, with the repaint of list and form.
void showSelecting(const ShownWindow &shown, int entries)
{
    const auto page = shown.page()->page();
    const int section = *page->findSection("publications");
    const int count = static_cast<int>(page->section(section).entries.size());
    std::vector<double> selecting, painting;
    for (int run = 0; run < 40; ++run) {
        QElapsedTimer timer;
        timer.start();
        shown.window->selection()->selectEntry({section, (count / 2 + run) % count});
        QCoreApplication::sendPostedEvents();
        shown.window->work()->forms()->repaint();
        selecting.push_back(milliseconds(timer));
        timer.start();
        shown.window->work()->forms()->form()->repaint();
        painting.push_back(milliseconds(timer));
        QCoreApplication::processEvents();
    }
    std::printf(
        "%d entries: change of selection %.1f ms (median), %.1f ms (95 %%); repaint of the form %.1f ms and %.1f ms\n",
        entries, bench::percentile(selecting, 0.5), bench::percentile(selecting, 0.95),
        bench::percentile(painting, 0.5), bench::percentile(painting, 0.95));
}

bool holds(const QString &path, const QByteArray &words)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.readAll().contains(words);
}

/// Waits until a file holds these words; the time it took, or nothing after a minute.
std::optional<double> waitForWords(const QString &path, const QByteArray &words)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 60000) {
        if (holds(path, words))
            return milliseconds(timer);
        QThread::usleep(500);
    }
    return {};
}

/// The same page under `jekyll build --watch`: from a changed file to the changed page.
void showJekyll(int entries)
{
    if (QStandardPaths::findExecutable(QStringLiteral("jekyll")).isEmpty()) {
        std::puts("jekyll build --watch: skipped, Jekyll is not there");
        return;
    }
    const QTemporaryDir site;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(site.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    const QByteArray page = test::madePage(entries);
    write(QStringLiteral("_config.yml"), "markdown: kramdown\n");
    write(QStringLiteral("index.md"), page);
    QProcess jekyll;
    jekyll.setWorkingDirectory(site.path());
    jekyll.start(QStringLiteral("jekyll"), {QStringLiteral("build"), QStringLiteral("--watch")});
    const QString shown = site.filePath(QStringLiteral("_site/index.html"));
    std::vector<double> times;
    bool follows = waitForWords(shown, "quiet machines").has_value();
    for (int run = 0; follows && run < 3; ++run) {
        QThread::msleep(1500); // it misses changes that come while it settles
        const QByteArray word = "changed" + QByteArray::number(run);
        write(QStringLiteral("index.md"), QByteArray(page).replace("I study", "I study " + word));
        const std::optional<double> time = waitForWords(shown, word);
        follows = time.has_value();
        times.push_back(time.value_or(0));
    }
    jekyll.kill();
    jekyll.waitForFinished();
    if (follows)
        std::printf(
            "%d entries: jekyll build --watch shows a change after %.0f ms (median)\n", entries,
            bench::percentile(times, 0.5));
    else
        std::puts("jekyll build --watch did not follow: nothing measured");
}

} // namespace

/// With `--page N` it only prints the page of N entries.
int main(int argc, char *argv[])
{
    if (argc == 3 && qstrcmp(argv[1], "--page") == 0) {
        std::fputs(test::madePage(QByteArray(argv[2]).toInt()).constData(), stdout);
        return 0;
    }
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
        showKey(shown, entries);
        showSelecting(shown, entries);
        showFullReload(shown, entries);
        showJekyll(entries);
    }
    return 0;
}
