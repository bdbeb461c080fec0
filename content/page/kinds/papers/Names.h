#pragma once

#include "content/page/kinds/cutting/EntryScan.h"
#include "content/page/kinds/words/NameShape.h"

namespace vitrine {

/// One author as an entry writes it.
struct WrittenName
{
    ByteRange name; ///< the bytes of the name alone
    std::vector<ByteRange> marks; ///< one for each mark
    ByteRange all; ///< with emphasis, link and marks
    ByteRange url; ///< of the link around the name; empty when there is none
    bool emphasised = false;
    bool owner = false; ///< by one of the owner's names
};

/// A row of authors.
struct NameRun
{
    std::vector<WrittenName> names;
    ByteRange range; ///< from the first name to the last, with marks and emphasis
    qsizetype next = 0; ///< where what follows the row begins ("et al." and its like are part of it)
    bool led = false; ///< a "with" leads to it: the owner's co-authors
    bool hasOwner() const;
};

/// Rows of names in a range, in the order of the text. `skip` are ranges that hold no names (the title, resource
/// links). Looks no further when it has found `most`.
std::vector<NameRun>
nameRuns(const EntryScan &scan, ByteRange range, const std::vector<ByteRange> &skip, size_t most = SIZE_MAX);

} // namespace vitrine
