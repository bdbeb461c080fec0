#pragma once

#include "content/liquid/Expansion.h"

#include <QByteArray>

namespace vitrine {

/// How a page can be shown: the looks that are built in, and the site's own page around the content, which is no look
/// of ours (here it counts as plain).
enum class Theme { Academicpages, AcadHomepage, Plain, Own };

/// The HTML around the content, as the site's values give it. Each part is balanced HTML; `title` is plain text.
struct SiteShell
{
    QByteArray title;
    QByteArray masthead; ///< the thin bar on top: site title and menu
    QByteArray sidebar; ///< picture, name, bio, place and links of the author; empty when the site names no author
    QByteArray footer; ///< the band at the end; empty where the theme has none
};

/// Masthead from `title` and `_data/navigation.yml`, sidebar from `author:` of `_config.yml`. Any thread.
SiteShell siteShell(const SiteValues &site, Theme theme);

/// Content and shell put together to the body of a page: `<div class="vt-site …">` with masthead, sidebar, footer and
/// the element `vt-content` that holds `content`. Elements bear the class names of the themes, which styles in the
/// content use.
QByteArray siteBody(const SiteShell &shell, Theme theme, const QByteArray &content);

/// A complete HTML page that needs no other file but pictures.
QByteArray standalonePage(const SiteShell &shell, Theme theme, const QByteArray &style, const QByteArray &content);

/// The name of a theme in CSS classes, settings and resources: "academicpages".
QByteArray themeName(Theme theme);

} // namespace vitrine
