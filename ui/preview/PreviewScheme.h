#pragma once

#include "ui/preview/EmbeddedFiles.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUrl>
#include <QWebEngineUrlSchemeHandler>

class QNetworkAccessManager;

namespace vitrine {

/// Makes `vitrine:` known to Qt WebEngine. Must be called before QApplication is made.
void registerPreviewScheme();

/// Answers every request of the preview page: the page itself, fonts and styles of the program, pictures, styles and
/// fonts of the site's folder, and, when the user allowed it, pictures and styles from the network. Files are of known
/// types and bounded size. Nothing else exists for the preview. GUI thread.
class PreviewScheme : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    explicit PreviewScheme(QObject *parent = nullptr);

    /// The address of the preview page.
    static QUrl pageUrl();

    void setDocument(const QByteArray &html) { m_document = html; }
    /// The folder that pictures may come from; empty: none. `baseUrl` is what the site puts before its paths.
    void setSite(const QString &root, const QString &baseUrl);
    /// The folder of the built site whose page is the shell: its styles come before those of the site's folder, its
    /// pictures after. Empty: none.
    void setBuiltSite(const QString &folder);
    void setRemoteAllowed(bool allowed) { m_remoteAllowed = allowed; }

    void requestStarted(QWebEngineUrlRequestJob *job) override;

    /// The file that a path of the preview stands for, when it is of a known type, inside the site's folder or the
    /// built site (links resolved) and of bearable size; empty otherwise.
    QString fileFor(const QString &path) const;
    /// The bytes of that file, and its type.
    TypedFile siteFile(const QString &path) const;

private:
    static QString fileIn(const QString &root, const QString &relative, qint64 largest);
    void answerFile(QWebEngineUrlRequestJob *job, const QString &path);
    void answerOwn(QWebEngineUrlRequestJob *job, const QString &path);
    void answerRemote(QWebEngineUrlRequestJob *job, const QUrl &address);

    QByteArray m_document;
    QString m_root; ///< canonical, with a final slash
    QString m_builtRoot; ///< likewise
    QString m_baseUrl;
    bool m_remoteAllowed = false;
    QNetworkAccessManager *m_network = nullptr;
};

} // namespace vitrine
