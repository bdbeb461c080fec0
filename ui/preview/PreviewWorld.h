#pragma once

#include <QJsonArray>
#include <QObject>
#include <QString>
#include <QVariant>

#include <functional>

class QWebEngineProfile;

namespace vitrine {

class PreviewHost;
class PreviewPage;
class PreviewScheme;

/// The page of the web engine in which the preview lives, with its profile, its scheme and the channel on which its own
/// script tells us things. Loads it, calls its script, and starts it again when its renderer dies. GUI thread.
class PreviewWorld : public QObject
{
    Q_OBJECT

public:
    explicit PreviewWorld(QObject *parent = nullptr);
    /// The view that shows the page must be gone before.
    ~PreviewWorld() override;

    PreviewPage *page() const { return m_page; }
    PreviewScheme *scheme() const { return m_scheme; }
    const PreviewHost *host() const { return m_host; }

    /// Loads the empty page, also anew.
    void load();
    /// True from ready() until the page is loaded anew.
    bool isReady() const { return m_ready; }

    /// Calls a function of the page's script; does nothing while the page is not ready.
    void call(const QString &function, const QJsonArray &arguments = {});
    /// Runs an expression in the world of the page's script. `done` may get an invalid value: the page went meanwhile.
    void run(const QString &code, const std::function<void(const QVariant &)> &done = {});

    /// Arguments as they are written in a call.
    static QString listed(const QJsonArray &arguments);

Q_SIGNALS:
    void ready();
    /// The renderer died; the page is being loaded again.
    void restarted();

private:
    QWebEngineProfile *m_profile;
    PreviewScheme *m_scheme;
    PreviewHost *m_host;
    PreviewPage *m_page;
    bool m_ready = false;
};

} // namespace vitrine
