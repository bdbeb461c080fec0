#include "ui/outline/OutlineView.h"

#include "ui/Selection.h"
#include "ui/entries/EntryListView.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"
#include "ui/outline/OutlineDelegate.h"
#include "ui/outline/OutlineModel.h"

#include <QApplication>
#include <QDrag>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>

namespace vitrine {

namespace {

QString sectionMimeType()
{
    return QStringLiteral("application/x-vitrine-section");
}

} // namespace

OutlineView::OutlineView(Selection *selection, OutlineModel *model, QWidget *parent)
    : QTreeView(parent), m_selection(selection), m_model(model)
{
    nameWidget(this, QStringLiteral("Outline"), tr("Sections of the page"));
    setModel(model);
    setItemDelegate(new OutlineDelegate(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setEditTriggers(EditKeyPressed);
    setDragEnabled(true);
    setAcceptDrops(true);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(model, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (const QString path = m_model->collectionPath(index); !path.isEmpty())
            Q_EMIT collectionOpened(path);
    });
    connect(selection, &Selection::pageChanged, this, [this] { m_chosen.reset(); });
}

int OutlineView::naturalHeight() const
{
    int height = metrics::px(3);
    for (QModelIndex index = m_model->index(0, 0); index.isValid(); index = indexBelow(index))
        height += rowHeight(index);
    return height;
}

void OutlineView::choose(int section)
{
    m_chosen = m_selection->page()->handleOf(section);
    m_chosenAt = m_selection->page()->revision();
}

std::optional<int> OutlineView::chosenSection() const
{
    const int section = m_model->sectionAt(currentIndex());
    return section < 0 ? std::nullopt : std::optional(section);
}

void OutlineView::showSelection()
{
    if (!m_selection->section())
        return;
    const QScopedValueRollback following(m_following, true);
    const OpenPage *page = m_selection->page();
    int shown = *m_selection->section();
    const std::optional<int> chosen = m_chosen ? page->findSection(*m_chosen, m_chosenAt) : std::nullopt;
    for (int above = shown; chosen && above >= 0; above = page->page()->section(above).parent) {
        if (above == *chosen)
            shown = above;
    }
    const QModelIndex index = m_model->indexOfSection(shown);
    if (index != currentIndex() || !selectionModel()->isSelected(index))
        setCurrentIndex(index);
}

void OutlineView::rename(int section, const QString &words)
{
    const QModelIndex index = m_model->indexOfSection(section);
    setFocus(Qt::OtherFocusReason);
    {
        const QScopedValueRollback following(m_following, true);
        setCurrentIndex(index);
    }
    edit(index);
    auto *line = qobject_cast<QLineEdit *>(indexWidget(index) ? indexWidget(index) : QApplication::focusWidget());
    const qsizetype at = line ? line->text().indexOf(words) : -1;
    if (at >= 0)
        line->setSelection(static_cast<int>(at), static_cast<int>(words.size()));
}

void OutlineView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_following)
        openRow(current);
}

void OutlineView::openRow(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    switch (static_cast<OutlineModel::Type>(index.data(OutlineModel::TypeRole).toInt())) {
    case OutlineModel::Type::PageSettings:
        Q_EMIT pageSettingsChosen();
        break;
    case OutlineModel::Type::SiteProfile:
        Q_EMIT siteProfileChosen();
        break;
    case OutlineModel::Type::Section:
        choose(m_model->sectionAt(index));
        Q_EMIT sectionChosen(m_model->sectionAt(index));
        break;
    case OutlineModel::Type::Collection:
    case OutlineModel::Type::Separator:
        break;
    }
}

void OutlineView::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState) {
        QTreeView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier)
            break;
        if (const QString path = m_model->collectionPath(currentIndex()); !path.isEmpty())
            Q_EMIT collectionOpened(path);
        else
            Q_EMIT listWanted();
        return;
    case Qt::Key_Right:
        Q_EMIT listWanted();
        return;
    default:
        break;
    }
    QTreeView::keyPressEvent(event);
}

void OutlineView::startDrag(Qt::DropActions)
{
    const int section = m_model->sectionAt(currentIndex());
    if (section < 0)
        return;
    auto *drag = new QDrag(this);
    auto *data = new QMimeData;
    data->setData(sectionMimeType(), QByteArray::number(section));
    drag->setMimeData(data);
    const QRect row = visualRect(currentIndex());
    drag->setPixmap(draggedRow(viewport(), row));
    drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - row.topLeft());
    drag->exec(Qt::MoveAction);
}

int OutlineView::sectionUnder(const QPoint &position) const
{
    return m_model->sectionAt(indexAt(position));
}

std::optional<OutlineView::Line> OutlineView::lineAt(int section, const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    const int target = m_model->sectionAt(index);
    const std::shared_ptr<const Page> page = m_selection->page()->page();
    if (target < 0 || page->section(target).level == 0)
        return {};
    // A section moves among those of its own level.
    const Section &moved = page->section(section);
    int beside = target;
    while (beside >= 0 && page->section(beside).level > moved.level)
        beside = page->section(beside).parent;
    if (beside < 0 || page->section(beside).level != moved.level)
        return {};
    const std::vector<Section> &sections = page->outline().sections;
    const int parent = page->section(beside).parent;
    int at = 0;
    for (int s = 0; s < beside; ++s)
        at += sections[static_cast<size_t>(s)].parent == parent && s != section
            && sections[static_cast<size_t>(s)].level > 0;
    QModelIndex row = m_model->indexOfSection(beside);
    const QRect rect = visualRect(row);
    const bool below = beside != target || position.y() > rect.center().y();
    if (!below)
        return Line{parent, at, rect.top()};
    QModelIndex last = row;
    while (m_model->rowCount(last) > 0)
        last = m_model->index(m_model->rowCount(last) - 1, 0, last);
    return Line{parent, at + (beside == section ? 0 : 1), visualRect(last).bottom() + 1};
}

void OutlineView::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData *data = event->mimeData();
    if (data->hasFormat(sectionMimeType()) || data->hasFormat(EntryListView::entryMimeType()))
        event->acceptProposedAction();
    else
        event->ignore();
}

void OutlineView::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeView::dragMoveEvent(event);
    const QPoint position = event->position().toPoint();
    m_line.reset();
    m_target = -1;
    if (event->mimeData()->hasFormat(sectionMimeType()))
        m_line = lineAt(event->mimeData()->data(sectionMimeType()).toInt(), position);
    else if (event->mimeData()->hasFormat(EntryListView::entryMimeType()))
        m_target = sectionUnder(position);
    viewport()->update();
    const bool takes = m_line || m_target >= 0;
    Q_EMIT dropRefused(takes ? QString() : tr("This place cannot take what you drag."));
    if (takes)
        event->acceptProposedAction();
    else
        event->ignore();
}

void OutlineView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QTreeView::dragLeaveEvent(event);
    m_line.reset();
    m_target = -1;
    viewport()->update();
    Q_EMIT dropRefused({});
}

void OutlineView::dropEvent(QDropEvent *event)
{
    const QPoint position = event->position().toPoint();
    m_line.reset();
    m_target = -1;
    viewport()->update();
    const QMimeData *data = event->mimeData();
    if (data->hasFormat(sectionMimeType())) {
        const int section = data->data(sectionMimeType()).toInt();
        if (const std::optional<Line> line = lineAt(section, position)) {
            event->acceptProposedAction();
            Q_EMIT moveSectionWanted(section, line->parent, line->at);
        }
        return;
    }
    const QList<QByteArray> numbers = data->data(EntryListView::entryMimeType()).split(' ');
    const int target = sectionUnder(position);
    if (numbers.size() != 2 || target < 0)
        return;
    event->acceptProposedAction();
    Q_EMIT moveEntryWanted({numbers[0].toInt(), numbers[1].toInt()}, target);
}

void OutlineView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (!m_line && m_target < 0)
        return;
    QPainter painter(viewport());
    const QColor color = Tones(palette()).accent();
    if (m_line) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color, 2));
        painter.drawLine(metrics::px(3), m_line->y, viewport()->width() - metrics::px(2), m_line->y);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(metrics::px(3), m_line->y), metrics::px(0.75), metrics::px(0.75));
    } else {
        const QRect row = visualRect(m_model->indexOfSection(m_target));
        paintFocusRing(
            painter, row.adjusted(metrics::px(1.5), 0, -metrics::px(1.5), 0), metrics::px(metrics::rowRadius), color);
    }
}

} // namespace vitrine
