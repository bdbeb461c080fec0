#include "content/page/Page.h"

namespace vitrine {

std::shared_ptr<const Page> Page::read(SourceSet sources, const ReadContext &context)
{
    std::shared_ptr<Page> page(new Page);
    page->m_sources = std::move(sources);
    page->m_context = context;
    if (!page->m_context.site)
        page->m_context.site = std::make_shared<SiteValues>();
    page->m_expansion = expandLiquid(page->m_sources, *page->m_context.site, context.lookup, page->m_diagnostics);
    page->m_frontMatter = findFrontMatter(page->bytes());
    page->m_yaml = YamlText::read(page->bytes(), page->m_frontMatter.yaml);
    page->m_tree =
        readMarkdown(page->text(), {page->m_frontMatter.bodyBegin, page->text().size()}, page->m_context.markdown);
    return page;
}

std::optional<EntryRef> Page::findEntry(QByteArrayView) const
{
    return {};
}

std::optional<int> Page::findSection(QByteArrayView) const
{
    return {};
}

std::optional<EntryRef> Page::entryAt(SourceRange) const
{
    return {};
}

std::optional<int> Page::sectionAt(SourceRange) const
{
    return {};
}

} // namespace vitrine
