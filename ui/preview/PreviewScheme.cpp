#include "ui/preview/PreviewScheme.h"

#include "app/preview/BoundedFetch.h"
#include "ui/preview/ServedStyle.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlScheme>

namespace vitrine {

namespace {

/// Below this path stand files of the program.
const QString ownFiles = QStringLiteral("/-/web/");

constexpr qint64 largestFile = 64 * 1024 * 1024;
constexpr qint64 largestStyle = 8 * 1024 * 1024;
constexpr int longestFetch = 60'000; // ms

/// What a homepage shows: pictures, films, sound. SVG shown as a picture runs no script.
const QHash<QString, QByteArray> &pictureTypes()
{
    static const QHash<QString, QByteArray> types{
        {QStringLiteral("png"), "image/png"},     {QStringLiteral("jpg"), "image/jpeg"},
        {QStringLiteral("jpeg"), "image/jpeg"},   {QStringLiteral("jfif"), "image/jpeg"},
        {QStringLiteral("gif"), "image/gif"},     {QStringLiteral("webp"), "image/webp"},
        {QStringLiteral("svg"), "image/svg+xml"}, {QStringLiteral("bmp"), "image/bmp"},
        {QStringLiteral("ico"), "image/x-icon"},  {QStringLiteral("avif"), "image/avif"},
        {QStringLiteral("apng"), "image/apng"},   {QStringLiteral("mp4"), "video/mp4"},
        {QStringLiteral("webm"), "video/webm"},   {QStringLiteral("ogv"), "video/ogg"},
        {QStringLiteral("mp3"), "audio/mpeg"},    {QStringLiteral("ogg"), "audio/ogg"},
        {QStringLiteral("wav"), "audio/wav"},     {QStringLiteral("m4a"), "audio/mp4"},
    };
    return types;
}

/// What the style of a site consists of.
const QHash<QString, QByteArray> &styleTypes()
{
    static const QHash<QString, QByteArray> types{
        {QStringLiteral("css"), "text/css"},   {QStringLiteral("woff2"), "font/woff2"},
        {QStringLiteral("woff"), "font/woff"}, {QStringLiteral("ttf"), "font/ttf"},
        {QStringLiteral("otf"), "font/otf"},
    };
    return types;
}

/// The known type of a file by its name; empty for all others, which do not exist for the preview.
QByteArray typeOf(const QString &name)
{
    const QString ending = name.section(QLatin1Char('.'), -1).toLower();
    return pictureTypes().value(ending, styleTypes().value(ending));
}

bool isStyle(const QByteArray &type)
{
    return type == "text/css" || type.startsWith("font/");
}

/// The type under which an answer of another server may be shown; empty when it is none of the known ones.
QByteArray knownType(const QNetworkReply &answer)
{
    const QByteArray type = answer.header(QNetworkRequest::ContentTypeHeader)
                                .toString()
                                .section(QLatin1Char(';'), 0, 0)
                                .trimmed()
                                .toLower()
                                .toLatin1();
    const bool isKnown = pictureTypes().values().contains(type) || styleTypes().values().contains(type);
    // Many servers have older names for fonts and icons; their name tells then.
    return isKnown ? type : type.contains("font") || type.contains("icon") ? typeOf(answer.url().path()) : QByteArray();
}

/// With a final slash; empty when there is no such folder.
QString canonicalFolder(const QString &folder)
{
    const QString canonical = folder.isEmpty() ? QString() : QFileInfo(folder).canonicalFilePath();
    return canonical.isEmpty() ? QString() : canonical + QLatin1Char('/');
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
    m_root = canonicalFolder(root);
    m_baseUrl = baseUrl;
}

void PreviewScheme::setBuiltSite(const QString &folder)
{
    m_builtRoot = canonicalFolder(folder);
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
    } else if (url.path().startsWith(ownFiles)) {
        answerOwn(job, url.path().mid(ownFiles.size()));
    } else {
        answerFile(job, url.path(QUrl::FullyDecoded));
    }
}

QString PreviewScheme::fileIn(const QString &root, const QString &relative, qint64 largest)
{
    if (root.isEmpty())
        return {};
    const QFileInfo file(root + relative);
    const QString canonical = file.canonicalFilePath();
    const bool isServable = canonical.startsWith(root) && file.isFile() && file.size() <= largest;
    return isServable ? canonical : QString();
}

QString PreviewScheme::fileFor(const QString &path) const
{
    // Drives, streams and network shares of Windows, and what no name of a file has.
    const bool isOdd = std::any_of(path.begin(), path.end(), [](QChar c) {
        return c < QLatin1Char(' ') || c == QLatin1Char(':') || c == QLatin1Char('\\');
    });
    const QByteArray type = typeOf(path);
    if (isOdd || type.isEmpty())
        return {};
    QString relative = path;
    if (!m_baseUrl.isEmpty() && relative.startsWith(m_baseUrl + QLatin1Char('/')))
        relative = relative.mid(m_baseUrl.size());
    const qint64 largest = isStyle(type) ? largestStyle : largestFile;
    // Pictures are as new as the page; styles are what the site's build made of their sources.
    const QString &first = isStyle(type) ? m_builtRoot : m_root;
    const QString found = fileIn(first, relative, largest);
    return found.isEmpty() ? fileIn(isStyle(type) ? m_root : m_builtRoot, relative, largest) : found;
}

TypedFile PreviewScheme::siteFile(const QString &path) const
{
    QFile file(fileFor(path));
    const QByteArray type = typeOf(file.fileName()); // the file may be a link that has another name
    return !type.isEmpty() && file.open(QIODevice::ReadOnly) ? TypedFile{type, file.readAll()} : TypedFile();
}

void PreviewScheme::answerFile(QWebEngineUrlRequestJob *job, const QString &path)
{
    const QString file = fileFor(path);
    auto *device = new QFile(file, job);
    // The file may be a link that has another name: both must be of a known type.
    const QByteArray type = typeOf(file);
    if (type.isEmpty() || !device->open(QIODevice::ReadOnly)) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    if (type == "text/css")
        reply(job, type, servedStyle(device->readAll(), {}, m_remoteAllowed));
    else
        job->reply(type, device);
}

void PreviewScheme::answerOwn(QWebEngineUrlRequestJob *job, const QString &path)
{
    QFile file(QStringLiteral(":/web/") + path);
    const QByteArray type = typeOf(path);
    if (isStyle(type) && !path.contains(QStringLiteral("..")) && file.open(QIODevice::ReadOnly))
        reply(job, type, file.readAll());
    else
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
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
    const auto show =
        [waiting = QPointer<QWebEngineUrlRequestJob>(job)](const QNetworkReply &answer, const QByteArray &bytes) {
            if (!waiting)
                return;
            const QByteArray type = knownType(answer);
            if (answer.error() != QNetworkReply::NoError || type.isEmpty())
                waiting->fail(QWebEngineUrlRequestJob::UrlNotFound);
            else
                reply(waiting, type, type == "text/css" ? servedStyle(bytes, answer.url(), true) : bytes);
        };
    QNetworkReply *answer = fetchBounded(*m_network, QNetworkRequest(address), {largestFile, longestFetch}, show);
    connect(job, &QObject::destroyed, answer, &QNetworkReply::abort);
}

} // namespace vitrine
