#include "ui/preview/PreviewPage.h"

#include "ui/preview/PreviewScheme.h"

#include <QLoggingCategory>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestInterceptor>

namespace vitrine {

namespace {

Q_LOGGING_CATEGORY(previewLog, "vitrine.preview")

/// Lets through what our own scheme answers and pictures that are part of the page; blocks the rest of the world.
class OnlyOurOwn : public QWebEngineUrlRequestInterceptor
{
public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;

    void interceptRequest(QWebEngineUrlRequestInfo &info) override
    {
        const QString scheme = info.requestUrl().scheme();
        const bool picture =
            scheme == QStringLiteral("data") && info.resourceType() == QWebEngineUrlRequestInfo::ResourceTypeImage;
        info.block(scheme != PreviewScheme::pageUrl().scheme() && !picture);
    }
};

void lockDown(QWebEngineSettings *settings)
{
    using S = QWebEngineSettings;
    for (const S::WebAttribute attribute :
         {S::JavascriptEnabled, S::JavascriptCanOpenWindows, S::JavascriptCanAccessClipboard, S::JavascriptCanPaste,
          S::LocalContentCanAccessFileUrls, S::LocalContentCanAccessRemoteUrls, S::PluginsEnabled, S::PdfViewerEnabled,
          S::WebGLEnabled, S::ScreenCaptureEnabled, S::FullScreenSupportEnabled, S::LocalStorageEnabled,
          S::HyperlinkAuditingEnabled, S::DnsPrefetchEnabled, S::AutoLoadIconsForPage, S::ErrorPageEnabled,
          S::NavigateOnDropEnabled, S::FocusOnNavigationEnabled, S::AllowRunningInsecureContent})
        settings->setAttribute(attribute, false);
    settings->setUnknownUrlSchemePolicy(S::DisallowUnknownUrlSchemes);
}

} // namespace

QWebEngineProfile *makePreviewProfile(QObject *parent)
{
    auto *profile = new QWebEngineProfile(parent);
    profile->setHttpCacheType(QWebEngineProfile::NoCache);
    profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    profile->setUrlRequestInterceptor(new OnlyOurOwn(profile));
    QObject::connect(profile, &QWebEngineProfile::downloadRequested, profile, [](QWebEngineDownloadRequest *download) {
        download->cancel();
    });
    return profile;
}

PreviewPage::PreviewPage(QWebEngineProfile *profile, QObject *parent) : QWebEnginePage(profile, parent)
{
    lockDown(settings());
    connect(this, &QWebEnginePage::featurePermissionRequested, this, [this](const QUrl &origin, Feature feature) {
        setFeaturePermission(origin, feature, PermissionDeniedByUser);
    });
}

bool PreviewPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    const bool ours = type == NavigationTypeTyped || type == NavigationTypeReload;
    return isMainFrame && ours && url == PreviewScheme::pageUrl();
}

QWebEnginePage *PreviewPage::createWindow(WebWindowType)
{
    return nullptr;
}

void PreviewPage::javaScriptConsoleMessage(
    JavaScriptConsoleMessageLevel, const QString &message, int line, const QString &source)
{
    qCDebug(previewLog) << source << line << message;
}

} // namespace vitrine
