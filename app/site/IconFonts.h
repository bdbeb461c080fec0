#pragma once

#include <QByteArray>
#include <QStringList>

namespace vitrine {

/// True when the build was given the icon fonts that the themes use (Font Awesome, Academicons).
bool hasIconFonts();

/// Their style sheets, as paths below `:/web`; they name their fonts relative to themselves. Empty without the fonts.
QStringList iconSheets();

/// The style that shows the icons of a page in a file that stands alone: sheets with the fonts that this HTML needs in
/// them, or our own signs where the build was given no fonts. Empty when the page has no icon.
QByteArray embeddedIconStyle(const QByteArray &html);

} // namespace vitrine
