#pragma once

#include <QPalette>

namespace vitrine {

/// What the window's colours follow.
enum class ColorTheme { Desktop, Light, Dark };

/// Our own palettes, used only where the desktop gives none (ui.md section 4).
QPalette lightPalette();
QPalette darkPalette();

/// Sets the application's style and palette for a theme. `Desktop` keeps the desktop's palette, or takes our light one
/// where the style is Fusion with its standard palette. Call once before the first window and on change of theme.
void applyTheme(ColorTheme theme);

} // namespace vitrine
