#include "ui/look/MutedLabel.h"

#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Tones.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace vitrine {

namespace {

void applyMuted(QLabel *label)
{
    const QColor muted = Tones(QApplication::palette()).muted();
    if (label->palette().color(QPalette::WindowText) == muted)
        return; // setting a palette sends another change
    QPalette own; // this one role only: the others go on following the application
    own.setColor(QPalette::WindowText, muted);
    label->setPalette(own);
}

/// Follows the application's palette, which a label with colours of its own does not do by itself.
class MutedFilter : public QObject
{
public:
    explicit MutedFilter(QLabel *label) : QObject(label) { }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange) {
            if (auto *label = qobject_cast<QLabel *>(watched))
                applyMuted(label);
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void makeMuted(QLabel *label)
{
    label->setForegroundRole(QPalette::WindowText); // also on other grounds than the window's
    applyMuted(label);
    label->installEventFilter(new MutedFilter(label));
}

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(metrics::px(8), QLabel::sizeHint().width()), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    style()->drawItemText(
        &painter, rect(), static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter), palette(), isEnabled(), shown,
        foregroundRole());
}

IconLabel::IconLabel(const QString &iconName, double units, Tone tone, QWidget *parent)
    : QWidget(parent), m_name(iconName), m_units(units), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIconName(const QString &name)
{
    m_name = name;
    update();
}

void IconLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize IconLabel::sizeHint() const
{
    return {metrics::px(m_units), metrics::px(m_units)};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones tones(palette());
    const auto color = [&] {
        switch (m_tone) {
        case Tone::Muted:
            return tones.muted();
        case Tone::Accent:
            return tones.accent();
        case Tone::Error:
            return tones.error();
        case Tone::ToCheck:
            return tones.toCheck();
        case Tone::Text:
            break;
        }
        return tones.text();
    };
    const int edge = metrics::px(m_units);
    painter.drawPixmap(
        (width() - edge) / 2, (height() - edge) / 2, iconPixmap(m_name, color(), edge, devicePixelRatioF()));
}

} // namespace vitrine
