#include "app/settings/Settings.h"
#include "tests/support/window/WindowTest.h"
#include "ui/MainWindow.h"
#include "ui/Selection.h"
#include "ui/WorkArea.h"
#include "ui/bars/MessageBar.h"
#include "ui/entries/EntryListModel.h"
#include "ui/entries/EntryListView.h"
#include "ui/entries/FormsView.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Palettes.h"
#include "ui/outline/OutlineView.h"
#include "ui/preview/PreviewPane.h"

#include <QClipboard>
#include <QDate>
#include <QTemporaryDir>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray sample = R"(---
permalink: /
---

# About Me
I study tides and currents at the Harbour Institute.

# News
* 03/2024: I joined the Harbour Institute.
* 11/2023: One paper is accepted to WAVES 2023.
* 05/2023: I moved to Northmere.

# Publications

### Preprints
* **Ida Falk** and Tove Lind, “Quill: Writing with Tides”, arXiv preprint, Jun 2024. \[[PDF](https://papers.example.org/quill.pdf)\]

### Conference Publications
* **Ida Falk**, Tove Lind, and Per Holm, “Ripple: Second Thoughts on Waves”, in the Conference on Waves (WAVES), 2023. \[[PDF](https://papers.example.org/ripple.pdf), [Code](https://code.example.org/ripple)\]
* Per Holm and **Ida Falk**, “Ebb: Leaving Early”, in the Conference on Waves (WAVES), 2022. \[[PDF](https://papers.example.org/ebb.pdf)\]

# Awards
* Northmere Scholarship, 2021
* Best Student Talk, 2022
)";

} // namespace

/// The everyday tasks and what they may cost: each click and each key is counted; typed text is not.
class TestEverydayTasks : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    int m_cost = 0;

    QByteArray onDisk() const
    {
        QFile file(m_folder->filePath(QStringLiteral("about.md")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_cost;
        QWidget *keyboard = QApplication::focusWidget();
        QTest::keyClick(keyboard ? keyboard : m_window.get(), key, modifiers);
    }
    void typed(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void press(const char *name)
    {
        ++m_cost;
        click(m_window.get(), name);
    }
    /// A click on a word of the preview: what the preview says then.
    void clickWord(const QByteArray &word)
    {
        ++m_cost;
        const qsizetype at = m_window->files()->page()->page()->text().indexOf(word);
        QVERIFY(at >= 0);
        Q_EMIT m_window->work()->preview()->placeClicked(at);
    }
    void clickSection(const QString &title)
    {
        ++m_cost;
        auto *outline = named<OutlineView>(m_window.get(), "Outline");
        for (QModelIndex index = outline->model()->index(0, 0); index.isValid(); index = outline->indexBelow(index)) {
            if (index.data().toString() == title)
                QTest::mouseClick(
                    outline->viewport(), Qt::LeftButton, Qt::NoModifier, outline->visualRect(index).center());
        }
    }
    void clickRow(int row)
    {
        ++m_cost;
        EntryListView *list = m_window->work()->forms()->list();
        QTest::mouseClick(
            list->viewport(), Qt::LeftButton, Qt::NoModifier, list->visualRect(list->model()->index(row, 0)).center());
    }
    /// Tab until the keyboard is in the field of this name; each Tab counts.
    void tabTo(const char *name)
    {
        for (int tabs = 0; tabs < 10 && QApplication::focusWidget()->objectName() != QLatin1String(name); ++tabs)
            key(Qt::Key_Tab);
    }
    QByteArray thisMonth() const { return QDate::currentDate().toString(QStringLiteral("MM/yyyy")).toUtf8(); }

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile file(m_folder->filePath(QStringLiteral("about.md")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sample);
        file.close();
        QFile config(m_folder->filePath(QStringLiteral("_config.yml")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("title: Tides\nauthor:\n  name: Ida Falk\n");
        config.close();
        m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("profile")));
        m_window = std::make_unique<MainWindow>(m_settings.get(), false);
        m_window->files()->setDialogs({});
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QVERIFY(m_window->open(file.fileName()));
        m_cost = 0;
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void rewording_the_about_text_by_pointer_costs_2()
    {
        clickWord("currents");
        typed(QStringLiteral("deep "));
        press("SaveButton");
        QByteArray expected = sample;
        expected.replace("tides and currents", "tides and deep currents");
        QCOMPARE(onDisk(), expected);
        QCOMPARE(m_cost, 2);
    }

    void rewording_the_about_text_by_keys_costs_3()
    {
        key(Qt::Key_F, Qt::ControlModifier);
        typed(QStringLiteral("currents"));
        key(Qt::Key_Return);
        typed(QStringLiteral("waves"));
        key(Qt::Key_S, Qt::ControlModifier);
        QByteArray expected = sample;
        expected.replace("tides and currents", "tides and waves");
        QCOMPARE(onDisk(), expected);
        QCOMPARE(m_cost, 3);
    }

    void adding_news_by_pointer_costs_3()
    {
        clickSection(QStringLiteral("News"));
        press("AddEntryButton");
        typed(QStringLiteral("I gave a talk."));
        press("SaveButton");
        QByteArray expected = sample;
        expected.replace("# News\n", "# News\n* " + thisMonth() + ": I gave a talk.\n");
        QCOMPARE(onDisk(), expected);
        QCOMPARE(m_cost, 3);
    }

    void adding_news_by_keys_costs_3()
    {
        key(Qt::Key_2, Qt::ControlModifier);
        key(Qt::Key_Return, Qt::ControlModifier);
        typed(QStringLiteral("I gave a talk."));
        key(Qt::Key_S, Qt::ControlModifier);
        QByteArray expected = sample;
        expected.replace("# News\n", "# News\n* " + thisMonth() + ": I gave a talk.\n");
        QCOMPARE(onDisk(), expected);
        QCOMPARE(m_cost, 3);
    }

    void changing_the_year_of_a_paper_by_pointer_costs_2()
    {
        clickWord("2022. \\[[PDF](https://papers.example.org/ebb");
        for (int digit = 0; digit < 4; ++digit)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        typed(QStringLiteral("2021"));
        press("SaveButton");
        QByteArray expected = sample;
        expected.replace("(WAVES), 2022.", "(WAVES), 2021.");
        QCOMPARE(onDisk(), expected);
        QCOMPARE(m_cost, 2);
    }

    void adding_an_award_by_pointer_costs_3()
    {
        clickSection(QStringLiteral("Awards"));
        press("AddEntryButton");
        typed(QStringLiteral("Tide Medal"));
        press("SaveButton");
        QVERIFY(onDisk().contains("Tide Medal"));
        QCOMPARE(m_cost, 3);
    }

    void hiding_an_entry_by_pointer_costs_3()
    {
        clickSection(QStringLiteral("Awards"));
        m_cost = 0;
        clickRow(1);
        press("HideButton");
        press("SaveButton");
        QVERIFY(onDisk().contains("<!--"));
        QCOMPARE(m_cost, 3);
    }

    void hiding_an_entry_by_keys_costs_2()
    {
        clickSection(QStringLiteral("Awards"));
        m_cost = 0;
        key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        key(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(onDisk().contains("<!--"));
        QCOMPARE(m_cost, 2);
    }

    void reordering_by_keys_costs_2()
    {
        clickSection(QStringLiteral("Awards"));
        clickRow(1);
        m_cost = 0;
        key(Qt::Key_Up, Qt::AltModifier);
        key(Qt::Key_S, Qt::ControlModifier);
        QByteArray expected = sample;
        expected.replace(
            "* Northmere Scholarship, 2021\n* Best Student Talk, 2022",
            "* Best Student Talk, 2022\n* Northmere Scholarship, 2021");
        QCOMPARE(onDisk(), expected);
        QCOMPARE(m_cost, 2);
    }

    void adding_a_paper_by_keys_is_tabs_and_typing()
    {
        clickWord("Ripple: Second");
        m_cost = 0;
        key(Qt::Key_Return, Qt::ControlModifier);
        typed(QStringLiteral("Flow: Coming Back"));
        tabTo("authorsName");
        QGuiApplication::clipboard()->setText(QStringLiteral("Ida Falk, Tove Lind, and Per Holm"));
        key(Qt::Key_V, Qt::ControlModifier);
        tabTo("venueEdit");
        typed(QStringLiteral("Conference on Waves (WAVES)"));
        key(Qt::Key_S, Qt::ControlModifier);
        const QByteArray year = QDate::currentDate().toString(QStringLiteral("yyyy")).toUtf8();
        const QByteArray paper =
            "* **Ida Falk**, Tove Lind, and Per Holm, “Flow: Coming Back”, in the Conference on Waves (WAVES), " + year;
        QVERIFY2(onDisk().contains(paper), onDisk().mid(400, 900).constData());
        const QByteArrayList kept = sample.split('\n');
        for (const QByteArray &line : kept)
            QVERIFY2(onDisk().contains(line), line.constData());
        QVERIFY2(m_cost <= 2 + 5, qPrintable(QString::number(m_cost)));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    TestEverydayTasks test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_EverydayTasks.moc"
