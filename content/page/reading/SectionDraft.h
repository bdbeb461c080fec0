#pragma once

#include "content/page/Outline.h"
#include "content/page/reading/PagePieceReader.h"

#include <vector>

namespace vitrine {

/// A piece of a section; pieces read inside a comment are hidden.
struct SectionPiece
{
    PagePiece piece;
    bool hidden = false;
    ByteRange comment; ///< the comment that hides it
};

/// A section while its pieces are collected: `section` has no entries, blocks and id yet.
struct SectionDraft
{
    Section section;
    std::vector<SectionPiece> pieces; ///< those in no sub-section
    bool kindKnown = true; ///< false: neither title nor parent say what it is about
    bool bold = false; ///< its heading is a bold line
    /// The comment that hides it; empty when it is not hidden.
    ByteRange comment;
};

} // namespace vitrine
