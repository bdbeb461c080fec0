#include "content/page/Edits.h"

namespace vitrine {

Result<PageChange> removeEntry(const Page &, EntryRef)
{
    return Error{};
}

Result<PageChange> moveEntry(const Page &, EntryRef, int, int)
{
    return Error{};
}

Result<PageChange> duplicateEntry(const Page &, EntryRef)
{
    return Error{};
}

Result<PageChange> hideEntry(const Page &, EntryRef)
{
    return Error{};
}

Result<PageChange> unhideEntry(const Page &, EntryRef)
{
    return Error{};
}

Result<PageChange> setSectionTitle(const Page &, int, const QByteArray &)
{
    return Error{};
}

Result<PageChange>
addSection(const Page &, const QByteArray &, std::optional<Kind>, std::optional<int>, std::optional<int>)
{
    return Error{};
}

Result<PageChange> removeSection(const Page &, int)
{
    return Error{};
}

Result<PageChange> moveSection(const Page &, int, int, int)
{
    return Error{};
}

Result<PageChange> hideSection(const Page &, int)
{
    return Error{};
}

Result<PageChange> unhideSection(const Page &, int)
{
    return Error{};
}

Result<PageChange> setFrontMatter(const Page &, const QByteArray &, const QByteArray &)
{
    return Error{};
}

Result<PageChange> editSource(const Page &page, const TextEdit &edit)
{
    if (!edit.fits(page.sources()))
        return Error{};
    return PageChange{edit, Page::read(edit.appliedTo(page.sources()), page.context()), {}};
}

} // namespace vitrine
