#include "ui/fields/DateField.h"

#include "ui/fields/DateSteps.h"
#include "ui/fields/LineEdit.h"
#include "ui/fields/MonthsPopup.h"
#include "ui/fields/PageDates.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"

#include <QAction>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace vitrine {

namespace {

constexpr char openDate[] = "..";

} // namespace

DateField::DateField(FieldId id, QWidget *parent) : FieldEditor(id, parent), m_edit(new LineEdit(this))
{
    nameWidget(m_edit, widgetName(id, "Edit"), labelOf(id));
    auto *pick = new QAction(icon(QStringLiteral("date")), tr("Pick a month"), this);
    pick->setObjectName(widgetName(id, "Pick"));
    m_edit->addAction(pick, QLineEdit::TrailingPosition);
    m_edit->installEventFilter(this);
    m_edit->setMinimumWidth(metrics::px(22));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(pick, &QAction::triggered, this, &DateField::showMonths);
    connect(m_edit, &LineEdit::typed, this, &FieldEditor::edited);
}

void DateField::setField(const Field &field)
{
    m_field = field;
    const bool open = field.value.text() == openDate;
    setOpen(open);
    if (!open)
        m_edit->setShown(textOf(field));
    Q_EMIT hintChanged();
}

QString DateField::textOf(const Field &date)
{
    if (date.value.isEmpty())
        return {};
    return QString::fromUtf8(date.written.isEmpty() ? humanDate(date.value.text()) : date.written);
}

void DateField::setTypedFor(const Field &read, const QString &text)
{
    m_field = read;
    setOpen(false);
    m_edit->setShown(text);
}

void DateField::acknowledge(const Field &field)
{
    m_field = field;
    Q_EMIT hintChanged();
}

Value DateField::typed() const
{
    return m_open ? QByteArray(openDate) : m_edit->text().toUtf8();
}

void DateField::setTyped(const Value &typed)
{
    setOpen(typed.text() == openDate);
    if (!m_open)
        m_edit->setShown(QString::fromUtf8(typed.text()));
}

Result<Value> DateField::value() const
{
    if (m_open)
        return Value(QByteArray(openDate));
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty())
        return Value();
    if (!m_field.value.isEmpty() && text == textOf(m_field))
        return m_field.value;
    Result<QByteArray> edtf = parseTyped(text.toUtf8(), dayOrder());
    if (!edtf)
        return edtf.error();
    return Value(*edtf);
}

void DateField::setSuggested(const QString &suggestion)
{
    setTyped(Value(suggestion.toUtf8()));
}

void DateField::setRefused(bool refused)
{
    vitrine::setRefused(m_edit, refused);
}

void DateField::focusAt(const Field &field, qsizetype offset)
{
    m_edit->setFocus(Qt::OtherFocusReason);
    // Only a date that is shown as the page writes it has the same places.
    if (!field.range || m_edit->text() != QString::fromUtf8(field.written))
        return;
    const QByteArray before = field.written.left(std::max<qsizetype>(0, offset - field.range->begin));
    m_edit->setCursorPosition(static_cast<int>(QString::fromUtf8(before).size()));
}

QString DateField::hint() const
{
    const QString text = m_edit->text().trimmed();
    if (m_open || text.isEmpty() || m_field.written.isEmpty() || text == QString::fromUtf8(m_field.written))
        return {};
    const Result<Value> meant = value();
    if (!meant || !(*meant == m_field.value))
        return {};
    return tr("written %1, like the other entries").arg(QString::fromUtf8(m_field.written));
}

void DateField::setOpen(bool open)
{
    m_open = open;
    m_edit->setEnabled(!open);
    m_edit->setPlaceholderText(open ? tr("present") : m_placeholder);
    if (open)
        m_edit->setShown({});
}

void DateField::setPlaceholder(const QString &words)
{
    m_placeholder = words;
    setOpen(m_open);
}

std::optional<DatePoint> DateField::point() const
{
    const Result<Value> meant = value();
    if (!meant)
        return {};
    const auto spans = fromEdtf(meant->text());
    if (!spans || spans->empty())
        return {};
    return spans->front().begin;
}

DayOrder DateField::dayOrder() const
{
    return context().page ? dates::dayOrder(*context().page) : DayOrder::MonthFirst;
}

void DateField::step(int by)
{
    const auto next = stepped({m_edit->text(), m_edit->cursorPosition()}, by, dayOrder());
    if (!next)
        return;
    m_edit->setShown(next->text);
    m_edit->setCursorPosition(next->caret);
    Q_EMIT edited();
}

void DateField::showMonths()
{
    auto *popup = new MonthsPopup(point(), this);
    connect(popup, &MonthsPopup::picked, this, &DateField::take);
    connect(popup, &QObject::destroyed, m_edit, [this] { m_edit->setFocus(Qt::PopupFocusReason); });
    popup->popUp(this);
}

void DateField::take(std::optional<DatePoint> picked)
{
    QString text;
    if (picked) {
        if (const auto old = point(); old && picked->month != 0 && old->day != 0)
            picked->day = isPossible({picked->year, picked->month, old->day}) ? old->day : 1;
        text = dates::spelledLike(context(), id(), m_field.written, toEdtf(*picked));
    }
    m_edit->setShown(text);
    Q_EMIT edited();
}

bool DateField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool vertical = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
    if (!vertical)
        return FieldEditor::eventFilter(watched, event);
    if (key->modifiers() == Qt::AltModifier && key->key() == Qt::Key_Down)
        showMonths();
    else if (!(key->modifiers() & ~Qt::KeypadModifier))
        step(key->key() == Qt::Key_Up ? 1 : -1);
    else
        return FieldEditor::eventFilter(watched, event);
    return true;
}

} // namespace vitrine
