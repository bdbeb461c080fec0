#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace vitrine {

/// One date of EDTF; parts that are 0 are not said. Months 21 to 24 are the seasons from spring to winter.
struct DatePoint
{
    int year = 0; ///< 0: `XXXX`
    int month = 0;
    int day = 0;

    bool isSeason() const { return month > 20; }
    friend bool operator==(const DatePoint &, const DatePoint &) = default;
};

/// A date or a period; a period without end is open.
struct DateSpan
{
    DatePoint begin;
    std::optional<DatePoint> end;
    bool period = false;

    bool isOpen() const { return period && !end; }
    friend bool operator==(const DateSpan &, const DateSpan &) = default;
};

/// True for a day that a calendar of any year has.
bool isPossible(const DatePoint &point);
QByteArray toEdtf(const DatePoint &point);
QByteArray toEdtf(const std::vector<DateSpan> &spans);
/// The dates of an EDTF text ("2019-09/..", "{2019,2021}"); nothing when it is none.
std::optional<std::vector<DateSpan>> fromEdtf(QByteArrayView text);

} // namespace vitrine
