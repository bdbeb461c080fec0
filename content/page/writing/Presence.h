#pragma once

#include "content/page/writing/HouseStyle.h"

namespace vitrine {

/// Where the page itself does not decide, there are several ways to write something. Ways are tried in order until
/// one reads back.
struct Way
{
    size_t separator = 0;
    size_t donor = 0;
};

/// Puts a field at the end of an entry (the date of news at its begin) in its listed form, whatever the page has
/// elsewhere; false where none is listed.
/// `way` as for defaultUnit.
bool addListedField(Level &entry, FieldId field, const HouseStyle &style, size_t way);

/// Takes a field out of an entry, with the pairs that it leaves empty and the punctuation that belonged to it.
void removeField(Level &entry, FieldId field, const HouseStyle &style, Way way);

/// Takes one unit out in the same manner.
void removeUnitAt(Level &entry, UnitPath path, const HouseStyle &style, Way way);

/// Takes the sealed parts out of a copy.
void removeSealed(Level &entry, const HouseStyle &style);

/// Brings a field in that the entry lacks, as the nearest entry with it has it; its slots still say what they say
/// there. False when neither the page nor the list of defaults knows how.
bool addField(Level &entry, FieldId field, const HouseStyle &style, Way way);

/// The ways in which a unit may be taken out, the best first: what its neighbours get between them.
std::vector<QByteArray> healingSeparators(const Level &level, size_t at, bool top, const HouseStyle &style);

} // namespace vitrine
