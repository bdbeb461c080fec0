#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowOnPage.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewScheme.h"

#include <QLabel>
#include <QLineEdit>
#include <QUndoStack>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray body = "\n# Awards\n* Northmere Scholarship, 2021\n";

const QByteArray settings = "---\n"
                            "permalink: /   # the first page\n"
                            "title: \"About\"\n"
                            "author_profile: true\n"
                            "redirect_from: \n"
                            "  - /about/\n"
                            "  - /about.html # old\n"
                            "\n"
                            "mine:   'as it is'\n"
                            "header:\n"
                            "  teaser: sea.png\n"
                            "---\n";

QByteArray changed(const QByteArray &old, const QByteArray &fresh)
{
    QByteArray page = settings + body;
    return page.replace(old, fresh);
}

} // namespace

/// The front matter of a page is a form: what is not edited there stays, with its comments and quotes.
class TestPageSettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<TaskWindow> m_task;

    void open(const QByteArray &page)
    {
        m_task = std::make_unique<TaskWindow>(page);
        m_task->clickSection(QStringLiteral("Page settings"));
    }
    QLineEdit *line(const char *name) const { return named<QLineEdit>(m_task->window(), name); }
    bool isThere(const char *name) const
    {
        const auto *found = m_task->window()->findChild<QWidget *>(QLatin1String(name));
        return found && found->isVisible();
    }
    QString focusName() const
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    QByteArray bytes() const { return m_task->bytes(); }
    void undo() { m_task->key(Qt::Key_Z, Qt::ControlModifier); }

private Q_SLOTS:
    void initTestCase() { applyLook(Settings::Look::Light); }
    void cleanup() { m_task.reset(); }

    void aValueKeepsItsQuotesAndComment()
    {
        open(settings + body);
        line("Setting-title")->setFocus();
        m_task->key(Qt::Key_End);
        m_task->type(QStringLiteral(" me"));
        QCOMPARE(bytes(), changed("\"About\"", "\"About me\""));
        undo();
        line("Setting-mine")->setFocus();
        m_task->key(Qt::Key_End);
        m_task->type(QStringLiteral(": yes"));
        QCOMPARE(bytes(), changed("'as it is'", "'as it is: yes'"));
        m_task->key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m_task->onDisk(), changed("'as it is'", "'as it is: yes'"));
    }

    void whatIsOnOrOffIsASwitch()
    {
        open(settings + body);
        m_task->click("Setting-author_profileOff");
        QCOMPARE(bytes(), changed("author_profile: true", "author_profile: false"));
        m_task->click("Setting-author_profileOn");
        QCOMPARE(bytes(), settings + body);
        undo();
        QCOMPARE(bytes(), changed("author_profile: true", "author_profile: false"));
    }

    void redirectsAreAList()
    {
        open(settings + body);
        QCOMPARE(line("Setting-redirect_from-2-1")->text(), QStringLiteral("/about.html"));
        m_task->click("Setting-redirect_fromAdd");
        QTRY_COMPARE(focusName(), QStringLiteral("Setting-redirect_from-3-1"));
        m_task->type(QStringLiteral("/me/"));
        QCOMPARE(bytes(), changed("html # old\n", "html # old\n  - /me/\n"));
        m_task->key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(bytes(), changed("  - /about.html # old\n", "  - /me/\n  - /about.html # old\n"));
        m_task->click("Setting-redirect_fromRemove1");
        QTRY_COMPARE(bytes(), changed("  - /about/\n  - /about.html # old\n", "  - /me/\n  - /about.html # old\n"));
    }

    void oneRedirectBecomesAListWithTheSecond()
    {
        open("---\ntitle: x\nredirect_from: /old/ # once\n---\n" + body);
        QCOMPARE(line("Setting-redirect_from-1-1")->text(), QStringLiteral("/old/"));
        line("Setting-redirect_from-1-1")->setFocus();
        m_task->key(Qt::Key_End);
        m_task->type(QStringLiteral("er"));
        QCOMPARE(bytes(), "---\ntitle: x\nredirect_from: /old/er # once\n---\n" + body);
        m_task->click("Setting-redirect_fromAdd");
        QTRY_COMPARE(focusName(), QStringLiteral("Setting-redirect_from-2-1"));
        m_task->type(QStringLiteral("/b/"));
        QCOMPARE(bytes(), "---\ntitle: x\nredirect_from: # once\n  - /old/er\n  - /b/\n---\n" + body);
        undo();
        m_task->click("Setting-redirect_fromRemove1");
        QTRY_COMPARE(bytes(), "---\ntitle: x\n---\n" + body);
    }

    void aValueIsAddedAndRemoved()
    {
        open(settings + body);
        m_task->click("AddSetting-layout");
        QTRY_COMPARE(focusName(), QStringLiteral("Setting-layout"));
        QCOMPARE(bytes(), settings + body);
        m_task->type(QStringLiteral("single"));
        const QByteArray added = changed("  teaser: sea.png\n", "  teaser: sea.png\nlayout: 'single'\n");
        QCOMPARE(bytes(), added);
        m_task->click("SettingRemove-mine");
        QTRY_VERIFY(!bytes().contains("mine:"));
        QVERIFY(!isThere("Setting-mine"));
        undo();
        QTRY_COMPARE(bytes(), added);
        QTRY_VERIFY(isThere("Setting-mine"));
        m_task->click("SettingRemove-header.teaser");
        QTRY_VERIFY(!bytes().contains("header:"));
    }

    void anythingElseIsAddedByItsName()
    {
        open(settings + body);
        m_task->click("AddSettingOther");
        QTRY_COMPARE(focusName(), QStringLiteral("SettingName"));
        m_task->type(QStringLiteral("no way"));
        m_task->key(Qt::Key_Return);
        QCOMPARE(bytes(), settings + body);
        m_task->key(Qt::Key_A, Qt::ControlModifier);
        m_task->type(QStringLiteral("sidebar"));
        m_task->key(Qt::Key_Return);
        QTRY_COMPARE(focusName(), QStringLiteral("Setting-sidebar"));
        m_task->type(QStringLiteral("a: b"));
        QVERIFY(bytes().contains("\nsidebar: 'a: b'\n---\n"));
    }

    void aPageWithoutSettingsGetsItsFirst()
    {
        const QByteArray plain = "# Awards\n* Northmere Scholarship, 2021\n";
        open(plain);
        m_task->click("AddSetting-title");
        QTRY_COMPARE(focusName(), QStringLiteral("Setting-title"));
        m_task->type(QStringLiteral("Me"));
        QCOMPARE(bytes(), "---\ntitle: Me\n---\n\n" + plain);
        undo();
        QCOMPARE(bytes(), plain);
    }

    void aPathThatLeadsElsewhereHasANote()
    {
        open(settings + body);
        line("Setting-permalink")->setFocus();
        m_task->key(Qt::Key_A, Qt::ControlModifier);
        m_task->type(QStringLiteral("me"));
        auto *note = named<QLabel>(m_task->window(), "Setting-permalinkRefusal");
        QTRY_VERIFY(note->isVisible());
        m_task->click("Setting-permalinkFrameSuggestion");
        QCOMPARE(bytes(), changed("permalink: / ", "permalink: /me "));
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestPageSettings test;
    return runWindowTest(argc, argv, &test);
}

#include "tst_PageSettings.moc"
