// What an EntryForm does with what is typed: setting fields, putting drafts on the page, keeping what was refused.
#include "content/page/Edits.h"
#include "ui/entries/RowText.h"
#include "ui/fields/FieldEditor.h"
#include "ui/forms/EntryFields.h"
#include "ui/forms/EntryForm.h"
#include "ui/forms/FieldsPage.h"

#include <QScopedValueRollback>

namespace vitrine {

namespace {

/// How the history calls a change of a field, and after the line end how the Undo command does (QUndoCommand::setText).
QString stepName(const Page &page, EntryRef entry, FieldId field)
{
    const QString change = EntryForm::tr("change of %1").arg(nameInSentence(field));
    return EntryForm::tr("%1 in “%2”").arg(change, shortNameOf(page, entry)) + QLatin1Char('\n') + change;
}

} // namespace

void EntryForm::commit(FieldEditor *editor)
{
    if (!page())
        return;
    if (isDraft())
        return takeDraft(editor);
    if (!m_entry)
        return;
    const Result<Value> value = editor->value();
    if (!value)
        return refuse(editor, value.error());
    const QScopedValueRollback committing(m_committing, editor);
    const Result<Done> done = page()->apply(
        setFields(*page()->page(), *m_entry, {{editor->id(), *value}}),
        stepName(*page()->page(), *m_entry, editor->id()), mergeKeyFor(editor));
    if (done)
        accept(editor);
    else
        refuse(editor, done.error());
    m_fields->showNotes(editor);
}

void EntryForm::changeBeside(FieldEditor *editor, const EntryChange &change)
{
    if (!page() || !m_entry)
        return;
    const QScopedValueRollback committing(m_committing, editor);
    editor->besideDone(page()->apply(
        change(*page()->page(), *m_entry), stepName(*page()->page(), *m_entry, editor->id()), mergeKeyFor(editor)));
}

void EntryForm::takeDraft(FieldEditor *editor)
{
    // Whatever is typed is kept until it is on the page.
    const int before = refusedCount();
    m_draft.keep(*m_fields, *page(), *m_draftSection);
    announceRefused(before);
    const Result<FieldValues> values = TypedDraft::values(*m_fields, editor);
    if (!values) {
        m_fields->setRefusal(editor, values.error());
        return;
    }
    m_fields->clearRefusal(editor);
    if (editor->typed().isEmpty() || values->empty())
        return;
    Result<PageChange> change = addAt(*page()->page(), m_draftPlace, *values);
    if (!change) {
        // The first letters of a title may not be one yet: no reproach, the next ones are tried again.
        m_fields->setNotYet(editor, change.error());
        return;
    }
    const std::optional<SourceRange> subject = change->subject;
    const QString kind = nameOfOne(page()->page()->section(*m_draftSection).kind);
    const QScopedValueRollback committing(m_committing, editor);
    const Result<Done> done = page()->apply(std::move(change), tr("addition of %1").arg(kind), mergeKeyFor(editor));
    const auto entry = done && subject ? page()->page()->entryAt(*subject) : std::nullopt;
    if (entry)
        becomeEntry(*entry);
}

void EntryForm::becomeEntry(EntryRef entry)
{
    // The form goes on as it is: only now it is about this entry.
    const int before = refusedCount();
    m_draftSection.reset();
    m_draft.forget();
    m_handle = page()->handleOf(entry);
    m_revision = page()->revision();
    m_selection->selectEntry(entry);
    announceRefused(before);
    Q_EMIT draftTaken(entry);
}

void EntryForm::refuse(FieldEditor *editor, const Error &error)
{
    const int before = refusedCount();
    m_refused.keep(*page(), *m_entry, editor->id(), editor->typed(), error);
    m_fields->setRefusal(editor, error);
    announceRefused(before);
}

void EntryForm::accept(FieldEditor *editor)
{
    const int before = refusedCount();
    if (m_entry)
        m_refused.drop(*page(), *m_entry, editor->id());
    m_fields->clearRefusal(editor);
    announceRefused(before);
}

bool EntryForm::dropRefused()
{
    FieldEditor *editor = m_fields->editorAround(focusWidget());
    const Entry *entry = shownEntry();
    if (!editor || !entry || !m_refused.find(*page(), *m_entry, editor->id()))
        return false;
    accept(editor);
    editor->setField(fieldOf(*entry, editor->id()));
    m_fields->showNotes(editor);
    return true;
}

void EntryForm::useSuggestion(FieldEditor *editor, const QString &suggestion)
{
    editor->setFocus(Qt::OtherFocusReason);
    editor->setSuggested(suggestion);
    commit(editor);
}

int EntryForm::mergeKeyFor(FieldEditor *editor)
{
    if (m_visit.editor != editor)
        m_visit = {editor, 0};
    if (m_visit.mergeKey == 0)
        m_visit.mergeKey = OpenPage::nextMergeKey();
    return m_visit.mergeKey;
}

void EntryForm::announceRefused(int before)
{
    if (refusedCount() != before)
        Q_EMIT refusedCountChanged(refusedCount());
}

} // namespace vitrine
