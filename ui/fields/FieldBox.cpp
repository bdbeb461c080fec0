#include "ui/fields/FieldBox.h"

#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace vitrine {

using namespace metrics;

FieldBox::FieldBox(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    measure();
    m_focus.follow([this](QWidget *now) { followFocus(now); });
}

void FieldBox::setContent(QWidget *content)
{
    m_layout->insertWidget(0, content, 1);
}

void FieldBox::setStrip(QWidget *strip)
{
    m_strip = strip;
    m_layout->addWidget(strip);
    measure();
}

void FieldBox::setRefused(bool refused)
{
    m_refused = refused;
    update();
}

void FieldBox::setPlain(bool plain)
{
    if (plain == m_plain)
        return;
    m_plain = plain;
    measure();
    update();
}

void FieldBox::followFocus(const QWidget *now)
{
    const bool focused = now && isAncestorOf(now);
    if (focused == m_focused)
        return;
    m_focused = focused;
    update();
}

void FieldBox::measure()
{
    // The ring lies inside the shape: content keeps clear of it.
    const int ring = m_plain ? 0 : focusRing;
    m_layout->setContentsMargins(ring, ring, ring, ring);
    if (m_strip)
        m_strip->setMinimumHeight(m_plain ? 0 : px(fieldStripHeight));
}

void FieldBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

void FieldBox::paintEvent(QPaintEvent *)
{
    if (m_plain)
        return;
    const Tones tones(palette());
    QPainter painter(this);
    const double radius = px(fieldRadius);
    const QRectF frame = rect();
    paintRounded(painter, frame, radius, isEnabled() ? tones.base() : tones.window());
    if (m_strip && m_strip->isVisible()) {
        painter.save();
        QPainterPath inside;
        inside.addRoundedRect(frame, radius, radius);
        painter.setClipPath(inside);
        const QRectF ground(0, m_strip->y(), width(), height() - m_strip->y());
        painter.fillRect(ground, tones.strip());
        if (m_strip->y() > focusRing)
            painter.fillRect(QRectF(0, m_strip->y(), width(), 1), tones.hairline());
        painter.restore();
    }
    const QColor line = isEnabled() ? tones.border() : tones.hairline();
    paintRounded(painter, frame, radius, {}, m_refused ? tones.error() : line);
    if (m_focused || m_refused)
        paintFocusRing(painter, frame, radius, m_refused ? tones.error() : tones.accent());
}

} // namespace vitrine
