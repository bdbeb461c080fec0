#include "ui/forms/EntryForm.h"

#include "ui/fields/FieldEditor.h"
#include "ui/forms/EntryFields.h"
#include "ui/forms/FieldsPage.h"
#include "ui/forms/FormRows.h"
#include "ui/forms/MarkdownPage.h"

#include <QApplication>
#include <QFileInfo>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace vitrine {

namespace {

/// Paths of pictures count in the site, without one in the folder of the page.
PictureFolder picturesOf(const OpenPage &page)
{
    if (page.site().exists())
        return PictureFolder(page.site().root());
    return page.path().isEmpty() ? PictureFolder() : PictureFolder(QFileInfo(page.path()).absolutePath());
}

} // namespace

EntryForm::EntryForm(QWidget *parent)
    : QWidget(parent),
      m_stack(new QStackedWidget(this)),
      m_nothing(new QWidget),
      m_fields(new FieldsPage),
      m_markdown(new MarkdownPage)
{
    setObjectName(QStringLiteral("entryForm"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
    for (QWidget *page : {m_nothing, static_cast<QWidget *>(m_fields), static_cast<QWidget *>(m_markdown)})
        m_stack->addWidget(page);
    connect(m_fields, &FieldsPage::edited, this, &EntryForm::commit);
    connect(m_fields, &FieldsPage::besideEdited, this, &EntryForm::changeBeside);
    connect(m_fields, &FieldsPage::suggestionTaken, this, &EntryForm::useSuggestion);
    connect(m_fields, &FieldsPage::fieldWanted, this, &EntryForm::addField);
    connect(m_fields, &FieldsPage::editAsMarkdownWanted, this, [this] {
        setMode(Mode::Markdown);
        m_markdown->setFocus(Qt::OtherFocusReason);
        Q_EMIT modeWanted(Mode::Markdown);
    });
    m_focus.follow([this](QWidget *now) { followFocus(now); });
}

void EntryForm::setSelection(Selection *selection)
{
    m_selection = selection;
    connect(selection, &Selection::changed, this, &EntryForm::follow);
    connect(selection, &Selection::pageChanged, this, [this] {
        const int before = refusedCount();
        m_refused.clear();
        m_draft.forget();
        showNothing();
        announceRefused(before);
    });
    follow();
}

OpenPage *EntryForm::page() const
{
    return m_selection ? m_selection->page() : nullptr;
}

const Entry *EntryForm::shownEntry() const
{
    return page() && m_entry ? &page()->page()->entry(*m_entry) : nullptr;
}

bool EntryForm::hasRefused(EntryRef entry) const
{
    return page() && m_refused.holds(*page(), entry);
}

FieldContext EntryForm::contextOf(int section, int entry) const
{
    FieldContext context;
    context.page = page()->page();
    context.section = section;
    context.entry = entry;
    context.kind = entry >= 0 ? context.page->entry({section, entry}).kind : context.page->section(section).kind;
    return context;
}

void EntryForm::setMode(Mode mode)
{
    m_mode = mode;
    if (m_entry)
        showEntry(*m_entry, true);
}

void EntryForm::setLabelsAbove(bool above)
{
    m_fields->setLabelsAbove(above);
}

EntryForm::Mode EntryForm::mode() const
{
    return m_stack->currentWidget() == m_markdown ? Mode::Markdown : Mode::Form;
}

void EntryForm::follow()
{
    if (!page())
        return showNothing();
    const int before = refusedCount();
    m_refused.dropLost(*page());
    const std::optional<EntryRef> selected = m_selection->entry();
    if (!selected) {
        if (!isDraft())
            showNothing();
    } else {
        const auto kept = m_handle ? page()->findEntry(*m_handle, m_revision) : std::nullopt;
        showEntry(*selected, kept == selected);
    }
    announceRefused(before);
}

void EntryForm::showNothing()
{
    m_entry.reset();
    m_handle.reset();
    m_draftSection.reset();
    m_shown.clear();
    m_markdown->clear();
    m_stack->setCurrentWidget(m_nothing);
}

void EntryForm::showEntry(EntryRef entry, bool same)
{
    m_draftSection.reset();
    m_entry = entry;
    m_handle = page()->handleOf(entry);
    m_revision = page()->revision();
    if (!same) {
        m_added.clear();
        m_visit = {};
    }
    const Entry &shown = *shownEntry();
    if (m_mode == Mode::Markdown || !shown.structured) {
        m_shown.clear();
        m_markdown->show(page(), entry);
        m_stack->setCurrentWidget(m_markdown);
    } else {
        const bool wasShown = same && m_stack->currentWidget() == m_fields;
        refreshFields(shown, wasShown);
        m_stack->setCurrentWidget(m_fields);
        if (!same)
            m_fields->verticalScrollBar()->setValue(0);
    }
    updateGeometry();
    announceField();
}

void EntryForm::refreshFields(const Entry &entry, bool same)
{
    m_fields->setContext(contextOf(m_entry->section, m_entry->entry));
    m_fields->setFolder(picturesOf(*page()));
    if (!same)
        m_shown.clear();
    planRows();
    m_fields->setSealedParts(sealedPartsOf(*page()->page(), entry));
    for (FieldEditor *editor : m_fields->editors()) {
        const Field field = fieldOf(entry, editor->id());
        const auto last = m_shown.find(editor->id());
        if (editor == m_committing)
            editor->acknowledge(field);
        else if (last == m_shown.end() || !looksSame(last->second, field))
            refreshField(editor, field);
        m_shown[editor->id()] = field;
        m_fields->showNotes(editor);
    }
}

void EntryForm::refreshField(FieldEditor *editor, const Field &field)
{
    editor->setField(field);
    const auto refused = m_refused.find(*page(), *m_entry, editor->id());
    if (!refused) {
        m_fields->clearRefusal(editor);
        return;
    }
    editor->setTyped(refused->typed);
    m_fields->setRefusal(editor, refused->error);
    m_fields->showRefusal(editor);
}

void EntryForm::planRows()
{
    const Page &today = *page()->page();
    const Entry *entry = shownEntry();
    const int section = entry ? m_entry->section : *m_draftSection;
    const Kind kind = entry ? entry->kind : today.section(section).kind;
    const bool fillsPane = entry && isRunningText(*entry);
    // A field that was emptied keeps its row while the entry is shown.
    std::vector<FieldId> kept = m_added;
    for (const auto &[id, field] : m_shown)
        kept.push_back(id);
    m_fields->setPlan(planForm(today, section, kind, entry, kept), fillsPane);
}

void EntryForm::addField(FieldId id)
{
    m_added.push_back(id);
    planRows();
    FieldEditor *editor = m_fields->editor(id);
    if (!editor)
        return;
    Field none;
    none.id = id;
    editor->setField(none);
    m_shown[id] = none;
    editor->setFocus(Qt::OtherFocusReason);
    m_fields->ensureWidgetVisible(editor);
    updateGeometry();
}

void EntryForm::showDraft(int section, const PaperPlace &place)
{
    m_draftSection = section;
    m_draftPlace = place;
    m_shown.clear();
    m_fields->setContext(contextOf(section, -1));
    m_fields->setFolder(picturesOf(*page()));
    planRows();
    m_fields->setSealedParts({});
    for (FieldEditor *editor : m_fields->editors()) {
        Field none;
        none.id = editor->id();
        m_fields->clearRefusal(editor);
        editor->setField(none);
        m_shown[editor->id()] = none;
    }
}

void EntryForm::moveDraft(int section, const PaperPlace &place)
{
    if (!page() || !isDraft())
        return;
    std::map<FieldId, Value> typed;
    for (const FieldEditor *editor : m_fields->editors())
        typed[editor->id()] = editor->typed();
    // Rows that the other section's entries lack are kept where something is typed there.
    for (const auto &[id, value] : typed) {
        if (!value.isEmpty())
            m_added.push_back(id);
    }
    showDraft(section, place);
    for (FieldEditor *editor : m_fields->editors()) {
        if (const auto known = typed.find(editor->id()); known != typed.end())
            editor->setTyped(known->second);
    }
    updateGeometry();
    // What that section could not take, this one may.
    const auto &editors = m_fields->editors();
    const auto filled = std::find_if(
        editors.begin(), editors.end(), [](const FieldEditor *editor) { return !editor->typed().isEmpty(); });
    if (m_draft.isWaiting() && filled != editors.end())
        takeDraft(*filled);
}

void EntryForm::startDraft(int section, const PaperPlace &place)
{
    if (!page())
        return;
    showNothing();
    m_added.clear();
    m_visit = {};
    showDraft(section, place);
    m_draft.fill(*m_fields, contextOf(section, -1));
    m_draft.restore(*m_fields, *page(), section);
    m_stack->setCurrentWidget(m_fields);
    updateGeometry();
    const auto &editors = m_fields->editors();
    const auto first = std::find_if(editors.begin(), editors.end(), [](const FieldEditor *editor) {
        return editor->typed().isEmpty() || schemaOf(editor->id()).type == ValueType::Markdown;
    });
    if (first != editors.end())
        (*first)->focusEnd();
}

void EntryForm::followFocus(const QWidget *now)
{
    // Nowhere: another window or a menu has the keyboard for a while.
    if (!now)
        return;
    FieldEditor *editor = m_fields->editorAround(now);
    if (editor == m_visit.editor)
        return;
    const auto &editors = m_fields->editors();
    if (m_visit.editor && std::find(editors.begin(), editors.end(), m_visit.editor) != editors.end())
        m_fields->showRefusal(m_visit.editor);
    m_visit = {editor, 0};
    announceField();
}

void EntryForm::announceField()
{
    const Entry *entry = shownEntry();
    const Field *field = entry && m_visit.editor ? entry->field(m_visit.editor->id()) : nullptr;
    Q_EMIT fieldFocused(field && field->range ? *field->range : ByteRange{});
}

bool EntryForm::focusPlace(qsizetype expandedOffset)
{
    const Entry *entry = shownEntry();
    if (!entry || distanceTo(entry->range, expandedOffset) > 0)
        return false;
    if (mode() == Mode::Markdown) {
        m_markdown->focusAt(expandedOffset);
        return true;
    }
    const std::optional<FieldId> field = fieldNearest(*entry, expandedOffset);
    FieldEditor *editor = field ? m_fields->editor(*field) : nullptr;
    if (!editor)
        return false;
    editor->focusAt(*entry->field(*field), expandedOffset);
    m_fields->ensureWidgetVisible(editor);
    return true;
}

void EntryForm::selectPlace(ByteRange place)
{
    const Entry *entry = shownEntry();
    if (!entry)
        return;
    const std::optional<FieldPlace> shown = mode() == Mode::Form ? fieldHolding(*entry, place) : std::nullopt;
    FieldEditor *editor = shown ? m_fields->editor(shown->field) : nullptr;
    if (editor) {
        editor->selectAt(*entry->field(shown->field), shown->place);
        m_fields->ensureWidgetVisible(editor);
        return;
    }
    if (mode() == Mode::Form) {
        setMode(Mode::Markdown);
        Q_EMIT modeWanted(Mode::Markdown);
    }
    m_markdown->select(place);
}

QSize EntryForm::sizeHint() const
{
    const int height = m_stack->currentWidget() == m_fields ? m_fields->naturalHeight()
                                                            : m_stack->currentWidget()->sizeHint().height();
    return {m_stack->sizeHint().width(), height};
}

bool EntryForm::event(QEvent *event)
{
    // Esc in a field with a refused value drops that value; otherwise it belongs to the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        const FieldEditor *editor = m_fields->editorAround(focusWidget());
        if (editor && m_entry && m_refused.find(*page(), *m_entry, editor->id())) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void EntryForm::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (mode() == Mode::Markdown)
        m_markdown->setFocus(event->reason());
    else if (!m_fields->editors().empty())
        m_fields->editors().front()->setFocus(event->reason());
}

void EntryForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && dropRefused())
        return;
    QWidget::keyPressEvent(event);
}

} // namespace vitrine
