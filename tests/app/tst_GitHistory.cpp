// Earlier states of a file from git, and an entry followed through them. Where there is no git, nothing and no error.

#include "app/history/GitHistory.h"
#include "content/changes/EntryTrace.h"
#include "tests/support/GitFolder.h"
#include "tests/support/PageFixtures.h"

#include <QFile>
#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

class TestGitHistory : public QObject
{
    Q_OBJECT

    static QString about() { return QStringLiteral("about.md"); }

    static QList<Commit> commitsOf(GitHistory &history)
    {
        QList<Commit> found;
        bool answered = false;
        history.readCommits(10, [&](const QList<Commit> &commits) {
            found = commits;
            answered = true;
        });
        if (!QTest::qWaitFor([&] { return answered; }, 60000))
            qFatal("git did not answer");
        return found;
    }

private Q_SLOTS:
    void commitsOfTheFileAloneAreToldTheNewestFirst()
    {
        GitFolder folder;
        if (!folder.isUsable())
            QSKIP("git is not installed");
        QVERIFY(folder.commit(about(), "# News\n* One.\n", QStringLiteral("First")));
        QVERIFY(folder.commit(QStringLiteral("other.md"), "other\n", QStringLiteral("Other")));
        QVERIFY(folder.commit(about(), "# News\n* Two.\n* One.\n", QStringLiteral("Second & last")));
        QVERIFY(GitHistory::isPossible(folder.filePath(about())));
        GitHistory history(folder.filePath(about()));
        const QList<Commit> commits = commitsOf(history);
        QCOMPARE(commits.size(), 2);
        QCOMPARE(commits.at(0).subject, QStringLiteral("Second & last"));
        QCOMPARE(commits.at(1).author, QStringLiteral("Ida Falk"));
        QVERIFY(commits.at(1).time.isValid());
        QList<QByteArray> states;
        history.readStates(commits, [&](const QList<QByteArray> &read) { states = read; });
        QTRY_COMPARE_WITH_TIMEOUT(states.size(), 2, 60000);
        QCOMPARE(states.at(0), QByteArray("# News\n* Two.\n* One.\n"));
        QCOMPARE(states.at(1), QByteArray("# News\n* One.\n"));
    }

    void withoutARepositoryThereIsNoHistory()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(about());
        QVERIFY(QFile(path).open(QIODevice::WriteOnly));
        if (GitHistory::isPossible(folder.path()))
            QSKIP("The folder for scratch files lies in a repository");
        QVERIFY(!GitHistory::isPossible(path));
        QVERIFY(!GitHistory::isPossible({}));
    }

    void aRepositoryThatIsNoneGivesNothing()
    {
        QTemporaryDir folder;
        QVERIFY(QFile(folder.filePath(QStringLiteral(".git"))).open(QIODevice::WriteOnly));
        QVERIFY(QFile(folder.filePath(about())).open(QIODevice::WriteOnly));
        if (!GitHistory::isPossible(folder.filePath(about())))
            QSKIP("git is not installed");
        GitHistory history(folder.filePath(about()));
        QVERIFY(commitsOf(history).isEmpty());
    }

    void noProgramThatARepositoryNamesIsRun()
    {
        GitFolder folder;
        if (!folder.isUsable())
            QSKIP("git is not installed");
        const QString trace = folder.filePath(QStringLiteral("was-run"));
        const QString program = folder.filePath(QStringLiteral("program"));
        QFile script(program);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\ntouch '" + trace.toUtf8() + "'\n");
        script.close();
        QVERIFY(script.setPermissions(script.permissions() | QFile::ExeOwner));
        QVERIFY(folder.commit(about(), "# News\n", QStringLiteral("First")));
        for (const char *name : {"gpg.program", "core.fsmonitor", "core.pager", "pager.log", "diff.external"})
            QVERIFY(folder.git({QStringLiteral("config"), QString::fromLatin1(name), program}));
        QVERIFY(folder.git({QStringLiteral("config"), QStringLiteral("log.showSignature"), QStringLiteral("true")}));
        GitHistory history(folder.filePath(about()));
        QCOMPARE(commitsOf(history).size(), 1);
        QVERIFY(!QFile::exists(trace));
    }

    void anEntryIsFollowedThroughItsChanges()
    {
        const auto now = readPage("# News\n* 02/2024: New.\n* 01/2024: One paper is accepted at LEARN.\n");
        const auto moved = readPage("# News\n* 01/2024: One paper is accepted at LEARN.\n");
        const auto first = readPage("# News\n* 01/2024: One paper is accepted.\n");
        const auto empty = readPage("# News\n");
        EntryTrace trace(now, {0, 1});
        QVERIFY(!trace.step(moved));
        QCOMPARE(trace.step(first), std::optional(QByteArray("* 01/2024: One paper is accepted.")));
        QVERIFY(!trace.isAtBegin());
        QVERIFY(!trace.step(empty));
        QVERIFY(trace.isAtBegin());
    }
};

QTEST_MAIN(TestGitHistory)
#include "tst_GitHistory.moc"
