#pragma once

#include "content/changes/matching/PartMatching.h"

namespace vitrine {

/// Pairs the entries that have no partner yet: those with the same bytes, those with the same name, those whose words
/// are alike, and a lone one that stands between the same neighbours. Sections must be paired.
void pairEntries(PartMatching &matching);

/// The bytes of an entry without the marker or number of its list.
QByteArray withoutMarker(const QByteArray &entry);

} // namespace vitrine
