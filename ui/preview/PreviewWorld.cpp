#include "ui/preview/PreviewWorld.h"

#include "ui/preview/PreviewDocument.h"
#include "ui/preview/PreviewHost.h"
#include "ui/preview/PreviewPage.h"
#include "ui/preview/PreviewScheme.h"

#include <QJsonDocument>
#include <QTimer>
#include <QWebChannel>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

namespace vitrine {

PreviewWorld::PreviewWorld(QObject *parent)
    : QObject(parent),
      m_profile(makePreviewProfile(this)),
      m_scheme(new PreviewScheme(this)),
      m_host(new PreviewHost(this))
{
    m_profile->installUrlSchemeHandler(PreviewScheme::pageUrl().scheme().toLatin1(), m_scheme);
    m_page = new PreviewPage(m_profile, this);
    m_page->scripts().insert(previewScript());
    auto *channel = new QWebChannel(m_page);
    channel->registerObject(QStringLiteral("host"), m_host);
    m_page->setWebChannel(channel, QWebEngineScript::ApplicationWorld);

    connect(m_host, &PreviewHost::pageReady, this, [this] {
        m_ready = true;
        Q_EMIT ready();
    });
    connect(m_page, &QWebEnginePage::renderProcessTerminated, this, [this] {
        m_ready = false;
        QTimer::singleShot(0, this, [this] {
            load();
            Q_EMIT restarted();
        });
    });
}

PreviewWorld::~PreviewWorld()
{
    delete m_page; // before its profile
}

void PreviewWorld::load()
{
    m_ready = false;
    m_scheme->setDocument(previewDocument());
    m_page->load(PreviewScheme::pageUrl());
}

QString PreviewWorld::listed(const QJsonArray &arguments)
{
    return QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact));
}

void PreviewWorld::call(const QString &function, const QJsonArray &arguments)
{
    if (m_ready)
        run(QStringLiteral("vitrine.%1(...%2)").arg(function, listed(arguments)));
}

void PreviewWorld::run(const QString &code, const std::function<void(const QVariant &)> &done)
{
    if (done)
        m_page->runJavaScript(code, QWebEngineScript::ApplicationWorld, done);
    else
        m_page->runJavaScript(code, QWebEngineScript::ApplicationWorld);
}

} // namespace vitrine
