#pragma once

namespace vitrine {

/// How the window is divided at a width.
enum class WindowShape {
    Single, ///< under 235 u: the preview is one of the views
    Folded, ///< 235 to 300 u: the outline is in the section's title
    Three, ///< 300 to 430 u: outline, list over form, preview
    Four, ///< from 430 u: list beside form
};

/// The shape for a width, both in units; the present one is kept within 4 u around a border.
WindowShape shapeFor(double widthInUnits, WindowShape present);

} // namespace vitrine
