#pragma once

#include <QLocalServer>
#include <QObject>

#include <memory>

class QLockFile;

namespace vitrine {

/// Holds a page for this window, so that no two windows of a user edit one file. Who wants a page that another window
/// holds asks that one to show itself instead. GUI thread.
class PageClaim : public QObject
{
    Q_OBJECT

public:
    /// `stateFolder` is Settings::stateFolder(): programs with the same one know of each other.
    explicit PageClaim(const QString &stateFolder, QObject *parent = nullptr);
    ~PageClaim() override;

    /// Holds the page at this absolute path and lets go of the one before; empty: of none. False, and nothing has
    /// changed, when another window holds it; that one was asked to show itself. Waits a second for it at most.
    bool claim(const QString &path);

Q_SIGNALS:
    /// Somebody wants the page that is held here. On Wayland a window may come to the front with the token of the
    /// program that asks (xdg-activation), which is empty elsewhere.
    void wanted(const QByteArray &activationToken);

private:
    void listen(const QString &name);
    void hear();

    QString m_folder;
    QString m_path; ///< canonical
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace vitrine
