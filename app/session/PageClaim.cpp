#include "app/session/PageClaim.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QLockFile>

namespace vitrine {

namespace {

constexpr int patience = 1000; // ms
constexpr qint64 longestToken = 1000; // bytes

/// One file under all its names.
QString canonicalPath(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? path : canonical;
}

QString shortName(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().first(24));
}

/// Asks the window that listens under this name to show itself. False when nobody answers.
bool askToShow(const QString &name)
{
    QLocalSocket socket;
    socket.connectToServer(name);
    if (!socket.waitForConnected(patience))
        return false;
    socket.write(qgetenv("XDG_ACTIVATION_TOKEN") + '\n');
    return socket.waitForBytesWritten(patience);
}

} // namespace

PageClaim::PageClaim(const QString &stateFolder, QObject *parent)
    : QObject(parent), m_folder(stateFolder + QStringLiteral("/open"))
{
}

PageClaim::~PageClaim() = default;

bool PageClaim::claim(const QString &path)
{
    const QString page = path.isEmpty() ? QString() : canonicalPath(path);
    if (page == m_path)
        return true;
    std::unique_ptr<QLockFile> lock;
    const QString name = QStringLiteral("vitrine-") + shortName(m_folder + QLatin1Char('\n') + page);
    if (!page.isEmpty()) {
        QDir().mkpath(m_folder);
        lock = std::make_unique<QLockFile>(m_folder + QLatin1Char('/') + shortName(page) + QStringLiteral(".lock"));
        lock->setStaleLockTime(0); // stale only when its program is gone
        // A window that holds the page but does not answer must not lock its owner out: then both have it.
        if (!lock->tryLock() && lock->error() == QLockFile::LockFailedError && askToShow(name))
            return false;
    }
    m_server.reset();
    m_path = page;
    m_lock = std::move(lock);
    if (m_lock && m_lock->isLocked())
        listen(name);
    return true;
}

void PageClaim::listen(const QString &name)
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(name); // what a killed program left
    m_server->listen(name);
    connect(m_server.get(), &QLocalServer::newConnection, this, &PageClaim::hear);
}

void PageClaim::hear()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            if (socket->canReadLine())
                Q_EMIT wanted(socket->readLine(longestToken).trimmed());
            if (socket->bytesAvailable() > longestToken)
                socket->abort();
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read();
    }
}

} // namespace vitrine
