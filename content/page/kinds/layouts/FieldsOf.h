#pragma once

#include "content/page/dates/Dates.h"
#include "content/page/kinds/cutting/Claims.h"

namespace vitrine {

/// The fields that an entry's claims say, in the order of the kind's schema. Nothing when a claim does not read as its
/// field must (a date that is none).
std::optional<std::vector<Field>> fieldsOf(
    const QByteArray &text, Kind kind, const Atoms &atoms, const Claims &claims, const EntryLayout &layout,
    DayOrder order);

} // namespace vitrine
