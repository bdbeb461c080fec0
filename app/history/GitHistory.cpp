#include "app/history/GitHistory.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace vitrine {

namespace {

constexpr qsizetype largestOutput = 64 * 1024 * 1024; ///< bytes that are kept of what git says

QString program()
{
    return QStandardPaths::findExecutable(QStringLiteral("git"));
}

/// Settings of a repository may name programs; none of them is run, and nothing is fetched.
QStringList harmless()
{
    return {
        QStringLiteral("--no-pager"),
        QStringLiteral("--no-optional-locks"),
        QStringLiteral("--literal-pathspecs"),
        QStringLiteral("-c"),
        QStringLiteral("core.fsmonitor=false"),
        QStringLiteral("-c"),
        QStringLiteral("log.showSignature=false")};
}

QProcessEnvironment environment()
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("GIT_ALLOW_PROTOCOL"), QStringLiteral("none"));
    variables.insert(QStringLiteral("GIT_NO_LAZY_FETCH"), QStringLiteral("1"));
    variables.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
    variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    return variables;
}

QList<Commit> commitsIn(const QByteArray &output)
{
    QList<Commit> commits;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> parts = line.split('\x1f');
        if (parts.size() != 4)
            continue;
        commits.append(
            {parts[0], QString::fromUtf8(parts[1]), QString::fromUtf8(parts[3]),
             QDateTime::fromString(QString::fromLatin1(parts[2]), Qt::ISODate)});
    }
    return commits;
}

/// What `git cat-file --batch` says: a head with the size, the bytes, a line end; and so on.
QList<QByteArray> statesIn(const QByteArray &output, qsizetype wanted)
{
    QList<QByteArray> states;
    qsizetype at = 0;
    while (states.size() < wanted) {
        const qsizetype headEnd = output.indexOf('\n', at);
        if (headEnd < 0)
            break;
        const QList<QByteArray> head = output.mid(at, headEnd - at).split(' ');
        const qsizetype size = head.size() == 3 && head[1] == "blob" ? head[2].toLongLong() : -1;
        if (size < 0 || headEnd + 1 + size > output.size())
            break;
        states.append(output.mid(headEnd + 1, size));
        at = headEnd + 1 + size + 1;
    }
    return states;
}

} // namespace

GitHistory::GitHistory(const QString &path, QObject *parent)
    : QObject(parent), m_folder(QFileInfo(path).canonicalPath()), m_name(QFileInfo(path).fileName())
{
    // A link's file has its history where it lies.
    const QFileInfo file(QFileInfo(path).canonicalFilePath());
    if (file.exists()) {
        m_folder = file.path();
        m_name = file.fileName();
    }
}

GitHistory::~GitHistory()
{
    for (QProcess *process : std::as_const(m_running)) {
        process->disconnect(this);
        process->kill();
        process->waitForFinished(1000);
    }
}

bool GitHistory::isPossible(const QString &path)
{
    if (path.isEmpty() || program().isEmpty())
        return false;
    QDir folder(QFileInfo(QFileInfo(path).canonicalFilePath()).path());
    do {
        if (QFileInfo::exists(folder.filePath(QStringLiteral(".git"))))
            return true;
    } while (folder.cdUp());
    return false;
}

void GitHistory::run(
    const QStringList &arguments, const QByteArray &input, const std::function<void(const QByteArray &)> &answer)
{
    auto *process = new QProcess(this);
    m_running.append(process);
    process->setWorkingDirectory(m_folder);
    process->setProcessEnvironment(environment());
    const auto end = [this, process, answer](bool well) {
        if (m_running.removeAll(process) == 0)
            return;
        const QByteArray output = well ? process->read(largestOutput) : QByteArray();
        process->deleteLater();
        answer(output);
    };
    connect(process, &QProcess::finished, this, [end](int code, QProcess::ExitStatus status) {
        end(status == QProcess::NormalExit && code == 0);
    });
    connect(process, &QProcess::errorOccurred, this, [end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false);
    });
    process->start(program(), harmless() + arguments);
    process->write(input);
    process->closeWriteChannel();
}

void GitHistory::readCommits(int most, const std::function<void(const QList<Commit> &)> &answer)
{
    run({QStringLiteral("log"), QStringLiteral("--format=%H%x1f%an%x1f%aI%x1f%s"),
         QStringLiteral("--max-count=%1").arg(most), QStringLiteral("--"), m_name},
        {}, [answer](const QByteArray &output) { answer(commitsIn(output)); });
}

void GitHistory::readStates(const QList<Commit> &commits, const std::function<void(const QList<QByteArray> &)> &answer)
{
    QByteArray names;
    for (const Commit &commit : commits)
        names += commit.hash + ":./" + m_name.toUtf8() + '\n';
    run({QStringLiteral("cat-file"), QStringLiteral("--batch")}, names,
        [answer, wanted = commits.size()](const QByteArray &output) { answer(statesIn(output, wanted)); });
}

} // namespace vitrine
