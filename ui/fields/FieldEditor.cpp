#include "ui/fields/FieldEditor.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace vitrine {

namespace {

/// Selects so many characters after the caret of a text field.
void selectAhead(QWidget *field, int length)
{
    if (auto *line = qobject_cast<QLineEdit *>(field)) {
        line->setSelection(line->cursorPosition(), length);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(field)) {
        QTextCursor cursor = text->textCursor();
        cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, length);
        text->setTextCursor(cursor);
    }
}

} // namespace

FieldEditor::FieldEditor(FieldId id, QWidget *parent) : QWidget(parent), m_id(id)
{
    setObjectName(widgetName(id, "Field"));
    setAccessibleName(labelOf(id));
}

void FieldEditor::setContext(const FieldContext &context)
{
    m_context = context;
}

void FieldEditor::acknowledge(const Field &) { }

Result<Value> FieldEditor::value() const
{
    return typed();
}

void FieldEditor::focusAt(const Field &, qsizetype)
{
    setFocus(Qt::OtherFocusReason);
}

void FieldEditor::selectAt(const Field &field, ByteRange place)
{
    focusAt(field, place.begin);
    if (context().page)
        selectAhead(
            QApplication::focusWidget(), static_cast<int>(QString::fromUtf8(context().page->text(place)).size()));
}

void FieldEditor::focusEnd()
{
    setFocus(Qt::OtherFocusReason);
}

QString widgetName(FieldId id, const char *part)
{
    return QString::fromUtf8(schemaOf(id).name) + QLatin1String(part);
}

} // namespace vitrine
