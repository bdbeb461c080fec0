#pragma once

#include "content/render/Render.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// A block that the preview page holds, under the id it has there.
struct ShownBlock
{
    int id = 0;
    RenderedBlock block;
    std::vector<int> items = {}; ///< the ids of its items
};

/// The blocks of one revision, in page order. Immutable once shown.
using ShownBlocks = std::vector<ShownBlock>;

/// What leads from one list of blocks to the next.
struct BlockPatch
{
    ShownBlocks blocks; ///< the new ones, with their ids
    QByteArray operations; ///< a JSON list, see PreviewPatch
    int changed = 0; ///< how many operations there are
};

/// Blocks whose HTML is the same keep their id and need no operation; one that replaces another takes over its id. The
/// same holds for the items of a list that stays one with the same tags. `nextId` is the first number never used and is
/// moved on.
BlockPatch patchBlocks(const ShownBlocks &before, std::vector<RenderedBlock> after, int &nextId);

} // namespace vitrine
