#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace vitrine {

namespace {

using namespace metrics;

/// One part of a SegmentedSwitch.
constexpr int mostCounted = 99;

class SwitchPart : public QToolButton
{
public:
    SwitchPart(const QString &iconName, const QString &text, QWidget *parent)
        : QToolButton(parent), m_iconName(iconName)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const int edge = px(metrics::iconRow);
        if (text().isEmpty())
            return {std::max(px(8), edge + px(3)) + badgeRoom(), px(smallButtonHeight)};
        const int words = QFontMetrics(bold()).horizontalAdvance(text());
        return {edge + px(2) + words + 2 * px(3) + badgeRoom(), px(smallButtonHeight)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

    void setCount(int count)
    {
        m_count = count;
        updateGeometry();
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tones tones(palette());
        const bool chosen = isChecked();
        if (chosen)
            paintRounded(painter, rect(), px(fieldRadius), tones.chosen());
        else if (underMouse() && isEnabled())
            paintRounded(painter, rect(), px(fieldRadius), tones.hover());
        if (hasFocus())
            paintFocusRing(painter, rect(), px(fieldRadius), tones.accent());
        const QColor color = chosen ? tones.accent() : tones.muted();
        const int edge = px(metrics::iconRow);
        const QFont used = chosen ? bold() : font();
        const int textWidth = text().isEmpty() ? 0 : QFontMetrics(used).horizontalAdvance(text()) + px(2);
        const bool leftToRight = layoutDirection() == Qt::LeftToRight;
        QRect place(0, 0, edge + textWidth, height());
        place.moveLeft((width() - place.width() - badgeRoom()) / 2 + (leftToRight ? 0 : badgeRoom()));
        painter.drawPixmap(
            leftToRight ? place.left() : place.right() + 1 - edge, (height() - edge) / 2,
            iconPixmap(m_iconName, color, edge, devicePixelRatioF()));
        painter.setFont(used);
        painter.setPen(color);
        painter.drawText(place, Qt::AlignTrailing | Qt::AlignVCenter | Qt::TextDontClip, text());
        if (m_count > 0)
            paintBadge(painter, place, tones);
    }

private:
    QString badgeText() const { return m_count > mostCounted ? tr("%1+").arg(mostCounted) : QString::number(m_count); }
    int badgeHeight() const { return px(4.5); }
    int badgeWidth() const
    {
        return std::max(badgeHeight(), QFontMetrics(smallFont()).horizontalAdvance(badgeText()) + px(2));
    }
    int badgeRoom() const { return m_count > 0 ? badgeWidth() + px(1.5) : 0; }

    void paintBadge(QPainter &painter, const QRect &place, const Tones &tones)
    {
        QRect badge(0, (height() - badgeHeight()) / 2, badgeWidth(), badgeHeight());
        if (layoutDirection() == Qt::LeftToRight)
            badge.moveLeft(place.right() + 1 + px(1.5));
        else
            badge.moveRight(place.left() - 1 - px(1.5));
        paintRounded(painter, badge, badgeHeight() / 2.0, tones.accent());
        painter.setFont(smallFont());
        painter.setPen(tones.accentText());
        painter.drawText(badge, Qt::AlignCenter, badgeText());
    }

    QFont bold() const
    {
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        return strong;
    }

    QString m_iconName;
    int m_count = 0;
};

} // namespace

SegmentedSwitch::SegmentedSwitch(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_layout(new QHBoxLayout(this))
{
    m_group->setExclusive(true);
    m_layout->setContentsMargins(2, 2, 2, 2);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedSwitch::chosenByUser);
}

QToolButton *SegmentedSwitch::addPart(int id, const QString &iconName, const QString &text, const QString &name)
{
    auto *part = new SwitchPart(iconName, text, this);
    part->setAccessibleName(name);
    if (text.isEmpty())
        part->setToolTip(name);
    m_group->addButton(part, id);
    m_layout->addWidget(part);
    return part;
}

void SegmentedSwitch::setPartVisible(int id, bool visible)
{
    if (QAbstractButton *part = m_group->button(id))
        part->setVisible(visible);
}

void SegmentedSwitch::setCount(int id, int count)
{
    if (auto *part = static_cast<SwitchPart *>(m_group->button(id)))
        part->setCount(count);
}

void SegmentedSwitch::setSignsOnly(bool signsOnly)
{
    const QList<QAbstractButton *> parts = m_group->buttons();
    for (QAbstractButton *part : parts) {
        part->setText(signsOnly ? QString() : part->accessibleName());
        part->setToolTip(signsOnly ? part->accessibleName() : QString());
        part->updateGeometry();
    }
}

int SegmentedSwitch::chosen() const
{
    return m_group->checkedId();
}

void SegmentedSwitch::setChosen(int id)
{
    if (QAbstractButton *part = m_group->button(id))
        part->setChecked(true);
}

void SegmentedSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(painter, rect(), px(fieldRadius) + 1, Tones(palette()).track());
}

} // namespace vitrine
