#include "ui/outline/OutlineDelegate.h"

#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"
#include "ui/outline/OutlineModel.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace vitrine {

namespace {

using namespace metrics;
using Model = OutlineModel;

bool isSeparator(const QModelIndex &index)
{
    return index.data(Model::TypeRole).toInt() == static_cast<int>(Model::Type::Separator);
}

/// A row is painted from both ends towards its middle.
class Row
{
public:
    Row(const QRect &rect, Qt::LayoutDirection direction)
        : m_rest(rect), m_leftToRight(direction == Qt::LeftToRight) { }
    QRect leading(int width) { return taken(width, m_leftToRight); }
    QRect trailing(int width) { return taken(width, !m_leftToRight); }
    const QRect &rest() const { return m_rest; }

private:
    QRect taken(int width, bool fromLeft)
    {
        QRect part = m_rest;
        if (fromLeft) {
            part.setWidth(width);
            m_rest.setLeft(m_rest.left() + width);
        } else {
            part.setLeft(m_rest.right() - width + 1);
            m_rest.setRight(m_rest.right() - width);
        }
        return part;
    }

    QRect m_rest;
    bool m_leftToRight;
};

void paintIcon(QPainter &painter, const QString &name, const QColor &color, const QRect &place)
{
    const int edge = px(iconRow);
    painter.drawPixmap(
        QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {edge, edge}, place),
        iconPixmap(name, color, edge, painter.device()->devicePixelRatioF()));
}

} // namespace

QSize OutlineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (isSeparator(index))
        return {option.rect.width(), px(3)};
    double height = index.data(Model::DepthRole).toInt() > 0 ? subSectionRowHeight : outlineRowHeight;
    if (!index.data(Model::FileRole).toString().isEmpty())
        height = twoLineRowHeight;
    return {option.rect.width(), px(height)};
}

void OutlineDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int indent = px(9.5) + px(2) * std::max(0, index.data(Model::DepthRole).toInt() - 1);
    editor->setGeometry(option.rect.adjusted(indent, 0, -px(1.5), 0));
}

void OutlineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tones tones(option.palette);
    if (isSeparator(index)) {
        const int y = option.rect.center().y();
        painter->fillRect(
            option.rect.left() + px(paneMargin), y, option.rect.width() - 2 * px(paneMargin), 1, tones.hairline());
        return;
    }
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hidden = index.data(Model::HiddenRole).toBool();
    const int depth = index.data(Model::DepthRole).toInt();
    const QRect shape = option.rect.adjusted(px(1.5), 0, -px(1.5), 0);
    if (selected)
        paintRounded(*painter, shape, px(rowRadius), tones.selection());
    else if (option.state.testFlag(QStyle::State_MouseOver))
        paintRounded(*painter, shape, px(rowRadius), tones.hover());
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintFocusRing(*painter, shape, px(rowRadius), tones.accent());

    const QColor quiet = selected ? tones.selectionText() : tones.muted();
    const QColor strong = selected ? tones.selectionText() : (hidden ? tones.muted() : tones.text());
    Row row(shape, option.direction);
    const QRect bar = row.leading(std::max(2, px(0.75)));
    if (selected)
        paintRounded(*painter, bar, 1, tones.isHighContrast() ? tones.text() : tones.accent());
    row.leading(px(1.75));
    row.trailing(px(2.5));

    // Icon or the heading's own emoji; sub-sections have none but keep its room.
    const QRect iconPlace = row.leading(px(iconRow));
    const QString emoji = index.data(Model::EmojiRole).toString();
    const QString icon = index.data(Model::IconRole).toString();
    QFont emojiFont = option.font;
    emojiFont.setPixelSize(px(iconRow));
    painter->setFont(emojiFont);
    if (!emoji.isEmpty() && depth == 0)
        painter->drawText(iconPlace.adjusted(-px(1), 0, px(1), 0), Qt::AlignCenter, emoji);
    else if (!icon.isEmpty())
        paintIcon(
            *painter, icon, selected ? tones.selectionText() : (hidden ? tones.muted() : tones.text()), iconPlace);
    row.leading(px(1.75) + px(2) * std::max(0, depth - 1));

    const QVariant count = index.data(Model::CountRole);
    const QFontMetrics countMetrics(scaledFont(0.92, selected ? QFont::DemiBold : QFont::Normal));
    if (count.isValid()) {
        const QString number = count.toString();
        painter->setFont(scaledFont(0.92, selected ? QFont::DemiBold : QFont::Normal));
        painter->setPen(quiet);
        const int width = std::max(countMetrics.horizontalAdvance(number), countMetrics.horizontalAdvance(u'0'));
        painter->drawText(row.trailing(width), Qt::AlignTrailing | Qt::AlignVCenter, number);
        row.trailing(px(1.5));
    }
    if (hidden) {
        paintIcon(*painter, QStringLiteral("hidden"), quiet, row.trailing(px(iconRow)));
        row.trailing(px(1.5));
    }
    if (index.data(Model::ChangedRole).toBool()) {
        const QRect dot = row.trailing(px(2));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tones.isHighContrast() && selected ? tones.selectionText() : tones.accent());
        painter->drawEllipse(QRectF(dot).center(), px(0.75), px(0.75));
        row.trailing(px(1));
    }

    QFont titleFont = scaledFont(1.0, selected ? QFont::DemiBold : QFont::Normal);
    titleFont.setItalic(hidden);
    const QFontMetrics metrics(titleFont);
    const QString file = index.data(Model::FileRole).toString();
    QRect titlePlace = row.rest();
    if (!file.isEmpty()) {
        const QFontMetrics small(smallFont());
        const int top = titlePlace.top() + (titlePlace.height() - metrics.height() - small.height()) / 2;
        const QRect filePlace(titlePlace.left(), top + metrics.height(), titlePlace.width(), small.height());
        titlePlace = QRect(titlePlace.left(), top, titlePlace.width(), metrics.height());
        painter->setFont(smallFont());
        painter->setPen(quiet);
        painter->drawText(
            filePlace, Qt::AlignLeading | Qt::AlignVCenter, small.elidedText(file, Qt::ElideMiddle, filePlace.width()));
    }
    painter->setFont(titleFont);
    painter->setPen(strong);
    painter->drawText(
        titlePlace, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(index.data().toString(), Qt::ElideRight, titlePlace.width()));
    painter->restore();
}

} // namespace vitrine
