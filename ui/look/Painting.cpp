#include "ui/look/Painting.h"

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

} // namespace vitrine
