#include "ui/forms/EntryFields.h"

#include <algorithm>
#include <limits>

namespace vitrine {

QString nameInSentence(FieldId id)
{
    const QString label = labelOf(id);
    const bool abbreviation = label.size() > 1 && label[1].isUpper();
    return abbreviation ? label : label.toLower();
}

Field fieldOf(const Entry &entry, FieldId id)
{
    if (const Field *field = entry.field(id))
        return *field;
    Field none;
    none.id = id;
    return none;
}

bool looksSame(const Field &a, const Field &b)
{
    return a.value == b.value && a.written == b.written && a.plain == b.plain;
}

qsizetype distanceTo(ByteRange range, qsizetype offset)
{
    if (offset < range.begin)
        return range.begin - offset;
    return std::max<qsizetype>(0, offset - range.end);
}

std::optional<FieldPlace> fieldHolding(const Entry &entry, ByteRange place)
{
    for (const Field &field : entry.fields) {
        if (field.range && field.range->contains(place))
            return FieldPlace{field.id, place};
        for (const ByteRange also : field.also) {
            const ByteRange here = place.shifted(field.range ? field.range->begin - also.begin : 0);
            if (also.contains(place) && field.range && field.range->contains(here))
                return FieldPlace{field.id, here};
        }
    }
    return {};
}

std::optional<FieldId> fieldNearest(const Entry &entry, qsizetype offset)
{
    std::optional<FieldId> nearest;
    qsizetype least = std::numeric_limits<qsizetype>::max();
    for (const Field &field : entry.fields) {
        std::vector<ByteRange> places = field.also;
        if (field.range)
            places.push_back(*field.range);
        for (const ByteRange place : places) {
            if (distanceTo(place, offset) >= least)
                continue;
            least = distanceTo(place, offset);
            nearest = field.id;
        }
    }
    return nearest;
}

} // namespace vitrine
