#include "ui/look/VitrineStyle.h"

#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QMenuBar>
#include <QPainter>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace vitrine {

namespace {

double radius()
{
    return metrics::px(metrics::fieldRadius);
}

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

void paintField(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Tones tones(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool refused = isRefused(widget);
    paintRounded(
        *painter, option->rect, radius(), enabled ? tones.base() : tones.window(),
        refused ? tones.error() : (enabled ? tones.border() : tones.hairline()));
    if (has(option, QStyle::State_HasFocus) || refused)
        paintFocusRing(*painter, option->rect, radius(), refused ? tones.error() : tones.accent());
}

void paintButton(const QStyleOption *option, QPainter *painter)
{
    const Tones tones(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    QColor ground = enabled ? tones.base() : tones.window();
    if (enabled && down)
        ground = tones.selection();
    else if (enabled && has(option, QStyle::State_MouseOver))
        ground = tones.hover();
    paintRounded(*painter, option->rect, radius(), ground, enabled ? tones.border() : tones.hairline());
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        paintFocusRing(*painter, option->rect, radius(), tones.accent());
}

void paintToolButton(const QStyleOption *option, QPainter *painter)
{
    const Tones tones(option->palette);
    if (!has(option, QStyle::State_Enabled))
        return;
    if (has(option, QStyle::State_On) || has(option, QStyle::State_Sunken))
        paintRounded(*painter, option->rect, radius(), tones.selection());
    else if (has(option, QStyle::State_MouseOver))
        paintRounded(*painter, option->rect, radius(), tones.hover());
}

void paintComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget)
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (combo && combo->frame)
        paintField(option, painter, widget);
    const Tones tones(option->palette);
    const int edge = metrics::px(metrics::iconRow);
    const QRect rect = option->rect;
    const int x =
        option->direction == Qt::LeftToRight ? rect.right() - edge - metrics::px(1.5) : rect.left() + metrics::px(1.5);
    const QColor color = has(option, QStyle::State_Enabled) ? tones.muted() : tones.hairline();
    painter->drawPixmap(
        x, rect.top() + (rect.height() - edge) / 2,
        iconPixmap(QStringLiteral("open-list"), color, edge, painter->device()->devicePixelRatioF()));
}

/// Our tool buttons: ground, icon, words, and a chevron where a menu opens. Those with an action and a menu have the
/// chevron as a part of its own.
struct ToolButtonParts
{
    QRect button, menu;
};

bool opensMenu(const QStyleOptionToolButton &button)
{
    return button.features.testFlag(QStyleOptionToolButton::HasMenu);
}

int chevronWidth()
{
    return metrics::px(5);
}

ToolButtonParts toolButtonParts(const QStyleOptionToolButton &button)
{
    ToolButtonParts parts{button.rect, {}};
    const bool split = button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
    if (!opensMenu(button) || (button.text.isEmpty() && !split))
        return parts;
    const int width = chevronWidth();
    parts.button.setWidth(button.rect.width() - width);
    parts.menu = QRect(parts.button.right() + 1, button.rect.top(), width, button.rect.height());
    parts.button = QStyle::visualRect(button.direction, button.rect, parts.button);
    parts.menu = QStyle::visualRect(button.direction, button.rect, parts.menu);
    return parts;
}

void paintToolButtonLabel(
    const QStyleOptionToolButton &button, const QRect &place, QPainter *painter, const QWidget *widget)
{
    const Tones tones(button.palette);
    const bool enabled = has(&button, QStyle::State_Enabled);
    const bool accented = enabled && isAccented(widget);
    const bool withIcon = button.toolButtonStyle != Qt::ToolButtonTextOnly && !button.icon.isNull();
    const bool withText = button.toolButtonStyle != Qt::ToolButtonIconOnly && !button.text.isEmpty();
    QFont font = button.font;
    if (accented)
        font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int edge = metrics::px(metrics::iconRow);
    const int gap = metrics::px(1.75);
    const int textWidth = withText ? metrics.size(Qt::TextShowMnemonic | Qt::TextSingleLine, button.text).width() : 0;
    const int width = (withIcon ? edge : 0) + (withIcon && withText ? gap : 0) + textWidth;
    QRect content = QStyle::alignedRect(button.direction, Qt::AlignCenter, {width, place.height()}, place);
    if (withIcon) {
        const QRect iconPlace =
            QStyle::alignedRect(button.direction, Qt::AlignLeft | Qt::AlignVCenter, {edge, edge}, content);
        const QIcon::Mode mode =
            enabled ? (accented || has(&button, QStyle::State_On) ? QIcon::Active : QIcon::Normal) : QIcon::Disabled;
        button.icon.paint(painter, iconPlace, Qt::AlignCenter, mode);
    }
    if (!withText)
        return;
    const QRect textPlace = QStyle::alignedRect(
        button.direction, Qt::AlignRight | Qt::AlignVCenter, {textWidth, content.height()}, content);
    QColor color = enabled ? tones.text() : tones.muted();
    if (accented)
        color = tones.accent();
    if (!enabled)
        color.setAlphaF(0.6F);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(
        textPlace, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine | Qt::TextDontClip, button.text);
}

void paintWholeToolButton(const QStyleOptionToolButton &button, QPainter *painter, const QWidget *widget)
{
    painter->save();
    const ToolButtonParts parts = toolButtonParts(button);
    paintToolButton(&button, painter);
    paintToolButtonLabel(button, parts.button, painter, widget);
    if (!parts.menu.isEmpty()) {
        const int edge = metrics::px(metrics::iconRow) - 2;
        const QColor color =
            has(&button, QStyle::State_Enabled) ? Tones(button.palette).muted() : Tones(button.palette).hairline();
        const QRect place =
            QStyle::alignedRect(button.direction, Qt::AlignLeft | Qt::AlignVCenter, {edge, edge}, parts.menu);
        painter->drawPixmap(
            place, iconPixmap(QStringLiteral("open-list"), color, edge, painter->device()->devicePixelRatioF()));
    }
    if (has(&button, QStyle::State_HasFocus))
        paintFocusRing(*painter, button.rect, radius(), Tones(button.palette).accent());
    painter->restore();
}

/// The colour that the scroll bar lies beside.
QColor scrolledGround(const QWidget *bar, const QPalette &palette)
{
    for (const QWidget *above = bar; above; above = above->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(above)) {
            const QWidget *viewport = area->viewport();
            return viewport->palette().color(viewport->backgroundRole());
        }
    }
    return palette.color(QPalette::Window);
}

void paintScrollBar(const QStyle &style, const QStyleOptionSlider &bar, QPainter *painter, const QWidget *widget)
{
    const Tones tones(bar.palette);
    const QColor ground = scrolledGround(widget, bar.palette);
    painter->fillRect(bar.rect, ground);
    if (bar.maximum <= bar.minimum)
        return;
    QRectF handle = style.subControlRect(QStyle::CC_ScrollBar, &bar, QStyle::SC_ScrollBarSlider, widget);
    const double inset = metrics::px(0.5);
    handle.adjust(inset, inset, -inset, -inset);
    const bool active = bar.state.testFlag(QStyle::State_MouseOver) || bar.state.testFlag(QStyle::State_Sunken);
    const QColor color = Tones::mixed(tones.border(), ground, active ? 0.95 : 0.55);
    paintRounded(*painter, handle, std::min(handle.width(), handle.height()) / 2, color);
}

void paintMenuBarItem(const QStyleOptionMenuItem &item, QPainter *painter, const QStyle &style)
{
    const Tones tones(item.palette);
    painter->fillRect(item.rect, tones.window());
    if (item.state.testFlag(QStyle::State_Selected) || item.state.testFlag(QStyle::State_Sunken)) {
        const int inset = metrics::px(0.5);
        paintRounded(*painter, item.rect.adjusted(0, inset, 0, -inset), radius(), tones.hover());
    }
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!style.styleHint(QStyle::SH_UnderlineShortcut, &item))
        flags |= Qt::TextHideMnemonic;
    style.drawItemText(
        painter, item.rect, flags, item.palette, item.state.testFlag(QStyle::State_Enabled), item.text,
        QPalette::WindowText);
}

} // namespace

VitrineStyle::VitrineStyle()
{
    m_onFusion = baseStyle()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) == 0;
}

int VitrineStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
        return metrics::px(metrics::iconRow);
    case PM_SplitterWidth:
        return 1;
    case PM_ScrollBarExtent:
        return m_onFusion ? metrics::px(2.5) : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ScrollBarSliderMin:
        return metrics::px(8);
    case PM_ButtonMargin:
        return metrics::px(3);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int VitrineStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText)
        return 0;
    if (hint == SH_ComboBox_Popup || hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QSize VitrineStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_PushButton:
    case CT_SpinBox:
        wanted.setHeight(std::max(wanted.height(), metrics::px(metrics::fieldHeight)));
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option); button && m_onFusion) {
            QFont bold = button->font;
            bold.setWeight(QFont::DemiBold);
            const bool withIcon = button->toolButtonStyle != Qt::ToolButtonTextOnly && !button->icon.isNull();
            const bool withText = button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
            const int text = QFontMetrics(isAccented(widget) ? bold : button->font)
                                 .size(Qt::TextShowMnemonic | Qt::TextSingleLine, button->text)
                                 .width();
            int width = (withIcon ? metrics::px(metrics::iconRow) : 0) + (withText ? text : 0)
                + (withIcon && withText ? metrics::px(1.75) : 0) + metrics::px(3);
            if (!toolButtonParts(*button).menu.isEmpty())
                width += chevronWidth() - metrics::px(0.5);
            return {std::max(width, metrics::px(metrics::smallButtonHeight)), metrics::px(metrics::fieldHeight)};
        }
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            wanted.setHeight(std::max(wanted.height(), metrics::px(metrics::smallButtonHeight)));
        break;
    case CT_MenuBarItem:
        wanted.setHeight(std::max(wanted.height(), metrics::px(metrics::groupHeadHeight)));
        break;
    default:
        break;
    }
    return wanted;
}

QRect VitrineStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        frame && m_onFusion && element == SE_LineEditContents && frame->lineWidth > 0) {
        const int inset = metrics::px(1.25);
        rect.adjust(inset, 0, -inset, 0);
    }
    return rect;
}

void VitrineStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (m_onFusion) {
        switch (element) {
        case PE_PanelLineEdit:
            if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
                if (frame->lineWidth > 0)
                    paintField(option, painter, widget);
                return;
            }
            break;
        case PE_FrameLineEdit:
            paintField(option, painter, widget);
            return;
        case PE_PanelButtonCommand:
            paintButton(option, painter);
            return;
        case PE_PanelButtonTool:
            paintToolButton(option, painter);
            return;
        case PE_FrameFocusRect:
            if (!qobject_cast<const QPushButton *>(widget) && !qobject_cast<const QComboBox *>(widget))
                paintFocusRing(*painter, option->rect, radius(), Tones(option->palette).accent());
            return;
        case PE_IndicatorArrowDown: {
            const int edge = std::min({metrics::px(metrics::iconRow), option->rect.width(), option->rect.height()});
            const QPixmap arrow = iconPixmap(
                QStringLiteral("open-list"), Tones(option->palette).muted(), edge,
                painter->device()->devicePixelRatioF());
            painter->drawPixmap(alignedRect(option->direction, Qt::AlignCenter, {edge, edge}, option->rect), arrow);
            return;
        }
        default:
            break;
        }
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void VitrineStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, Tones(option->palette).hairline());
        return;
    }
    if (m_onFusion) {
        if (element == CE_MenuBarEmptyArea) {
            painter->fillRect(option->rect, option->palette.window());
            return;
        }
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && element == CE_MenuBarItem) {
            paintMenuBarItem(*item, painter, *this);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void VitrineStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (m_onFusion && control == CC_ComboBox) {
        paintComboBox(option, painter, widget);
        return;
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        button && m_onFusion && control == CC_ToolButton) {
        paintWholeToolButton(*button, painter, widget);
        return;
    }
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && m_onFusion && control == CC_ScrollBar) {
        paintScrollBar(*this, *bar, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect VitrineStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl subControl, const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        button && m_onFusion && control == CC_ToolButton) {
        const ToolButtonParts parts = toolButtonParts(*button);
        return subControl == SC_ToolButtonMenu ? parts.menu : parts.button;
    }
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || !m_onFusion || control != CC_ScrollBar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);

    // No arrow buttons: the groove is the whole bar.
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const qint64 span = qint64(bar->maximum) - bar->minimum + bar->pageStep;
    int handle = span > 0 ? static_cast<int>(qint64(length) * bar->pageStep / span) : length;
    handle = std::min(length, std::max(handle, pixelMetric(PM_ScrollBarSliderMin, option, widget)));
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto part = [&](int from, int size) {
        return upright ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
                       : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
    };
    switch (subControl) {
    case SC_ScrollBarSlider:
        return part(start, handle);
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + handle, length - start - handle);
    case SC_ScrollBarGroove:
        return bar->rect;
    default:
        return {};
    }
}

} // namespace vitrine
