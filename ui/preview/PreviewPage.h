#pragma once

#include <QWebEnginePage>

class QWebEngineProfile;

namespace vitrine {

/// A profile that keeps nothing and asks nobody: off the record, every request but those of the preview's own scheme
/// and inline pictures is refused before it leaves. Owns nothing that outlives it.
QWebEngineProfile *makePreviewProfile(QObject *parent);

/// A page whose content can neither run scripts nor navigate, open windows, ask for anything or download.
class PreviewPage : public QWebEnginePage
{
    Q_OBJECT

public:
    PreviewPage(QWebEngineProfile *profile, QObject *parent);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;
    void javaScriptConsoleMessage(
        JavaScriptConsoleMessageLevel level, const QString &message, int line, const QString &source) override;
    QStringList chooseFiles(FileSelectionMode, const QStringList &, const QStringList &) override { return {}; }
};

} // namespace vitrine
