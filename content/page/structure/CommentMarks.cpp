#include "content/page/structure/CommentMarks.h"

#include "content/page/reading/TextLines.h"
#include "content/text/LineIndex.h"

#include <algorithm>

namespace vitrine {

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

std::optional<ByteRange> commentAround(const QByteArray &text, ByteRange range)
{
    const qsizetype open = text.lastIndexOf("<!--", range.begin);
    const qsizetype close = text.indexOf("-->", range.end);
    if (open < 0 || close < 0 || QByteArrayView(text).sliced(open, range.begin - open).contains("-->"))
        return {};
    return ByteRange{open, close + 3};
}

std::vector<TextChange> showingChanges(const QByteArray &text, ByteRange comment, ByteRange range, Showing way)
{
    CommentMarks marks = marksOf(text, comment);
    const ByteRange before = standingIn(text, {marks.open.end, std::max(marks.open.end, range.begin)});
    const ByteRange after = trimmedIn(text, {std::min(range.end, marks.close.begin), marks.close.begin});
    const auto isBlank = [&](qsizetype at) { return text[at] == ' ' || text[at] == '\t'; };
    while (way == Showing::WithBlanks && marks.open.end < range.begin && isBlank(marks.open.end))
        ++marks.open.end;
    while (way == Showing::WithBlanks && marks.close.begin > range.end && isBlank(marks.close.begin - 1))
        --marks.close.begin;
    const QByteArray blank = way == Showing::OnOwnLines ? lineEndBytes(dominantLineEnd(text)) : QByteArray(" ");
    std::vector<TextChange> changes;
    if (before.isEmpty())
        changes.push_back({marks.open, {}});
    else
        changes.push_back({{before.end, before.end}, blank + "-->"});
    if (after.isEmpty())
        changes.push_back({marks.close, {}});
    else
        changes.push_back({{after.begin, after.begin}, "<!--" + blank});
    return changes;
}

} // namespace vitrine
