#include "ui/look/Metrics.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>

#include <algorithm>

namespace vitrine::metrics {

int unit()
{
    static QFont measured;
    static int cached = 0;
    const QFont font = QApplication::font();
    if (cached == 0 || font != measured) {
        measured = font;
        cached = std::max(3, qRound(QFontMetricsF(font).height() / 4.25));
    }
    return cached;
}

int px(double units)
{
    return qRound(units * unit());
}

QFont scaledFont(double factor, int weight)
{
    QFont font = QApplication::font();
    factor = std::max(0.88, factor);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

QFont smallFont()
{
    return scaledFont(0.92);
}

QFont headFont()
{
    return scaledFont(1.25, QFont::DemiBold);
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont sized = scaledFont(0.95);
    if (sized.pointSizeF() > 0)
        font.setPointSizeF(sized.pointSizeF());
    else
        font.setPixelSize(sized.pixelSize());
    return font;
}

} // namespace vitrine::metrics
