#pragma once

#include <QWidget>

namespace vitrine {

class DateField;
class ToggleButton;

/// From and to in one row, and "Present", which empties and locks the end. The two dates are fields of their own.
class PeriodField : public QWidget
{
    Q_OBJECT

public:
    PeriodField(DateField *start, DateField *end, QWidget *parent = nullptr);

    /// Says so when the period ends before it begins; empty otherwise.
    QString warning() const;

private:
    void toggle(bool present);
    void follow();

    DateField *m_start;
    DateField *m_end;
    ToggleButton *m_present;
};

} // namespace vitrine
