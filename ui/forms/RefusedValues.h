#pragma once

#include "app/session/OpenPage.h"

#include <optional>
#include <vector>

namespace vitrine {

/// Values that were typed but that the page cannot hold, kept with their entries until they are mended or dropped.
class RefusedValues
{
public:
    struct Refused
    {
        Handle entry;
        quint64 revision = 0; ///< at which `entry` was taken
        FieldId field = FieldId::Text;
        Value typed;
        Error error;
    };

    void keep(const OpenPage &page, EntryRef entry, FieldId field, const Value &typed, const Error &error);
    /// True when there was one.
    bool drop(const OpenPage &page, EntryRef entry, FieldId field);
    /// Forgets those whose entries are gone.
    void dropLost(const OpenPage &page);
    void clear() { m_values.clear(); }

    int count() const { return static_cast<int>(m_values.size()); }
    std::optional<Refused> find(const OpenPage &page, EntryRef entry, FieldId field) const;
    /// True when a value of this entry is refused.
    bool holds(const OpenPage &page, EntryRef entry) const;

private:
    std::vector<Refused> m_values;
};

} // namespace vitrine
