#include "ui/fields/LineField.h"

#include "ui/fields/FieldBox.h"
#include "ui/fields/GrowingEdit.h"
#include "ui/fields/LineEdit.h"
#include "ui/fields/PageWords.h"
#include "ui/look/Controls.h"

#include <QVBoxLayout>

namespace vitrine {

namespace {

constexpr int mostLinesOfTitle = 12;

void fill(QWidget *field, QWidget *content)
{
    auto *layout = new QVBoxLayout(field);
    layout->setContentsMargins({});
    layout->addWidget(content);
}

} // namespace

LineField::LineField(FieldId id, QWidget *parent) : FieldEditor(id, parent), m_edit(new LineEdit(this))
{
    nameWidget(m_edit, widgetName(id, "Edit"), labelOf(id));
    fill(this, m_edit);
    setFocusProxy(m_edit);
    if (!isAddress()) {
        m_edit->setCompletions(
            [this] { return context().page ? words::valuesOf(*context().page, this->id()) : QStringList(); });
    }
    connect(m_edit, &LineEdit::typed, this, [this] {
        m_text.take(m_edit->text());
        Q_EMIT edited();
    });
}

bool LineField::isAddress() const
{
    return schemaOf(id()).type == ValueType::Address;
}

void LineField::setField(const Field &field)
{
    acknowledge(field);
    m_edit->setShown(m_text.shown());
}

void LineField::acknowledge(const Field &field)
{
    Field shown = field;
    if (isAddress())
        shown.plain = field.value.text();
    m_text.setField(shown, context());
    m_edit->setTag(m_text.isMarkdown() ? tr("Markdown") : QString());
}

Value LineField::typed() const
{
    return m_edit->text().toUtf8();
}

void LineField::setTyped(const Value &typed)
{
    m_edit->setShown(QString::fromUtf8(typed.text()));
    m_text.take(m_edit->text());
}

Result<Value> LineField::value() const
{
    return Value(isAddress() ? m_edit->text().toUtf8() : m_text.markdown());
}

void LineField::focusAt(const Field &field, qsizetype offset)
{
    m_edit->setFocus(Qt::OtherFocusReason);
    if (!field.range || !context().page)
        return;
    const QByteArray bytes = context().page->text(*field.range);
    m_edit->setCursorPosition(m_text.positionOf(bytes, offset - field.range->begin));
}

void LineField::setSuggested(const QString &suggestion)
{
    setTyped(Value(suggestion.toUtf8()));
}

void LineField::setRefused(bool refused)
{
    vitrine::setRefused(m_edit, refused);
}

WrappedLineField::WrappedLineField(FieldId id, QWidget *parent)
    : FieldEditor(id, parent), m_box(new FieldBox(this)), m_edit(new GrowingEdit(1, mostLinesOfTitle))
{
    nameWidget(m_edit, widgetName(id, "Edit"), labelOf(id));
    m_edit->setHoldsLines(false);
    m_box->setContent(m_edit);
    fill(this, m_box);
    setFocusProxy(m_edit);
    connect(m_edit, &ByteEdit::bytesEdited, this, [this] {
        m_text.take(QString::fromUtf8(m_edit->bytes()));
        Q_EMIT edited();
    });
}

void WrappedLineField::setField(const Field &field)
{
    acknowledge(field);
    m_edit->setBytes(m_text.shown().toUtf8());
}

void WrappedLineField::acknowledge(const Field &field)
{
    m_text.setField(field, context());
    Q_EMIT hintChanged();
}

Value WrappedLineField::typed() const
{
    return m_edit->bytes();
}

void WrappedLineField::setTyped(const Value &typed)
{
    m_edit->setBytes(typed.text());
    m_text.take(QString::fromUtf8(m_edit->bytes()));
}

Result<Value> WrappedLineField::value() const
{
    return Value(m_text.markdown());
}

void WrappedLineField::focusAt(const Field &field, qsizetype offset)
{
    m_edit->setFocus(Qt::OtherFocusReason);
    if (!field.range || !context().page)
        return;
    const QByteArray bytes = context().page->text(*field.range);
    const int position = m_text.positionOf(bytes, offset - field.range->begin);
    m_edit->setCaret(m_edit->content().byteAt(position));
}

void WrappedLineField::setSuggested(const QString &suggestion)
{
    setTyped(Value(suggestion.toUtf8()));
}

void WrappedLineField::setRefused(bool refused)
{
    m_box->setRefused(refused);
}

QString WrappedLineField::hint() const
{
    return m_text.isMarkdown() ? tr("Written as Markdown.") : QString();
}

} // namespace vitrine
