#include "ui/preview/PreviewScheme.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlScheme>

namespace vitrine {

namespace {

constexpr qint64 largestPicture = 64 * 1024 * 1024;

/// What an <img>, <video> or <audio> of a homepage may be. SVG shown as a picture runs no script.
bool isShowable(const QString &mimeType)
{
    return mimeType.startsWith(QLatin1StringView("image/")) || mimeType.startsWith(QLatin1StringView("video/"))
        || mimeType.startsWith(QLatin1StringView("audio/"));
}

void reply(QWebEngineUrlRequestJob *job, const QByteArray &mimeType, const QByteArray &bytes)
{
    auto *buffer = new QBuffer(job);
    buffer->setData(bytes);
    job->reply(mimeType, buffer);
}

} // namespace

void registerPreviewScheme()
{
    QWebEngineUrlScheme scheme(QByteArrayLiteral("vitrine"));
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);
}

PreviewScheme::PreviewScheme(QObject *parent) : QWebEngineUrlSchemeHandler(parent) { }

QUrl PreviewScheme::pageUrl()
{
    return QUrl(QStringLiteral("vitrine://site/"));
}

void PreviewScheme::setSite(const QString &root, const QString &baseUrl)
{
    const QString canonical = root.isEmpty() ? QString() : QFileInfo(root).canonicalFilePath();
    m_root = canonical.isEmpty() ? QString() : canonical + QLatin1Char('/');
    m_baseUrl = baseUrl;
}

void PreviewScheme::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QUrl url = job->requestUrl();
    if (job->requestMethod() != QByteArrayLiteral("GET") || url.host() != pageUrl().host()) {
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
    } else if (url.path() == pageUrl().path()) {
        reply(job, QByteArrayLiteral("text/html; charset=utf-8"), m_document);
    } else if (url.path() == QStringLiteral("/-/remote")) {
        answerRemote(job, QUrl(QUrl::fromPercentEncoding(url.query(QUrl::FullyEncoded).toLatin1())));
    } else {
        answerFile(job, url.path());
    }
}

QString PreviewScheme::fileFor(const QString &path) const
{
    if (m_root.isEmpty())
        return {};
    QString relative = path;
    if (!m_baseUrl.isEmpty() && relative.startsWith(m_baseUrl + QLatin1Char('/')))
        relative = relative.mid(m_baseUrl.size());
    const QFileInfo file(m_root + relative);
    const QString canonical = file.canonicalFilePath();
    if (!canonical.startsWith(m_root) || !file.isFile() || file.size() > largestPicture)
        return {};
    return canonical;
}

void PreviewScheme::answerFile(QWebEngineUrlRequestJob *job, const QString &path)
{
    const QString file = fileFor(path);
    const QString mimeType = file.isEmpty() ? QString() : QMimeDatabase().mimeTypeForFile(file).name();
    auto *device = new QFile(file, job);
    if (!isShowable(mimeType) || !device->open(QIODevice::ReadOnly)) {
        job->fail(file.isEmpty() ? QWebEngineUrlRequestJob::UrlNotFound : QWebEngineUrlRequestJob::RequestDenied);
        return;
    }
    job->reply(mimeType.toLatin1(), device);
}

void PreviewScheme::answerRemote(QWebEngineUrlRequestJob *job, const QUrl &address)
{
    const bool web = address.scheme() == QStringLiteral("https") || address.scheme() == QStringLiteral("http");
    if (!m_remoteAllowed || !web) {
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
        return;
    }
    if (!m_network)
        m_network = new QNetworkAccessManager(this);
    QNetworkRequest request(address);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout();
    QNetworkReply *answer = m_network->get(request);
    connect(job, &QObject::destroyed, answer, &QNetworkReply::abort);
    connect(answer, &QNetworkReply::downloadProgress, answer, [answer](qint64 received) {
        if (received > largestPicture)
            answer->abort();
    });
    connect(answer, &QNetworkReply::finished, this, [waiting = QPointer<QWebEngineUrlRequestJob>(job), answer] {
        answer->deleteLater();
        if (!waiting)
            return;
        const QString mimeType =
            answer->header(QNetworkRequest::ContentTypeHeader).toString().section(QLatin1Char(';'), 0, 0).trimmed();
        if (answer->error() != QNetworkReply::NoError || !isShowable(mimeType))
            waiting->fail(QWebEngineUrlRequestJob::UrlNotFound);
        else
            reply(waiting, mimeType.toLatin1(), answer->readAll());
    });
}

} // namespace vitrine
