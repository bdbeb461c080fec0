#include "content/page/EntryName.h"
#include "content/page/reading/HtmlFrames.h"
#include "content/page/reading/TextLines.h"
#include "content/page/structure/CommentChain.h"
#include "content/page/structure/CommentMarks.h"
#include "content/page/structure/CommentSafety.h"
#include "content/page/structure/HiddenNeighbours.h"
#include "content/page/structure/HidingLaws.h"
#include "content/page/structure/SectionSpans.h"

#include <algorithm>

namespace vitrine {

namespace {

/// The comments that hide a section, those between its pieces too.
std::vector<ByteRange> chainOf(const Page &page, int section, ByteRange first)
{
    return commentsOfChain(page.text(), first, std::max(first.end, page.section(section).range.end));
}

bool isWhollyHidden(const Page &page, int section)
{
    const std::vector<int> sections = withSubsections(page, section);
    return std::all_of(sections.begin(), sections.end(), [&](int index) {
        const Section &one = page.section(index);
        // Tags of frames behind the section belong to what follows.
        return one.hidden
            && std::all_of(one.entries.begin(), one.entries.end(), [](const Entry &entry) { return entry.hidden; })
            && std::all_of(one.blocks.begin(), one.blocks.end(), [&](const Block &block) {
                   return block.hidden || isOnlyFrames(page.text(), block.range);
               });
    });
}

/// Refuses a section that a comment inside keeps from being hidden, naming where to help it.
Error keptByComment(const Page &page, int index)
{
    for (const int section : withSubsections(page, index)) {
        for (const Entry &entry : page.section(section).entries) {
            const QByteArray bytes = page.text(entry.range);
            if (entry.hidden || bytes.contains("<!--") || bytes.contains("-->"))
                return holdsComment(page, entry.range, nameOfEntry(page, entry));
        }
    }
    return holdsComment(page, page.section(index).headingRange, nameOfSection(page.section(index)));
}

/// Refuses a section that would show in part: mostly because its comment is no block where it stands.
Error showsBelow(const Page &page, ByteRange whole)
{
    const qsizetype line = lineBeginAt(page.text(), whole.begin);
    const bool belowText = line > 1 && !trimmedIn(page.text(), {lineBeginAt(page.text(), line - 1), line}).isEmpty();
    if (!belowText)
        return showsInPart(page, whole);
    return refusal(
        QT_TRANSLATE_NOOP(
            "Edits",
            "It stands directly below other text, so parts of it would still show. Set a blank line before it first."),
        page.expansion().toSource(whole));
}

/// The changes that show a section which `comment` hides, and whether they show it in several pieces.
struct SectionShowing
{
    std::vector<TextChange> changes;
    bool inPieces = false;
};

SectionShowing showingOf(const Page &page, int index, ByteRange comment, Showing way)
{
    const QByteArray &text = page.text();
    const std::vector<ByteRange> pieces = piecesOfChain(text, chainOf(page, index, comment));
    if (pieces.size() > 1)
        return {marksTakenAway(text, pieces), true};
    const Section &section = page.section(index);
    const ByteRange content{comment.begin + 4, comment.end - 3};
    ByteRange inside{std::max(section.range.begin, content.begin), std::min(section.range.end, content.end)};
    // The frame that holds it is shown with it.
    if (isOnlyFrames(text, {content.begin, inside.begin}))
        inside.begin = content.begin;
    if (isOnlyFrames(text, {inside.end, content.end}))
        inside.end = content.end;
    return {showingChanges(text, comment, trimmedIn(text, inside), way), false};
}

/// Shows a section that `comment` hides; what stays hidden beside it must not show.
Result<PageChange> shownSection(const Page &page, int index, ByteRange comment, Showing way)
{
    const SectionShowing showing = showingOf(page, index, comment, way);
    Expectation expected;
    expected.sectionsHiddenChanged = withSubsections(page, index);
    expected.hiddenInPieces = showing.inPieces;
    expected.framesMayGo = true;
    Result<PageChange> result = verifiedChange(page, showing.changes, expected, {{}, index});
    if (!result)
        return result;
    std::vector<ByteRange> stillHidden;
    for (const int beside : {index - 1, sectionsEnd(page, index)}) {
        if (isSection(page, beside) && page.section(beside).hidden
            && comment.contains(page.section(beside).headingRange))
            stillHidden.push_back(result->after->section(beside).headingRange);
    }
    return ifCommentsHold(std::move(result), stillHidden);
}

} // namespace

Result<PageChange> hideSection(const Page &page, int index)
{
    if (!isSection(page, index))
        return noSuchSection();
    const Section &section = page.section(index);
    if (section.hidden)
        return verifiedChange(page, {}, {}, {{}, index});
    if (section.level == 0)
        return refusal(QT_TRANSLATE_NOOP("Edits", "The text before the first heading cannot be hidden as a section."));
    const std::optional<ByteRange> whole = wholeOf(page, index);
    if (!whole)
        return refusal(
            QT_TRANSLATE_NOOP(
                "Edits", "This section begins or ends inside a frame of HTML and cannot be hidden as a whole."),
            page.expansion().toSource(section.headingRange));
    if (!endsApart(page, *whole))
        return showsOtherwise(page, section.headingRange);
    const std::optional<std::vector<TextChange>> changes = marksThatHide(page.text(), *whole);
    if (!changes)
        return keptByComment(page, index);
    const bool inPieces = changes->size() > 2;
    Expectation expected;
    expected.sectionsHiddenChanged = withSubsections(page, index);
    expected.hiddenInPieces = inPieces;
    expected.framesMayGo = true;
    Result<PageChange> result = verifiedChange(page, *changes, expected, {{}, index});
    if (!result)
        return result;
    const Page &after = *result->after;
    const std::optional<ByteRange> comment = commentAround(after.text(), after.section(index).headingRange);
    if (!comment || !commentHolds(after.text(), *comment, after.context().markdown.engine)
        || !chainHolds(after.text(), chainOf(after, index, *comment)) || !isWhollyHidden(after, index))
        return showsBelow(page, *whole);
    const Result<PageChange> shown = unhideSection(after, index);
    if (!shown || shown->after->sources() != page.sources())
        return inPieces ? keptByComment(page, index) : showsInPart(page, section.headingRange);
    return result;
}

Result<PageChange> unhideSection(const Page &page, int index)
{
    if (!isSection(page, index))
        return noSuchSection();
    const Section &section = page.section(index);
    if (!section.hidden)
        return verifiedChange(page, {}, {}, {{}, index});
    const std::optional<ByteRange> comment = commentAround(page.text(), section.headingRange);
    if (!comment)
        return cannotWriteError(page.expansion().toSource(section.headingRange));
    if (section.parent >= 0 && page.section(section.parent).hidden)
        return hiddenWith(page.section(section.parent), page.expansion().toSource(section.headingRange));
    std::optional<Error> error;
    for (const Showing way : waysToShow) {
        Result<PageChange> result = shownSection(page, index, *comment, way);
        if (result)
            return result;
        error = error ? error : result.error();
    }
    return *error;
}

} // namespace vitrine
