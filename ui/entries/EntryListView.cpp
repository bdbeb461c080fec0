#include "ui/entries/EntryListView.h"

#include "ui/Selection.h"
#include "ui/entries/EntryListModel.h"
#include "ui/entries/RowDelegate.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>

namespace vitrine {

using Row = EntryListModel::Row;

EntryListView::EntryListView(Selection *selection, EntryListModel *model, QWidget *parent)
    : QListView(parent), m_selection(selection), m_model(model), m_delegate(new RowDelegate(this))
{
    nameWidget(this, QStringLiteral("EntryList"), tr("Entries"));
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setMouseTracking(true);
    setDragEnabled(true);
    setAcceptDrops(true);
    setAutoScroll(true);
    setEditTriggers(NoEditTriggers);
    setViewportMargins(0, metrics::px(1), 0, metrics::px(1));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

QString EntryListView::entryMimeType()
{
    return QStringLiteral("application/x-vitrine-entry");
}

int EntryListView::naturalHeight(int rows) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int height = metrics::px(2);
    const int last = rows < 0 ? m_model->rowCount() : std::min(rows, m_model->rowCount());
    for (int row = 0; row < last; ++row)
        height += m_delegate->sizeHint(option, m_model->index(row)).height();
    return height;
}

void EntryListView::showSelection()
{
    const QScopedValueRollback following(m_following, true);
    QItemSelection rows;
    int first = -1;
    for (int row = 0; m_model->hasDraft() && row < m_model->rowCount(); ++row) {
        if (m_model->row(row).type == Row::Type::Draft)
            first = row;
    }
    if (first >= 0)
        rows.select(m_model->index(first), m_model->index(first));
    const QList<EntryRef> entries = first < 0 ? m_selection->entries() : QList<EntryRef>();
    for (const EntryRef &entry : entries) {
        const int row = m_model->rowOf(entry);
        if (row < 0)
            continue;
        rows.select(m_model->index(row), m_model->index(row));
        first = first < 0 ? row : first;
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (first < 0)
        return;
    if (!rows.contains(currentIndex()))
        selectionModel()->setCurrentIndex(m_model->index(first), QItemSelectionModel::NoUpdate);
    // The head of a group comes into sight with its first row.
    if (first > 0 && m_model->row(first - 1).type == Row::Type::Group)
        scrollTo(m_model->index(first - 1), EnsureVisible);
    scrollTo(m_model->index(first), EnsureVisible);
}

void EntryListView::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    // A list lays out all of its rows after any change; where the row keeps its height painting it is enough. Qt tells
    // a row's height as it would be now: how it was laid out shows in where the next one stands.
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QModelIndex next = first.siblingAtRow(first.row() + 1);
    const bool keepsHeight = first == last && next.isValid()
        && rectForIndex(next).top() - rectForIndex(first).top() == m_delegate->sizeHint(option, first).height();
    if (keepsHeight)
        QAbstractItemView::dataChanged(first, last, roles);
    else
        QListView::dataChanged(first, last, roles);
}

void EntryListView::showRow(int row)
{
    const QScopedValueRollback following(m_following, true);
    const QModelIndex index = m_model->index(row);
    setCurrentIndex(index);
    scrollTo(index, EnsureVisible);
}

void EntryListView::scrollToGroup(int section)
{
    const int row = m_model->rowOf({section, -1});
    if (row >= 0)
        scrollTo(m_model->index(row), PositionAtTop);
    else
        scrollToTop();
}

void EntryListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    viewport()->update();
    if (m_following)
        return;
    const QModelIndexList indexes = selectedIndexes();
    if (indexes.size() == 1) {
        if (const auto hit = m_model->hitAt(indexes.front().row())) {
            Q_EMIT hitChosen(*hit);
            return;
        }
    }
    QList<EntryRef> entries;
    for (const QModelIndex &index : indexes) {
        if (const auto entry = m_model->entryAt(index.row()))
            entries.append(*entry);
    }
    if (!entries.isEmpty())
        m_selection->selectEntries(entries);
}

void EntryListView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
            Q_EMIT formWanted();
            return;
        }
        break;
    case Qt::Key_Left:
        Q_EMIT outlineWanted();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        // Group heads cannot be current, so the step is ours.
        if (event->modifiers() == Qt::NoModifier) {
            stepEntry(event->key() == Qt::Key_Up ? -1 : 1);
            return;
        }
        break;
    default:
        break;
    }
    QListView::keyPressEvent(event);
}

void EntryListView::stepEntry(int by)
{
    for (int row = currentIndex().row() + by; row >= 0 && row < m_model->rowCount(); row += by) {
        if (m_model->flags(m_model->index(row)) & Qt::ItemIsSelectable) {
            setCurrentIndex(m_model->index(row));
            return;
        }
    }
}

void EntryListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QListView::mouseDoubleClickEvent(event);
    if (m_model->entryAt(indexAt(event->position().toPoint()).row()))
        Q_EMIT formWanted();
}

void EntryListView::startDrag(Qt::DropActions)
{
    const std::optional<EntryRef> entry = m_selection->entry();
    if (!entry || m_model->showsHits())
        return;
    auto *drag = new QDrag(this);
    auto *data = new QMimeData;
    data->setData(entryMimeType(), QByteArray::number(entry->section) + ' ' + QByteArray::number(entry->entry));
    drag->setMimeData(data);
    const QRect row = visualRect(m_model->index(m_model->rowOf(*entry)));
    drag->setPixmap(draggedRow(viewport(), row));
    drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - row.topLeft());
    drag->exec(Qt::MoveAction);
}

std::optional<EntryListView::Line> EntryListView::lineAt(const QPoint &position) const
{
    if (m_model->showsHits() || m_model->rowCount() == 0)
        return {};
    QModelIndex index = indexAt(position);
    const bool below = !index.isValid();
    if (below)
        index = m_model->index(m_model->rowCount() - 1);
    const Row &row = m_model->row(index.row());
    const QRect rect = visualRect(index);
    const bool lowerHalf = below || position.y() > rect.center().y();
    switch (row.type) {
    case Row::Type::Entry:
        return Line{{row.ref.section, row.ref.entry + (lowerHalf ? 1 : 0)}, lowerHalf ? rect.bottom() + 1 : rect.top()};
    case Row::Type::Group:
        return Line{{row.ref.section, 0}, rect.bottom() + 1};
    case Row::Type::Draft:
    case Row::Type::Place:
        break;
    }
    return {};
}

void EntryListView::setLine(std::optional<Line> line)
{
    m_line = line;
    viewport()->update();
}

void EntryListView::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(entryMimeType()))
        event->acceptProposedAction();
    else
        event->ignore();
}

void EntryListView::dragMoveEvent(QDragMoveEvent *event)
{
    if (!event->mimeData()->hasFormat(entryMimeType())) {
        event->ignore();
        return;
    }
    QListView::dragMoveEvent(event);
    setLine(lineAt(event->position().toPoint()));
    Q_EMIT dropRefused(m_line ? QString() : tr("An entry cannot go here."));
    if (m_line)
        event->acceptProposedAction();
    else
        event->ignore();
}

void EntryListView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QListView::dragLeaveEvent(event);
    setLine({});
    Q_EMIT dropRefused({});
}

void EntryListView::dropEvent(QDropEvent *event)
{
    const std::optional<Line> line = lineAt(event->position().toPoint());
    setLine({});
    const QList<QByteArray> numbers = event->mimeData()->data(entryMimeType()).split(' ');
    if (!line || numbers.size() != 2) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    const EntryRef entry{numbers[0].toInt(), numbers[1].toInt()};
    // The place counts without the entry itself.
    const bool fromAbove = entry.section == line->place.section && entry.entry < line->place.at;
    const int at = line->place.at - (fromAbove ? 1 : 0);
    if (entry.section != line->place.section || entry.entry != at)
        Q_EMIT moveWanted(entry, line->place.section, at);
}

void EntryListView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_line)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = Tones(palette()).accent();
    const int left = metrics::px(3);
    const double radius = metrics::px(0.75);
    painter.setPen(QPen(color, 2));
    painter.drawLine(left, m_line->y, viewport()->width() - metrics::px(2), m_line->y);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(left, m_line->y), radius, radius);
}

} // namespace vitrine
