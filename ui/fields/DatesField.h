#pragma once

#include "ui/fields/FieldEditor.h"
#include "ui/look/FocusFollower.h"

class QAction;
class QToolButton;

namespace vitrine {

class ChipList;
class DateField;
class FieldBox;

/// The date of an entry, or its dates (terms of a course): one is a line, several are chips above it. The line edits
/// the current chip; with none current it adds a date. A comma behind a date begins the next.
class DatesField : public FieldEditor
{
    Q_OBJECT

public:
    explicit DatesField(FieldId id, QWidget *parent = nullptr);

    void setContext(const FieldContext &context) override;
    void setField(const Field &field) override;
    void acknowledge(const Field &field) override;
    /// What is typed for each date, one in a line.
    Value typed() const override;
    void setTyped(const Value &typed) override;
    Result<Value> value() const override;
    void setSuggested(const QString &suggestion) override;
    void setRefused(bool refused) override;
    void focusAt(const Field &field, qsizetype offset) override;
    QString hint() const override;
    bool isShort() const override { return !isSeveral(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// One of the dates: what the page says and what is typed for it.
    struct TypedDate
    {
        Field read;
        QString text;
    };

    QWidget *makeStrip();
    bool isSeveral() const { return m_adding || m_dates.size() > 1; }
    void setDates(const QList<TypedDate> &dates);
    void show();
    void showCurrent();
    void offerAnother();
    void setCurrent(int date);
    void beginAnother();
    void leave();
    void takeTyped();
    void takeListed(const QStringList &listed);
    void removeDate(int date);
    void moveDate(int from, int to);
    void change();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    Result<QByteArray> valueOf(const TypedDate &date) const;

    FieldBox *m_box;
    ChipList *m_chips;
    DateField *m_date;
    QToolButton *m_remove = nullptr;
    QAction *m_add;
    Field m_field;
    QList<TypedDate> m_dates;
    int m_current = -1; ///< the date in the line; -1 when it adds one
    bool m_adding = false; ///< another date was asked for beside the first
    bool m_refused = false;
    FocusFollower m_focus;
};

} // namespace vitrine
