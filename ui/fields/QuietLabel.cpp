#include "ui/fields/QuietLabel.h"

#include "ui/look/Metrics.h"
#include "ui/look/Tones.h"

#include <QApplication>
#include <QEvent>

namespace vitrine {

QuietLabel::QuietLabel(QWidget *parent) : QLabel(parent)
{
    applyLook();
}

void QuietLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ApplicationFontChange)
        applyLook();
}

void QuietLabel::applyLook()
{
    QPalette palette = QApplication::palette(this);
    palette.setColor(QPalette::WindowText, Tones(palette).muted());
    setPalette(palette);
    setFont(m_small ? metrics::smallFont() : metrics::scaledFont(1.0));
}

void QuietLabel::setBodySize()
{
    m_small = false;
    applyLook();
}

} // namespace vitrine
