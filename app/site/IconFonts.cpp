#include "app/site/IconFonts.h"

#include <QFile>
#include <QRegularExpression>

namespace vitrine {

namespace {

const QString webFolder = QStringLiteral(":/web/");

/// A font and the classes that ask for it.
struct IconFont
{
    const char *path; ///< below `:/web`
    const char *type;
    const char *face; ///< the rest of its `@font-face`
    const char *classes; ///< pattern of a class that uses it
};

constexpr IconFont iconFonts[] = {
    {"@fortawesome/fontawesome-free/webfonts/fa-brands-400.woff2", "font/woff2",
     "font-family:\"Font Awesome 6 Brands\";font-weight:400", "fab|fa-brands|fa"},
    {"@fortawesome/fontawesome-free/webfonts/fa-solid-900.woff2", "font/woff2",
     "font-family:\"Font Awesome 6 Free\";font-weight:900", "fas|fa-solid|fa"},
    {"@fortawesome/fontawesome-free/webfonts/fa-regular-400.woff2", "font/woff2",
     "font-family:\"Font Awesome 6 Free\";font-weight:400", "far|fa-regular"},
    {"academicons/fonts/academicons.ttf", "font/ttf", "font-family:\"Academicons\";font-weight:400", "ai"},
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool usesClass(const QByteArray &html, const char *names)
{
    const QRegularExpression use(QStringLiteral("class=[\"'](?:[^\"']*\\s)?(?:%1)[\\s\"']").arg(QLatin1String(names)));
    return use.match(QString::fromUtf8(html)).hasMatch();
}

/// The sheets without the rules that load fonts from files.
QString sheetsWithoutFonts()
{
    static const QRegularExpression face(QStringLiteral("@font-face\\s*\\{[^}]*\\}"));
    QString css;
    for (const QString &sheet : iconSheets())
        css += QString::fromUtf8(bytesOf(webFolder + sheet)).remove(face) + QLatin1Char('\n');
    return css;
}

} // namespace

bool hasIconFonts()
{
    return QFile::exists(webFolder + QLatin1String(iconFonts[0].path));
}

QStringList iconSheets()
{
    if (!hasIconFonts())
        return {};
    return {
        QStringLiteral("@fortawesome/fontawesome-free/css/all.min.css"),
        QStringLiteral("@fortawesome/fontawesome-free/css/v4-shims.min.css"),
        QStringLiteral("academicons/css/academicons.min.css")};
}

QByteArray embeddedIconStyle(const QByteArray &html)
{
    if (!usesClass(html, "fa|fas|far|fab|fa-solid|fa-regular|fa-brands|ai"))
        return {};
    if (!hasIconFonts())
        return bytesOf(QStringLiteral(":/preview/own-icons.css"));
    QByteArray css = sheetsWithoutFonts().toUtf8();
    for (const IconFont &font : iconFonts) {
        if (!usesClass(html, font.classes))
            continue;
        css += QByteArray("@font-face{") + font.face + ";src:url(data:" + font.type + ";base64,"
            + bytesOf(webFolder + QLatin1String(font.path)).toBase64() + ")}\n";
    }
    return css;
}

} // namespace vitrine
