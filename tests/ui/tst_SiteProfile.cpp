#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowOnPage.h"
#include "ui/WorkArea.h"
#include "ui/bars/StatusLine.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewScheme.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QUndoStack>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray sample = "---\npermalink: /\n---\n\n# Awards\n* Northmere Scholarship, 2021\n";

const QByteArray config = R"(# the site
title:   "Tides"   # shown in the bar

author:
  name: "Ida Falk"
  avatar: me.png
  bio:    # a few words
  location: 'Northmere'
  github: ida-falk
plugins: [jekyll-feed]
)";

QByteArray changed(const QByteArray &old, const QByteArray &fresh)
{
    QByteArray file = config;
    return file.replace(old, fresh);
}

} // namespace

/// The profile of the site is a form over `_config.yml` that is edited, undone and saved with the page.
class TestSiteProfile : public QObject
{
    Q_OBJECT

    static QString configName() { return QStringLiteral("_config.yml"); }
    static QLineEdit *line(const TaskWindow &task, const char *name) { return named<QLineEdit>(task.window(), name); }
    static void replaceLine(TaskWindow &task, const char *name, const QString &text)
    {
        line(task, name)->setFocus();
        line(task, name)->selectAll();
        task.type(text);
    }
    static QByteArray bytesOf(const TaskWindow &task)
    {
        return task.window()->files()->page()->page()->sources().at(1).bytes;
    }
    static QString status(const TaskWindow &task) { return task.window()->status()->sentence(); }

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }

    void aLineChangesOnlyItsValueAndIsSaved()
    {
        TaskWindow task(sample, TaskWindow::Preview::Off, config);
        task.clickSection(QStringLiteral("Site profile"));
        QCOMPARE(line(task, "Profile-author.name")->text(), QStringLiteral("Ida Falk"));
        replaceLine(task, "Profile-author.location", QStringLiteral("Tern Bay"));
        QCOMPARE(status(task), QStringLiteral("Saving will make 1 change in 1 line of _config.yml"));
        task.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(task.onDisk(configName()), changed("'Northmere'", "'Tern Bay'"));
        QCOMPARE(task.onDisk(), sample);
        QVERIFY(!task.window()->isWindowModified());
    }

    void pageAndProfileAreToldAndSavedTogether()
    {
        TaskWindow task(sample, TaskWindow::Preview::Off, config);
        task.clickSection(QStringLiteral("Site profile"));
        replaceLine(task, "Profile-author.name", QStringLiteral("Ida Holm"));
        task.clickSection(QStringLiteral("Awards"));
        task.clickRow(0);
        task.key(Qt::Key_Return);
        task.key(Qt::Key_Home);
        task.type(QStringLiteral("Old "));
        QCOMPARE(status(task), QStringLiteral("Saving will make 2 changes in 2 lines of about.md and _config.yml"));
        QVERIFY(task.window()->isWindowModified());
        task.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(task.onDisk(configName()), changed("Ida Falk", "Ida Holm"));
        QVERIFY(task.onDisk().contains("* Old Northmere Scholarship, 2021"));
    }

    void undoBringsBackTheVeryBytes()
    {
        TaskWindow task(sample, TaskWindow::Preview::Off, config);
        task.clickSection(QStringLiteral("Site profile"));
        replaceLine(task, "Profile-author.github", QStringLiteral("tides"));
        OpenPage *page = task.window()->files()->page();
        QCOMPARE(page->undoStack()->undoText(), QStringLiteral("change of GitHub"));
        task.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(line(task, "Profile-author.github")->text(), QStringLiteral("ida-falk"));
        QVERIFY(!page->isModified());
        QCOMPARE(page->page()->sources().at(1).bytes, config);
    }

    void whatTheAuthorLacksIsAddedByAClick()
    {
        TaskWindow task(sample, TaskWindow::Preview::Off, config);
        task.clickSection(QStringLiteral("Site profile"));
        task.click("AddProfile-author.email");
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("Profile-author.email"));
        QCOMPARE(task.window()->files()->page()->page()->sources().at(1).bytes, config);
        task.type(QStringLiteral("ida@tides.example"));
        QCOMPARE(
            task.window()->files()->page()->page()->sources().at(1).bytes,
            changed("  github: ida-falk\n", "  github: ida-falk\n  email: ida@tides.example\n"));
        replaceLine(task, "Profile-author.bio", QStringLiteral("Tides: all of them"));
        QVERIFY(
            task.window()
                ->files()
                ->page()
                ->site()
                .values()
                ->config.value(QStringLiteral("author"))
                .toMap()
                .value(QStringLiteral("bio"))
            == QStringLiteral("Tides: all of them"));
    }

    void thePreviewFollows()
    {
        TaskWindow task(sample, TaskWindow::Preview::Real, config);
        task.clickSection(QStringLiteral("Site profile"));
        replaceLine(task, "Profile-author.name", QStringLiteral("Ida Holm"));
        QTRY_VERIFY(
            task.inPreview(QStringLiteral("document.body.innerText")).toString().contains(QStringLiteral("Ida Holm")));
        QVERIFY(task.inPreview(QStringLiteral("document.body.innerText"))
                    .toString()
                    .contains(QStringLiteral("Northmere Scholarship")));
    }

    void theMarkOfAnEntryGoesWhileTheProfileIsShown()
    {
        TaskWindow task(sample, TaskWindow::Preview::Real, config);
        const QString marked = QStringLiteral("document.querySelectorAll('.vt-selected').length");
        task.clickSection(QStringLiteral("Awards"));
        task.clickRow(0);
        QTRY_COMPARE(task.inPreview(marked).toInt(), 1);
        task.clickSection(QStringLiteral("Site profile"));
        QTRY_COMPARE(task.inPreview(marked).toInt(), 0);
        task.clickSection(QStringLiteral("Page settings"));
        QTRY_COMPARE(task.inPreview(marked).toInt(), 0);
        task.clickSection(QStringLiteral("Awards"));
        task.clickRow(0);
        QTRY_COMPARE(task.inPreview(marked).toInt(), 1);
    }

    void aValueThatWillNotDoIsKeptWithANote()
    {
        TaskWindow task(sample, TaskWindow::Preview::Off, config);
        task.clickSection(QStringLiteral("Site profile"));
        replaceLine(task, "Profile-author.github", QStringLiteral("github.com/tides/"));
        QVERIFY(bytesOf(task).contains("  github: github.com/tides/\n"));
        auto *note = named<QLabel>(task.window(), "Profile-author.githubRefusal");
        QTRY_VERIFY(note->isVisible());
        QCOMPARE(note->text(), QStringLiteral("The site puts https://github.com/ before it: the name alone will do."));
        task.click("Profile-author.githubFrameSuggestion");
        QCOMPARE(line(task, "Profile-author.github")->text(), QStringLiteral("tides"));
        QVERIFY(!note->isVisible());
        QCOMPARE(bytesOf(task), changed("ida-falk", "tides"));
    }

    void aNoteGoesWithItsReason()
    {
        TaskWindow task(
            sample, TaskWindow::Preview::Off,
            "author:\n  name: Ida\n  email: ida@tides\n  orcid: 0000-0002-1825-0097\n");
        task.clickSection(QStringLiteral("Site profile"));
        auto *note = named<QLabel>(task.window(), "Profile-author.emailRefusal");
        QVERIFY(note->isVisible());
        line(task, "Profile-author.email")->setFocus();
        task.key(Qt::Key_End);
        task.type(QStringLiteral(".example"));
        QVERIFY(!note->isVisible());
        task.click("Profile-author.orcidFrameSuggestion");
        QVERIFY(bytesOf(task).endsWith("  orcid: https://orcid.org/0000-0002-1825-0097\n"));
        task.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(named<QLabel>(task.window(), "Profile-author.orcidRefusal")->isVisible());
    }

    void theSitesOwnThemeSaysWhatItExpects()
    {
        TaskWindow task(sample, TaskWindow::Preview::Off, config);
        QVERIFY(QDir(task.path({})).mkpath(QStringLiteral("_includes")));
        QFile include(task.path(QStringLiteral("_includes/author-profile.html")));
        QVERIFY(include.open(QIODevice::WriteOnly));
        include.write("<a href=\"{{ author.github }}\">GitHub</a>");
        include.close();
        task.window()->open(task.path(QStringLiteral("about.md")));
        task.clickSection(QStringLiteral("Site profile"));
        QVERIFY(named<QLabel>(task.window(), "Profile-author.githubRefusal")->isVisible());
        task.click("Profile-author.githubFrameSuggestion");
        QCOMPARE(bytesOf(task), changed("ida-falk", "https://github.com/ida-falk"));
    }

    void anotherProgramsChangeArrivesInTheForm()
    {
        TaskWindow task(sample, TaskWindow::Preview::Off, config);
        task.clickSection(QStringLiteral("Site profile"));
        QFile file(task.path(configName()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(changed("Ida Falk", "Ida Lind"));
        file.close();
        task.window()->files()->page()->checkDisk();
        QCOMPARE(line(task, "Profile-author.name")->text(), QStringLiteral("Ida Lind"));
        QVERIFY(!task.window()->isWindowModified());
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestSiteProfile test;
    return runWindowTest(argc, argv, &test);
}

#include "tst_SiteProfile.moc"
