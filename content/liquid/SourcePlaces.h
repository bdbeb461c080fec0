#pragma once

#include "content/liquid/Expansion.h"

#include <vector>

namespace vitrine {

/// The stretches of files that a range of the expanded text is made of, in its order; those that follow one another in
/// one file are one. What a tag generated counts as that tag. An empty range gives the place it stands at.
std::vector<SourceRange> sourcePlaces(const Expansion &expansion, ByteRange expanded);

/// Where a range of the expanded text stands in the file in which it begins: from its first to its last byte there.
SourceRange sourceHull(const Expansion &expansion, ByteRange expanded);

} // namespace vitrine
