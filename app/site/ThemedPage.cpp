#include "app/site/ThemedPage.h"

#include "app/site/IconFonts.h"
#include "content/render/Render.h"

#include <QFile>

namespace vitrine {

namespace {

QByteArray resource(const QString &name)
{
    QFile file(QStringLiteral(":/preview/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Theme themeOf(ThemeFamily family)
{
    switch (family) {
    case ThemeFamily::Academicpages:
        return Theme::Academicpages;
    case ThemeFamily::AcadHomepage:
        return Theme::AcadHomepage;
    case ThemeFamily::Unknown:
        break;
    }
    return Theme::Plain;
}

QByteArray themeStyle(Theme theme)
{
    const QByteArray own = resource(QString::fromLatin1(themeName(theme)) + QStringLiteral(".css"));
    const QByteArray marks = resource(QStringLiteral("marks.css"));
    return theme == Theme::Own ? marks + own : marks + resource(QStringLiteral("base.css")) + own;
}

QByteArray themedPage(const Page &page, Theme theme, const QUrl &siteUrl)
{
    const SiteShell shell = siteShell(*page.context().site, theme);
    const QByteArray content = renderContent(page);
    const QByteArray style = themeStyle(theme) + embeddedIconStyle(siteBody(shell, theme, content));
    QByteArray html = standalonePage(shell, theme, style, content);
    if (siteUrl.isEmpty())
        return html;
    // Addresses from the site's root ("/images/a.png") would be looked for at the disk's root: let them begin at the
    // base.
    html.replace("src=\"//", "src=\"https://");
    html.replace("src=\"/", "src=\"");
    return html.replace("<head>\n", "<head>\n<base href=\"" + siteUrl.toEncoded() + "\">\n");
}

} // namespace vitrine
