#pragma once

#include "content/page/Edits.h"
#include "content/page/writing/HouseStyle.h"

namespace vitrine {

/// The entries whose layout a new one with these values may copy, the best first: same section, same set of fields,
/// same type of venue and date, then the nearest.
/// `container`: that of the entries beside which it will stand, if there are any.
std::vector<const Sample *>
donorsFor(const HouseStyle &style, std::optional<Container> container, const FieldValues &values);

} // namespace vitrine
