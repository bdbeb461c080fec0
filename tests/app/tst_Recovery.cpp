#include "app/session/RecoveryJournal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <csignal>

using namespace vitrine;

namespace {

const QByteArray homepage = "# News\n\n- *2026.01*: First\n";

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a file could not be written");
}

void edit(OpenPage &page, const QByteArray &text)
{
    const auto change = editSource(*page.page(), TextEdit::inserting(page.page()->bytes().size(), text));
    if (!page.apply(change, QStringLiteral("change")).ok())
        qFatal("the page took no edit");
}

QStringList journals(const QString &state)
{
    return QDir(state + QStringLiteral("/recovery")).entryList({QStringLiteral("*.journal")}, QDir::Files);
}

/// What the program of the crash test does: edits a page, waits for its journal, and dies without an end.
int crash(const QString &path, const QString &state)
{
    auto page = std::move(OpenPage::open(path).value());
    RecoveryJournal journal(*page, state);
    journal.setDelay(0);
    edit(*page, "- lost without a journal\n");
    while (journals(state).isEmpty())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    std::raise(SIGKILL);
    return 0;
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenPage> m_page;

    QString path() const { return m_folder->filePath(QStringLiteral("about.md")); }
    QString state() const { return m_folder->filePath(QStringLiteral("state")); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        put(path(), homepage);
        m_page = std::move(OpenPage::open(path()).value());
    }
    void cleanup() { m_page.reset(); }

    void editsAreWrittenAndGoWhenTheyAreSaved()
    {
        RecoveryJournal journal(*m_page, state());
        journal.setDelay(1);
        edit(*m_page, "- more\n");
        QTRY_COMPARE(journals(state()).size(), 1);
        QVERIFY(m_page->save().ok());
        QTRY_COMPARE(journals(state()).size(), 0);
    }

    void undoingEverythingRemovesTheJournal()
    {
        RecoveryJournal journal(*m_page, state());
        journal.setDelay(1);
        edit(*m_page, "- more\n");
        QTRY_COMPARE(journals(state()).size(), 1);
        m_page->undoStack()->undo();
        QTRY_COMPARE(journals(state()).size(), 0);
    }

    void anOrderlyEndLeavesNothing()
    {
        {
            RecoveryJournal journal(*m_page, state());
            journal.setDelay(1);
            edit(*m_page, "- more\n");
            QTRY_COMPARE(journals(state()).size(), 1);
        }
        QCOMPARE(journals(state()).size(), 0);
        QVERIFY(RecoveryJournal::findAll(state()).isEmpty());
    }

    void theJournalOfARunningProgramIsNotOffered()
    {
        RecoveryJournal journal(*m_page, state());
        journal.setDelay(1);
        edit(*m_page, "- more\n");
        QTRY_COMPARE(journals(state()).size(), 1);
        QVERIFY(RecoveryJournal::findAll(state()).isEmpty());
    }

    void whatAKilledProgramHadIsOfferedAndBroughtBack()
    {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--crash"), path(), state()});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);

        const QList<RecoveredEdits> found = RecoveryJournal::find(state(), m_page->path());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].name, QStringLiteral("about.md"));
        QVERIFY(found[0].sentence().startsWith(QStringLiteral("Edits from ")));
        QCOMPARE(found[0].sources.front().bytes, homepage + "- lost without a journal\n");
        QVERIFY(RecoveryJournal::find(state(), QStringLiteral("/another.md")).isEmpty());

        RecoveryJournal journal(*m_page, state());
        QVERIFY(journal.bringBack(found[0]).ok());
        QCOMPARE(m_page->page()->bytes(), homepage + "- lost without a journal\n");
        QVERIFY(m_page->isModified());
        QCOMPARE(m_page->undoStack()->count(), 1);
        QCOMPARE(journals(state()).size(), 1); // the new one
        QVERIFY(!QFile::exists(found[0].journal));
        m_page->undoStack()->undo();
        QCOMPARE(m_page->page()->bytes(), homepage);
    }

    void whatIsOnDiskByNowIsNotOffered()
    {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--crash"), path(), state()});
        QVERIFY(program.waitForFinished());
        put(path(), homepage + "- lost without a journal\n");
        QVERIFY(RecoveryJournal::findAll(state()).isEmpty());
        QCOMPARE(QDir(state() + QStringLiteral("/recovery")).entryList(QDir::Files), QStringList());
    }

    void whatAKilledProgramLeftBesideItsFilesIsCleanedUp()
    {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--crash"), path(), state()});
        QVERIFY(program.waitForFinished());
        const QString journal = journals(state()).constFirst();
        put(path() + QStringLiteral(".QwErTy"), homepage.first(12)); // a save that was cut off
        put(path() + QStringLiteral(".mine01"), "Something of the owner.\n");
        put(state() + QStringLiteral("/recovery/") + journal + QStringLiteral(".AbCdEf"), "{");

        QCOMPARE(RecoveryJournal::findAll(state()).size(), 1);
        QCOMPARE(
            QDir(m_folder->path()).entryList(QDir::Files),
            QStringList({QStringLiteral("about.md"), QStringLiteral("about.md.mine01")}));
        QCOMPARE(QDir(state() + QStringLiteral("/recovery")).entryList(QDir::Files), QStringList({journal}));
    }

    void whatASaveWritesIsInTheJournalBeforeItIsInTheFile()
    {
        RecoveryJournal journal(*m_page, state());
        journal.setDelay(3'600'000);
        edit(*m_page, "- more\n");
        bool kept = false;
        connect(m_page.get(), &OpenPage::writeBegins, this, [&] { kept = journals(state()).size() == 1; });
        QVERIFY(m_page->save().ok());
        QVERIFY(kept);
        QTRY_COMPARE(journals(state()).size(), 0);
    }

    void editsThatAreNotWantedAreForgotten()
    {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--crash"), path(), state()});
        QVERIFY(program.waitForFinished());
        const QList<RecoveredEdits> found = RecoveryJournal::findAll(state());
        QCOMPARE(found.size(), 1);
        RecoveryJournal::forget(found[0]);
        QVERIFY(RecoveryJournal::findAll(state()).isEmpty());
    }

    void brokenJournalsAreNotOffered_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("hello\n");
        QTest::newRow("later version") << QByteArray(R"({"version":2,"files":[{"path":"a","bytes":1}]})"
                                                     "\nx");
        QTest::newRow("no files") << QByteArray(R"({"version":1,"files":[]})"
                                                "\n");
        QTest::newRow("cut off") << QByteArray(R"({"version":1,"files":[{"path":"a","bytes":5}]})"
                                               "\nx");
        QTest::newRow("too long") << QByteArray(R"({"version":1,"files":[{"path":"a","bytes":1}]})"
                                                "\nxy");
        QTest::newRow("negative") << QByteArray(R"({"version":1,"files":[{"path":"a","bytes":-1}]})"
                                                "\nx");
    }
    void brokenJournalsAreNotOffered()
    {
        QFETCH(QByteArray, bytes);
        QDir().mkpath(state() + QStringLiteral("/recovery"));
        QFile file(state() + QStringLiteral("/recovery/x.journal"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(RecoveryJournal::findAll(state()).isEmpty());
    }

    void aFolderThatCannotBeWrittenIsToldOnce()
    {
        QFile file(state());
        QVERIFY(file.open(QIODevice::WriteOnly)); // a file stands where the folder should be
        file.close();
        RecoveryJournal journal(*m_page, state());
        journal.setDelay(1);
        QSignalSpy failed(&journal, &RecoveryJournal::failed);
        edit(*m_page, "- more\n");
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(m_page->isModified());
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QStringLiteral("--crash"))
        return crash(arguments[2], arguments[3]);
    TestRecovery test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_Recovery.moc"
