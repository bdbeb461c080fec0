#pragma once

#include "content/page/Page.h"
#include "content/text/TextEdit.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace vitrine {

/// Something that both sides changed: one of the two stays. The merged page holds what stood here.
struct MergeChoice
{
    SourceRange place; ///< of what stood here, in the merged page
    QByteArray here, disk; ///< both, as bytes; empty: not there
    QString subject; ///< "Paper “Lattice Walks”"
    std::optional<FieldId> field; ///< when it is one field of an entry
};

/// What another side changed since the common version, brought into the page that is here.
struct PageMerge
{
    TextEdit edit; ///< of the page here
    std::vector<MergeChoice> choices; ///< sorted by place
};

/// Merges by entry and field: what one side alone changed, added, removed, moved or hid happens; what both changed
/// alike happens once; where both changed the same field (of running text: the same line) the choice is left open. The
/// three are revisions of the same files; a file that one of them lacks is left as it is here.
PageMerge mergeOf(std::shared_ptr<const Page> base, std::shared_ptr<const Page> here, std::shared_ptr<const Page> disk);

} // namespace vitrine
