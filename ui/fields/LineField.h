#pragma once

#include "ui/fields/FieldEditor.h"
#include "ui/fields/LineText.h"

namespace vitrine {

class LineEdit;

/// One line of text, or an address, in the platform's line edit. Where the page has markup in the value, the Markdown
/// is shown and the field says so.
class LineField : public FieldEditor
{
    Q_OBJECT

public:
    explicit LineField(FieldId id, QWidget *parent = nullptr);

    void setField(const Field &field) override;
    void acknowledge(const Field &field) override;
    Value typed() const override;
    void setTyped(const Value &typed) override;
    Result<Value> value() const override;
    void focusAt(const Field &field, qsizetype offset) override;
    void setSuggested(const QString &suggestion) override;
    void setRefused(bool refused) override;

private:
    bool isAddress() const;

    LineEdit *m_edit;
    LineText m_text;
};

/// The same for texts that are often longer than a line (titles): it wraps and grows, but holds no line breaks.
class WrappedLineField : public FieldEditor
{
    Q_OBJECT

public:
    explicit WrappedLineField(FieldId id, QWidget *parent = nullptr);

    void setField(const Field &field) override;
    void acknowledge(const Field &field) override;
    Value typed() const override;
    void setTyped(const Value &typed) override;
    Result<Value> value() const override;
    void focusAt(const Field &field, qsizetype offset) override;
    void setSuggested(const QString &suggestion) override;
    void setRefused(bool refused) override;
    QString hint() const override;

private:
    class FieldBox *m_box;
    class GrowingEdit *m_edit;
    LineText m_text;
};

} // namespace vitrine
