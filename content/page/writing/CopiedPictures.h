#pragma once

#include "content/page/Edits.h"
#include "content/page/writing/HouseStyle.h"

namespace vitrine {

/// Gives the words for those who see no picture (`alt`) of a copied entry the names of the new one: where they were
/// made of the donor's title, venue or picture's file, of those of the new entry; other words of the donor's own give
/// way to the listed "sym".
void renamePictures(Level &copy, const Entry &donor, const FieldValues &values, const HouseStyle &style);
/// Pictures that count the stars of the donor's repository count those of the new entry's, where both have one. To be
/// called before sealed parts are taken out: such pictures are none any more.
void renameStars(Level &copy, const Entry &donor, const FieldValues &values);
/// Where Liquid makes the address of the donor's picture out of one that stands in its tag (`{{ "/images/a.png" |
/// relative_url }}`), it makes that of the copy's as well.
void keepPictureTag(Level &copy, const Page &page, const Entry &donor);
/// Lets counters of citations (`data="…"`) that name the donor by its link on Google Scholar name the new entry by its
/// own; without such a link they go. What names no paper of the donor's is the owner's manner, and stays.
void renameCounters(Level &copy, const Entry &donor, const FieldValues &values);

} // namespace vitrine
