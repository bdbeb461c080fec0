#pragma once

#include "content/page/Edits.h"
#include "content/page/Verify.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// Bytes of the expanded text that become others; an empty range inserts, an empty text deletes.
struct TextChange
{
    ByteRange range;
    QByteArray text;
};

/// The changes as an edit of the page's files. Refused where a changed byte is made by code of the site, or when they
/// lie in several files.
Result<TextEdit> sourceEdit(const Page &page, const std::vector<TextChange> &changes);

/// What a change is about, in the page as it is afterwards.
struct Subject
{
    std::optional<EntryRef> entry;
    std::optional<int> section;
};

/// Applies the changes to a copy, reads it and compares; refused when anything reads otherwise than expected.
Result<PageChange> verifiedChange(
    const Page &page, const std::vector<TextChange> &changes, const Expectation &expected, const Subject &subject);

/// Where an entry or section of a page stands in its file, when it stands there as one stretch.
std::optional<SourceRange> placeOf(const Page &page, const Subject &subject);

/// A refusal with a sentence, which is translated in the context "Edits".
Error refusal(const char *sentence, std::optional<SourceRange> place = {});
/// The answer to a number of an entry or section that is not there.
Error noSuchEntry();
Error noSuchSection();

bool isEntry(const Page &page, EntryRef ref);
bool isSection(const Page &page, int section);

} // namespace vitrine
