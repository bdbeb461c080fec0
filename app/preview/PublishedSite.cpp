#include "app/preview/PublishedSite.h"

#include "app/preview/BoundedFetch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QNetworkReply>
#include <QRegularExpression>

namespace vitrine {

namespace {

constexpr qsizetype mostFiles = 80;
constexpr qint64 largestFile = 8 * 1024 * 1024;
constexpr qint64 mostBytes = 48 * 1024 * 1024;
constexpr int longestFetch = 20'000; // ms, for one file

QStringList addressesIn(const QByteArray &bytes, const QString &pattern)
{
    const QRegularExpression address(pattern, QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (QRegularExpressionMatchIterator it = address.globalMatch(QString::fromUtf8(bytes)); it.hasNext();)
        found += it.next().captured(1);
    return found;
}

/// The styles and pictures that a page names.
QStringList addressesInPage(const QByteArray &html)
{
    return addressesIn(html, QStringLiteral("<link\\b[^>]*\\bhref=[\"']?([^\"' >]+\\.css[^\"' >]*)"))
        + addressesIn(html, QStringLiteral("<img\\b[^>]*\\bsrc=[\"']?([^\"' >]+)"));
}

QStringList addressesInStyle(const QByteArray &css)
{
    return addressesIn(css, QStringLiteral("(?:url\\(\\s*[\"']?|@import\\s+[\"'])([^\"')\\s]+)"));
}

bool isStyle(const QUrl &address)
{
    return address.path().endsWith(QStringLiteral(".css"), Qt::CaseInsensitive);
}

} // namespace

PublishedSite::PublishedSite(QObject *parent) : QObject(parent) { }

void PublishedSite::start(const QUrl &address, const QString &path, const QString &folder)
{
    if (m_running)
        return;
    m_running = true;
    m_site = address;
    m_pagePath = path;
    m_page = address;
    m_page.setPath(address.path() + path);
    m_folder = folder;
    m_waiting.clear();
    m_seen.clear();
    m_bytes = 0;
    QDir(unfinishedFolder()).removeRecursively();
    want(m_page);
    fetchNext();
}

void PublishedSite::cancel()
{
    QNetworkReply *answer = m_answer;
    if (m_running)
        end(false, {});
    if (answer)
        answer->abort();
}

void PublishedSite::want(const QUrl &file)
{
    QUrl plain = file.adjusted(QUrl::RemoveFragment | QUrl::RemoveQuery | QUrl::NormalizePathSegments);
    const bool sameServer = plain.host() == m_site.host() && plain.port() == m_site.port();
    if (!sameServer || m_seen.contains(plain) || m_seen.size() >= mostFiles)
        return;
    plain.setScheme(m_site.scheme());
    m_seen.insert(plain);
    m_waiting.enqueue(plain);
}

void PublishedSite::fetchNext()
{
    if (m_waiting.isEmpty() || m_bytes > mostBytes) {
        QDir(m_folder).removeRecursively();
        const bool kept = QDir().rename(unfinishedFolder(), m_folder);
        end(kept, kept ? QString() : tr("The page could not be kept in %1.").arg(QDir::toNativeSeparators(m_folder)));
        return;
    }
    QNetworkRequest request(m_waiting.dequeue());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    Q_EMIT said(request.url().toDisplayString());
    m_answer = fetchBounded(
        m_network, request, {largestFile, longestFetch}, [this](const QNetworkReply &answer, const QByteArray &bytes) {
            if (&answer == m_answer)
                take(answer, bytes);
        });
}

void PublishedSite::take(const QNetworkReply &answer, const QByteArray &bytes)
{
    m_answer = nullptr;
    const QUrl address = answer.request().url();
    const bool isPage = address == m_page.adjusted(QUrl::NormalizePathSegments);
    const bool came = answer.error() == QNetworkReply::NoError;
    m_bytes += bytes.size();
    const bool kept = came && !bytes.isEmpty() && keep(address, bytes);
    if (isPage && !kept) {
        end(false, came ? tr("The server sent nothing.") : answer.errorString());
        return;
    }
    if (kept) {
        const QStringList more = isPage ? addressesInPage(bytes) + addressesInStyle(bytes)
            : isStyle(address)          ? addressesInStyle(bytes)
                                        : QStringList();
        for (const QString &name : more)
            want(address.resolved(QUrl(name)));
    }
    fetchNext();
}

/// Writes a file where a built site would have it. Paths come from the server: none may lead out of the folder.
bool PublishedSite::keep(const QUrl &address, const QByteArray &bytes)
{
    QString path = address.path(QUrl::FullyDecoded);
    if (path.startsWith(m_site.path() + QLatin1Char('/')))
        path = path.mid(m_site.path().size());
    if (address == m_page.adjusted(QUrl::NormalizePathSegments))
        path = m_pagePath.endsWith(QLatin1Char('/')) ? m_pagePath + QStringLiteral("index.html")
                                                     : m_pagePath + QStringLiteral(".html");
    const QString home = QDir::cleanPath(unfinishedFolder());
    const QString full = QDir::cleanPath(home + QLatin1Char('/') + path);
    const bool isOdd = path.contains(QLatin1Char('\\')) || path.contains(QLatin1Char(':')) || path.contains(QChar(0));
    if (isOdd || !full.startsWith(home + QLatin1Char('/')) || !QDir().mkpath(QFileInfo(full).path()))
        return false;
    QFile file(full);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

void PublishedSite::end(bool done, const QString &message)
{
    m_running = false;
    m_answer = nullptr;
    m_waiting.clear();
    QDir(unfinishedFolder()).removeRecursively();
    Q_EMIT finished(done, message);
}

} // namespace vitrine
