#pragma once

#include "content/page/dates/Dates.h"

#include <QString>

#include <optional>

namespace vitrine {

/// A date typed in a field with the caret in it.
struct DateTyping
{
    QString text;
    int caret = 0;
};

/// The date with the year, month, season or day at the caret one later (`by` 1) or earlier (-1), spelled as it was
/// typed, the caret in the same part. Nothing when the text is no date.
std::optional<DateTyping> stepped(const DateTyping &typing, int by, DayOrder order);

} // namespace vitrine
