#pragma once

#include "content/page/writing/Escape.h"
#include "content/page/writing/HouseStyle.h"

namespace vitrine {

/// Sets the authors of an entry's list. Names that stay keep their bytes; marks, the owner's emphasis and links of new
/// ones are spelled as this list, else the nearest entry, else the list of defaults does. `escape`: where names stand.
/// In a `copy` of another entry joins are those of most entries of the section.
void writeAuthors(
    Level &list, const AuthorList &wanted, const HouseStyle &style, const EscapeContext &escape, bool copy);

/// Whoever the page knows as its owner is marked so, whether the caller says it or not.
AuthorList withOwner(AuthorList authors, const HouseStyle &style);

} // namespace vitrine
