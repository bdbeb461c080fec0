#include "content/changes/EntryTrace.h"

#include "content/changes/matching/PartMatching.h"
#include "content/page/structure/SourceStretch.h"

#include <algorithm>

namespace vitrine {

namespace {

QByteArray markdownOf(const Page &page, EntryRef entry)
{
    return writtenText(page, page.entry(entry).range);
}

/// The entry of the older revision that became this one.
std::optional<EntryRef> entryBefore(const PartMatching &matching, EntryRef now)
{
    for (size_t i = 0; i < matching.after.size(); ++i) {
        const PagePart &part = matching.after[i];
        if (part.type != PagePart::Type::Entry || !(part.ref == now))
            continue;
        const int before = matching.beforeOf[i];
        return before < 0 ? std::nullopt : std::optional(matching.before[static_cast<size_t>(before)].ref);
    }
    return {};
}

} // namespace

EntryTrace::EntryTrace(std::shared_ptr<const Page> page, EntryRef entry) : m_page(std::move(page)), m_entry(entry) { }

std::optional<QByteArray> EntryTrace::step(std::shared_ptr<const Page> older)
{
    if (!m_entry || older->sources() == m_page->sources())
        return {};
    const std::optional<EntryRef> before = entryBefore(matchParts(older, m_page), *m_entry);
    std::optional<QByteArray> state;
    if (before && markdownOf(*older, *before) != markdownOf(*m_page, *m_entry))
        state = markdownOf(*older, *before);
    m_entry = before;
    m_page = std::move(older);
    return state;
}

} // namespace vitrine
