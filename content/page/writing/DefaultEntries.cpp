#include "content/page/writing/DefaultEntries.h"

#include "content/page/writing/Defaults.h"

namespace vitrine {

namespace {

using F = FieldId;
using Part = SkeletonNode::Part;

/// A field of a default layout: what stands before it, and around it.
struct DefaultField
{
    FieldId field;
    const char *before;
    const char *open = "";
    const char *close = "";
};

std::vector<DefaultField> fieldsOfDefault(Kind kind)
{
    switch (kind) {
    case Kind::News:
        return {{F::Date, ""}, {F::Text, ": "}};
    case Kind::Publication:
        return {
            {F::Authors, ""},
            {F::Title, ", ", "“", "”"},
            {F::Venue, ", "},
            {F::Date, ", "},
            {F::Links, ". ", "\\[", "\\]"}};
    case Kind::Experience:
        return {
            {F::StartDate, ""}, {F::EndDate, " - "}, {F::Position, ", "}, {F::Organization, ", "}, {F::Location, ", "}};
    case Kind::Education:
        return {{F::StartDate, ""}, {F::EndDate, " - "},    {F::StudyType, ", "},
                {F::Area, ", "},    {F::Institution, ", "}, {F::Location, ", "}};
    case Kind::Award:
        return {{F::Title, ""}, {F::Awarder, ", "}, {F::Date, ", "}};
    case Kind::Teaching:
        return {{F::Date, ""}, {F::Course, ", "}, {F::Role, ", "}, {F::Institution, ", "}};
    case Kind::Service:
        return {{F::Title, ""}, {F::Organization, ", "}, {F::Date, ", "}};
    case Kind::Talk:
        return {{F::Date, ""}, {F::Title, ", "}, {F::Event, ", "}, {F::Location, ", "}};
    case Kind::Project:
    case Kind::Supervision:
        return {{F::Name, ""}, {F::Date, ", "}};
    case Kind::Skill:
        return {{F::Name, ""}, {F::Keywords, ": "}};
    case Kind::Link:
        return {{F::Label, "", "[", ")"}};
    case Kind::About:
    case Kind::Other:
        break;
    }
    return {{F::Text, ""}};
}

/// The page's own spelling of a date in this field or, failing that, in any; nothing on a page without dates, or
/// without such as name a month.
const Field *dateExample(const Page &page, FieldId wanted, bool withMonth)
{
    const Field *any = nullptr;
    for (const Section &section : page.outline().sections) {
        for (const Entry &entry : section.entries) {
            for (const Field &field : entry.fields) {
                if (schemaOf(field.id).type != ValueType::Date || !field.range || field.written.isEmpty())
                    continue;
                if (withMonth && !field.value.text().mid(4).startsWith('-'))
                    continue;
                if (field.id == wanted)
                    return &field;
                any = any ? any : &field;
            }
        }
    }
    return any;
}

const Field &defaultDate()
{
    static const Field field = [] {
        Field example;
        example.id = F::Date;
        example.written = QByteArrayLiteral("2023.08 - present");
        if (const auto written = parseDate(example.written))
            example.dateForm = written->form;
        return example;
    }();
    return field;
}

SkeletonNode nodeFor(const Page &page, Kind kind, const DefaultField &wanted)
{
    const ValueType type = schemaOf(wanted.field).type;
    if (type == ValueType::Date)
        return defaultDateSlot(page, wanted.field, kind == Kind::News);
    if (type == ValueType::Authors)
        return listOfOne(wanted.field, slotOf(wanted.field, Part::Name, {}));
    if (type == ValueType::Keywords)
        return listOfOne(wanted.field, slotOf(wanted.field, Part::Whole, {}));
    if (type == ValueType::Links)
        return listOfOne(wanted.field, linkAround(slotOf(wanted.field, Part::Label, {}), wanted.field, "#"));
    if (wanted.field == F::Label)
        return linkAround(slotOf(F::Label, Part::Whole, {}), F::Url, {});
    return slotOf(wanted.field, Part::Whole, {});
}

QByteArray bulletOf(const Page &page)
{
    Tally bullets;
    for (const Section &section : page.outline().sections) {
        for (const Entry &entry : section.entries) {
            const char first = entry.range.isEmpty() ? 0 : page.text()[entry.range.begin];
            if (entry.container == Container::List && (first == '-' || first == '*' || first == '+'))
                bullets.add(QByteArray(1, first));
        }
    }
    return bullets.most().value_or(QByteArrayLiteral("-")) + ' ';
}

bool isDated(const SkeletonNode &unit)
{
    const FieldSet dates = setOf(F::Date) | setOf(F::StartDate) | setOf(F::EndDate);
    const FieldSet fields = fieldsOf(unit);
    return fields != 0 && (fields & ~dates) == 0;
}

SkeletonNode defaultNode(const Page &page, Kind kind, const DefaultField &wanted)
{
    SkeletonNode node = nodeFor(page, kind, wanted);
    return *wanted.open && wanted.field != F::Label ? pairAround(std::move(node), wanted.open, wanted.close)
                                                    : std::move(node);
}

void append(Level &level, SkeletonNode unit, const QByteArray &before)
{
    insertUnit(level, level.units.size(), std::move(unit), Stretch(before), {});
}

} // namespace

Level defaultEntry(const Page &page, Kind kind)
{
    Level entry;
    entry.separators.push_back({});
    if (kind != Kind::About && kind != Kind::Other)
        entry.head = Stretch(bulletOf(page));
    for (const DefaultField &wanted : fieldsOfDefault(kind)) {
        append(entry, defaultNode(page, kind, wanted), wanted.before);
    }
    return entry;
}

std::optional<Level> defaultEntryLike(const Page &page, Kind kind, const Level &sample)
{
    const size_t count = sample.units.size();
    size_t leading = 0, trailing = 0;
    while (leading < count && isDated(sample.units[leading]))
        ++leading;
    while (leading == 0 && trailing < count && isDated(sample.units[count - 1 - trailing]))
        ++trailing;
    if (leading + trailing == 0 || leading + trailing >= count)
        return {};
    Level entry;
    entry.head = Stretch(sample.head.text);
    entry.separators.push_back({});
    for (size_t i = 0; i < leading; ++i)
        append(entry, sample.units[i], sample.separators[i].text);
    bool first = true;
    for (const DefaultField &wanted : fieldsOfDefault(kind)) {
        SkeletonNode node = defaultNode(page, kind, wanted);
        if (isDated(node))
            continue;
        append(entry, std::move(node), first ? sample.separators[leading].text : QByteArray(wanted.before));
        first = false;
    }
    for (size_t i = count - trailing; i < count; ++i)
        append(entry, sample.units[i], sample.separators[i].text);
    if (trailing > 0)
        entry.separators.back() = Stretch(sample.separators.back().text);
    return entry;
}

SkeletonNode defaultDateSlot(const Page &page, FieldId field, bool withMonth)
{
    SkeletonNode slot = slotOf(field, Part::Whole, {});
    const Field *example = dateExample(page, field, withMonth);
    slot.origin = example ? example : &defaultDate();
    slot.text = Stretch(slot.origin->written);
    return slot;
}

} // namespace vitrine
