#pragma once

#include <QColor>
#include <QPainter>
#include <QPixmap>
#include <QRectF>

class QWidget;

namespace vitrine {

/// A rounded shape, crisp at every device ratio: `fill` and `line` may be invalid for none; `lineWidth` in pixels.
void paintRounded(
    QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &line = {},
    double lineWidth = 1);
/// The ring around what has the keyboard, just inside `rect`.
void paintFocusRing(QPainter &painter, const QRectF &rect, double radius, const QColor &color);

/// What hangs on the pointer while a row of a view is dragged: the row, seen through, so that the line that shows its
/// new place stays in sight.
QPixmap draggedRow(QWidget *viewport, const QRect &row);

} // namespace vitrine
