#pragma once

#include "content/page/writing/Presence.h"

namespace vitrine {

/// Sets the links of an entry, wherever they stand: the address of a linked title, and rows of links. Links that stay
/// keep their bytes; new ones are spelled as the row, else the nearest entry, else the list of defaults does. False
/// when there is no way to write them.
bool writeLinks(Level &entry, const LinkList &wanted, const HouseStyle &style, Way way);

} // namespace vitrine
