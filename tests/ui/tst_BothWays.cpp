#include "tests/support/window/ShownPreview.h"
#include "tests/support/window/WindowOnPage.h"
#include "ui/WorkArea.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewPane.h"
#include "ui/preview/PreviewScheme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace vitrine;
using test::patience;

namespace {

const QByteArray papers =
    "---\npermalink: /\n---\n\n# News\n\n* 06/2026: I joined the Calder Institute.\n"
    "* 04/2026: Two papers are accepted.\n\n# Publications\n\n"
    "1. **Edda Marenholt**, Priya Sandrao, Tom Velling, \"Lattice Walks Made Quiet\", LEARN 2026. "
    "[[PDF](https://edda.example/a.pdf), [Code](https://edda.example/code)]\n"
    "2. Priya Sandrao, **Edda Marenholt**, \"Tides of Small Machines\", NODE 2025. "
    "[[PDF](https://edda.example/b.pdf)]\n";

const QByteArray builtPage =
    "<!DOCTYPE html><html><head><title>x</title></head><body><nav>Menu</nav><main>"
    "<h1>News</h1><ul><li>06/2026: I joined the Calder Institute.</li>"
    "<li>04/2026: Two papers are accepted.</li></ul><h1>Publications</h1><ol><li>Edda Marenholt, "
    "Priya Sandrao, Tom Velling, Lattice Walks Made Quiet, LEARN 2026.</li></ol></main></body></html>";

/// Clicks, as a pointer would, the nth letter of a word of the page.
const QString clickCode = QStringLiteral(
    "(function () {"
    "  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
    "  for (let node = walker.nextNode(); node; node = walker.nextNode()) {"
    "    const at = node.data.indexOf('%1');"
    "    if (at < 0) continue;"
    "    const range = document.createRange(); range.setStart(node, at + %2); range.setEnd(node, at + %2 + 1);"
    "    node.parentElement.scrollIntoView();"
    "    const rect = range.getBoundingClientRect();"
    "    node.parentElement.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, ctrlKey: %3,"
    "      clientX: rect.left + 1, clientY: rect.top + rect.height / 2}));"
    "    return true;"
    "  }"
    "  return false;"
    "})()");

} // namespace

/// From the picture into the form and from the form into the picture, in the whole window.
class TestBothWays : public test::WindowOnPage
{
    Q_OBJECT

    PreviewPane *pane() const { return m_window->work()->preview(); }

    QVariant evaluate(const QString &expression) const
    {
        const auto answer = std::make_shared<std::optional<QVariant>>();
        pane()->view()->evaluate(expression, [answer](const QVariant &value) { *answer = value; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer->has_value(), patience); }();
        return answer->value_or(QVariant());
    }

    void waitUntil(const QString &expression) const
    {
        QTRY_VERIFY2_WITH_TIMEOUT(evaluate(expression).toBool(), qPrintable(expression), patience);
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    void openWindow(bool ownTheme)
    {
        write(QStringLiteral("_config.yml"), "title: Quiet desk\nauthor:\n  name: Edda Marenholt\n");
        write(QStringLiteral("index.md"), papers);
        if (ownTheme)
            write(QStringLiteral("_site/index.html"), builtPage);
        m_window = std::make_unique<MainWindow>(m_settings.get(), PreviewMode::On);
        m_window->files()->setDialogs({});
        m_window->resize(1600, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->open(m_folder->filePath(QStringLiteral("index.md")));
        m_window->begin();
        waitUntil(QStringLiteral("document.body && document.body.innerText.includes('Tides of Small Machines')"));
        QCOMPARE(pane()->theme() == Theme::Own, ownTheme);
    }

    void click(const QString &word, int letter = 0, bool ctrl = false) const
    {
        QVERIFY(evaluate(clickCode.arg(word).arg(letter).arg(ctrl ? QStringLiteral("true") : QStringLiteral("false")))
                    .toBool());
    }

    static QString focusedText()
    {
        QWidget *widget = QApplication::focusWidget();
        if (const auto *line = qobject_cast<QLineEdit *>(widget))
            return line->text();
        if (const auto *text = qobject_cast<QPlainTextEdit *>(widget))
            return text->toPlainText();
        return widget ? QString::fromLatin1(widget->metaObject()->className()) : QString();
    }

    static int caret()
    {
        QWidget *widget = QApplication::focusWidget();
        if (const auto *line = qobject_cast<QLineEdit *>(widget))
            return line->cursorPosition();
        if (const auto *text = qobject_cast<QPlainTextEdit *>(widget))
            return text->textCursor().position();
        return -1;
    }

private Q_SLOTS:
    void aClickOpensTheFieldWithTheCaretThere_data()
    {
        QTest::addColumn<bool>("ownTheme");
        QTest::newRow("built-in theme") << false;
        QTest::newRow("the site's own page") << true;
    }

    void aClickOpensTheFieldWithTheCaretThere()
    {
        QFETCH(bool, ownTheme);
        openWindow(ownTheme);
        click(QStringLiteral("Made Quiet"), 5);
        QTRY_COMPARE_WITH_TIMEOUT(focusedText(), QStringLiteral("Lattice Walks Made Quiet"), patience);
        QCOMPARE(caret(), QStringLiteral("Lattice Walks Made ").size());
        click(QStringLiteral("Velling"), 2);
        QTRY_COMPARE_WITH_TIMEOUT(focusedText(), QStringLiteral("Tom Velling"), patience);
        QCOMPARE(caret(), 6);
        click(QStringLiteral("Code"));
        QTRY_COMPARE_WITH_TIMEOUT(focusedText(), QStringLiteral("https://edda.example/code"), patience);
        click(QStringLiteral("Tides"));
        QTRY_COMPARE_WITH_TIMEOUT(focusedText(), QStringLiteral("Tides of Small Machines"), patience);
        QCOMPARE(caret(), 0);
        click(QStringLiteral("Calder"), 1);
        QTRY_COMPARE_WITH_TIMEOUT(focusedText(), QStringLiteral("I joined the Calder Institute"), patience);
        QCOMPARE(caret(), QStringLiteral("I joined the C").size());
        QCOMPARE(bytes(), papers);
    }

    void ctrlAndClickFollowALink()
    {
        openWindow(false);
        QSignalSpy followed(pane(), &PreviewPane::linkClicked);
        disconnect(pane(), &PreviewPane::linkClicked, m_window.get(), nullptr);
        click(QStringLiteral("Code"), 0, true);
        QTRY_COMPARE_WITH_TIMEOUT(followed.count(), 1, patience);
        QCOMPARE(followed.first().first().toUrl(), QUrl(QStringLiteral("https://edda.example/code")));
    }

    void theFieldWithTheFocusIsFramedAndKeepsTheFocus()
    {
        openWindow(false);
        click(QStringLiteral("Tides"));
        QTRY_COMPARE_WITH_TIMEOUT(focusedText(), QStringLiteral("Tides of Small Machines"), patience);
        waitUntil(QStringLiteral("document.querySelectorAll('.vt-field').length > 0"));
        // The frame is around the title's words.
        waitUntil(QStringLiteral(
            "(function () { const box = document.querySelector('.vt-field').getBoundingClientRect();"
            " return document.elementFromPoint(box.left + 4, box.top + box.height / 2).closest('li')"
            "   .innerText.includes('Tides') && box.width > 50 && box.bottom <= innerHeight && box.top >= 0; })()"));
        QCOMPARE(focusedText(), QStringLiteral("Tides of Small Machines"));
        QVERIFY(!pane()->view()->isAncestorOf(QApplication::focusWidget()));
    }

    void widthsAndDarkModeAreThePreviewsOwn()
    {
        openWindow(false);
        const QColor ground = m_window->palette().window().color();
        pane()->setWidthMode(Settings::Width::Phone);
        waitUntil(QStringLiteral("Math.abs(innerWidth - 390) < 8"));
        pane()->setWidthMode(Settings::Width::Tablet);
        waitUntil(QStringLiteral("Math.abs(innerWidth - 768) < 16"));
        pane()->setWidthMode(Settings::Width::Desktop);
        waitUntil(QStringLiteral("Math.abs(innerWidth - 1280) < 24"));
        pane()->view()->setDark(true);
        waitUntil(
            QStringLiteral("getComputedStyle(document.documentElement).backgroundColor !== 'rgb(255, 255, 255)'"));
        QCOMPARE(m_window->palette().window().color(), ground);
        pane()->view()->setDark(false);
        applyLook(Settings::Look::Dark);
        waitUntil(
            QStringLiteral("getComputedStyle(document.documentElement).backgroundColor === 'rgb(255, 255, 255)'"));
        applyLook(Settings::Look::Light);
    }

    void thePrintedPageHasNoMarks()
    {
        openWindow(false);
        click(QStringLiteral("Tides"));
        waitUntil(QStringLiteral("document.querySelectorAll('.vt-field').length > 0"));
        const QString path = m_folder->filePath(QStringLiteral("page.pdf"));
        std::optional<bool> printed;
        pane()->exportPdf(path, [&](bool done) { printed = done; });
        QTRY_VERIFY_WITH_TIMEOUT(printed.has_value(), patience);
        QVERIFY(*printed);
        QVERIFY(QFileInfo(path).size() > 1000);
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestBothWays test;
    return test::runWindowTest(argc, argv, &test);
}

#include "tst_BothWays.moc"
