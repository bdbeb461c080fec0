#pragma once

#include "content/page/Edits.h"
#include "content/page/writing/HouseStyle.h"

namespace vitrine {

/// The entries whose layout a new one with these values may copy, the best first: same section, same set of fields,
/// same type of venue and date, then the nearest.
/// `beside`: the containers of the entries beside which it will stand, if there are any.
std::vector<const Sample *>
donorsFor(const HouseStyle &style, const std::vector<Container> &beside, const FieldValues &values);

} // namespace vitrine
