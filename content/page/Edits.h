#pragma once

#include "content/page/Page.h"
#include "content/text/Result.h"
#include "content/text/TextEdit.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace vitrine {

/// A change that was applied to a copy and read back: what to do, and the page as it is afterwards.
struct PageChange
{
    TextEdit edit; ///< empty: the page says so already (law GetPut)
    std::shared_ptr<const Page> after;
    /// Where the changed entry or section stands afterwards, in its file; nothing when it was removed.
    std::optional<SourceRange> subject;
};

using FieldValues = std::vector<std::pair<FieldId, Value>>;

// Each of these keeps the laws (ARCHITECTURE.md) or refuses with a sentence for the owner (ErrorKind::Refused).
// None of them changes `page`. Positions count from 0 among the entries of a section, hidden ones included.

/// Sets fields of an entry; an empty value removes the field.
Result<PageChange> setFields(const Page &page, EntryRef entry, const FieldValues &values);
/// Replaces the bytes of an entry as typed. Refused only when it would reach beyond the entry.
Result<PageChange> setEntryMarkdown(const Page &page, EntryRef entry, const QByteArray &markdown);
/// Adds an entry in the page's own style; without `at` where the page's order says (news on top).
Result<PageChange> addEntry(const Page &page, int section, std::optional<int> at, const FieldValues &values);
Result<PageChange> removeEntry(const Page &page, EntryRef entry);
/// Moves an entry so that it is number `at` of `section` afterwards.
Result<PageChange> moveEntry(const Page &page, EntryRef entry, int section, int at);
Result<PageChange> duplicateEntry(const Page &page, EntryRef entry);
Result<PageChange> hideEntry(const Page &page, EntryRef entry);
Result<PageChange> unhideEntry(const Page &page, EntryRef entry);

Result<PageChange> setSectionTitle(const Page &page, int section, const QByteArray &title);
/// Adds a section in the style of the page's headings; without `after` at the end of the page. With `parent` it becomes
/// a sub-section of that one.
Result<PageChange> addSection(
    const Page &page, const QByteArray &title, std::optional<Kind> kind, std::optional<int> after,
    std::optional<int> parent = {});
Result<PageChange> removeSection(const Page &page, int section);
/// Moves a section so that it is number `at` among the sections of `parent` (-1: the page) afterwards.
Result<PageChange> moveSection(const Page &page, int section, int parent, int at);
Result<PageChange> hideSection(const Page &page, int section);
Result<PageChange> unhideSection(const Page &page, int section);

/// Sets a front matter field by its dotted name.
Result<PageChange>
setFrontMatter(const Page &page, const QByteArray &name, const QByteArray &value, YamlQuotes quotes = YamlQuotes::Keep);
/// Takes an edit of front matter or of a file of settings; refused where the page below would read otherwise.
Result<PageChange> editSettings(const Page &page, const TextEdit &edit);
/// Takes any edit of the bytes, as from the source pane or a reload. Fails only when it does not fit the page's files.
Result<PageChange> editSource(const Page &page, const TextEdit &edit);

} // namespace vitrine
