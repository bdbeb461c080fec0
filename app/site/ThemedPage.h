#pragma once

#include "app/site/Site.h"
#include "content/page/Page.h"
#include "content/render/SiteShell.h"

#include <QByteArray>

namespace vitrine {

/// The built-in theme that resembles a family's own.
Theme themeOf(ThemeFamily family);

/// The style sheet of a built-in theme, from the resources; with what all themes share.
QByteArray themeStyle(Theme theme);

/// A page with its shell as one HTML file that needs nothing but the site's pictures. Any thread.
QByteArray themedPage(const Page &page, Theme theme);

} // namespace vitrine
