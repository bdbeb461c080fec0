#pragma once

#include "content/page/dates/Dates.h"
#include "content/page/dates/Edtf.h"
#include "ui/fields/FieldEditor.h"

#include <optional>

namespace vitrine {

class LineEdit;

/// A date in any spelling: what is typed stays as typed, the page writes it in its own form and the hint shows how.
/// Months pop up by the sign or Alt+Down, Up and Down step the part at the caret.
class DateField : public FieldEditor
{
    Q_OBJECT

public:
    explicit DateField(FieldId id, QWidget *parent = nullptr);

    void setField(const Field &field) override;
    void acknowledge(const Field &field) override;
    Value typed() const override;
    void setTyped(const Value &typed) override;
    Result<Value> value() const override;
    void setSuggested(const QString &suggestion) override;
    void setRefused(bool refused) override;
    void focusAt(const Field &field, qsizetype offset) override;
    QString hint() const override;

    /// The line in which the date is typed.
    LineEdit *line() const { return m_edit; }
    /// What the empty line says.
    void setPlaceholder(const QString &words);
    /// A date of the page with what is typed for it. Emits nothing.
    void setTypedFor(const Field &read, const QString &text);
    /// How a date is shown while nobody typed: as the page writes it.
    static QString textOf(const Field &date);
    /// The page's order where two numbers might each be day or month.
    DayOrder dayOrder() const;
    /// The end of a period that lasts: the text is locked and says so. Emits nothing.
    void setOpen(bool open);
    bool isOpen() const { return m_open; }
    /// The one date that is typed, if it is one.
    std::optional<DatePoint> point() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step(int by);
    void showMonths();
    void take(std::optional<DatePoint> picked);

    LineEdit *m_edit;
    Field m_field;
    QString m_placeholder;
    bool m_open = false;
};

} // namespace vitrine
