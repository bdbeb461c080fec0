#pragma once

#include "content/page/Edits.h"
#include "content/page/Page.h"
#include "content/text/Result.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace vitrine {

/// Where the field of an editor stands: what it may complete from and how its neighbours are written.
struct FieldContext
{
    std::shared_ptr<const Page> page; ///< may be null: then nothing is completed or learnt
    int section = -1;
    int entry = -1; ///< -1 for a draft that is not on the page yet
    Kind kind = Kind::Other;

    EntryRef ref() const { return {section, entry}; }
};

/// Makes a change of an entry from the page as it is.
using EntryChange = std::function<Result<PageChange>(const Page &page, EntryRef entry)>;

/// The editor of one field. It shows what the page says and tells at each change what the person wants; it never
/// writes, never changes what was typed, and knows no undo of its own.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    explicit FieldEditor(FieldId id, QWidget *parent = nullptr);

    FieldId id() const { return m_id; }
    const FieldContext &context() const { return m_context; }
    virtual void setContext(const FieldContext &context);

    /// Shows a field as the page has it; one with an empty value when the entry lacks it. Emits nothing.
    virtual void setField(const Field &field) = 0;
    /// The page took what is typed and has it like this now: hints follow, the text stays as typed.
    virtual void acknowledge(const Field &field);

    /// What stands in the editor, also when it is no value yet; to be kept and shown again.
    virtual Value typed() const = 0;
    /// Shows what was typed earlier. Emits nothing.
    virtual void setTyped(const Value &typed) = 0;
    /// Takes the remedy that a refusal offers, in place of what was refused. Emits nothing.
    virtual void setSuggested(const QString &suggestion) = 0;
    /// What the typed text means for the page, or why it means nothing.
    virtual Result<Value> value() const;

    /// Puts the caret where the byte at `offset` of the expanded text is shown; `field` is what setField() got.
    virtual void focusAt(const Field &field, qsizetype offset);
    /// Selects what stands at `place` of the expanded text; `field` is what setField() got.
    virtual void selectAt(const Field &field, ByteRange place);
    /// Puts the caret behind what stands here, to go on with it.
    virtual void focusEnd();
    virtual void setRefused(bool refused) = 0;
    /// What became of besideEdited().
    virtual void besideDone(const Result<Done> &) { }
    /// True for an editor that shares its row: its hint stands beside it.
    virtual bool isShort() const { return false; }
    /// A quiet sentence about the value; empty when there is nothing to say.
    virtual QString hint() const { return {}; }
    /// Something that is worth a look but is kept; empty when all is well.
    virtual QString warning() const { return {}; }

Q_SIGNALS:
    /// The person changed what is typed.
    void edited();
    /// The person changed what belongs to the value without being part of it, as the words of a picture.
    void besideEdited(const vitrine::EntryChange &change);
    void hintChanged();

private:
    FieldId m_id;
    FieldContext m_context;
};

/// "titleField", "titleEdit": names of widgets for tests.
QString widgetName(FieldId id, const char *part);

} // namespace vitrine
