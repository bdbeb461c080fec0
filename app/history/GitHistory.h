#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QProcess;

namespace vitrine {

/// A commit in which a file changed.
struct Commit
{
    QByteArray hash;
    QString author, subject;
    QDateTime time;
};

/// Earlier states of a file that lies in a git repository, read with the `git` program, which writes nothing, fetches
/// nothing and runs nothing that a repository's settings name. Where there is no git or no repository there is no
/// history, and no error. GUI thread; answers come when git has them, and none after this has ended.
class GitHistory : public QObject
{
    Q_OBJECT

public:
    /// `path`: absolute.
    explicit GitHistory(const QString &path, QObject *parent = nullptr);
    ~GitHistory() override;

    /// True when git is installed and a repository lies around the file. Runs nothing.
    static bool isPossible(const QString &path);

    /// The newest commits in which the file changed, the newest first; none when git knows of none.
    void readCommits(int most, const std::function<void(const QList<Commit> &)> &answer);
    /// The file as it was in each commit, in their order; those that git does not have are left out at the end.
    void readStates(const QList<Commit> &commits, const std::function<void(const QList<QByteArray> &)> &answer);

private:
    void
    run(const QStringList &arguments, const QByteArray &input, const std::function<void(const QByteArray &)> &answer);

    QString m_folder, m_name;
    QList<QProcess *> m_running;
};

} // namespace vitrine
