#include "ui/papers/PaperListView.h"

#include "ui/entries/RowDelegate.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/papers/PaperListModel.h"

#include <QKeyEvent>

namespace vitrine {

namespace {

/// Rows of entries with a box in the gutter.
class PaperRowDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    bool editorEvent(
        QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override
    {
        if (!index.flags().testFlag(Qt::ItemIsUserCheckable))
            return false;
        bool toggles = false;
        if (event->type() == QEvent::MouseButtonRelease) {
            const auto *mouse = static_cast<QMouseEvent *>(event);
            toggles = mouse->button() == Qt::LeftButton && gutterOf(option).contains(mouse->position().toPoint());
        } else if (event->type() == QEvent::KeyPress) {
            toggles = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
        }
        if (!toggles)
            return false;
        const bool checked = index.data(Qt::CheckStateRole).toInt() != Qt::Unchecked;
        return model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
};

} // namespace

PaperListView::PaperListView(PaperListModel *model, QWidget *parent) : QListView(parent)
{
    nameWidget(this, QStringLiteral("PaperList"), tr("Papers of the BibTeX"));
    setModel(model);
    setItemDelegate(new PaperRowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setViewportMargins(0, metrics::px(1), 0, metrics::px(1));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void PaperListView::showFirst()
{
    if (!currentIndex().isValid())
        step(1);
}

void PaperListView::step(int by)
{
    for (int row = currentIndex().row() + by; row >= 0 && row < model()->rowCount(); row += by) {
        const QModelIndex index = model()->index(row, 0);
        if (!index.flags().testFlag(Qt::ItemIsSelectable))
            continue;
        setCurrentIndex(index);
        // The head of a group comes into sight with its first row.
        if (row > 0 && !model()->index(row - 1, 0).flags().testFlag(Qt::ItemIsSelectable))
            scrollTo(model()->index(row - 1, 0), EnsureVisible);
        scrollTo(index, EnsureVisible);
        return;
    }
}

void PaperListView::keyPressEvent(QKeyEvent *event)
{
    // Group heads cannot be current, so the step is ours.
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        step(event->key() == Qt::Key_Up ? -1 : 1);
        return;
    }
    QListView::keyPressEvent(event);
}

void PaperListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT rowChosen(current.isValid() ? current.row() : -1);
}

} // namespace vitrine
