#include "tests/support/GitFolder.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace vitrine::test {

GitFolder::GitFolder()
{
    m_usable = !QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty() && m_folder.isValid()
        && git({QStringLiteral("init"), QStringLiteral("--quiet")});
}

bool GitFolder::git(const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"})
        variables.insert(QString::fromLatin1(name), QProcess::nullDevice());
    for (const char *who : {"GIT_AUTHOR", "GIT_COMMITTER"}) {
        variables.insert(QString::fromLatin1(who) + QStringLiteral("_NAME"), QStringLiteral("Ida Falk"));
        variables.insert(QString::fromLatin1(who) + QStringLiteral("_EMAIL"), QStringLiteral("ida@falk.example"));
    }
    process.setProcessEnvironment(variables);
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("git"), arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

bool GitFolder::commit(const QString &name, const QByteArray &bytes, const QString &subject)
{
    QFile file(filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return false;
    file.close();
    return git({QStringLiteral("add"), name})
        && git({QStringLiteral("commit"), QStringLiteral("--quiet"), QStringLiteral("-m"), subject});
}

} // namespace vitrine::test
