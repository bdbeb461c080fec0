#include "app/session/PageClaim.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

namespace {

constexpr int patience = 60'000; // ms

} // namespace

/// Several windows and one page. The claims of one program stand for those of several.
class TestPageClaim : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString state() const { return m_folder->filePath(QStringLiteral("state")); }
    QString page(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    /// The real program, its window off any screen.
    void start(QProcess &program, const QString &path) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        program.setProcessEnvironment(environment);
        program.start(
            QStringLiteral(VITRINE_APP), {QStringLiteral("--no-preview"), QStringLiteral("--profile"), state(), path});
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char *name : {"about.md", "other.md"}) {
            QFile file(page(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("# About me\nI study tides.\n");
        }
        QVERIFY(QFile::link(page("about.md"), page("link.md")));
    }

    void theSecondIsTurnedAwayAndTheFirstHearsOfIt()
    {
        PageClaim first(state());
        PageClaim second(state());
        QSignalSpy wanted(&first, &PageClaim::wanted);
        QVERIFY(first.claim(page("about.md")));
        QVERIFY(first.claim(page("about.md")));
        QVERIFY(!second.claim(page("about.md")));
        QTRY_COMPARE(wanted.count(), 1);
        QVERIFY(!second.claim(page("link.md")));
        QTRY_COMPARE(wanted.count(), 2);
        QVERIFY(second.claim(page("other.md")));
    }

    void aPageThatIsLetGoCanBeHeldAgain()
    {
        PageClaim first(state());
        PageClaim second(state());
        QVERIFY(first.claim(page("about.md")));
        QVERIFY(first.claim(page("other.md")));
        QVERIFY(second.claim(page("about.md")));
        QVERIFY(!first.claim(page("about.md"))); // and other.md is still held
        PageClaim third(state());
        QVERIFY(!third.claim(page("other.md")));
        QVERIFY(first.claim({}));
        QVERIFY(third.claim(page("other.md")));
    }

    void theSecondStartEndsAndTheFirstStays()
    {
#ifndef Q_OS_UNIX
        QSKIP("Programs are killed on Unix only.");
#endif
        QProcess first;
        start(first, page("about.md"));
        PageClaim probe(state());
        QTRY_VERIFY_WITH_TIMEOUT(
            !QDir(state() + QStringLiteral("/open")).entryList({QStringLiteral("*.lock")}, QDir::Files).isEmpty(),
            patience);
        QProcess second;
        start(second, page("link.md"));
        QVERIFY(second.waitForFinished(patience));
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(first.state(), QProcess::Running);
        QVERIFY(!probe.claim(page("about.md")));

        // What a killed program held is free.
        first.kill();
        QVERIFY(first.waitForFinished(patience));
        QVERIFY(probe.claim(page("about.md")));
    }
};

QTEST_GUILESS_MAIN(TestPageClaim)

#include "tst_PageClaim.moc"
