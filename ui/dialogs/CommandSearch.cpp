#include "ui/dialogs/CommandSearch.h"

#include "ui/commands/Actions.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

namespace {

using metrics::px;

constexpr int mostShown = 50;

/// True when every word of `letters` begins or stands somewhere in `words`.
bool matches(const QString &words, const QStringList &letters)
{
    return std::all_of(
        letters.begin(), letters.end(), [&](const QString &part) { return words.contains(part, Qt::CaseInsensitive); });
}

constexpr int hintRole = Qt::UserRole + 1;

/// A row: icon, words, and at the right a key or a section.
class FoundDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tones tones(option.palette);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected)
            paintRounded(*painter, option.rect, px(metrics::rowRadius), tones.selection());
        const int edge = px(metrics::iconRow);
        QRect rest = option.rect.adjusted(px(2), 0, -px(2), 0);
        const QRect iconPlace =
            QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {edge, edge}, rest);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, iconPlace);
        const int shift = edge + px(2);
        rest = option.direction == Qt::LeftToRight ? rest.adjusted(shift, 0, 0, 0) : rest.adjusted(0, 0, -shift, 0);
        const QString hint = index.data(hintRole).toString();
        painter->setFont(metrics::smallFont());
        painter->setPen(selected ? tones.selectionText() : tones.muted());
        painter->drawText(rest, Qt::AlignTrailing | Qt::AlignVCenter, hint);
        const int taken = hint.isEmpty() ? 0 : QFontMetrics(painter->font()).horizontalAdvance(hint) + px(2);
        rest = option.direction == Qt::LeftToRight ? rest.adjusted(0, 0, -taken, 0) : rest.adjusted(taken, 0, 0, 0);
        painter->setFont(option.font);
        painter->setPen(selected ? tones.selectionText() : tones.text());
        painter->drawText(
            rest, Qt::AlignLeading | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, px(metrics::outlineRowHeight)};
    }
};

} // namespace

CommandSearch::CommandSearch(std::vector<Item> items, QWidget *parent)
    : QDialog(parent, Qt::Popup),
      m_items(std::move(items)),
      m_letters(new QLineEdit(this)),
      m_list(new QListWidget(this))
{
    nameWidget(this, QStringLiteral("CommandSearch"), tr("Find a command, section or entry"));
    nameWidget(m_letters, QStringLiteral("CommandLetters"), tr("Find a command, section or entry"));
    nameWidget(m_list, QStringLiteral("CommandList"), tr("What was found"));
    m_letters->setPlaceholderText(tr("Find a command, section or entry"));
    m_letters->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new FoundDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(2), px(2), px(2), px(2));
    column->setSpacing(px(1.5));
    column->addWidget(m_letters);
    column->addWidget(m_list);
    connect(m_letters, &QLineEdit::textChanged, this, &CommandSearch::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandSearch::take);
    resize(px(130), px(90));
    filter({});
}

std::vector<CommandSearch::Item> CommandSearch::commands(const Actions &actions)
{
    std::vector<Item> items;
    for (const auto &[command, action] : actions.all()) {
        if (!action->isEnabled())
            continue;
        QString words = action->text();
        items.push_back(
            {words.remove(QLatin1Char('&')), action->shortcut().toString(QKeySequence::NativeText), action->icon(),
             [action = action] { action->trigger(); }});
    }
    return items;
}

void CommandSearch::filter(const QString &letters)
{
    m_list->clear();
    const QStringList parts = letters.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (size_t i = 0; i < m_items.size() && m_list->count() < mostShown; ++i) {
        const Item &item = m_items[i];
        if (!matches(item.words, parts))
            continue;
        auto *row = new QListWidgetItem(item.icon, item.words, m_list);
        row->setData(Qt::UserRole, static_cast<int>(i));
        row->setData(hintRole, item.hint);
    }
    m_list->setCurrentRow(0);
}

void CommandSearch::take()
{
    const QListWidgetItem *row = m_list->currentItem();
    if (!row)
        return;
    const std::function<void()> act = m_items[static_cast<size_t>(row->data(Qt::UserRole).toInt())].act;
    accept();
    act();
}

void CommandSearch::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_letters->setFocus(Qt::PopupFocusReason);
}

void CommandSearch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones tones(palette());
    painter.fillRect(rect(), tones.base());
    painter.setPen(tones.border());
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool CommandSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int rows = m_list->count();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(rows - 1, m_list->currentRow() + 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(0, m_list->currentRow() - 1));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace vitrine
