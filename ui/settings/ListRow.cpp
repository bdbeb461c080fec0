#include "ui/settings/ListRow.h"

#include "ui/fields/FieldFrame.h"
#include "ui/fields/LineEdit.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/look/Tones.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

using namespace metrics;

DragSign::DragSign(QWidget *parent) : QWidget(parent)
{
    setCursor(Qt::OpenHandCursor);
    setFocusPolicy(Qt::NoFocus);
}

QSize DragSign::sizeHint() const
{
    return {px(rowGutter), px(fieldHeight)};
}

void DragSign::paintEvent(QPaintEvent *)
{
    const int edge = px(iconRow);
    QPainter painter(this);
    painter.drawPixmap(
        (width() - edge) / 2, (height() - edge) / 2,
        iconPixmap(QStringLiteral("drag"), Tones(palette()).muted(), edge, devicePixelRatioF()));
}

void DragSign::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isPressed = true;
    m_pressed = event->pos();
}

void DragSign::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isPressed)
        return;
    if (!m_isDragged && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_isDragged) {
        m_isDragged = true;
        grabKeyboard(); // Esc gives it up
        setCursor(Qt::ClosedHandCursor);
    }
    Q_EMIT dragged(event->globalPosition().toPoint());
}

void DragSign::mouseReleaseEvent(QMouseEvent *)
{
    end(true);
}

void DragSign::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        end(false);
}

void DragSign::end(bool drop)
{
    const bool was = std::exchange(m_isDragged, false);
    m_isPressed = false;
    if (!was)
        return;
    releaseKeyboard();
    setCursor(Qt::OpenHandCursor);
    Q_EMIT ended(drop);
}

ListRow::ListRow(const QStringList &columns, QWidget *parent)
    : QWidget(parent),
      m_columns(columns),
      m_sign(new DragSign(this)),
      m_line(new QWidget(this)),
      m_sealed(new QWidget(this)),
      m_sealedWords(new ElidedLabel(m_sealed))
{
    auto *row = new QHBoxLayout(m_line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(2));
    for (int column = 0; column < columns.size(); ++column) {
        auto *edit = new LineEdit(m_line);
        edit->setFrame(false);
        edit->setMinimumHeight(px(fieldHeight));
        edit->setPlaceholderText(columns[column]);
        edit->installEventFilter(this);
        connect(edit, &LineEdit::typed, this, [this, column] { Q_EMIT typed(column); });
        connect(edit, &QLineEdit::returnPressed, this, [this, column] { Q_EMIT left(column); });
        m_edits.push_back(edit);
        row->addWidget(edit, column + 1 == columns.size() ? 3 : 2);
    }
    auto *remove = new QAction(icon(QStringLiteral("close")), tr("Remove"), this);
    connect(remove, &QAction::triggered, this, &ListRow::removeWanted);
    m_remove = makeToolButton(remove, m_line);
    row->addWidget(m_remove);
    m_frame = new FieldFrame(m_line, QString(), this);
    m_frame->setRemediesShown(false);
    connect(m_frame, &FieldFrame::suggestionTaken, this, [this](const QString &suggestion) {
        Q_EMIT suggestionTaken(m_noted, suggestion);
    });
    auto *sealed = new QHBoxLayout(m_sealed);
    sealed->setContentsMargins(0, 0, px(1), px(1));
    sealed->setSpacing(px(1));
    sealed->addWidget(new IconLabel(QStringLiteral("sealed"), iconRow, IconLabel::Tone::Muted, m_sealed));
    sealed->addWidget(m_sealedWords, 1);
    m_sealedWords->setFont(smallFont());
    makeMuted(m_sealedWords);
    auto *column = new QVBoxLayout;
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_frame);
    column->addWidget(m_sealed);
    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, px(0.5), 1);
    whole->setSpacing(0);
    whole->addWidget(m_sign, 0, Qt::AlignTop);
    whole->addLayout(column, 1);
}

void ListRow::setPlace(const QString &prefix, int number)
{
    setObjectName(QStringLiteral("%1Row%2").arg(prefix).arg(number));
    m_frame->setName(objectName());
    nameWidget(m_sign, QStringLiteral("%1Drag%2").arg(prefix).arg(number), tr("Drag to another place"));
    nameWidget(m_remove, QStringLiteral("%1Remove%2").arg(prefix).arg(number), tr("Remove row %1").arg(number));
    nameWidget(m_sealedWords, QStringLiteral("%1Sealed%2").arg(prefix).arg(number), tr("Kept as it is"));
    for (int column = 0; column < m_columns.size(); ++column) {
        nameWidget(
            edit(column), QStringLiteral("%1-%2-%3").arg(prefix).arg(number).arg(column + 1),
            tr("%1, row %2").arg(m_columns[column]).arg(number));
    }
}

void ListRow::setShown(const QStringList &values, const QString &sealed)
{
    for (int column = 0; column < m_columns.size(); ++column) {
        if (edit(column)->text() != values.value(column))
            edit(column)->setShown(values.value(column));
    }
    m_sealedWords->setText(sealed);
    m_sealed->setVisible(!sealed.isEmpty());
}

QStringList ListRow::values() const
{
    QStringList values;
    for (const LineEdit *edit : m_edits)
        values += edit->text();
    return values;
}

int ListRow::focusedColumn() const
{
    for (int column = 0; column < m_columns.size(); ++column) {
        if (edit(column)->hasFocus())
            return column;
    }
    return -1;
}

void ListRow::setNote(const std::optional<ValueNote> &note, int column)
{
    m_noted = column;
    m_frame->setWarning(note ? note->sentence : QString(), note ? note->better : QString());
}

void ListRow::setRefused(const QString &sentence, int column)
{
    vitrine::setRefused(edit(column), !sentence.isEmpty());
    m_noted = column;
    if (sentence.isEmpty())
        m_frame->clearRefusal();
    else
        m_frame->setRefusal(Error{ErrorKind::Refused, sentence, {}, {}});
}

void ListRow::setMovable(bool movable)
{
    m_sign->setVisible(movable);
    m_remove->setVisible(movable);
}

bool ListRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT entered();
    if (event->type() == QEvent::FocusOut) {
        const auto column = std::find(m_edits.begin(), m_edits.end(), watched) - m_edits.begin();
        Q_EMIT left(static_cast<int>(column));
    }
    const int step = rowStepOf(*event);
    if (step == 0)
        return QWidget::eventFilter(watched, event);
    Q_EMIT moveWanted(step);
    return true;
}

void ListRow::paintEvent(QPaintEvent *)
{
    const QColor line = Tones(palette()).hairline();
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, line);
    for (size_t column = 1; column < m_edits.size(); ++column) {
        const int x = m_edits[column]->mapTo(this, QPoint()).x() - px(1);
        painter.fillRect(x, 0, 1, m_line->height(), line);
    }
}

} // namespace vitrine
