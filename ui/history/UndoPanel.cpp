#include "ui/history/UndoPanel.h"

#include "app/session/OpenPage.h"
#include "ui/Selection.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QUndoView>

namespace vitrine {

namespace {

using metrics::px;

/// A row per step: the sign of the saved state, then the words; what was undone is muted.
class StepDelegate : public QStyledItemDelegate
{
public:
    explicit StepDelegate(QUndoView *view) : QStyledItemDelegate(view), m_view(view) { }

    /// Steps are named for the middle of a sentence ("Undo change of venue"); a row begins with a capital.
    QString displayText(const QVariant &value, const QLocale &locale) const override
    {
        const QString words = value.toString();
        return locale.toUpper(words.left(1)) + words.mid(1);
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, px(metrics::oneLineRowHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tones tones(option.palette);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const bool undone = index.row() > m_view->currentIndex().row();
        const QColor ink = current ? tones.selectionText() : undone ? tones.muted() : tones.text();
        const QRect row = option.rect.adjusted(px(1.5), 0, -px(1.5), 0);
        painter->save();
        if (current || option.state.testFlag(QStyle::State_MouseOver))
            paintRounded(*painter, row, px(metrics::rowRadius), current ? tones.selection() : tones.hover());
        if (current && option.state.testFlag(QStyle::State_HasFocus))
            paintFocusRing(*painter, row, px(metrics::rowRadius), tones.accent());
        const auto placed = [&](int left, int right) {
            return QStyle::visualRect(option.direction, row, row.adjusted(left, 0, right, 0));
        };
        const int edge = px(metrics::iconRow);
        if (!index.data(Qt::DecorationRole).isNull()) {
            const QRect sign = QStyle::alignedRect(
                option.direction, Qt::AlignLeading | Qt::AlignVCenter, {edge, edge}, placed(px(2.5), 0));
            painter->drawPixmap(
                sign, iconPixmap(QStringLiteral("save"), ink, edge, painter->device()->devicePixelRatioF()));
        }
        const QFont font = metrics::scaledFont(1.0, current ? QFont::DemiBold : QFont::Normal);
        const QRect words = placed(px(2.5) + edge + px(1.5), -px(2));
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(
            words, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(displayText(index.data(), option.locale), Qt::ElideRight, words.width()));
        painter->restore();
    }

private:
    QUndoView *m_view;
};

} // namespace

UndoPanel::UndoPanel(Selection *selection, QWidget *parent)
    : QWidget(parent), m_selection(selection), m_steps(new QUndoView(this))
{
    nameWidget(this, QStringLiteral("UndoPanel"), tr("History of this page"));
    nameWidget(m_steps, QStringLiteral("UndoSteps"), tr("Steps, the newest last"));
    m_steps->setEmptyLabel(tr("As it was opened"));
    m_steps->setCleanIcon(icon(QStringLiteral("save")));
    m_steps->setItemDelegate(new StepDelegate(m_steps));
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_steps->setMouseTracking(true);

    auto *head = new Bar(metrics::headHeight, Bar::Line::Below, this);
    auto *title = new QLabel(tr("History"), head);
    title->setFont(metrics::headFont());
    auto *close = new QToolButton(head);
    nameWidget(close, QStringLiteral("UndoPanelClose"), tr("Close the history"));
    close->setIcon(icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close (Esc)"));
    head->row()->addWidget(title, 1);
    head->row()->addWidget(close);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0); // the line beside the panes
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_steps, 1);
    setFixedWidth(px(metrics::outlineWidth + 10));
    hide();

    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(selection, &Selection::pageChanged, this, &UndoPanel::followPage);
}

void UndoPanel::setWanted(bool wanted)
{
    setVisible(wanted);
    if (wanted)
        m_steps->setFocus(Qt::ShortcutFocusReason);
}

void UndoPanel::followPage()
{
    OpenPage *page = m_selection->page();
    m_steps->setStack(page ? page->undoStack() : nullptr);
    if (!page)
        hide();
}

void UndoPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

void UndoPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    // Not when the whole window goes: the panel comes back with it.
    if (isHidden())
        Q_EMIT closed();
}

void UndoPanel::paintEvent(QPaintEvent *)
{
    const QRect line = QStyle::visualRect(layoutDirection(), rect(), {0, 0, 1, height()});
    QPainter(this).fillRect(line, Tones(palette()).hairline());
}

} // namespace vitrine
