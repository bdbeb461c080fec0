#pragma once

#include "content/importers/PaperPlace.h"
#include "ui/Selection.h"
#include "ui/fields/FieldEditor.h"
#include "ui/forms/RefusedValues.h"
#include "ui/forms/TypedDraft.h"
#include "ui/look/FocusFollower.h"

#include <QPointer>
#include <QWidget>

#include <map>

class QStackedWidget;

namespace vitrine {

class FieldsPage;
class MarkdownPage;

/// The form of the selected entry, or of a draft. Fields are set as one types, one undo step for each visit of a field;
/// what the page cannot hold stays in its field with the reason. Leaving a field never changes anything.
class EntryForm : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { Form, Markdown };

    explicit EntryForm(QWidget *parent = nullptr);

    void setSelection(Selection *selection);
    /// Fields or Markdown. An entry that was not understood is shown as Markdown in both.
    void setMode(Mode mode);
    /// Labels stand above the fields: in the narrowest windows.
    void setLabelsAbove(bool above);
    /// What is shown now.
    Mode mode() const;

    /// A form for a new entry that goes to `place` and is like those of a section; nothing is written before its first
    /// value. Shows again what was typed into an earlier draft of this section that the page could not take.
    void startDraft(int section, const PaperPlace &place);
    /// The same where the entry goes into that section.
    void startDraft(int section) { startDraft(section, {section, {}}); }
    /// The draft goes elsewhere: what is typed stays.
    void moveDraft(int section, const PaperPlace &place);
    bool isDraft() const { return m_draftSection.has_value(); }

    /// Puts the caret where this byte of the expanded text is shown; false when it lies outside the selected entry.
    bool focusPlace(qsizetype expandedOffset);
    /// Selects a stretch of the expanded text in the field that shows it; in the Markdown of the entry where none does
    /// (sealed parts, words between fields).
    void selectPlace(ByteRange place);

    /// Values that are typed but not written, over all entries; a draft that the page cannot take yet counts as one.
    int refusedCount() const { return m_refused.count() + (m_draft.isWaiting() ? 1 : 0); }
    /// True for entries with such a value.
    bool hasRefused(EntryRef entry) const;

    /// As high as the rows, so that nothing has to be scrolled.
    QSize sizeHint() const override;

Q_SIGNALS:
    void refusedCountChanged(int count);
    /// The field with the keyboard, in the expanded text; an empty range when there is none or the page lacks it.
    void fieldFocused(vitrine::ByteRange range);
    /// A draft got its first value and is this entry now; the form stays as it is.
    void draftTaken(vitrine::EntryRef entry);
    /// The person asked to see the entry in the other way.
    void modeWanted(vitrine::EntryForm::Mode mode);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    /// A field from when the keyboard comes into it until it goes elsewhere.
    struct Visit
    {
        FieldEditor *editor = nullptr;
        int mergeKey = 0;
    };

    OpenPage *page() const;
    const Entry *shownEntry() const;
    FieldContext contextOf(int section, int entry) const;

    void follow();
    void showNothing();
    void showEntry(EntryRef entry, bool same);
    void showDraft(int section, const PaperPlace &place);
    void refreshFields(const Entry &entry, bool same);
    void refreshField(FieldEditor *editor, const Field &field);
    void planRows();
    void addField(FieldId id);

    void commit(FieldEditor *editor);
    void takeDraft(FieldEditor *editor);
    void becomeEntry(EntryRef entry);
    void refuse(FieldEditor *editor, const Error &error);
    void accept(FieldEditor *editor);
    bool dropRefused();
    void useSuggestion(FieldEditor *editor, const QString &suggestion);
    void changeBeside(FieldEditor *editor, const EntryChange &change);

    void followFocus(const QWidget *now);
    int mergeKeyFor(FieldEditor *editor);
    void announceField();
    void announceRefused(int before);

    QPointer<Selection> m_selection;
    QStackedWidget *m_stack;
    QWidget *m_nothing;
    FieldsPage *m_fields;
    MarkdownPage *m_markdown;
    Mode m_mode = Mode::Form;

    std::optional<EntryRef> m_entry; ///< shown, in the page of today
    std::optional<Handle> m_handle; ///< the same, at m_revision
    quint64 m_revision = 0;
    std::optional<int> m_draftSection; ///< whose entries the draft is like
    PaperPlace m_draftPlace; ///< where it goes
    std::vector<FieldId> m_added; ///< rows asked for in this entry
    std::map<FieldId, Field> m_shown; ///< what the editors got last

    RefusedValues m_refused;
    TypedDraft m_draft;
    Visit m_visit;
    FieldEditor *m_committing = nullptr;
    FocusFollower m_focus;
};

} // namespace vitrine
