#include "ui/fields/DatesField.h"

#include "ui/fields/ChipList.h"
#include "ui/fields/DateField.h"
#include "ui/fields/DateList.h"
#include "ui/fields/FieldBox.h"
#include "ui/fields/LineEdit.h"
#include "ui/fields/PageDates.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

namespace {

/// Between the texts of several dates: no line of a field holds one.
constexpr char lineEnd = '\n';

/// Does `inside` lie in `widget`, also through windows? The months that a field opens belong to it.
bool holds(const QWidget *widget, const QWidget *inside)
{
    while (inside && inside != widget)
        inside = inside->parentWidget();
    return inside == widget;
}

/// Entries of this kind often have several dates, or one of the section has.
bool mayHaveSeveral(const FieldContext &context, FieldId id)
{
    if (context.kind == Kind::Teaching)
        return true;
    if (!context.page || context.section < 0)
        return false;
    const std::vector<Entry> &entries = context.page->section(context.section).entries;
    return std::any_of(entries.begin(), entries.end(), [id](const Entry &entry) {
        const Field *date = entry.field(id);
        return date && date->value.text().startsWith('{');
    });
}

} // namespace

DatesField::DatesField(FieldId id, QWidget *parent)
    : FieldEditor(id, parent),
      m_box(new FieldBox(this)),
      m_chips(new ChipList(m_box)),
      m_date(new DateField(id)),
      m_add(new QAction(icon(QStringLiteral("add")), tr("Add another date"), this))
{
    nameWidget(m_chips, widgetName(id, "Chips"), labelOf(id));
    m_box->setContent(m_chips);
    m_box->setStrip(makeStrip());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    setFocusProxy(m_date);
    m_add->setObjectName(widgetName(id, "Add"));
    m_add->setToolTip(tr("Add another date (a comma does it too)"));
    m_date->line()->addAction(m_add, QLineEdit::TrailingPosition);
    connect(m_add, &QAction::triggered, this, &DatesField::beginAnother);
    connect(m_date, &FieldEditor::edited, this, &DatesField::takeTyped);
    connect(m_date, &FieldEditor::hintChanged, this, &FieldEditor::hintChanged);
    connect(m_chips, &ChipList::currentChipChanged, this, &DatesField::setCurrent);
    connect(m_chips, &ChipList::moveWanted, this, &DatesField::moveDate);
    connect(m_chips, &ChipList::removeWanted, this, &DatesField::removeDate);
    connect(m_chips, &ChipList::editWanted, this, [this] {
        m_date->setFocus(Qt::OtherFocusReason);
        m_date->line()->selectAll();
    });
    m_focus.follow([this](QWidget *now) {
        // Nowhere: another window has the keyboard for a while. A refused date stays where it can be mended.
        if (now && !m_refused && !holds(this, now))
            leave();
    });
    show();
}

QWidget *DatesField::makeStrip()
{
    auto *strip = new QWidget(m_box);
    auto *row = new QHBoxLayout(strip);
    m_date->setObjectName(widgetName(id(), "One"));
    m_date->line()->installEventFilter(this);
    row->addWidget(m_date);
    auto *remove = new QAction(icon(QStringLiteral("remove")), tr("Remove date"), this);
    connect(remove, &QAction::triggered, this, [this] { removeDate(m_current); });
    m_remove = makeToolButton(remove, strip);
    m_remove->setObjectName(widgetName(id(), "Remove"));
    row->addWidget(m_remove);
    return strip;
}

void DatesField::setContext(const FieldContext &context)
{
    FieldEditor::setContext(context);
    m_date->setContext(context);
}

void DatesField::setField(const Field &field)
{
    m_field = field;
    QList<TypedDate> dates;
    for (const Field &date : vitrine::dates::singleDates(field))
        dates += {date, DateField::textOf(date)};
    setDates(dates);
}

void DatesField::setDates(const QList<TypedDate> &dates)
{
    m_dates = dates;
    m_adding = false;
    if (dates.size() < 2)
        m_current = 0;
    else if (m_current >= dates.size() || !holds(this, QApplication::focusWidget()))
        m_current = -1;
    if (dates.isEmpty())
        m_dates += TypedDate();
    show();
}

void DatesField::acknowledge(const Field &field)
{
    m_field = field;
    const QList<Field> read = dates::singleDates(field);
    if (read.size() == m_dates.size()) {
        for (int i = 0; i < read.size(); ++i)
            m_dates[i].read = read[i];
        if (m_current >= 0)
            m_date->acknowledge(read[m_current]);
    }
    offerAnother();
}

Value DatesField::typed() const
{
    QByteArray lines;
    for (const TypedDate &date : m_dates) {
        if (date.text.trimmed().isEmpty())
            continue;
        if (!lines.isEmpty())
            lines += lineEnd;
        lines += date.text.toUtf8();
    }
    return lines;
}

void DatesField::setTyped(const Value &typed)
{
    QList<TypedDate> dates;
    for (const QByteArray &line : typed.text().split(lineEnd)) {
        const QString text = QString::fromUtf8(line);
        // What is typed as the page says it is what the page says.
        const auto known =
            std::find_if(m_dates.begin(), m_dates.end(), [&](const TypedDate &d) { return d.text == text; });
        dates += {known == m_dates.end() ? Field() : known->read, text};
    }
    setDates(dates);
}

Result<QByteArray> DatesField::valueOf(const TypedDate &date) const
{
    if (!date.read.value.isEmpty() && date.text == DateField::textOf(date.read))
        return date.read.value.text();
    return parseTyped(date.text.toUtf8(), m_date->dayOrder());
}

Result<Value> DatesField::value() const
{
    QList<QByteArray> all;
    for (const TypedDate &date : m_dates) {
        if (date.text.trimmed().isEmpty())
            continue;
        Result<QByteArray> edtf = valueOf(date);
        if (!edtf)
            return edtf.error();
        all += std::move(edtf).value();
    }
    if (all.size() < 2)
        return Value(all.value(0));
    if (const std::optional<QByteArray> list = dates::joined(all))
        return Value(*list);
    return Error{
        ErrorKind::Refused, tr("“present” alone is no date. Write when it began, as in 2021 – present."), {}, {}};
}

void DatesField::setSuggested(const QString &suggestion)
{
    if (m_current < 0)
        return setTyped(Value(suggestion.toUtf8()));
    m_dates[m_current].text = suggestion;
    show();
}

void DatesField::setRefused(bool refused)
{
    m_refused = refused;
    m_box->setRefused(refused);
    m_date->setRefused(refused);
    show();
}

void DatesField::focusAt(const Field &field, qsizetype offset)
{
    if (isSeveral() && field.range) {
        // The dates of a list stand in the text one after the other.
        qsizetype from = 0;
        for (int i = 0; i < m_dates.size(); ++i) {
            const QByteArray text = m_dates[i].read.written;
            const qsizetype begin = field.written.indexOf(text, from);
            if (begin < 0)
                continue;
            from = begin + text.size();
            if (offset - field.range->begin > from)
                continue;
            setCurrent(i);
            m_date->setFocus(Qt::OtherFocusReason);
            const QByteArray before = text.left(std::max<qsizetype>(0, offset - field.range->begin - begin));
            m_date->line()->setCursorPosition(static_cast<int>(QString::fromUtf8(before).size()));
            return;
        }
    }
    m_date->focusAt(field, offset);
}

QString DatesField::hint() const
{
    return m_current >= 0 ? m_date->hint() : QString();
}

void DatesField::show()
{
    const bool several = isSeveral();
    QList<Chip> chips;
    for (int i = 0; several && i < m_dates.size(); ++i) {
        const QString text = m_dates[i].text.trimmed();
        const bool wrong = m_refused && !text.isEmpty() && (i == m_current || !valueOf(m_dates[i]));
        chips += Chip{.text = text, .marks = {}, .spoken = text, .own = false, .refused = wrong};
    }
    m_chips->setChips(chips);
    m_chips->setCurrent(several ? m_current : -1);
    m_chips->setVisible(several);
    m_box->setPlain(!several);
    const int margin = several ? metrics::px(1) : 0;
    m_date->parentWidget()->layout()->setContentsMargins(margin, margin / 2, margin, margin / 2);
    m_remove->setVisible(several && m_current >= 0);
    showCurrent();
    offerAnother();
    Q_EMIT hintChanged();
}

void DatesField::offerAnother()
{
    m_add->setVisible(!isSeveral() && !m_field.value.isEmpty() && mayHaveSeveral(context(), id()));
}

void DatesField::showCurrent()
{
    const TypedDate current = m_current >= 0 ? m_dates[m_current] : TypedDate();
    m_remove->setAccessibleName(tr("Remove date %1").arg(current.text));
    m_date->setPlaceholder(m_current >= 0 ? QString() : tr("Add a date"));
    m_date->setTypedFor(current.read, current.text);
}

void DatesField::setCurrent(int date)
{
    m_current = date;
    show();
}

void DatesField::beginAnother()
{
    m_adding = true;
    setCurrent(-1);
    m_date->setFocus(Qt::OtherFocusReason);
}

/// Nobody edits a date any more: what was begun and left empty goes, and a lone date is a line again.
void DatesField::leave()
{
    if (!isSeveral())
        return;
    QList<TypedDate> dates = m_dates;
    dates.removeIf([](const TypedDate &date) { return date.text.trimmed().isEmpty(); });
    m_current = -1;
    setDates(dates);
}

void DatesField::takeTyped()
{
    QString text = QString::fromUtf8(m_date->typed().text());
    if (m_current < 0) {
        // The blank behind the comma that began it is no part of the next date.
        const auto first = std::find_if_not(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
        text.remove(0, first - text.cbegin());
        if (text.isEmpty())
            return;
        m_dates += TypedDate();
        m_current = static_cast<int>(m_dates.size()) - 1;
    }
    if (const auto listed = dates::listedIn(text, m_date->dayOrder()))
        return takeListed(*listed);
    m_dates[m_current].text = text;
    change();
}

/// The current date turned out to be several; the line goes on with the last of them.
void DatesField::takeListed(const QStringList &listed)
{
    const Field read = m_dates.takeAt(m_current).read;
    const bool goesOn = listed.last().isEmpty();
    for (int i = 0; i < listed.size() - (goesOn ? 1 : 0); ++i) {
        const bool asRead = listed[i] == DateField::textOf(read);
        m_dates.insert(m_current + i, {asRead ? read : Field(), listed[i]});
    }
    m_current = goesOn ? -1 : m_current + static_cast<int>(listed.size()) - 1;
    m_adding = true;
    change();
}

void DatesField::removeDate(int date)
{
    if (date < 0 || date >= m_dates.size())
        return;
    m_dates.removeAt(date);
    m_adding = false;
    if (m_dates.isEmpty())
        m_dates += TypedDate();
    m_current = std::min<int>(date, static_cast<int>(m_dates.size()) - 1);
    if (m_chips->hasFocus() && !isSeveral())
        m_date->setFocus(Qt::OtherFocusReason);
    change();
}

void DatesField::moveDate(int from, int to)
{
    m_dates.move(from, to);
    m_current = to;
    change();
}

void DatesField::change()
{
    show();
    Q_EMIT edited();
}

bool DatesField::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    modifiers &= ~Qt::KeypadModifier;
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !modifiers) {
        m_dates.removeIf([](const TypedDate &date) { return date.text.trimmed().isEmpty(); });
        m_adding = true;
        setCurrent(-1);
        return true;
    }
    if (modifiers == Qt::AltModifier && m_current >= 0 && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        const int to = m_current + ((key == Qt::Key_Left) == isLeftToRight() ? -1 : 1);
        if (to >= 0 && to < m_dates.size())
            moveDate(m_current, to);
        return true;
    }
    if (key == Qt::Key_Backspace && m_date->line()->text().isEmpty() && !m_dates.isEmpty()) {
        // Out of the empty line into the last date; out of one that was emptied, it goes.
        if (m_current >= 0)
            removeDate(m_current);
        else
            setCurrent(static_cast<int>(m_dates.size()) - 1);
        m_date->line()->end(false);
        return true;
    }
    return false;
}

bool DatesField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_date->line() && event->type() == QEvent::KeyPress && isSeveral()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key->key(), key->modifiers()))
            return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace vitrine
