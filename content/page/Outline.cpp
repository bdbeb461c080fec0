#include "content/page/Outline.h"

#include <algorithm>

namespace vitrine {

const Field *Entry::field(FieldId wanted) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field &field) { return field.id == wanted; });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace vitrine
