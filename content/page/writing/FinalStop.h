#pragma once

#include "content/page/writing/HouseStyle.h"

namespace vitrine {

/// A full stop at the end of a text stands outside its value. Makes what follows a field of `entry` fit the value that
/// is to be set: no second stop, none after "!" or "?". In a copy of another entry (`copy`) that ends with this field
/// the section's majority decides whether there is one. Returns the value as it is to be written.
QByteArray fitFinalStop(Level &entry, FieldId field, const QByteArray &value, const HouseStyle &style, bool copy);

} // namespace vitrine
