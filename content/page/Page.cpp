#include "content/page/Page.h"

#include "content/page/kinds/ReadFields.h"
#include "content/page/reading/OutlineReader.h"
#include "content/page/reading/PageDiagnostics.h"

#include <algorithm>

namespace vitrine {

namespace {

bool covers(ByteRange range, ByteRange place)
{
    return range.begin <= place.begin && place.end <= range.end && (place.begin < range.end || place.isEmpty());
}

} // namespace

std::shared_ptr<const Page> Page::read(SourceSet sources, const ReadContext &context)
{
    return read(std::move(sources), context, nullptr);
}

std::shared_ptr<const Page> Page::edited(const TextEdit &edit) const
{
    return read(edit.appliedTo(m_sources), m_context, this);
}

std::shared_ptr<const Page> Page::read(SourceSet sources, const ReadContext &context, const Page *known)
{
    std::shared_ptr<Page> page(new Page);
    page->m_sources = std::move(sources);
    page->m_context = context;
    if (!page->m_context.site)
        page->m_context.site = std::make_shared<SiteValues>();
    page->m_expansion = context.runLiquid
        ? expandLiquid(page->m_sources, *page->m_context.site, context.lookup, page->m_diagnostics)
        : Expansion::asWritten(page->bytes());
    page->m_frontMatter = findFrontMatter(page->bytes());
    page->m_yaml = YamlText::read(page->bytes(), page->m_frontMatter.yaml);
    const ByteRange body{page->m_frontMatter.bodyBegin, page->text().size()};
    const MarkdownOptions &options = page->m_context.markdown;
    page->m_markdown = readMarkdownAgain(page->text(), body, options, known ? known->m_markdown.get() : nullptr);
    page->m_outline = readOutline(page->text(), page->tree(), body, options);
    page->m_memory =
        readFields(page->text(), page->m_context, page->m_outline, known ? known->m_memory.get() : nullptr);
    addPageDiagnostics(*page, page->m_diagnostics);
    return page;
}

std::optional<EntryRef> Page::findEntry(QByteArrayView id) const
{
    for (size_t s = 0; s < m_outline.sections.size(); ++s) {
        const std::vector<Entry> &entries = m_outline.sections[s].entries;
        const auto found =
            std::find_if(entries.begin(), entries.end(), [&](const Entry &entry) { return entry.id == id; });
        if (found != entries.end())
            return EntryRef{static_cast<int>(s), static_cast<int>(found - entries.begin())};
    }
    return {};
}

std::optional<int> Page::findSection(QByteArrayView id) const
{
    const std::vector<Section> &sections = m_outline.sections;
    const auto found =
        std::find_if(sections.begin(), sections.end(), [&](const Section &section) { return section.id == id; });
    return found == sections.end() ? std::nullopt : std::optional(static_cast<int>(found - sections.begin()));
}

std::optional<EntryRef> Page::entryAt(SourceRange place) const
{
    const std::optional<ByteRange> wanted = m_expansion.toExpanded(place);
    std::optional<EntryRef> best;
    for (size_t s = 0; wanted && s < m_outline.sections.size(); ++s) {
        const std::vector<Entry> &entries = m_outline.sections[s].entries;
        for (size_t e = 0; e < entries.size(); ++e) {
            const bool smaller = !best || entries[e].outerRange.size() < entry(*best).outerRange.size();
            if (covers(entries[e].outerRange, *wanted) && smaller)
                best = EntryRef{static_cast<int>(s), static_cast<int>(e)};
        }
    }
    return best;
}

std::optional<int> Page::sectionAt(SourceRange place) const
{
    const std::optional<ByteRange> wanted = m_expansion.toExpanded(place);
    std::optional<int> best;
    for (size_t s = 0; wanted && s < m_outline.sections.size(); ++s) {
        // Sub-sections follow the section that holds them.
        if (covers(m_outline.sections[s].range, *wanted))
            best = static_cast<int>(s);
    }
    return best;
}

} // namespace vitrine
