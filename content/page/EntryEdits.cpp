#include "content/page/Edits.h"

namespace vitrine {

Result<PageChange> setFields(const Page &, EntryRef, const FieldValues &)
{
    return Error{};
}

Result<PageChange> setEntryMarkdown(const Page &, EntryRef, const QByteArray &)
{
    return Error{};
}

Result<PageChange> addEntry(const Page &, int, std::optional<int>, const FieldValues &)
{
    return Error{};
}

} // namespace vitrine
