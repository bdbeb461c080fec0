#pragma once

#include "app/site/Site.h"
#include "content/page/Page.h"
#include "content/render/SiteShell.h"

#include <QByteArray>
#include <QUrl>

namespace vitrine {

/// The built-in theme that resembles a family's own.
Theme themeOf(ThemeFamily family);

/// The style sheet of a built-in theme, from the resources, with what all themes share; for the site's own page only
/// what marks the selection.
QByteArray themeStyle(Theme theme);

/// A page with its shell as one HTML file that needs nothing but the site's pictures. With `siteUrl` (a folder's
/// address, with a final slash) they are found there, wherever the file itself lies. Any thread.
QByteArray themedPage(const Page &page, Theme theme, const QUrl &siteUrl = {});

} // namespace vitrine
