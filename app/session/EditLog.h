#pragma once

#include "content/text/TextEdit.h"

#include <optional>
#include <vector>

namespace vitrine {

/// All edits of an open page in the order in which they were made, undoing included. Carries places from any revision
/// to the newest.
class EditLog
{
public:
    /// Notes an edit that took the newest revision to the next. `inverse` leads back.
    void append(const TextEdit &edit, const TextEdit &inverse);

    /// Where a place of revision `from` stands today. A stretch that an edit moved as a whole is followed to its new
    /// place; nothing when its bytes are gone.
    std::optional<SourceRange> carried(SourceRange place, quint64 from) const;
    /// The same through one edit.
    static std::optional<SourceRange> carriedThrough(SourceRange place, const TextEdit &edit, const TextEdit &inverse);

private:
    struct Entry
    {
        TextEdit edit, inverse;
    };

    std::vector<Entry> m_entries; ///< number r took revision r to r + 1
};

} // namespace vitrine
