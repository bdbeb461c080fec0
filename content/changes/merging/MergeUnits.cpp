#include "content/changes/merging/MergeUnits.h"

#include "content/changes/matching/PageParts.h"
#include "content/page/reading/TextLines.h"
#include "content/page/structure/SourceStretch.h"

#include <algorithm>

namespace vitrine {

namespace {

MergeUnit::Rule ruleOf(FieldId field)
{
    switch (schemaOf(field).type) {
    case ValueType::Authors:
    case ValueType::Links:
    case ValueType::Keywords:
        return MergeUnit::Rule::Items;
    case ValueType::Markdown:
        return MergeUnit::Rule::Lines;
    default:
        return MergeUnit::Rule::Whole;
    }
}

class UnitFinder
{
public:
    explicit UnitFinder(const Page &page) : m_page(page), m_units(page.sources().size()) { }

    std::vector<std::vector<MergeUnit>> units(const std::vector<bool> &wanted)
    {
        for (const PagePart &part : partsOf(m_page, wanted))
            part.type == PagePart::Type::Entry ? addEntry(part) : addLines(part);
        for (std::vector<MergeUnit> &units : m_units)
            putInOrder(units);
        return std::move(m_units);
    }

private:
    std::vector<MergeUnit> &unitsOf(int file) { return m_units[static_cast<size_t>(file)]; }

    void addEntry(const PagePart &part)
    {
        const Entry &entry = m_page.entry(part.ref);
        if (!entry.structured) {
            unitsOf(part.place.file).push_back({part.place.range, MergeUnit::Rule::Lines, {}});
            return;
        }
        for (const Field &field : entry.fields) {
            if (field.range)
                addField(part, *field.range, field.id);
            for (const ByteRange range : field.also)
                addField(part, range, field.id);
        }
    }

    void addField(const PagePart &part, ByteRange range, FieldId field)
    {
        const std::optional<SourceRange> place = stretchInFile(m_page, range);
        if (place && place->file == part.place.file)
            unitsOf(place->file).push_back({place->range, ruleOf(field), field});
    }

    /// A setting, a heading, a line: without its line end, which belongs to nobody.
    void addLines(const PagePart &part)
    {
        const QByteArray &bytes = m_page.sources()[static_cast<size_t>(part.place.file)].bytes;
        const ByteRange standing = trimmedIn(bytes, part.place.range);
        if (!standing.isEmpty())
            unitsOf(part.place.file).push_back({standing, MergeUnit::Rule::Whole, {}});
    }

    static void putInOrder(std::vector<MergeUnit> &units)
    {
        std::stable_sort(units.begin(), units.end(), [](const MergeUnit &a, const MergeUnit &b) {
            return a.range.begin < b.range.begin;
        });
        qsizetype end = 0;
        std::erase_if(units, [&](const MergeUnit &unit) {
            if (unit.range.begin < end)
                return true;
            end = std::max(end, unit.range.end);
            return false;
        });
    }

    const Page &m_page;
    std::vector<std::vector<MergeUnit>> m_units;
};

} // namespace

std::vector<std::vector<MergeUnit>> mergeUnitsOf(const Page &page, const std::vector<bool> &wanted)
{
    return UnitFinder(page).units(wanted);
}

} // namespace vitrine
