#include "app/site/ThemedPage.h"

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
    return resource(QStringLiteral("base.css"))
        + resource(QString::fromLatin1(themeName(theme)) + QStringLiteral(".css"));
}

QByteArray themedPage(const Page &page, Theme theme)
{
    return standalonePage(siteShell(*page.context().site, theme), theme, themeStyle(theme), renderContent(page));
}

} // namespace vitrine
