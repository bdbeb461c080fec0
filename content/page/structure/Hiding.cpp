#include "content/page/reading/TextLines.h"
#include "content/page/structure/CommentSafety.h"
#include "content/page/structure/EntrySpans.h"
#include "content/page/structure/HiddenNeighbours.h"
#include "content/page/structure/SectionSpans.h"
#include "content/page/structure/VerifiedChange.h"
#include "content/text/LineIndex.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

Error containsComment(const Page &page, ByteRange range)
{
    return refusal(
        QT_TRANSLATE_NOOP("Edits", "This entry contains a comment and cannot be hidden as a whole."),
        page.expansion().toSource(range));
}

bool holdsCommentMark(const QByteArray &bytes)
{
    return bytes.contains("<!--") || bytes.contains("-->") || bytes.contains("--!>");
}

bool isList(Container container)
{
    return container == Container::List || container == Container::NumberedList;
}

/// Puts an entry or a section into a comment. Running text gets marks on lines of their own, which tells it from a note
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

Error showsOtherwise(const Page &page, ByteRange range)
{
    return refusal(
        QT_TRANSLATE_NOOP(
            "Edits", "Hiding this would show what stands beside it otherwise. Set a blank line between them first."),
        page.expansion().toSource(range));
}

/// The comment in which a range lies.
std::optional<ByteRange> commentAround(const QByteArray &text, ByteRange range)
{
    const qsizetype open = text.lastIndexOf("<!--", range.begin);
    const qsizetype close = text.indexOf("-->", range.end);
    if (open < 0 || close < 0 || QByteArrayView(text).sliced(open, range.begin - open).contains("-->"))
        return {};
    return ByteRange{open, close + 3};
}

/// Refuses a page on which the site would show something of a comment in which one of the ranges lies.
Result<PageChange> ifCommentsHold(Result<PageChange> result, const std::vector<ByteRange> &hidden)
{
    if (!result)
        return result;
    const Page &after = *result->after;
    for (const ByteRange range : hidden) {
        const std::optional<ByteRange> comment = commentAround(after.text(), range);
        if (!comment || !commentHolds(after.text(), *comment, after.context().markdown.engine))
            return refusal(QT_TRANSLATE_NOOP(
                "Edits", "Parts of this would still show on your site, so it cannot be hidden as a whole."));
    }
    return result;
}

/// The bytes of a comment's marks, with the blank or line end that only sets them off.
struct CommentMarks
{
    ByteRange open, close;
};

CommentMarks marksOf(const QByteArray &text, ByteRange comment)
{
    CommentMarks marks{{comment.begin, comment.begin + 4}, {comment.end - 3, comment.end}};
    while (marks.open.end < marks.close.begin && text[marks.open.end] == '-')
        ++marks.open.end;
    while (marks.close.begin > marks.open.end && text[marks.close.begin - 1] == '-')
        --marks.close.begin;
    if (isFirstOnLine(text, marks.open.begin) && isLastOnLine(text, marks.open.end))
        marks.open.end = nextLineAt(text, marks.open.end, marks.close.begin);
    else if (marks.open.end < marks.close.begin && text[marks.open.end] == ' ')
        ++marks.open.end;
    if (isFirstOnLine(text, marks.close.begin)) {
        const qsizetype line = lineBeginAt(text, marks.close.begin, marks.open.end);
        const bool crLf = line - 2 >= marks.open.end && text[line - 2] == '\r' && text[line - 1] == '\n';
        marks.close.begin = std::max(marks.open.end, line - (crLf ? 2 : 1));
    } else if (marks.close.begin > marks.open.end && text[marks.close.begin - 1] == ' ') {
        --marks.close.begin;
    }
    return marks;
}

/// Takes a range out of the comment that hides it: its marks go, or are set again around what stays hidden.
std::vector<TextChange> showingChanges(const QByteArray &text, ByteRange comment, ByteRange range)
{
    const CommentMarks marks = marksOf(text, comment);
    const ByteRange before = trimmedIn(text, {marks.open.end, std::max(marks.open.end, range.begin)});
    const ByteRange after = trimmedIn(text, {std::min(range.end, marks.close.begin), marks.close.begin});
    std::vector<TextChange> changes;
    if (before.isEmpty())
        changes.push_back({marks.open, {}});
    else
        changes.push_back({{before.end, before.end}, " -->"});
    if (after.isEmpty())
        changes.push_back({marks.close, {}});
    else
        changes.push_back({{after.begin, after.begin}, "<!-- "});
    return changes;
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

QString inHiddenSection(const Section &section)
{
    return QCoreApplication::translate(
               "Edits", "It is hidden with the section \342\200\234%1\342\200\235. Show the section first.")
        .arg(QString::fromUtf8(section.title));
}

std::vector<int> withSubsections(const Page &page, int section)
{
    std::vector<int> sections{section};
    for (int i = section + 1; i < sectionsEnd(page, section); ++i)
        sections.push_back(i);
    return sections;
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
        return containsComment(page, entry.range);
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
        return Error{
            ErrorKind::Refused, inHiddenSection(page.section(ref.section)), page.expansion().toSource(entry.range), {}};
    const std::optional<ByteRange> comment = commentAround(page.text(), entry.range);
    if (!comment)
        return cannotWriteError(page.expansion().toSource(entry.range));
    std::vector<TextChange> changes = showingChanges(page.text(), *comment, entry.range);
    const std::optional<ByteRange> indent = indentBefore(page, ref, *comment);
    if (indent && changes[0].text.isEmpty())
        changes[0].range.begin = indent->begin;
    Expectation expected;
    expected.hiddenChanged = {ref};
    std::vector<EntryRef> stillHidden;
    for (int i = 0; i < static_cast<int>(page.section(ref.section).entries.size()); ++i) {
        const EntryRef other{ref.section, i};
        if (i != ref.entry && comment->contains(page.entry(other).range))
            stillHidden.push_back(other);
    }
    const auto shown = [&](const std::vector<TextChange> &attempt) {
        Result<PageChange> result = verifiedChange(page, attempt, expected, {ref, {}});
        std::vector<ByteRange> ranges;
        for (const EntryRef other : stillHidden) {
            if (result)
                ranges.push_back(result->after->entry(other).range);
        }
        return ifCommentsHold(std::move(result), ranges);
    };
    Result<PageChange> result = shown(changes);
    const std::vector<TextChange> single = singleComments(page, ref, *comment);
    if (result || single.empty())
        return result;
    changes.insert(changes.end(), single.begin(), single.end());
    return shown(changes);
}

Result<PageChange> hideSection(const Page &page, int index)
{
    if (!isSection(page, index))
        return noSuchSection();
    const Section &section = page.section(index);
    if (section.hidden)
        return verifiedChange(page, {}, {}, {{}, index});
    if (section.level == 0)
        return refusal(QT_TRANSLATE_NOOP("Edits", "The text before the first heading cannot be hidden as a section."));
    const ByteRange range = trimmedIn(page.text(), section.range);
    const QByteArray bytes = page.text(range);
    if (holdsCommentMark(bytes))
        return refusal(
            QT_TRANSLATE_NOOP("Edits", "This section contains a comment and cannot be hidden as a whole."),
            page.expansion().toSource(section.headingRange));
    if (!isBalanced(page.text(), range))
        return refusal(
            QT_TRANSLATE_NOOP(
                "Edits", "This section begins or ends inside a frame of HTML and cannot be hidden as a whole."),
            page.expansion().toSource(section.headingRange));
    if (!endsApart(page, range))
        return showsOtherwise(page, section.headingRange);
    Expectation expected;
    expected.sectionsHiddenChanged = withSubsections(page, index);
    const ByteRange standing{range.begin, standingIn(page.text(), section.range).end};
    Result<PageChange> result =
        verifiedChange(page, hidingChanges(page, standing, Container::Heading, {}), expected, {{}, index});
    if (!result)
        return result;
    const ByteRange hidden = result->after->section(index).headingRange;
    return ifCommentsHold(std::move(result), {hidden});
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
    const bool withParent = section.parent >= 0 && page.section(section.parent).hidden
        && comment->contains(page.section(section.parent).headingRange);
    if (withParent)
        return Error{
            ErrorKind::Refused,
            inHiddenSection(page.section(section.parent)),
            page.expansion().toSource(section.headingRange),
            {}};
    const qsizetype begin = std::max(section.range.begin, comment->begin + 4);
    const ByteRange inside = trimmedIn(page.text(), {begin, std::min(section.range.end, comment->end - 3)});
    const std::vector<TextChange> changes = showingChanges(page.text(), *comment, inside);
    Expectation expected;
    expected.sectionsHiddenChanged = withSubsections(page, index);
    Result<PageChange> result = verifiedChange(page, changes, expected, {{}, index});
    if (!result)
        return result;
    std::vector<ByteRange> stillHidden;
    for (const int beside : {index - 1, sectionsEnd(page, index)}) {
        if (isSection(page, beside) && page.section(beside).hidden
            && comment->contains(page.section(beside).headingRange))
            stillHidden.push_back(result->after->section(beside).headingRange);
    }
    return ifCommentsHold(std::move(result), stillHidden);
}

} // namespace vitrine
