#include "app/session/RecoveryJournal.h"
#include "app/settings/Settings.h"
#include "app/site/PageFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <chrono>

using namespace vitrine;

namespace {

constexpr int atOnce = 5;
constexpr int patience = 60'000; // ms
constexpr qint64 promise = 1000; // ms: edits older than this are never lost

const QByteArray before = "---\npermalink: /\n---\n\n# About me\nI study tides";
const QByteArray after = "\n\n# News\n* 03/2024: I joined the Harbour Institute.\n";

qint64 now()
{
    const auto time = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
}

/// How many letters of the typist stand in the page; -1 when it is not whole. See tests/support/typist.
int lettersIn(const QByteArray &page)
{
    if (page.size() < before.size() + after.size() || !page.startsWith(before) || !page.endsWith(after))
        return -1;
    const QByteArray typed = page.sliced(before.size(), page.size() - before.size() - after.size());
    for (int number = 0; number < typed.size(); ++number) {
        if (typed[number] != static_cast<char>('a' + (number + number / 26) % 26))
            return -1;
    }
    return static_cast<int>(typed.size());
}

/// How long this machine takes for what a journal costs, measured all the while: no program can be faster than it.
class DiskProbe : public QThread
{
public:
    DiskProbe() { start(); }
    ~DiskProbe() override
    {
        requestInterruption();
        wait();
    }
    qint64 worst() const { return m_worst; }

protected:
    void run() override
    {
        QTemporaryDir folder;
        const QByteArray bytes(20'000, 'x');
        while (!isInterruptionRequested()) {
            const qint64 begin = now();
            msleep(50);
            QSaveFile file(folder.filePath(QStringLiteral("probe")));
            if (file.open(QIODevice::WriteOnly)) {
                file.write(bytes);
                file.commit();
                flushFolderOf(file.fileName());
            }
            m_worst = std::max(m_worst.load(), now() - begin - 50);
        }
    }

private:
    std::atomic<qint64> m_worst = 0;
};

/// The real program, in which somebody types and saves until it is killed.
class Victim
{
public:
    explicit Victim(quint32 seed) : m_random(seed)
    {
        QFile page(path());
        if (!page.open(QIODevice::WriteOnly) || page.write(before + after) < 0)
            qFatal("no page could be written");
        page.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("QT_PLUGIN_PATH"), QStringLiteral(VITRINE_TEST_PLUGINS));
        environment.insert(
            QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("typist:%1").arg(m_random.generate()));
        m_program.setProcessEnvironment(environment);
        m_program.setProcessChannelMode(QProcess::SeparateChannels);
        m_program.start(
            QStringLiteral(VITRINE_APP),
            {QStringLiteral("--no-preview"), QStringLiteral("--profile"), profile(), path()});
    }

    QString path() const { return m_folder.filePath(QStringLiteral("about.md")); }
    QString profile() const { return m_folder.filePath(QStringLiteral("profile")); }

    /// Hears what it says and kills it at a random moment after it began to type. False when it is dead, or never
    /// lived.
    bool live()
    {
        hear(5);
        if (m_end == 0 && !m_said.isEmpty())
            m_end = now() + m_random.bounded(50, 2500);
        if (m_end == 0 && now() - m_born < patience)
            return true;
        if (m_end > now())
            return true;
        m_killed = now();
        m_program.kill();
        m_program.waitForFinished(patience);
        hear(0);
        return false;
    }
    bool hasTyped() const { return m_end > 0; }

    /// The newest number that was said of `what` up to a moment; 0 when there is none.
    int said(const char *what, qint64 until) const
    {
        int number = 0;
        for (const QByteArray &line : m_said) {
            const QList<QByteArray> words = line.split(' ');
            if (words.size() == 3 && words[0] == what && words[2].toLongLong() <= until)
                number = words[1].toInt();
        }
        return number;
    }
    /// When the letter with this number was typed.
    qint64 timeOf(int number) const
    {
        for (const QByteArray &line : m_said) {
            const QList<QByteArray> words = line.split(' ');
            if (words.size() == 3 && words[0] == "typed" && words[1].toInt() == number)
                return words[2].toLongLong();
        }
        return m_killed;
    }
    qint64 killed() const { return m_killed; }

private:
    void hear(int milliseconds)
    {
        m_program.waitForReadyRead(milliseconds);
        while (m_program.canReadLine())
            m_said += m_program.readLine().trimmed();
    }

    QTemporaryDir m_folder;
    QRandomGenerator m_random;
    QProcess m_program;
    QList<QByteArray> m_said;
    qint64 m_born = now();
    qint64 m_end = 0; ///< when it will be killed; 0 until it has typed
    qint64 m_killed = 0;
};

} // namespace

/// The program is killed while somebody types and saves. The number of kills is 50, or what VITRINE_KILLS says.
class TestKills : public QObject
{
    Q_OBJECT

    struct Figures
    {
        int kills = 0;
        int unsaved = 0; ///< kills after which something was offered
        qint64 oldestLost = 0; ///< ms: the age of the oldest letter that did not come back
    };

    /// What is found after a kill: the file whole, and every letter that was old enough either in it or offered.
    static void check(const Victim &victim, qint64 promised, Figures &figures)
    {
        const Result<QByteArray> disk = readPageFile(victim.path());
        QVERIFY2(disk.ok(), victim.path().toUtf8().constData());
        const int saved = lettersIn(*disk);
        QVERIFY2(saved >= 0, disk->constData());
        QVERIFY2(saved >= victim.said("saved", victim.killed()), disk->constData());

        Settings settings(victim.profile());
        const QList<RecoveredEdits> offered = RecoveryJournal::find(settings.stateFolder(), victim.path());
        QVERIFY(offered.size() <= 1);
        const int offeredLetters = offered.isEmpty() ? -1 : lettersIn(offered.front().sources.front().bytes);
        QVERIFY(offered.isEmpty() || offeredLetters >= 0);
        QVERIFY2(offeredLetters != saved, "what the file says is offered");

        const int back = std::max(saved, offeredLetters);
        const int typed = victim.said("typed", victim.killed());
        ++figures.kills;
        figures.unsaved += offered.isEmpty() ? 0 : 1;
        if (back < typed)
            figures.oldestLost = std::max(figures.oldestLost, victim.killed() - victim.timeOf(back + 1));
        const int promisedLetters = victim.said("typed", victim.killed() - promised);
        QVERIFY2(
            back >= promisedLetters,
            qPrintable(QStringLiteral("%1 letters came back of %2 that are %3 ms old")
                           .arg(back)
                           .arg(promisedLetters)
                           .arg(promised)));

        // The next start leaves nothing of the dead program behind but what it offers.
        const QStringList beside = QFileInfo(victim.path()).dir().entryList(QDir::Files);
        QCOMPARE(beside, QStringList({QStringLiteral("about.md")}));
        const QDir recovery(settings.stateFolder() + QStringLiteral("/recovery"));
        QCOMPARE(recovery.entryList(QDir::Files).size(), offered.size());
    }

private Q_SLOTS:
    void everyFileIsWholeAndNothingOlderThanASecondIsLost()
    {
#ifndef Q_OS_UNIX
        QSKIP("Programs are killed on Unix only.");
#endif
        const int wanted = qEnvironmentVariableIntValue("VITRINE_KILLS");
        const int kills = wanted > 0 ? wanted : 50;
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        Figures figures;
        DiskProbe probe;
        for (int number = 0; number < kills; number += atOnce) {
            std::vector<std::unique_ptr<Victim>> victims;
            for (int i = 0; i < std::min(atOnce, kills - number); ++i)
                victims.push_back(std::make_unique<Victim>(seed + static_cast<quint32>(number + i)));
            std::vector<Victim *> alive;
            for (const auto &victim : victims)
                alive.push_back(victim.get());
            while (!alive.empty())
                std::erase_if(alive, [](Victim *victim) { return !victim->live(); });
            for (const auto &victim : victims) {
                QVERIFY(victim->hasTyped());
                check(*victim, promise + probe.worst(), figures);
                if (QTest::currentTestFailed())
                    return;
            }
        }
        qInfo(
            "%d kills: every file whole; after %d something was offered; the oldest letter that was lost was %lld ms "
            "old (the disk took up to %lld ms for a write)",
            figures.kills, figures.unsaved, static_cast<long long>(figures.oldestLost),
            static_cast<long long>(probe.worst()));
        QVERIFY(figures.unsaved > 0);
    }
};

QTEST_GUILESS_MAIN(TestKills)

#include "tst_Kills.moc"
