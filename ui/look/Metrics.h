#pragma once

#include <QFont>

/// All lengths of the window. They are multiples of one unit that grows with the application's font, so that the window
/// keeps its proportions at every font size and scale. GUI thread.
namespace vitrine::metrics {

/// One unit in device-independent pixels: 4 at 10 pt and 96 dpi. Recomputed when the application's font changes.
int unit();
/// A length of so many units, rounded to whole pixels.
int px(double units);

/// Heights and widths in units, to be given to px().
constexpr double toolBarHeight = 11;
constexpr double headHeight = 12;
constexpr double entryBarHeight = 10;
constexpr double statusLineHeight = 7;
constexpr double fieldHeight = 7.5;
constexpr double smallButtonHeight = 6.5;
constexpr double paneMargin = 4;
constexpr double fieldGap = 2.5;
constexpr double labelLeast = 18;
constexpr double labelMost = 26;
constexpr double labelGap = 3;
constexpr double outlineRowHeight = 7.5;
constexpr double subSectionRowHeight = 7;
constexpr double oneLineRowHeight = 8;
constexpr double twoLineRowHeight = 11;
constexpr double groupHeadHeight = 7;
constexpr double rowGutter = 6.5;
constexpr double chipHeight = 6.5;
constexpr double chipGap = 1;
constexpr double fieldStripHeight = 8;
constexpr double fieldRadius = 1;
constexpr double rowRadius = 1.25;
constexpr double cardRadius = 2;
constexpr double outlineWidth = 60;
constexpr double middleWidth = 140;
constexpr double outlineLeast = 44;
constexpr double middleLeast = 110;
constexpr double previewLeast = 80;

/// Edge lengths of icons in units: rows and bars, heads, first start.
constexpr double iconRow = 4;
constexpr double iconHead = 5;
constexpr double iconLarge = 7;

/// Width of the focus ring in pixels.
constexpr int focusRing = 2;

/// The application's font at a factor of its size, never below 0.88.
QFont scaledFont(double factor, int weight = QFont::Normal);
/// Second lines, counts, hints and status.
QFont smallFont();
/// Section heads.
QFont headFont();
/// Source, Markdown and diff: the system's fixed font.
QFont fixedFont();

} // namespace vitrine::metrics
