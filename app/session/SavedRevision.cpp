#include "app/session/SavedRevision.h"

namespace vitrine {

void SavedRevision::set(std::shared_ptr<const Page> page)
{
    m_sources = page->sources();
    m_page = std::move(page);
    forgetDifference();
}

void SavedRevision::set(SourceSet sources)
{
    m_sources = std::move(sources);
    m_page.reset();
    forgetDifference();
}

void SavedRevision::add(const SourceFile &file)
{
    m_sources.push_back(file);
    m_page.reset();
    forgetDifference();
}

void SavedRevision::forgetDifference()
{
    m_lines.reset();
    m_difference.reset();
}

std::shared_ptr<const Page> SavedRevision::page(const Page &now) const
{
    if (!m_page)
        m_page = Page::read(m_sources, now.context());
    return m_page;
}

const UnsavedChanges &SavedRevision::lines(const Page &now) const
{
    if (!m_lines)
        m_lines.emplace(m_sources, now.sources());
    return *m_lines;
}

const PageDifference &SavedRevision::difference(const std::shared_ptr<const Page> &now) const
{
    if (!m_difference)
        m_difference.emplace(differenceOf(page(*now), now));
    return *m_difference;
}

} // namespace vitrine
