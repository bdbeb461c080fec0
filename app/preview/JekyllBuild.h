#pragma once

#include <QObject>
#include <QProcess>
#include <QString>

namespace vitrine {

/// Builds a site with the Jekyll that is installed, into a folder outside the site. Runs in Jekyll's safe mode and
/// without Bundler, so no code of the site runs; writes nothing into the site's folder. One build at a time. GUI
/// thread.
class JekyllBuild : public QObject
{
    Q_OBJECT

public:
    explicit JekyllBuild(QObject *parent = nullptr);
    ~JekyllBuild() override;

    static bool isInstalled();

    /// Builds the site at `root` into `folder`, which is made, or replaced when the build succeeds; what is not
    /// complete stands beside it.
    void start(const QString &root, const QString &folder);
    /// Ends a running build; it then finishes without a message.
    void cancel();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    /// A line that Jekyll said.
    void said(const QString &line);
    /// `message` is what Jekyll said last where it failed; empty after a success and after a cancel.
    void finished(bool done, const QString &message);

private:
    QString unfinishedFolder() const { return m_folder + QStringLiteral(".new"); }
    void readLines();
    void end();

    QProcess m_process;
    QString m_folder;
    QString m_lastLine; ///< the last one that says what is wrong, or the last one
    bool m_cancelled = false;
};

} // namespace vitrine
