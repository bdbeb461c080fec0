#pragma once

#include "content/page/writing/HouseStyle.h"

namespace vitrine {

/// The name that a link without a label of its own goes around: the one that most entries of the page link, else that
/// of the kind. Empty where none stands in the entry or it is a link already.
UnitPath pathToLinkableName(const Level &entry, const HouseStyle &style);

} // namespace vitrine
