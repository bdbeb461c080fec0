#include "content/page/EntryName.h"
#include "content/page/reading/TextLines.h"
#include "content/page/structure/CommentMarks.h"
#include "content/page/structure/EntrySpans.h"
#include "content/page/structure/HiddenNeighbours.h"
#include "content/page/structure/HidingLaws.h"
#include "content/page/structure/VerifiedChange.h"
#include "content/text/LineIndex.h"

#include <algorithm>

namespace vitrine {

namespace {

bool holdsCommentMark(const QByteArray &bytes)
{
    return bytes.contains("<!--") || bytes.contains("-->") || bytes.contains("--!>");
}

bool isList(Container container)
{
    return container == Container::List || container == Container::NumberedList;
}

/// Puts an entry into a comment. Running text gets marks on lines of their own, which tells it from a note
/// to oneself; other marks stand at the begin of the line, where a comment is a block.
std::vector<TextChange> hidingChanges(const Page &page, ByteRange range, Container container, const QByteArray &indent)
{
    const bool ownLine = isFirstOnLine(page.text(), range.begin);
    const qsizetype lineBegin = ownLine ? lineBeginAt(page.text(), range.begin) : range.begin;
    if (container == Container::Paragraph) {
        const QByteArray lineEnd = lineEndBytes(dominantLineEnd(page.text()));
        return {{{lineBegin, lineBegin}, "<!--" + lineEnd}, {{range.end, range.end}, lineEnd + "-->"}};
    }
    return {{{lineBegin, lineBegin}, indent + "<!-- "}, {{range.end, range.end}, " -->"}};
}

/// The blanks before a comment that only keep it inside the list item above it.
std::optional<ByteRange> indentBefore(const Page &page, EntryRef ref, ByteRange comment)
{
    const QByteArray &text = page.text();
    const Entry &entry = page.entry(ref);
    if (!isList(entry.container) || !isFirstOnLine(text, comment.begin))
        return {};
    const qsizetype lineBegin = lineBeginAt(text, comment.begin);
    const qsizetype inside = entry.range.begin - marksOf(text, comment).open.end;
    for (const Entry &other : page.section(ref.section).entries) {
        if (other.hidden || other.container != entry.container)
            continue;
        const qsizetype column = other.range.begin - lineBeginAt(text, other.range.begin);
        const ByteRange indent{lineBegin + std::max<qsizetype>(0, column - inside), comment.begin};
        return indent.isEmpty() ? std::nullopt : std::optional(indent);
    }
    return {};
}

/// Gives each entry that a comment hides beside this one a comment of its own.
std::vector<TextChange> singleComments(const Page &page, EntryRef ref, ByteRange comment)
{
    std::vector<TextChange> changes;
    const std::vector<Entry> &entries = page.section(ref.section).entries;
    for (int i = 0; i + 1 < static_cast<int>(entries.size()); ++i) {
        const ByteRange first = entries[static_cast<size_t>(i)].range;
        const ByteRange second = entries[static_cast<size_t>(i) + 1].range;
        if (i == ref.entry || i + 1 == ref.entry || !comment.contains(first) || !comment.contains(second))
            continue;
        changes.push_back({{first.end, first.end}, " -->"});
        changes.push_back({{second.begin, second.begin}, "<!-- "});
    }
    return changes;
}

/// Where an entry that holds some text stands; the text may have joined others.
std::optional<SourceRange> placeOfText(const Page &page, int section, const QByteArray &text)
{
    for (const Entry &entry : page.section(section).entries) {
        if (!entry.hidden && page.text(entry.range).contains(text))
            return page.expansion().toSource(entry.range);
    }
    return {};
}

} // namespace

Result<PageChange> hideEntry(const Page &page, EntryRef ref)
{
    if (!isEntry(page, ref))
        return noSuchEntry();
    const Entry &entry = page.entry(ref);
    if (entry.hidden)
        return verifiedChange(page, {}, {}, {ref, {}});
    if (holdsCommentMark(page.text(entry.range)))
        return holdsComment(page, entry.range, nameOfEntry(page, entry));
    if (!keepsListAsShown(page, ref) || !endsApart(page, entry.range))
        return showsOtherwise(page, entry.range);
    Expectation expected;
    expected.hiddenChanged = {ref};
    Result<PageChange> result = verifiedChange(
        page, hidingChanges(page, entry.range, entry.container, indentInList(page, ref)), expected, {ref, {}});
    if (!result)
        return result;
    const ByteRange hidden = result->after->entry(ref).range;
    return ifCommentsHold(std::move(result), {hidden});
}

Result<PageChange> unhideEntry(const Page &page, EntryRef ref)
{
    if (!isEntry(page, ref))
        return noSuchEntry();
    const Entry &entry = page.entry(ref);
    if (!entry.hidden)
        return verifiedChange(page, {}, {}, {ref, {}});
    if (page.section(ref.section).hidden)
        return hiddenWith(page.section(ref.section), page.expansion().toSource(entry.range));
    const std::optional<ByteRange> comment = commentAround(page.text(), entry.range);
    if (!comment)
        return cannotWriteError(page.expansion().toSource(entry.range));
    Expectation expected;
    expected.hiddenChanged = {ref};
    std::vector<EntryRef> stillHidden;
    for (int i = 0; i < static_cast<int>(page.section(ref.section).entries.size()); ++i) {
        const EntryRef other{ref.section, i};
        if (i != ref.entry && comment->contains(page.entry(other).range))
            stillHidden.push_back(other);
    }
    expected.textMayJoin = stillHidden.empty();
    const auto shown = [&](const std::vector<TextChange> &attempt) {
        Result<PageChange> result = verifiedChange(page, attempt, expected, {ref, {}});
        if (result)
            result->subject = placeOfText(*result->after, ref.section, page.text(entry.range));
        std::vector<ByteRange> ranges;
        for (const EntryRef other : stillHidden) {
            if (result)
                ranges.push_back(result->after->entry(other).range);
        }
        return ifCommentsHold(std::move(result), ranges);
    };
    const std::optional<ByteRange> indent = indentBefore(page, ref, *comment);
    const std::vector<TextChange> single = singleComments(page, ref, *comment);
    std::optional<Error> error;
    for (const Showing way : waysToShow) {
        std::vector<TextChange> changes = showingChanges(page.text(), *comment, entry.range, way);
        if (indent && changes[0].text.isEmpty())
            changes[0].range.begin = indent->begin;
        Result<PageChange> result = shown(changes);
        if (!result && !single.empty()) {
            changes.insert(changes.end(), single.begin(), single.end());
            result = shown(changes);
        }
        if (result)
            return result;
        error = error ? error : result.error();
    }
    return *error;
}

} // namespace vitrine
