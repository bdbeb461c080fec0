#pragma once

#include "content/page/writing/Escape.h"
#include "content/page/writing/Presence.h"
#include "content/text/Result.h"

namespace vitrine {

/// What spelling a value needs to know besides the entry.
struct WriteContext
{
    const HouseStyle &style;
    Way way;
    /// A copy of another entry is written: all that it says is to be replaced, also where it says it in other words.
    bool copy = false;
};

/// Sets one field of an entry: spells the value as the old one was spelled, brings the field in, or takes it out.
Result<Done> writeField(Level &entry, FieldId field, const Value &value, const WriteContext &context);

/// The value as it will read back: blanks around it cut off, dates as EDTF, the owner known by name. Fails with the
/// sentence for a value that makes no sense in any entry (a date that is none, an address with a blank).
Result<Value> tidyValue(FieldId field, const Value &value, const HouseStyle &style);

} // namespace vitrine
