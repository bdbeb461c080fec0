#pragma once

#include "content/page/dates/Dates.h"

namespace vitrine {

/// A month's or season's name as it stands at the begin of a text.
struct FoundMonth
{
    int month = 0; ///< 1 to 12, or 21 to 24 for a season
    DatePart part;
    qsizetype length = 0;
};

/// The month or season named at the begin of `text`, with its full stop, when the word ends there.
std::optional<FoundMonth> monthWordAt(QByteArrayView text);
/// A month's or season's name in the way of `part`.
QByteArray spellMonth(int month, const DatePart &part);

} // namespace vitrine
