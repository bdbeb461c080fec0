#include "ui/preview/PreviewDocument.h"

#include "app/site/IconFonts.h"

#include <QFile>

namespace vitrine {

namespace {

QByteArray resourceText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The page that is loaded once. The policy lets it show pictures, fonts and styles that our scheme answers, and
/// nothing else.
QByteArray previewDocument()
{
    QByteArray sheets;
    for (const QString &sheet : iconSheets())
        sheets += "<link rel=\"stylesheet\" href=\"/-/web/" + sheet.toUtf8() + "\">\n";
    if (sheets.isEmpty())
        sheets = "<style>" + resourceText(QStringLiteral(":/preview/own-icons.css")) + "</style>\n";
    return "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' data:; media-src "
           "'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; form-action 'none'; base-uri 'none'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + sheets + "<style id=\"vt-theme\"></style>\n</head>\n<body></body>\n</html>\n";
}

QWebEngineScript previewScript()
{
    QWebEngineScript script;
    script.setName(QStringLiteral("vitrine"));
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentReady);
    script.setRunsOnSubFrames(false);
    QByteArray code = resourceText(QStringLiteral(":/qtwebchannel/qwebchannel.js"));
    for (const char *part :
         {"math", "places", "hits", "remote", "ghosts", "own-page", "dark", "shell", "preview", "export"})
        code += resourceText(QStringLiteral(":/preview/%1.js").arg(QLatin1String(part)));
    script.setSourceCode(QString::fromUtf8(code));
    return script;
}

QByteArray previewMath()
{
    const QByteArray katex = resourceText(QStringLiteral(":/web/katex/dist/katex.min.js"));
    if (katex.isEmpty())
        return {};
    return "if (!window.katex) {" + katex
        + "\nvitrine.addSheet('/-/web/katex/dist/katex.min.css'); vitrine.mathCame(); }";
}

} // namespace vitrine
