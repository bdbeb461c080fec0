#pragma once

#include "app/settings/Settings.h"

#include <QPalette>

namespace vitrine {

/// Our own palettes, used only where the desktop gives none.
QPalette lightPalette();
QPalette darkPalette();

/// Sets the application's style and palette for a look. `Desktop` keeps the desktop's palette, or takes our light one
/// where the style is Fusion with its standard palette. Call once before the first window and on change of look.
void applyLook(Settings::Look look);

} // namespace vitrine
