#pragma once

#include "content/page/Edits.h"
#include "content/page/writing/Skeleton.h"

namespace vitrine {

/// Gives the words for those who see no picture (`alt`) of a copied entry the names of the new one: where they were
/// made of the donor's title or of its picture's file, of those of the new entry; other words of the donor's own give
/// way to the listed "sym".
void renamePictures(Level &copy, const Entry &donor, const FieldValues &values);
/// Lets counters of citations (`data="…"`) that name the donor by its link on Google Scholar name the new entry by its
/// own; without such a link they go. What names no paper of the donor's is the owner's manner, and stays.
void renameCounters(Level &copy, const Entry &donor, const FieldValues &values);

} // namespace vitrine
