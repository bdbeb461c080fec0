#include "ui/Selection.h"

#include <algorithm>

namespace vitrine {

Selection::Selection(QObject *parent) : QObject(parent) { }

void Selection::setPage(OpenPage *page)
{
    if (m_page)
        m_page->disconnect(this);
    m_page = page;
    m_section.reset();
    m_entries.clear();
    m_sectionHandle.reset();
    m_entryHandles.clear();
    if (m_page)
        connect(m_page, &OpenPage::changed, this, &Selection::follow);
    Q_EMIT pageChanged();
    Q_EMIT changed();
}

std::optional<EntryRef> Selection::entry() const
{
    return m_entries.size() == 1 ? std::optional(m_entries.front()) : std::nullopt;
}

void Selection::selectSection(int section)
{
    if (section != m_section || !m_entries.isEmpty())
        keep(section, {});
}

void Selection::selectEntry(EntryRef entry)
{
    selectEntries({entry});
}

void Selection::selectEntries(const QList<EntryRef> &entries)
{
    if (entries == m_entries)
        return;
    if (entries.size() == 1)
        keep(entries.front().section, entries);
    else
        keep(m_section, entries);
}

void Selection::clear()
{
    if (m_section || !m_entries.isEmpty())
        keep({}, {});
}

void Selection::keep(std::optional<int> section, QList<EntryRef> entries)
{
    if (!m_page)
        return;
    std::sort(entries.begin(), entries.end(), [](EntryRef a, EntryRef b) {
        return std::pair(a.section, a.entry) < std::pair(b.section, b.entry);
    });
    m_section = section;
    m_entries = entries;
    m_revision = m_page->revision();
    m_sectionHandle = section ? std::optional(m_page->handleOf(*section)) : std::nullopt;
    m_entryHandles.clear();
    for (const EntryRef entry : std::as_const(entries))
        m_entryHandles.append(m_page->handleOf(entry));
    Q_EMIT changed();
}

void Selection::follow(quint64, std::optional<SourceRange>)
{
    std::optional<int> section;
    if (m_sectionHandle)
        section = m_page->findSection(*m_sectionHandle, m_revision);
    QList<EntryRef> entries;
    for (const Handle &handle : std::as_const(m_entryHandles)) {
        if (const auto entry = m_page->findEntry(handle, m_revision))
            entries.append(*entry);
    }
    if (entries.size() == 1)
        section = entries.front().section;
    keep(section, entries);
}

} // namespace vitrine
