#include "content/page/structure/VerifiedChange.h"

#include "content/page/structure/SourceStretch.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

/// The changes as an edit of one file; nothing when one of them cannot be made there.
std::optional<TextEdit> editOfFile(const Page &page, const std::vector<TextChange> &changes, int file)
{
    TextEdit edit;
    for (const TextChange &change : changes) {
        const std::vector<SourceRange> places = placesToChange(page, change.range);
        const auto place =
            std::find_if(places.begin(), places.end(), [&](const SourceRange &one) { return one.file == file; });
        if (place == places.end() || !edit.add({file, place->range, change.text}))
            return {};
    }
    return edit;
}

/// True when both ends of a range stand in one file.
bool endsInOneFile(const Page &page, ByteRange range)
{
    const std::optional<SourceRange> begin = page.expansion().toSource({range.begin, range.begin});
    const std::optional<SourceRange> end = page.expansion().toSource({range.end, range.end});
    return !begin || !end || begin->file == end->file;
}

} // namespace

Result<TextEdit> sourceEdit(const Page &page, const std::vector<TextChange> &changes)
{
    if (changes.empty())
        return TextEdit();
    bool inFiles = true;
    for (const TextChange &change : changes)
        inFiles = inFiles && !placesToChange(page, change.range).empty();
    for (const SourceRange &place : placesToChange(page, changes.front().range)) {
        if (std::optional<TextEdit> edit = editOfFile(page, changes, place.file))
            return *std::move(edit);
    }
    const bool oneFile = std::all_of(
        changes.begin(), changes.end(), [&](const TextChange &change) { return endsInOneFile(page, change.range); });
    if (inFiles || !oneFile)
        return refusal(QT_TRANSLATE_NOOP("Edits", "This reaches over several files and cannot be done in one step."));
    return refusal(
        QT_TRANSLATE_NOOP("Edits", "Code of your site makes this part of the page, so it cannot be changed here."));
}

Result<PageChange> verifiedChange(
    const Page &page, const std::vector<TextChange> &changes, const Expectation &expected, const Subject &subject)
{
    Result<TextEdit> edit = sourceEdit(page, changes);
    if (!edit)
        return edit.error();
    const TextEdit trimmed = edit->trimmed(page.sources());
    if (trimmed.isEmpty())
        return PageChange{{}, std::make_shared<const Page>(page), placeOf(page, subject)};
    std::shared_ptr<const Page> after = page.edited(trimmed);
    if (const std::optional<Error> difference = firstDifference(page, *after, expected))
        return *difference;
    const std::optional<SourceRange> place = placeOf(*after, subject);
    return PageChange{trimmed, std::move(after), place};
}

std::optional<SourceRange> placeOf(const Page &page, const Subject &subject)
{
    if (subject.entry && isEntry(page, *subject.entry))
        return page.expansion().toSource(page.entry(*subject.entry).outerRange);
    if (subject.section && isSection(page, *subject.section))
        return page.expansion().toSource(page.section(*subject.section).headingRange);
    return {};
}

Error refusal(const char *sentence, std::optional<SourceRange> place)
{
    return {ErrorKind::Refused, QCoreApplication::translate("Edits", sentence), place, {}};
}

Error noSuchEntry()
{
    return {ErrorKind::NotFound, QCoreApplication::translate("Edits", "There is no such entry on the page."), {}, {}};
}

Error noSuchSection()
{
    return {ErrorKind::NotFound, QCoreApplication::translate("Edits", "There is no such section on the page."), {}, {}};
}

bool isEntry(const Page &page, EntryRef ref)
{
    return isSection(page, ref.section) && ref.entry >= 0
        && ref.entry < static_cast<int>(page.section(ref.section).entries.size());
}

bool isSection(const Page &page, int section)
{
    return section >= 0 && section < static_cast<int>(page.outline().sections.size());
}

} // namespace vitrine
