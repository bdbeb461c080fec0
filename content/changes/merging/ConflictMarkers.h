#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// What a line-based merge left in a text where both sides changed the same lines:
///
///     <<<<<<< HEAD
///     ours
///     ||||||| base      (this part not always)
///     =======
///     theirs
///     >>>>>>> branch
struct MarkedConflict
{
    ByteRange range; ///< whole lines, from the first marker to the end of the last with its line end
    ByteRange ours, theirs; ///< the lines of either side with their line ends
    QByteArray ourName, theirName; ///< as the markers call them; may be empty
};

/// The conflicts that are marked in a text, in its order. Markers that are not complete, in order and at the begin of
/// their lines are no conflict. Linear.
std::vector<MarkedConflict> markedConflicts(const QByteArray &text);

} // namespace vitrine
