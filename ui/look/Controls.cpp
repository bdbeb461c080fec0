#include "ui/look/Controls.h"

#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

#include <algorithm>

namespace vitrine {

namespace {

using namespace metrics;

constexpr char refusedProperty[] = "vitrineRefused";
constexpr char accentedProperty[] = "vitrineAccented";

struct ButtonLook
{
    QString iconName; ///< ours; empty for none
    QColor color;
    QFont font;
};

int contentWidth(const QAbstractButton &button, const QFont &font, bool withIcon, bool withText)
{
    const int text =
        withText ? QFontMetrics(font).size(Qt::TextShowMnemonic | Qt::TextSingleLine, button.text()).width() : 0;
    const int icon = withIcon ? px(metrics::iconRow) : 0;
    return text + icon + (text && icon ? px(1.5) : 0);
}

/// Icon and text, centred as one.
void paintContent(QPainter &painter, const QAbstractButton &button, const ButtonLook &look, bool withText = true)
{
    const bool withIcon = !look.iconName.isEmpty();
    const int width = contentWidth(button, look.font, withIcon, withText && !button.text().isEmpty());
    QRect rect = QStyle::alignedRect(
        button.layoutDirection(), Qt::AlignCenter, {std::min(width, button.width()), button.height()}, button.rect());
    if (withIcon) {
        const int edge = px(metrics::iconRow);
        const QRect place =
            QStyle::alignedRect(button.layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, {edge, edge}, rect);
        painter.drawPixmap(place, iconPixmap(look.iconName, look.color, edge, painter.device()->devicePixelRatioF()));
        const int gap = edge + px(1.5);
        rect = button.layoutDirection() == Qt::LeftToRight ? rect.adjusted(gap, 0, 0, 0) : rect.adjusted(0, 0, -gap, 0);
    }
    if (!withText)
        return;
    painter.setFont(look.font);
    painter.setPen(look.color);
    const bool underline = button.style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, &button);
    painter.drawText(
        rect,
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip
            | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
        button.text());
}

QFont weighted(QFont font, QFont::Weight weight)
{
    font.setWeight(weight);
    return font;
}

} // namespace

void setRefused(QWidget *field, bool refused)
{
    field->setProperty(refusedProperty, refused);
    field->update();
}

bool isRefused(const QWidget *field)
{
    return field && field->property(refusedProperty).toBool();
}

void setAccented(QWidget *button, bool accented)
{
    button->setProperty(accentedProperty, accented);
    button->updateGeometry();
    button->update();
}

bool isAccented(const QWidget *button)
{
    return button && button->property(accentedProperty).toBool();
}

void nameWidget(QWidget *widget, const QString &objectName, const QString &accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
}

FilledButton::FilledButton(QWidget *parent) : FilledButton(QStringLiteral("add"), parent) { }

FilledButton::FilledButton(const QString &iconName, QWidget *parent) : QPushButton(parent), m_iconName(iconName)
{
    setCursor(Qt::ArrowCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize FilledButton::sizeHint() const
{
    const QFont bold = weighted(font(), QFont::DemiBold);
    return {contentWidth(*this, bold, true, true) + 2 * px(3.5), px(fieldHeight)};
}

void FilledButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones tones(palette());
    QColor ground = tones.accent();
    if (!isEnabled())
        ground = tones.track();
    else if (isDown())
        ground = Tones::mixed(Qt::black, ground, 0.15);
    else if (underMouse())
        ground = Tones::mixed(tones.isDark() ? Qt::white : Qt::black, ground, 0.08);
    paintRounded(painter, rect(), px(fieldRadius), ground);
    if (hasFocus()) {
        paintFocusRing(painter, rect(), px(fieldRadius), tones.accent());
        paintRounded(painter, QRectF(rect()).adjusted(2, 2, -2, -2), px(fieldRadius), {}, tones.accentText(), 1.5);
    }
    paintContent(
        painter, *this,
        {m_iconName, isEnabled() ? tones.accentText() : tones.muted(), weighted(font(), QFont::DemiBold)});
}

QuietButton::QuietButton(QWidget *parent) : QPushButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QuietButton::QuietButton(const QString &iconName, const QString &text, QWidget *parent) : QuietButton(parent)
{
    m_iconName = iconName;
    setText(text);
}

void QuietButton::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void QuietButton::setPlain(bool plain)
{
    m_plain = plain;
    update();
}

void QuietButton::setTight(bool tight)
{
    m_tight = tight;
    updateGeometry();
}

QSize QuietButton::sizeHint() const
{
    const int side = px(m_tight ? 0.5 : 1.5);
    return {contentWidth(*this, font(), !m_iconName.isEmpty(), true) + 2 * side, px(smallButtonHeight)};
}

void QuietButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones tones(palette());
    if (isEnabled() && (underMouse() || isDown()))
        paintRounded(painter, rect(), px(fieldRadius), isDown() ? tones.selection() : tones.hover());
    if (hasFocus())
        paintFocusRing(painter, rect(), px(fieldRadius), tones.accent());
    const QColor enabled = m_plain ? tones.text() : tones.accent();
    paintContent(painter, *this, {m_iconName, isEnabled() ? enabled : tones.muted(), font()});
}

ToggleButton::ToggleButton(const QString &iconName, const QString &text, QWidget *parent)
    : QPushButton(text, parent), m_iconName(iconName)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToggleButton::setSignOnly(bool signOnly)
{
    m_signOnly = signOnly && !m_iconName.isEmpty();
    setToolTip(m_signOnly ? text() : QString());
    updateGeometry();
    update();
}

QSize ToggleButton::sizeHint() const
{
    // Always as wide as when it is on, so that nothing moves.
    const QFont bold = weighted(font(), QFont::DemiBold);
    return {contentWidth(*this, bold, !m_iconName.isEmpty(), !m_signOnly) + 2 * px(2), px(smallButtonHeight)};
}

void ToggleButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones tones(palette());
    const bool on = isChecked();
    QColor ground = on ? tones.selection() : tones.base();
    if (!on && isEnabled() && underMouse())
        ground = tones.hover();
    paintRounded(painter, rect(), px(fieldRadius), ground, on ? tones.accent() : tones.hairline());
    if (hasFocus())
        paintFocusRing(painter, rect(), px(fieldRadius), tones.accent());
    const QColor color = on ? tones.selectionText() : tones.muted();
    paintContent(painter, *this, {m_iconName, color, on ? weighted(font(), QFont::DemiBold) : font()}, !m_signOnly);
}

QToolButton *makeToolButton(QAction *action, QWidget *parent, bool withText)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setMinimumSize(px(smallButtonHeight), px(smallButtonHeight));
    button->setFocusPolicy(Qt::TabFocus);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setAccessibleName(action->iconText());
    return button;
}

QToolButton *makeMenuButton(const QString &iconName, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMinimumSize(px(smallButtonHeight), px(smallButtonHeight));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

Hairline::Hairline(Qt::Orientation orientation, QWidget *parent) : QWidget(parent), m_orientation(orientation)
{
    const bool flat = orientation == Qt::Horizontal;
    setSizePolicy(
        flat ? QSizePolicy::Expanding : QSizePolicy::Fixed, flat ? QSizePolicy::Fixed : QSizePolicy::Expanding);
}

QSize Hairline::sizeHint() const
{
    return {1, 1};
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect line = m_orientation == Qt::Horizontal ? QRect(0, 0, width(), 1) : QRect(0, 0, 1, height());
    painter.fillRect(line, Tones(palette()).hairline());
}

Bar::Bar(double heightInUnits, Line line, QWidget *parent)
    : QWidget(parent), m_height(heightInUnits), m_line(line), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(px(paneMargin), line == Line::Above ? 1 : 0, px(paneMargin), line == Line::Below ? 1 : 0);
    m_row->setSpacing(px(1));
    applyHeight();
}

void Bar::setHeight(double units)
{
    m_height = units;
    applyHeight();
}

void Bar::applyHeight()
{
    setFixedHeight(px(m_height));
}

void Bar::paintEvent(QPaintEvent *)
{
    if (m_line == Line::None)
        return;
    QPainter painter(this);
    painter.fillRect(0, m_line == Line::Above ? 0 : height() - 1, width(), 1, Tones(palette()).hairline());
}

void Bar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange)
        applyHeight();
    QWidget::changeEvent(event);
}

} // namespace vitrine
