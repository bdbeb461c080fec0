#pragma once

#include "content/page/Page.h"
#include "content/page/dates/Dates.h"

#include <QStringList>

#include <optional>

namespace vitrine::dates {

/// The dates of a field, each as a field of its own: its EDTF and how the page would write it alone. A field with one
/// date gives itself, an empty one nothing.
QList<Field> singleDates(const Field &field);

/// The dates that a typed text lists ("Fall 2019, Fall 2022"), each as it was typed or, where it was not typed alone
/// ("Fall 2019, 2022"), as the others are spelled. A text that ends behind a date and a separator ("Fall 2019, ") ends
/// with an empty one, for the next. Nothing when it is one date, or none.
std::optional<QStringList> listedIn(const QString &typed, DayOrder order);

/// Several dates, periods or lists as one EDTF value; nothing when one is none (`..`, the open end of a period).
std::optional<QByteArray> joined(const QList<QByteArray> &edtf);

} // namespace vitrine::dates
