#pragma once

#include "content/page/dates/Edtf.h"

#include <QFrame>

#include <optional>

class QLabel;
class QToolButton;

namespace vitrine {

/// The months of a year to pick one from, "Year only" and "No date". A pop-up: closes itself once picked.
class MonthsPopup : public QFrame
{
    Q_OBJECT

public:
    /// `shown` is the date to start from, today's year without one.
    MonthsPopup(std::optional<DatePoint> shown, QWidget *parent);

    /// Below `field`, or above it where there is no room.
    void popUp(const QWidget *field);

Q_SIGNALS:
    /// A month or (with month 0) a year was picked; nothing for "No date".
    void picked(std::optional<vitrine::DatePoint> point);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeMonths();
    QWidget *makeFoot();
    void showYear(int year);
    void pick(std::optional<DatePoint> point);
    void moveFocus(int by);

    std::optional<DatePoint> m_shown;
    int m_year;
    QLabel *m_yearLabel = nullptr;
    QList<QToolButton *> m_months;
};

} // namespace vitrine
