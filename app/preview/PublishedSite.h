#pragma once

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QQueue>
#include <QSet>
#include <QUrl>

class QNetworkReply;

namespace vitrine {

/// Fetches one published page with the styles, fonts and pictures that it and its styles name on the same server, and
/// keeps them as a folder that looks like a built site. Asks no other server, sends no cookies, and is bounded in
/// number, size and time. GUI thread.
class PublishedSite : public QObject
{
    Q_OBJECT

public:
    explicit PublishedSite(QObject *parent = nullptr);

    /// Fetches the page at `path` of the site at `address` into `folder`, which is made, or replaced when the page
    /// came.
    void start(const QUrl &address, const QString &path, const QString &folder);
    /// Ends a running fetch; it then finishes without a message.
    void cancel();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void said(const QString &line);
    /// `message` says why the page did not come; empty after a success and after a cancel.
    void finished(bool done, const QString &message);

private:
    QString unfinishedFolder() const { return m_folder + QStringLiteral(".new"); }
    void want(const QUrl &file);
    void fetchNext();
    void take(const QNetworkReply &answer, const QByteArray &bytes);
    bool keep(const QUrl &address, const QByteArray &bytes);
    void end(bool done, const QString &message);

    QNetworkAccessManager m_network;
    QUrl m_site;
    QUrl m_page;
    QString m_pagePath;
    QString m_folder;
    QQueue<QUrl> m_waiting;
    QSet<QUrl> m_seen;
    QNetworkReply *m_answer = nullptr;
    qint64 m_bytes = 0;
    bool m_running = false;
};

} // namespace vitrine
