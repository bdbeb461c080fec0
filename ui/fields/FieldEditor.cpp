#include "ui/fields/FieldEditor.h"

namespace vitrine {

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

void FieldEditor::focusEnd()
{
    setFocus(Qt::OtherFocusReason);
}

QString widgetName(FieldId id, const char *part)
{
    return QString::fromUtf8(schemaOf(id).name) + QLatin1String(part);
}

} // namespace vitrine
