#pragma once

#include "content/page/Page.h"

#include <QString>

#include <optional>

namespace vitrine {

/// "venue" in "Undo change of venue"; abbreviations keep their capitals.
QString nameInSentence(FieldId id);
/// The field of an entry, or one with an empty value when the entry lacks it.
Field fieldOf(const Entry &entry, FieldId id);
/// True when an editor shows both alike.
bool looksSame(const Field &a, const Field &b);
/// How far a place of the expanded text lies from a range, in bytes; 0 inside and at its ends.
qsizetype distanceTo(ByteRange range, qsizetype offset);
/// The field that stands at a place of the expanded text, or nearest to it.
/// A stretch of the text and the field whose value shows it.
struct FieldPlace
{
    FieldId field = FieldId::Text;
    ByteRange place; ///< in the field's own range, also where another place that says the same was asked for
};

/// The field that shows all of a stretch; nothing where none does.
std::optional<FieldPlace> fieldHolding(const Entry &entry, ByteRange place);

std::optional<FieldId> fieldNearest(const Entry &entry, qsizetype offset);

} // namespace vitrine
