#pragma once

#include "content/page/writing/HouseStyle.h"
#include "content/text/Result.h"

namespace vitrine {

/// Spells an EDTF date for a slot. A date that is changed keeps the form it had; what that does not tell (whether
/// "10/2023" pads its months, the word for "until today") is taken from other dates of the page. In a copy of another
/// entry (`copy`) the form is that of most entries of the section. Refused when no form of the section can hold it.
Result<QByteArray> spelledDate(const QByteArray &edtf, const SkeletonNode &slot, const HouseStyle &style, bool copy);

} // namespace vitrine
