#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>

namespace vitrine {

/// A rounded shape, crisp at every device ratio: `fill` and `line` may be invalid for none; `lineWidth` in pixels.
void paintRounded(
    QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &line = {},
    double lineWidth = 1);
/// The ring around what has the keyboard, just inside `rect`.
void paintFocusRing(QPainter &painter, const QRectF &rect, double radius, const QColor &color);

} // namespace vitrine
