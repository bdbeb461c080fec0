#include "ui/forms/RefusedValues.h"

#include <algorithm>

namespace vitrine {

namespace {

bool isOf(const RefusedValues::Refused &value, const OpenPage &page, EntryRef entry)
{
    return page.findEntry(value.entry, value.revision) == entry;
}

} // namespace

void RefusedValues::keep(const OpenPage &page, EntryRef entry, FieldId field, const Value &typed, const Error &error)
{
    drop(page, entry, field);
    m_values.push_back({page.handleOf(entry), page.revision(), field, typed, error});
}

bool RefusedValues::drop(const OpenPage &page, EntryRef entry, FieldId field)
{
    return std::erase_if(
               m_values, [&](const Refused &value) { return value.field == field && isOf(value, page, entry); })
        > 0;
}

void RefusedValues::dropLost(const OpenPage &page)
{
    std::erase_if(m_values, [&](const Refused &value) { return !page.findEntry(value.entry, value.revision); });
}

std::optional<RefusedValues::Refused> RefusedValues::find(const OpenPage &page, EntryRef entry, FieldId field) const
{
    const auto found = std::find_if(m_values.begin(), m_values.end(), [&](const Refused &value) {
        return value.field == field && isOf(value, page, entry);
    });
    return found == m_values.end() ? std::nullopt : std::optional(*found);
}

bool RefusedValues::holds(const OpenPage &page, EntryRef entry) const
{
    return std::any_of(
        m_values.begin(), m_values.end(), [&](const Refused &value) { return isOf(value, page, entry); });
}

} // namespace vitrine
