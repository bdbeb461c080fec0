#pragma once

#include "content/page/Page.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace vitrine {

/// Follows an entry back through older and older revisions of its page.
class EntryTrace
{
public:
    /// Begins at an entry of the newest revision.
    EntryTrace(std::shared_ptr<const Page> page, EntryRef entry);

    /// Goes on to an older revision. The entry's Markdown there when it reads otherwise than before; nothing when it
    /// reads the same or was not there yet.
    std::optional<QByteArray> step(std::shared_ptr<const Page> older);
    /// The entry was not there in the revision before.
    bool isAtBegin() const { return !m_entry; }

private:
    std::shared_ptr<const Page> m_page;
    std::optional<EntryRef> m_entry; ///< in m_page
};

} // namespace vitrine
