#include "ui/entries/RowDelegate.h"

#include "ui/entries/EntryListModel.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace vitrine {

namespace {

using namespace metrics;
using Model = EntryListModel;

struct RowState
{
    bool selected = false, hovered = false, focused = false, hidden = false, draft = false;
};

RowState stateOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return {
        option.state.testFlag(QStyle::State_Selected),
        option.state.testFlag(QStyle::State_MouseOver),
        option.state.testFlag(QStyle::State_HasFocus),
        index.data(Model::HiddenRole).toBool(),
        index.data(Model::TypeRole).toInt() == static_cast<int>(Model::Row::Type::Draft),
    };
}

QRect shapeOf(const QRect &row)
{
    return row.adjusted(px(1.5), 0, -px(1.5), 0);
}

void paintIcon(QPainter &painter, const QString &name, const QColor &color, const QRect &place)
{
    const int edge = px(iconRow);
    const QRect centred = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {edge, edge}, place);
    painter.drawPixmap(centred, iconPixmap(name, color, edge, painter.device()->devicePixelRatioF()));
}

void paintCheck(QPainter &painter, const QStyleOptionViewItem &option, Qt::CheckState state, const QRect &place)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    QStyleOptionButton box;
    box.initFrom(option.widget);
    box.palette = option.palette;
    const QSize size(
        style->pixelMetric(QStyle::PM_IndicatorWidth, &box, option.widget),
        style->pixelMetric(QStyle::PM_IndicatorHeight, &box, option.widget));
    box.rect = QStyle::alignedRect(option.direction, Qt::AlignCenter, size, place);
    box.state = QStyle::State_Enabled;
    box.state |= state == Qt::Checked ? QStyle::State_On
        : state == Qt::Unchecked      ? QStyle::State_Off
                                      : QStyle::State_NoChange;
    style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &painter, option.widget);
}

/// What stands in the gutter: the bar of the selected row, a box to check, the drag sign, the dot of a changed one.
void paintGutter(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const RowState &state,
    const Tones &tones)
{
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const QRect shape = shapeOf(option.rect);
    const QRect gutter = RowDelegate::gutterOf(option);
    if (state.selected) {
        QRectF bar(shape.left(), shape.top(), std::max(2, px(0.75)), shape.height());
        if (!leftToRight)
            bar.moveRight(shape.right());
        paintRounded(painter, bar, 1, tones.isHighContrast() ? tones.text() : tones.accent());
    }
    const bool moves = index.flags().testFlag(Qt::ItemIsDragEnabled);
    if (const QVariant check = index.data(Qt::CheckStateRole); check.isValid()) {
        paintCheck(painter, option, static_cast<Qt::CheckState>(check.toInt()), gutter);
    } else if (moves && (state.selected || state.hovered)) {
        paintIcon(painter, QStringLiteral("drag"), state.selected ? tones.selectionText() : tones.muted(), gutter);
    } else if (index.data(Model::ChangedRole).toBool()) {
        const double radius = px(0.75);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.accent());
        painter.drawEllipse(QRectF(gutter).center(), radius, radius);
    }
}

/// Draws elided text and marks the words that a search looks for.
void paintLine(
    QPainter &painter, const QRect &rect, const QString &text, const QColor &color, const QFont &font,
    const QString &hit, const Tones &tones)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    if (!hit.isEmpty()) {
        const qsizetype at = shown.indexOf(hit, 0, Qt::CaseInsensitive);
        if (at >= 0) {
            const int left = rect.left() + metrics.horizontalAdvance(shown.left(at));
            const int width = metrics.horizontalAdvance(shown.mid(at, hit.size()));
            const int height = std::min(rect.height(), metrics.height());
            const QRect mark(left, rect.top() + (rect.height() - height) / 2, width, height);
            paintRounded(painter, mark.adjusted(-1, 0, 1, 0), 2, tones.toCheckGround(), tones.toCheck());
        }
    }
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace

QRect RowDelegate::gutterOf(const QStyleOptionViewItem &option)
{
    const QRect shape = shapeOf(option.rect);
    QRect gutter(shape.left(), shape.top(), px(rowGutter) - px(0.5), shape.height());
    if (option.direction == Qt::RightToLeft)
        gutter.moveRight(shape.right());
    return gutter;
}

bool RowDelegate::hasSecondLine(const QModelIndex &index) const
{
    return !m_oneLine && !index.data(Model::SecondRole).toString().isEmpty();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    double height = hasSecondLine(index) ? twoLineRowHeight : oneLineRowHeight;
    if (index.data(Model::TypeRole).toInt() == static_cast<int>(Model::Row::Type::Group))
        height = groupHeadHeight;
    return {option.rect.width(), px(height)};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (index.data(Model::TypeRole).toInt() == static_cast<int>(Model::Row::Type::Group))
        paintGroup(*painter, option, index);
    else
        paintEntry(*painter, option, index);
    painter->restore();
}

void RowDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tones tones(option.palette);
    const bool hidden = index.data(Model::HiddenRole).toBool();
    QFont titleFont = scaledFont(0.92, QFont::DemiBold);
    titleFont.setItalic(hidden);
    const QRect rect = option.rect.adjusted(px(1.5) + px(rowGutter), 0, -px(paneMargin), 0);
    const QFontMetrics metrics(titleFont);
    const QString count = index.data(Model::CountRole).toString();
    const int countWidth = QFontMetrics(smallFont()).horizontalAdvance(count);
    const QString title =
        metrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width() - countWidth - px(1.5));
    const bool leftToRight = option.direction == Qt::LeftToRight;
    painter.setPen(tones.muted());
    painter.setFont(titleFont);
    painter.drawText(rect, Qt::AlignLeading | Qt::AlignVCenter, title);
    painter.setFont(smallFont());
    const int shift = metrics.horizontalAdvance(title) + px(1.5);
    const QRect beside = leftToRight ? rect.adjusted(shift, 0, 0, 0) : rect.adjusted(0, 0, -shift, 0);
    painter.drawText(beside, Qt::AlignLeading | Qt::AlignVCenter, count);
}

void RowDelegate::paintEntry(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tones tones(option.palette);
    const RowState state = stateOf(option, index);
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const QRect shape = shapeOf(option.rect);
    if (state.selected)
        paintRounded(painter, shape, px(rowRadius), tones.selection());
    else if (state.hovered)
        paintRounded(painter, shape, px(rowRadius), tones.hover());
    if (state.focused && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintFocusRing(painter, shape, px(rowRadius), tones.accent());
    paintGutter(painter, option, index, state, tones);

    const QColor quiet = state.selected ? tones.selectionText() : tones.muted();
    const QColor strong = state.selected && tones.isHighContrast() ? tones.selectionText() : tones.text();
    QFont titleFont = scaledFont(1.0, state.selected ? QFont::DemiBold : QFont::Normal);
    titleFont.setItalic(state.hidden || state.draft);
    QRect rest = shape.adjusted(px(rowGutter), 0, -px(2.5), 0);
    if (!leftToRight)
        rest = shape.adjusted(px(2.5), 0, -px(rowGutter), 0);
    const auto takeLeading = [&](int width) {
        const QRect taken(leftToRight ? rest.left() : rest.right() - width + 1, rest.top(), width, rest.height());
        rest = leftToRight ? rest.adjusted(width, 0, 0, 0) : rest.adjusted(0, 0, -width, 0);
        return taken;
    };
    const auto takeTrailing = [&](int width) {
        const QRect taken(leftToRight ? rest.right() - width + 1 : rest.left(), rest.top(), width, rest.height());
        rest = leftToRight ? rest.adjusted(0, 0, -width, 0) : rest.adjusted(width, 0, 0, 0);
        return taken;
    };

    const QFontMetrics bodyMetrics(option.font);
    const QFontMetrics smallMetrics(smallFont());
    QString right = index.data(Model::RightRole).toString();
    if (right.isEmpty() && !index.data(Model::UnderstoodRole).toBool() && !state.draft)
        right = tr("Markdown");
    if (!right.isEmpty()) {
        right = smallMetrics.elidedText(right, Qt::ElideRight, rest.width() * 2 / 5);
        const QRect place = takeTrailing(smallMetrics.horizontalAdvance(right));
        takeTrailing(px(2.5));
        painter.setFont(smallFont());
        painter.setPen(quiet);
        painter.drawText(place, Qt::AlignTrailing | Qt::AlignVCenter, right);
    }
    if (index.data(Model::RefusedRole).toBool()) {
        paintIcon(painter, QStringLiteral("error"), tones.error(), takeTrailing(px(iconRow)));
        takeTrailing(px(2));
    }
    if (state.hidden) {
        const QString word = tr("hidden");
        painter.setFont(smallFont());
        painter.setPen(quiet);
        painter.drawText(takeTrailing(smallMetrics.horizontalAdvance(word)), Qt::AlignCenter, word);
        takeTrailing(px(1));
        paintIcon(painter, QStringLiteral("hidden"), quiet, takeTrailing(px(iconRow)));
        takeTrailing(px(2));
    }
    const QString lead = index.data(Model::LeadRole).toString();
    if (!lead.isEmpty()) {
        const int usual = bodyMetrics.horizontalAdvance(QStringLiteral("00/0000")) + px(4);
        const int width = std::max(usual, bodyMetrics.horizontalAdvance(lead) + px(3));
        painter.setFont(option.font);
        painter.setPen(quiet);
        painter.drawText(takeLeading(width), Qt::AlignLeading | Qt::AlignVCenter, lead);
    }

    const QString hit = index.data(Model::HitRole).toString();
    const QColor titleColor = state.hidden && !state.selected ? tones.muted() : strong;
    if (!hasSecondLine(index)) {
        paintLine(painter, rest, index.data().toString(), titleColor, titleFont, hit, tones);
        return;
    }
    const int first = QFontMetrics(titleFont).height();
    const int second = smallMetrics.height();
    const int top = rest.top() + (rest.height() - first - second) / 2;
    const QRect firstLine(rest.left(), top, rest.width(), first);
    const QRect secondLine(rest.left(), top + first, rest.width(), second);
    paintLine(painter, firstLine, index.data().toString(), titleColor, titleFont, hit, tones);
    paintLine(painter, secondLine, index.data(Model::SecondRole).toString(), quiet, smallFont(), hit, tones);
}

} // namespace vitrine
