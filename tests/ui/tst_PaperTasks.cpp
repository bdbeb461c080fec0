#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowTest.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewScheme.h"

#include <QDate>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray sample = R"(---
permalink: /
---

# About Me
I study tides and currents at the Harbour Institute.

# Publications

### Preprints
* **Ida Falk** and Tove Lind, “Quill: Writing with Tides”, arXiv preprint, Jun 2024. \[[PDF](https://papers.example.org/quill.pdf)\]

### Conference Publications
* **Ida Falk**, Tove Lind, and Per Holm, “Ripple: Second Thoughts on Waves”, in the Conference on Waves (WAVES), 2023. \[[PDF](https://papers.example.org/ripple.pdf), [Code](https://code.example.org/ripple)\]
* Per Holm and **Ida Falk**, “Ebb: Leaving Early”, in the Conference on Waves (WAVES), 2022. \[[PDF](https://papers.example.org/ebb.pdf)\]
)";

QByteArray changed(const QByteArray &old, const QByteArray &fresh)
{
    QByteArray page = sample;
    return page.replace(old, fresh);
}

QByteArray thisYear()
{
    return QDate::currentDate().toString(QStringLiteral("yyyy")).toUtf8();
}

const QByteArray quill = "* **Ida Falk** and Tove Lind, “Quill: Writing with Tides”, arXiv preprint, Jun 2024. "
                         "\\[[PDF](https://papers.example.org/quill.pdf)\\]\n";
const QByteArray ebbLinks = "\\[[PDF](https://papers.example.org/ebb.pdf)\\]";
const QByteArray ebbWithCode = "\\[[PDF](https://papers.example.org/ebb.pdf), [Code](https://code.example.org/ebb)\\]";

} // namespace

/// The everyday tasks of papers and what they may cost in clicks and keys; the bytes on disk afterwards.
class TestPaperTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }

    void changingAVenueByPointerCosts2()
    {
        TaskWindow task(sample, TaskWindow::Preview::Real);
        task.clickInPreview(QStringLiteral("arXiv preprint"));
        task.type(QStringLiteral("old "));
        task.click("SaveButton");
        QCOMPARE(task.onDisk(), changed("arXiv preprint", "old arXiv preprint"));
        QCOMPARE(task.cost(), 2);
    }

    void changingAVenueByKeysCosts3()
    {
        TaskWindow task(sample);
        task.key(Qt::Key_F, Qt::ControlModifier);
        task.type(QStringLiteral("arXiv"));
        task.key(Qt::Key_Return);
        task.type(QStringLiteral("HAL"));
        task.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(task.onDisk(), changed("arXiv preprint", "HAL preprint"));
        QCOMPARE(task.cost(), 3);
    }

    void changingADateByPointerCosts2()
    {
        TaskWindow task(sample, TaskWindow::Preview::Real);
        task.clickInPreview(QStringLiteral("2022. ["));
        for (int digit = 0; digit < 4; ++digit)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete); // part of the typing
        task.type(QStringLiteral("2021"));
        task.click("SaveButton");
        QCOMPARE(task.onDisk(), changed("(WAVES), 2022.", "(WAVES), 2021."));
        QCOMPARE(task.cost(), 2);
    }

    void addingALinkByPointerCosts4()
    {
        TaskWindow task(sample, TaskWindow::Preview::Real);
        task.clickInPreview(QStringLiteral("Ebb: Leaving"));
        task.click("addLinkCode");
        task.paste(QStringLiteral("https://code.example.org/ebb"));
        task.click("SaveButton");
        QCOMPARE(task.onDisk(), changed(ebbLinks, ebbWithCode));
        QCOMPARE(task.cost(), 4);
    }

    void addingALinkByKeysIsFindTabsAndAPaste()
    {
        TaskWindow task(sample);
        task.key(Qt::Key_F, Qt::ControlModifier);
        task.type(QStringLiteral("ebb.pdf"));
        task.key(Qt::Key_Return);
        task.tabTo("addLinkCode");
        task.key(Qt::Key_Space);
        task.paste(QStringLiteral("https://code.example.org/ebb"));
        task.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(task.onDisk(), changed(ebbLinks, ebbWithCode));
        // Ctrl+F, Enter, two Tabs (the row's cross lies between), Space, Ctrl+V, Ctrl+S.
        QCOMPARE(task.cost(), 7);
    }

    void mendingALinkByPointerCosts3()
    {
        TaskWindow task(sample, TaskWindow::Preview::Real);
        task.clickInPreview(QStringLiteral("Code"));
        task.paste(QStringLiteral("https://code.example.org/second"));
        task.click("SaveButton");
        QCOMPARE(task.onDisk(), changed("https://code.example.org/ripple", "https://code.example.org/second"));
        QCOMPARE(task.cost(), 3);
    }

    void addingAPaperByPointerCosts3AndFiveTabsOrPastes()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Conference Publications"));
        task.start();
        task.click("AddEntryButton");
        task.type(QStringLiteral("Flow: Coming Back"));
        task.tabTo("authorsName");
        task.paste(QStringLiteral("Ida Falk, Tove Lind, and Per Holm"));
        task.tabTo("venueEdit");
        task.type(QStringLiteral("Conference on Waves (WAVES)"));
        task.tabTo("dateEdit");
        task.click("addLinkPDF");
        task.paste(QStringLiteral("https://papers.example.org/flow.pdf"));
        task.click("SaveButton");
        const QByteArray paper =
            "* **Ida Falk**, Tove Lind, and Per Holm, “Flow: Coming Back”, in the Conference on Waves (WAVES), "
            + thisYear() + ". \\[[PDF](https://papers.example.org/flow.pdf)\\]\n";
        const QByteArray head = "### Conference Publications\n";
        QCOMPARE(task.onDisk(), changed(head, head + paper));
        QCOMPARE(task.cost(), 3 + 5);
    }

    void addingAPaperByKeysIsTabsAndTyping()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Conference Publications"));
        task.start();
        task.key(Qt::Key_Return, Qt::ControlModifier);
        task.type(QStringLiteral("Flow: Coming Back"));
        task.tabTo("authorsName");
        task.paste(QStringLiteral("Ida Falk, Tove Lind, and Per Holm"));
        task.tabTo("venueEdit");
        task.type(QStringLiteral("Conference on Waves (WAVES)"));
        task.key(Qt::Key_S, Qt::ControlModifier);
        const QByteArray paper =
            "* **Ida Falk**, Tove Lind, and Per Holm, “Flow: Coming Back”, in the Conference on Waves (WAVES), "
            + thisYear() + ".\n";
        const QByteArray head = "### Conference Publications\n";
        QCOMPARE(task.onDisk(), changed(head, head + paper));
        QCOMPARE(task.cost(), 2 + 3); // two Tabs, one paste
    }

    void aRowThatGrowsWhileOneTypesPushesThoseBelowDown()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Preprints"));
        task.key(Qt::Key_Return, Qt::ControlModifier);
        task.type(QStringLiteral("Flow: Coming Back"));
        const int line = task.rowRect(1).height();
        QTRY_COMPARE(task.rowRect(2).top(), task.rowRect(1).bottom() + 1);
        task.tabTo("authorsName");
        task.paste(QStringLiteral("Ida Falk, Tove Lind, and Per Holm"));
        QTRY_VERIFY(task.rowRect(1).height() > line);
        QTRY_COMPARE(task.rowRect(2).top(), task.rowRect(1).bottom() + 1);
    }

    void aPreprintBecomesAConferencePaperFor5()
    {
        TaskWindow task(sample, TaskWindow::Preview::Real);
        const auto typeOver = [&](const QString &text) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier); // part of the typing
            task.type(text);
        };
        task.clickInPreview(QStringLiteral("arXiv preprint"));
        typeOver(QStringLiteral("Conference on Waves (WAVES)"));
        task.click("dateEdit");
        typeOver(QStringLiteral("2025"));
        task.clickInMenu("EntryPlace", QStringLiteral("Conference Publications"));
        task.click("SaveButton");
        QByteArray moved = quill;
        moved.replace("arXiv preprint, Jun 2024", "Conference on Waves (WAVES), 2025");
        QByteArray expected = sample;
        expected.replace(quill, "");
        const QByteArray head = "### Conference Publications\n";
        expected.replace(head, head + moved);
        QCOMPARE(task.onDisk(), expected);
        QCOMPARE(task.cost(), 5);
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestPaperTasks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_PaperTasks.moc"
