#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowOnPage.h"
#include "ui/Selection.h"
#include "ui/WorkArea.h"
#include "ui/entries/EntryListModel.h"
#include "ui/entries/FormsView.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewScheme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray sample = R"(---
permalink: /tern/
title: "Home of Ida Falk"
---

# About Me
I study tides and terns.

# News
* 03/2024: I joined the Tern Institute.

<!-- * 01/2020: A tern came by. -->

# Tern Papers
(* marks tern friends)

* **Ida Falk** and Tove Lind, “Quill: Writing with Tides”, arXiv preprint, 2024. \[[PDF](https://papers.example.org/tern.pdf)\] <span class="tern-count"></span>

# Awards
* Northmere Scholarship, 2021
)";

} // namespace

/// The search of the whole page: what it finds, and where each hit leads.
class TestSearch : public QObject
{
    Q_OBJECT

    static const EntryListModel *rows(const TaskWindow &task) { return task.window()->work()->forms()->model(); }
    static void find(TaskWindow &task, const QString &words)
    {
        task.key(Qt::Key_F, Qt::ControlModifier);
        task.type(words);
    }
    static QString count(const TaskWindow &task) { return named<QLabel>(task.window(), "SearchCount")->text(); }
    static QString selected()
    {
        if (const auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
            return line->selectedText();
        const auto *text = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        return text ? text->textCursor().selectedText() : QString();
    }
    static WorkArea::Middle shown(const TaskWindow &task) { return task.window()->work()->shown(); }

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }

    void findsSettingsTitlesHiddenEntriesLegendsLinksAndSealedParts()
    {
        TaskWindow task(sample);
        find(task, QStringLiteral("tern"));
        QCOMPARE(count(task), QStringLiteral("1 of 8"));
        QStringList lines;
        for (int row = 0; row < rows(task)->rowCount(); ++row)
            lines += rows(task)->index(row).data().toString();
        QCOMPARE(
            lines,
            QStringList(
                {QStringLiteral("Page settings"), QStringLiteral("permalink: /tern/"), QStringLiteral("About Me"),
                 QStringLiteral("I study tides and terns"), QStringLiteral("News"),
                 QStringLiteral("I joined the Tern Institute"), QStringLiteral("A tern came by"),
                 QStringLiteral("Tern Papers"), QStringLiteral("Tern Papers"), QStringLiteral("(* marks tern friends)"),
                 QStringLiteral("Quill: Writing with Tides")}));
    }

    void theNextKeyGoesIntoEveryKindOfPlaceWithTheHitSelected()
    {
        TaskWindow task(sample);
        find(task, QStringLiteral("tern"));
        task.key(Qt::Key_Return);
        QCOMPARE(shown(task), WorkArea::Middle::PageSettings);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("Setting-permalink"));
        QCOMPARE(selected(), QStringLiteral("tern"));
        const QStringList places{
            QStringLiteral("textEdit"),   QStringLiteral("textEdit"),     QStringLiteral("textEdit"),         QString(),
            QStringLiteral("sourceEdit"), QStringLiteral("linkAddress1"), QStringLiteral("entryMarkdownEdit")};
        for (const QString &place : places) {
            task.key(Qt::Key_F3);
            QCOMPARE(QApplication::focusWidget()->objectName(), place);
            QCOMPARE(selected().toLower(), QStringLiteral("tern"));
        }
        task.key(Qt::Key_F3);
        QCOMPARE(shown(task), WorkArea::Middle::PageSettings);
        task.key(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("entryMarkdownEdit"));
        QCOMPARE(count(task), QStringLiteral("8 of 8"));
    }

    void escapeGoesBackToWhereOneWas()
    {
        TaskWindow task(sample);
        task.clickSection(QStringLiteral("Awards"));
        task.clickRow(0);
        task.key(Qt::Key_Return);
        const QString field = QApplication::focusWidget()->objectName();
        QCOMPARE(field, QStringLiteral("titleEdit"));
        find(task, QStringLiteral("quill"));
        task.key(Qt::Key_Return);
        QCOMPARE(selected(), QStringLiteral("Quill"));
        task.key(Qt::Key_Escape);
        QCOMPARE(named<QLabel>(task.window(), "SectionTitle")->text(), QStringLiteral("Awards"));
        QCOMPARE(QApplication::focusWidget()->objectName(), field);
        QVERIFY(!rows(task)->showsHits());
        QVERIFY(named<QLineEdit>(task.window(), "Search")->text().isEmpty());
    }

    void escapeGoesBackFromTheSourceToo()
    {
        TaskWindow task(sample);
        task.key(Qt::Key_F12);
        QCOMPARE(shown(task), WorkArea::Middle::Source);
        find(task, QStringLiteral("marks tern"));
        task.key(Qt::Key_Return);
        QCOMPARE(shown(task), WorkArea::Middle::Source);
        QCOMPARE(selected(), QStringLiteral("marks tern"));
        task.key(Qt::Key_Escape);
        QCOMPARE(shown(task), WorkArea::Middle::Source);
        QVERIFY(!rows(task)->showsHits());
    }

    void whatWasFoundCanBeReplacedFromHitToHit()
    {
        TaskWindow task(sample);
        find(task, QStringLiteral("Tide"));
        task.key(Qt::Key_Return);
        task.type(QStringLiteral("wave"));
        task.key(Qt::Key_F3);
        task.type(QStringLiteral("Wave"));
        QByteArray expected = sample;
        expected.replace("tides", "waves").replace("Tides", "Waves");
        QCOMPARE(task.bytes(), expected);
    }

    void aTitleFoundIsRenamedInPlace()
    {
        TaskWindow task(sample);
        find(task, QStringLiteral("Papers"));
        task.key(Qt::Key_Return);
        task.type(QStringLiteral("Works"));
        task.key(Qt::Key_Return);
        QByteArray expected = sample;
        expected.replace("# Tern Papers", "# Tern Works");
        QTRY_COMPARE(task.bytes(), expected);
    }

    void thePreviewMarksWhatWasFound()
    {
        TaskWindow task(sample, TaskWindow::Preview::Real);
        find(task, QStringLiteral("Tern Institute"));
        const QString marks = QStringLiteral("document.querySelectorAll('.vt-hit').length");
        QTRY_COMPARE(task.inPreview(marks).toInt(), 1);
        QCOMPARE(task.inPreview(QStringLiteral("document.querySelectorAll('.vt-current').length")).toInt(), 1);
        task.key(Qt::Key_Escape);
        QTRY_COMPARE(task.inPreview(marks).toInt(), 0);
    }

    void aShortWordInALargePageIsFoundAtOnce()
    {
        QByteArray large = sample;
        for (int i = 0; i < 3000; ++i)
            large += "* Prize number " + QByteArray::number(i) + ", 2001\n";
        const auto page = Page::read(
            {{QStringLiteral("about.md"), large}}, ReadContext{std::make_shared<SiteValues>(), {}, {}, true});
        QElapsedTimer clock;
        clock.start();
        const QList<SearchHit> hits = searchPage(*page, QStringLiteral("e"));
        QVERIFY(hits.size() > 6000);
        QVERIFY(firstOfEachRow(*page, hits).size() > 3000);
        QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestSearch test;
    return runWindowTest(argc, argv, &test);
}

#include "tst_Search.moc"
