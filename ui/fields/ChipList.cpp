#include "ui/fields/ChipList.h"

#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QDragMoveEvent>
#include <QKeyEvent>
#include <QPainter>

namespace vitrine {

using namespace metrics;

namespace {

enum Role { ChipRole = Qt::UserRole + 1 };

const Chip &chipOf(const QModelIndex &index)
{
    return static_cast<const ChipModel *>(index.model())->chips().at(index.row());
}

QFont fontOf(const Chip &chip)
{
    return chip.own ? scaledFont(1.0, QFont::DemiBold) : scaledFont(1.0);
}

int iconRoom(const Chip &chip)
{
    return chip.own ? px(iconRow) + px(1) : 0;
}

int markRoom(const Chip &chip)
{
    if (chip.marks.isEmpty())
        return 0;
    return QFontMetrics(scaledFont(1.0, QFont::DemiBold)).horizontalAdvance(chip.marks) + px(1);
}

} // namespace

void ChipModel::setChips(const QList<Chip> &chips)
{
    if (chips == m_chips)
        return;
    if (chips.size() != m_chips.size()) {
        beginResetModel();
        m_chips = chips;
        endResetModel();
        return;
    }
    m_chips = chips;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ChipModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_chips.size());
}

QVariant ChipModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Chip &chip = m_chips.at(index.row());
    if (role == Qt::DisplayRole)
        return chip.text;
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2 of %3").arg(chip.spoken).arg(index.row() + 1).arg(m_chips.size());
    return {};
}

Qt::ItemFlags ChipModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Chip &chip = chipOf(index);
    const int width =
        QFontMetrics(fontOf(chip)).horizontalAdvance(chip.text) + iconRoom(chip) + markRoom(chip) + 2 * px(2) + 2;
    const int most = option.widget ? option.widget->width() - 2 * px(2) : width;
    return {std::min(width, std::max(most, px(10))), px(chipHeight)};
}

void ChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Chip &chip = chipOf(index);
    const Tones tones(option.palette);
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const QColor text = chip.refused ? tones.error() : chip.own ? tones.selectionText() : tones.text();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF frame = option.rect;
    paintRounded(*painter, frame, px(fieldRadius), chip.own ? tones.selection() : tones.chip());
    if (chip.refused || current)
        paintFocusRing(*painter, frame, px(fieldRadius), chip.refused ? tones.error() : tones.accent());
    QRect room = option.rect.adjusted(px(2), 0, -px(2), 0);
    if (chip.own) {
        const QRect place =
            QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {px(iconRow), px(iconRow)}, room);
        painter->drawPixmap(
            place, iconPixmap(QStringLiteral("about"), text, px(iconRow), painter->device()->devicePixelRatioF()));
    }
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const int before = iconRoom(chip);
    const int after = markRoom(chip);
    const QRect words = leftToRight ? room.adjusted(before, 0, -after, 0) : room.adjusted(after, 0, -before, 0);
    painter->setFont(fontOf(chip));
    painter->setPen(text);
    const QString shown = QFontMetrics(fontOf(chip)).elidedText(chip.text, Qt::ElideRight, words.width());
    painter->drawText(words, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading), shown);
    painter->setFont(scaledFont(1.0, QFont::DemiBold));
    painter->setPen(tones.accent());
    painter->drawText(room, static_cast<int>(Qt::AlignVCenter | Qt::AlignTrailing), chip.marks);
    painter->restore();
}

ChipList::ChipList(QWidget *parent) : QListView(parent), m_model(new ChipModel(this))
{
    setModel(m_model);
    setItemDelegate(new ChipDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setDragDropMode(QAbstractItemView::InternalMove);
    viewport()->setAutoFillBackground(false);
    setSpacing(px(chipGap) / 2);
    setViewportMargins(px(1), px(1), px(1), px(1));
    measure();
}

void ChipList::setChips(const QList<Chip> &chips)
{
    const int kept = current();
    m_model->setChips(chips);
    setCurrent(kept);
    scheduleDelayedItemsLayout();
    measure();
}

int ChipList::current() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

void ChipList::setCurrent(int chip)
{
    const QSignalBlocker blocker(this);
    setCurrentIndex(chip >= 0 && chip < m_model->rowCount() ? m_model->index(chip) : QModelIndex());
    if (chip < 0)
        clearSelection();
}

QSize ChipList::sizeHint() const
{
    return {px(40), m_height};
}

void ChipList::measure()
{
    executeDelayedItemsLayout();
    const int least = px(chipHeight) + 2 * spacing();
    const int height = std::max(least, m_model->rowCount() ? contentsSize().height() : 0) + 2 * px(1);
    if (height == m_height)
        return;
    m_height = height;
    updateGeometry();
}

void ChipList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    measure();
}

void ChipList::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void ChipList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentChipChanged(current.isValid() ? current.row() : -1);
}

void ChipList::keyPressEvent(QKeyEvent *event)
{
    const int chip = current();
    const bool left = event->key() == Qt::Key_Left;
    const bool right = event->key() == Qt::Key_Right;
    if (chip >= 0 && event->modifiers().testFlag(Qt::AltModifier) && (left || right)) {
        const int by = left == isLeftToRight() ? -1 : 1;
        if (chip + by >= 0 && chip + by < m_model->rowCount())
            Q_EMIT moveWanted(chip, chip + by);
    } else if (chip >= 0 && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT removeWanted(chip);
    } else if (chip >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT editWanted(chip);
    } else if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab) {
        event->ignore();
    } else {
        QListView::keyPressEvent(event);
    }
}

void ChipList::mousePressEvent(QMouseEvent *event)
{
    if (!indexAt(event->pos()).isValid()) {
        clearSelection();
        setCurrentIndex({});
    }
    QListView::mousePressEvent(event);
}

int ChipList::placeAt(const QPoint &point) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QRect chip = visualRect(m_model->index(row));
        const bool before = isLeftToRight() ? point.x() < chip.center().x() : point.x() > chip.center().x();
        if (point.y() < chip.top() || (point.y() <= chip.bottom() && before))
            return row;
    }
    return m_model->rowCount();
}

void ChipList::dragMoveEvent(QDragMoveEvent *event)
{
    if (event->source() != this) {
        event->ignore();
        return;
    }
    m_dropPlace = placeAt(event->position().toPoint());
    event->setDropAction(Qt::MoveAction);
    event->accept();
    viewport()->update();
}

void ChipList::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropPlace = -1;
    viewport()->update();
}

void ChipList::dropEvent(QDropEvent *event)
{
    const int from = current();
    const int place = placeAt(event->position().toPoint());
    m_dropPlace = -1;
    viewport()->update();
    // As a copy: a moved item would be taken out of the model by the view, and the model follows the page.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const int to = place > from ? place - 1 : place;
    if (event->source() == this && from >= 0 && to != from)
        Q_EMIT moveWanted(from, to);
}

void ChipList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_dropPlace < 0 || m_model->rowCount() == 0)
        return;
    const bool atEnd = m_dropPlace == m_model->rowCount();
    const QRect chip = visualRect(m_model->index(atEnd ? m_dropPlace - 1 : m_dropPlace));
    const bool rightSide = atEnd == isLeftToRight();
    QPainter painter(viewport());
    painter.fillRect(
        QRect(rightSide ? chip.right() + 1 : chip.left() - focusRing, chip.top(), focusRing, chip.height()),
        Tones(palette()).accent());
}

} // namespace vitrine
