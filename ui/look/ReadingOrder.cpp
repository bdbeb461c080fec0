#include "ui/look/ReadingOrder.h"

#include <QApplication>
#include <QScrollArea>

#include <algorithm>

namespace vitrine {

namespace {

/// Deeper than any window of ours; what lies below is not reached.
constexpr int deepest = 64;

QList<QWidget *> shownChildren(const QWidget *parent)
{
    QList<QWidget *> children = parent->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    children.removeIf([](const QWidget *child) { return child->isWindow() || !child->isVisible(); });
    return children;
}

/// Sorts into rows: what begins above the middle of the first of a row stands in that row.
void sortAsRead(QList<QWidget *> &widgets, bool leftToRight)
{
    std::stable_sort(
        widgets.begin(), widgets.end(), [](const QWidget *a, const QWidget *b) { return a->y() < b->y(); });
    const auto leads = [leftToRight](const QWidget *a, const QWidget *b) {
        return leftToRight ? a->x() < b->x() : a->geometry().right() > b->geometry().right();
    };
    for (auto row = widgets.begin(); row != widgets.end();) {
        const int middle = (*row)->y() + (*row)->height() / 2;
        const auto end = std::find_if(row, widgets.end(), [middle](const QWidget *w) { return w->y() > middle; });
        std::stable_sort(row, end, leads);
        row = end;
    }
}

bool takesTab(const QWidget *widget)
{
    return widget->focusPolicy() & Qt::TabFocus && widget->isEnabled() && !widget->focusProxy();
}

void collect(const QWidget *parent, int depth, QList<QWidget *> &found)
{
    QList<QWidget *> children = shownChildren(parent);
    sortAsRead(children, parent->isLeftToRight());
    for (QWidget *child : std::as_const(children)) {
        if (takesTab(child))
            found += child;
        if (depth < deepest)
            collect(child, depth + 1, found);
    }
}

} // namespace

QList<QWidget *> readingOrder(const QWidget *root)
{
    QList<QWidget *> found;
    collect(root, 0, found);
    return found;
}

bool stepFocus(const QWidget *root, bool next)
{
    const QList<QWidget *> order = readingOrder(root);
    if (order.isEmpty())
        return false;
    QWidget *focused = QApplication::focusWidget();
    const qsizetype count = order.size();
    qsizetype to = order.indexOf(focused);
    if (to >= 0) {
        to = (to + (next ? 1 : count - 1)) % count;
    } else {
        // Something that holds others has the keyboard: into it, or to what stands before it.
        const auto inside = std::find_if(order.begin(), order.end(), [focused](const QWidget *widget) {
            return focused && focused->isAncestorOf(widget);
        });
        const qsizetype first = inside == order.end() ? 0 : inside - order.begin();
        to = next ? first : (first + count - 1) % count;
    }
    QWidget *target = order.at(to);
    target->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget *around = target->parentWidget(); around && around != root; around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around))
            area->ensureWidgetVisible(target);
    }
    return true;
}

} // namespace vitrine
