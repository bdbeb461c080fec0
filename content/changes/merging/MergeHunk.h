#pragma once

#include "content/page/Schema.h"
#include "content/text/ByteRange.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace vitrine {

/// Who changed something since the last common version.
enum class MergeSide { Here, Disk };

/// A stretch of a merged text for which both sides have something else; it holds what stands here.
struct Clash
{
    ByteRange here; ///< in the merged text
    QByteArray disk; ///< what stands there on disk
    std::optional<FieldId> field; ///< of an entry, when it is one field that differs
};

/// Bytes of the common version that one side made other bytes of.
struct MergeHunk
{
    MergeSide side = MergeSide::Here;
    ByteRange base; ///< in the common version's file
    QByteArray text; ///< what the side made of them
    bool whole = false; ///< whole parts that came or went; otherwise words inside one part
    ByteRange part; ///< the part of the common version that it lies in; empty for what came
    /// Of what moved: where it stood in the common version. It is gone from here or came here.
    std::optional<SourceRange> movedFrom;
    /// Instead of `text`: what came here by moving, with what the other side made of it.
    std::optional<QByteArray> merged;
    std::vector<Clash> clashes; ///< in `merged`

    bool comes() const { return base.isEmpty(); }
};

} // namespace vitrine
