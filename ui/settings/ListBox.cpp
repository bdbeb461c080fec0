#include "ui/settings/ListBox.h"

#include "ui/fields/FieldBox.h"
#include "ui/fields/LineEdit.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Tones.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

using namespace metrics;

namespace {

/// Where a dragged row will be: a line of two pixels with a dot.
class TargetLine : public QWidget
{
public:
    explicit TargetLine(QWidget *parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Tones(palette()).accent());
        const double middle = height() / 2.0;
        painter.drawRect(QRectF(height(), middle - 1, width() - height(), 2));
        painter.drawEllipse(QRectF(0, 0, height(), height()));
    }
};

} // namespace

ListBox::ListBox(const QString &name, const QStringList &columns, const QString &adder, QWidget *parent)
    : QWidget(parent),
      m_name(name),
      m_columns(columns),
      m_box(new FieldBox(this)),
      m_content(new QWidget(m_box)),
      m_add(new QuietButton(QStringLiteral("add"), adder, this)),
      m_target(new TargetLine(m_content))
{
    setObjectName(name + QStringLiteral("List"));
    setFocusPolicy(Qt::NoFocus);
    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    auto *strip = new QWidget(m_box);
    auto *buttons = new QHBoxLayout(strip);
    buttons->setContentsMargins(px(1), 0, px(1), 0);
    buttons->setSpacing(px(1));
    const auto mover = [&](const QString &iconName, const QString &words, const QString &part, int by) {
        auto *action = new QAction(icon(iconName), words, this);
        connect(action, &QAction::triggered, this, [this, by] {
            const int from = numberOf(m_current);
            move(from, from + by);
        });
        QToolButton *button = makeToolButton(action, strip);
        nameWidget(button, name + part, words);
        return button;
    };
    m_up = mover(QStringLiteral("up"), tr("Move row up"), QStringLiteral("Up"), -1);
    m_down = mover(QStringLiteral("down"), tr("Move row down"), QStringLiteral("Down"), 1);
    nameWidget(m_add, name + QStringLiteral("Add"), adder);
    connect(m_add, &QPushButton::clicked, this, &ListBox::addDraft);
    buttons->addWidget(m_add);
    buttons->addStretch();
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    m_box->setContent(m_content);
    m_box->setStrip(strip);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    refreshButtons();
}

void ListBox::setMovable(bool movable)
{
    m_movable = movable;
    for (QWidget *part : {static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_up), static_cast<QWidget *>(m_down)})
        part->setVisible(movable);
    for (ListRow *row : m_rows)
        row->setMovable(movable);
}

void ListBox::setRows(const std::vector<Row> &rows)
{
    // A draft that got its first letter is one of them now.
    if (m_draft && m_rows.size() == rows.size())
        m_draft = nullptr;
    while (m_rows.size() > rows.size() + (m_draft ? 1 : 0)) {
        ListRow *row = m_rows[rows.size()];
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(rows.size()));
        discard(row);
    }
    while (m_rows.size() < rows.size() + (m_draft ? 1 : 0))
        appendRow();
    for (size_t i = 0; i < rows.size(); ++i) {
        m_rows[i]->setShown(rows[i].values, rows[i].sealed);
        if (m_rows[i]->focusedColumn() < 0)
            note(m_rows[i]);
    }
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setPlace(m_name, static_cast<int>(i) + 1);
    refreshButtons();
}

void ListBox::discard(ListRow *row)
{
    m_current = m_current == row ? nullptr : m_current;
    // Whoever is inside a signal of it still needs it; it has nothing to say any more.
    row->disconnect(this);
    row->sign()->disconnect(this);
    row->hide();
    row->deleteLater();
}

ListRow *ListBox::appendRow()
{
    auto *row = new ListRow(m_columns, m_content);
    row->setMovable(m_movable);
    m_rows.push_back(row);
    m_content->layout()->addWidget(row);
    connect(row, &ListRow::typed, this, [this, row](int column) { takeTyped(row, column); });
    connect(row, &ListRow::left, this, [this, row] {
        note(row);
        Q_EMIT left();
        // The keyboard may only go to the next value of the same row.
        QTimer::singleShot(0, this, &ListBox::dropDraft);
    });
    connect(row, &ListRow::entered, this, [this, row] {
        m_current = row;
        refreshButtons();
    });
    connect(row, &ListRow::suggestionTaken, this, [this, row](int column, const QString &suggestion) {
        row->edit(column)->setShown(suggestion);
        takeTyped(row, column);
        note(row);
        Q_EMIT left();
    });
    // Queued: the row is still busy with the click or key that asks for it.
    connect(
        row, &ListRow::removeWanted, this,
        [this, row] {
            if (row == m_draft) {
                row->setShown({}, {});
                if (row->focusedColumn() >= 0)
                    row->edit(row->focusedColumn())->clearFocus();
                dropDraft();
            } else {
                Q_EMIT removeWanted(numberOf(row));
            }
        },
        Qt::QueuedConnection);
    connect(row, &ListRow::moveWanted, this, [this, row](int by) {
        const int from = numberOf(row);
        move(from, from + by);
    });
    connect(row->sign(), &DragSign::dragged, this, [this, row](QPoint global) { showTarget(row, global); });
    connect(row->sign(), &DragSign::ended, this, [this, row](bool drop) {
        m_target->hide();
        const int from = numberOf(row);
        const int gap = std::exchange(m_targetGap, -1);
        if (drop && gap >= 0)
            move(from, gap > from ? gap - 1 : gap);
    });
    return row;
}

int ListBox::numberOf(const ListRow *row) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), row);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ListBox::addDraft()
{
    if (!m_draft) {
        m_draft = appendRow();
        m_draft->setShown({}, {});
        m_draft->setPlace(m_name, rowCount());
    }
    m_draft->show();
    m_draft->edit(0)->setFocus(Qt::OtherFocusReason);
}

/// A draft that was left empty disappears.
void ListBox::dropDraft()
{
    if (!m_draft || m_draft->focusedColumn() >= 0 || !m_draft->values().join(QString()).isEmpty())
        return;
    ListRow *row = std::exchange(m_draft, nullptr);
    m_rows.pop_back();
    discard(row);
    refreshButtons();
}

void ListBox::takeTyped(const ListRow *row, int column)
{
    if (row == m_draft) {
        if (!row->values().join(QString()).isEmpty())
            Q_EMIT added(row->values());
        return;
    }
    Q_EMIT edited(numberOf(row), column);
}

void ListBox::note(ListRow *row)
{
    for (int column = 0; m_check && column < m_columns.size(); ++column) {
        const std::optional<ValueNote> note = m_check(column, row->edit(column)->text());
        if (note || column + 1 == m_columns.size()) {
            row->setNote(note, column);
            return;
        }
    }
}

void ListBox::move(int from, int to)
{
    const int last = rowCount() - (m_draft ? 1 : 0) - 1;
    if (!m_movable || from < 0 || from > last || to < 0 || to > last || from == to)
        return;
    const int column = row(from)->focusedColumn();
    Q_EMIT moveWanted(from, to);
    m_current = row(to);
    if (column >= 0)
        focusRow(to, column);
    refreshButtons();
}

void ListBox::focusRow(int number, int column)
{
    if (number >= 0 && number < rowCount())
        row(number)->edit(column)->setFocus(Qt::OtherFocusReason);
}

void ListBox::showTarget(const ListRow *dragged, QPoint global)
{
    const int y = m_content->mapFromGlobal(global).y();
    const int last = rowCount() - (m_draft ? 1 : 0);
    int gap = 0;
    while (gap < last && y > row(gap)->geometry().center().y())
        ++gap;
    const int from = numberOf(dragged);
    // Beside itself it would stay where it is.
    m_targetGap = gap == from || gap == from + 1 ? -1 : gap;
    m_target->setVisible(m_targetGap >= 0);
    const int edge = gap < last ? row(gap)->y() : row(last - 1)->geometry().bottom();
    const int size = px(2);
    m_target->setGeometry(
        px(1), std::clamp(edge - size / 2, 0, m_content->height() - size), m_content->width() - px(2), size);
    m_target->raise();
}

void ListBox::refreshButtons()
{
    const int current = numberOf(m_current);
    const int last = rowCount() - (m_draft ? 1 : 0) - 1;
    m_up->defaultAction()->setEnabled(current > 0 && current <= last);
    m_down->defaultAction()->setEnabled(current >= 0 && current < last);
}

void ListBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_target->hide();
}

} // namespace vitrine
