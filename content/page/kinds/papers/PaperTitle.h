#pragma once

#include "content/page/kinds/papers/Names.h"

namespace vitrine {

/// Which of its forms makes a title known: a link, quotes, emphasis, its own heading, or only its place.
enum class TitleMark { None, Heading, Link, Quote, Strong, Emphasis, Place };

/// A paper's title and how it was found.
struct FoundTitle
{
    ByteRange range;
    TitleMark mark = TitleMark::None;
    bool line = false; ///< by its place: a break, not a full stop, ends it
};

/// The title by its own form: its heading, quotes, a link, emphasis.
std::optional<FoundTitle> markedTitle(const EntryScan &scan);
/// Without a form of its own the title is the sentence before or after the authors.
std::optional<FoundTitle> titleByPlace(const EntryScan &scan, const NameRun &authors);

/// True for a range that holds a row of authors and nothing else.
bool isRowOfNames(const EntryScan &scan, ByteRange range);
/// True for a link with a label like "PDF", "[Code]".
bool isResource(const EntryScan &scan, const AtomPair &link);

} // namespace vitrine
