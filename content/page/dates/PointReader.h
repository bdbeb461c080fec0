#pragma once

#include "content/page/dates/Dates.h"
#include "content/page/dates/Edtf.h"

namespace vitrine {

/// One single date, or a part of one that needs the other side of a period to be whole ("May" in "May - Aug 2022").
struct FoundPoint
{
    DatePoint point;
    std::vector<DatePart> parts;
    qsizetype length = 0;
    bool ambiguous = false; ///< day and month might be the other way round
    bool dayFirst = false; ///< two numbers, read as day and month
};

/// The longest single date at the begin of `text`.
std::optional<FoundPoint> pointAt(QByteArrayView text, DayOrder order);
/// The begin of a period that lacks its year: "May", "Aug 9th".
std::optional<FoundPoint> partialBeginAt(QByteArrayView text);
/// The end of a period that takes its year, or year and month, from the begin: "12", "Aug", "8, 2023", "9th".
std::optional<FoundPoint> partialEndAt(QByteArrayView text, const DatePoint &begin);
/// The length of blanks at the begin of `text`, no-break blanks as bytes or entities among them.
qsizetype blanksAt(QByteArrayView text);

} // namespace vitrine
