#include "ui/forms/TypedDraft.h"

#include "ui/forms/DraftBeginning.h"
#include "ui/forms/FieldsPage.h"

#include <QDate>

namespace vitrine {

void TypedDraft::fill(const FieldsPage &fields, const FieldContext &context)
{
    m_filled.clear();
    for (FieldEditor *editor : fields.editors()) {
        const QString beginning = beginningOf(context, editor->id(), QDate::currentDate());
        if (beginning.isEmpty())
            continue;
        editor->setTyped(Value(beginning.toUtf8()));
        m_filled[editor->id()] = editor->typed();
    }
}

void TypedDraft::restore(const FieldsPage &fields, const OpenPage &page, int section) const
{
    if (!m_waiting || page.findSection(m_waiting->section, m_waiting->revision) != section)
        return;
    for (const auto &[id, typed] : m_waiting->typed) {
        if (FieldEditor *editor = fields.editor(id))
            editor->setTyped(typed);
    }
}

void TypedDraft::keep(const FieldsPage &fields, const OpenPage &page, int section)
{
    Waiting draft{page.handleOf(section), page.revision(), {}};
    for (const FieldEditor *editor : fields.editors()) {
        if (!editor->typed().isEmpty())
            draft.typed[editor->id()] = editor->typed();
    }
    if (draft.typed == m_filled)
        m_waiting.reset();
    else
        m_waiting = std::move(draft);
}

Result<FieldValues> TypedDraft::values(const FieldsPage &fields, const FieldEditor *asked)
{
    FieldValues values;
    for (const FieldEditor *editor : fields.editors()) {
        const Result<Value> value = editor->value();
        if (!value && editor == asked)
            return value.error();
        if (value && !value->isEmpty())
            values.emplace_back(editor->id(), *value);
    }
    return values;
}

} // namespace vitrine
