#include "ui/look/Painting.h"

#include <QWidget>

#include "ui/look/Metrics.h"

namespace vitrine {

void paintRounded(
    QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &line, double lineWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line.isValid() ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = line.isValid() ? lineWidth / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &rect, double radius, const QColor &color)
{
    paintRounded(painter, rect, radius, {}, color, metrics::focusRing);
}

QPixmap draggedRow(QWidget *viewport, const QRect &row)
{
    const QPixmap solid = viewport->grab(row);
    QPixmap seenThrough(solid.size());
    seenThrough.setDevicePixelRatio(solid.devicePixelRatio());
    seenThrough.fill(Qt::transparent);
    QPainter painter(&seenThrough);
    painter.setOpacity(0.55);
    painter.drawPixmap(0, 0, solid);
    return seenThrough;
}

} // namespace vitrine
