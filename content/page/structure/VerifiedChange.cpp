#include "content/page/structure/VerifiedChange.h"

#include "content/page/structure/SourceStretch.h"

#include <QCoreApplication>

namespace vitrine {

Result<TextEdit> sourceEdit(const Page &page, const std::vector<TextChange> &changes)
{
    TextEdit edit;
    std::optional<int> file;
    for (const TextChange &change : changes) {
        const std::optional<SourceRange> source = stretchInFile(page, change.range);
        if (!source)
            return refusal(QT_TRANSLATE_NOOP(
                "Edits", "Code of your site makes this part of the page, so it cannot be changed here."));
        if (file && *file != source->file)
            return refusal(
                QT_TRANSLATE_NOOP("Edits", "This reaches over several files and cannot be done in one step."));
        file = source->file;
        if (!edit.add({source->file, source->range, change.text}))
            return cannotWriteError(*source);
    }
    return edit;
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
