#include "app/preview/JekyllBuild.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace vitrine {

namespace {

constexpr qsizetype longestMessage = 600; // characters

QString program()
{
    return QStandardPaths::findExecutable(QStringLiteral("jekyll"));
}

/// What a line of Jekyll tells its owner: without colours, frames and places in Ruby's code.
QString told(const QByteArray &line)
{
    static const QRegularExpression colours(QStringLiteral("\\x1b\\[[0-9;]*m"));
    static const QRegularExpression place(QStringLiteral("\\.rb:\\d+:in "));
    static const QRegularExpression words(QStringLiteral("\\w"));
    const QString text = QString::fromUtf8(line).remove(colours).trimmed();
    return place.match(text).hasMatch() || !words.match(text).hasMatch() ? QString() : text;
}

bool saysWhatIsWrong(const QString &line)
{
    return line.contains(QStringLiteral("Error")) || line.contains(QStringLiteral("Exception"));
}

QProcessEnvironment environment()
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("JEKYLL_NO_BUNDLER_REQUIRE"), QStringLiteral("true")); // a Gemfile is code
    variables.insert(QStringLiteral("JEKYLL_ENV"), QStringLiteral("production"));
    return variables;
}

} // namespace

JekyllBuild::JekyllBuild(QObject *parent) : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    connect(&m_process, &QProcess::readyRead, this, &JekyllBuild::readLines);
    connect(&m_process, &QProcess::finished, this, &JekyllBuild::end);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT finished(false, m_process.errorString());
    });
}

JekyllBuild::~JekyllBuild()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished(1000);
}

bool JekyllBuild::isInstalled()
{
    return !program().isEmpty();
}

void JekyllBuild::start(const QString &root, const QString &folder)
{
    if (isRunning())
        return;
    m_folder = folder;
    m_lastLine.clear();
    m_cancelled = false;
    QDir(unfinishedFolder()).removeRecursively();
    QDir().mkpath(QFileInfo(m_folder).path());
    const QString settings = m_folder + QStringLiteral(".yml");
    QFile file(settings);
    if (!file.open(QIODevice::WriteOnly)
        || file.write("disable_disk_cache: true\nincremental: false\nsafe: true\n") < 0) {
        Q_EMIT finished(false, file.errorString());
        return;
    }
    file.close();
    m_process.setProcessEnvironment(environment());
    m_process.setWorkingDirectory(QFileInfo(m_folder).path());
    m_process.start(
        program(),
        {QStringLiteral("build"), QStringLiteral("--safe"), QStringLiteral("--source"), root,
         QStringLiteral("--destination"), unfinishedFolder(), QStringLiteral("--config"),
         root + QStringLiteral("/_config.yml,") + settings});
}

void JekyllBuild::cancel()
{
    m_cancelled = true;
    m_process.kill();
}

void JekyllBuild::readLines()
{
    while (m_process.canReadLine()) {
        const QString line = told(m_process.readLine());
        if (line.isEmpty())
            continue;
        if (saysWhatIsWrong(line) || !saysWhatIsWrong(m_lastLine))
            m_lastLine = line.left(longestMessage);
        Q_EMIT said(line);
    }
}

void JekyllBuild::end()
{
    readLines();
    bool done = !m_cancelled && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    if (done) {
        QDir(m_folder).removeRecursively();
        done = QDir().rename(unfinishedFolder(), m_folder);
        if (!done)
            m_lastLine = tr("The built site could not be kept in %1.").arg(QDir::toNativeSeparators(m_folder));
    }
    QDir(unfinishedFolder()).removeRecursively();
    Q_EMIT finished(done, done || m_cancelled ? QString() : m_lastLine);
}

} // namespace vitrine
