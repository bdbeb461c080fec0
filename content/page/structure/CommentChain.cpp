#include "content/page/structure/CommentChain.h"

#include "content/markdown/Html.h"
#include "content/page/reading/TextLines.h"
#include "content/page/structure/CommentMarks.h"
#include "content/text/LineIndex.h"

#include <algorithm>

namespace vitrine {

namespace {

constexpr qsizetype openSize = 4; // <!--
constexpr qsizetype closeSize = 3; // -->

/// The size of the line end at `at`; 0 when none stands there.
qsizetype lineEndSize(const QByteArray &text, qsizetype at)
{
    if (at + 1 < text.size() && text[at] == '\r' && text[at + 1] == '\n')
        return 2;
    return at < text.size() && (text[at] == '\n' || text[at] == '\r') ? 1 : 0;
}

bool isLineBegin(const QByteArray &text, qsizetype at)
{
    return at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
}

bool isBlank(const QByteArray &text, ByteRange range)
{
    return trimmedIn(text, range).isEmpty();
}

/// The comments of a range; those that follow one another on lines of their own count as one. Nothing when one is left
/// open.
std::optional<std::vector<ByteRange>> commentsIn(const QByteArray &text, ByteRange range)
{
    std::vector<ByteRange> comments;
    qsizetype at = range.begin;
    while (true) {
        at = text.indexOf("<!--", at);
        if (at < 0 || at >= range.end)
            return comments;
        const std::optional<ByteRange> comment = commentAt(text, at, range.end);
        if (!comment)
            return {};
        const bool joined =
            !comments.empty() && isLineBegin(text, at) && isBlank(text, {comments.back().end, comment->begin});
        if (joined)
            comments.back().end = comment->end;
        else
            comments.push_back(*comment);
        at = comment->end;
    }
}

bool holdsEndMark(const QByteArray &text, ByteRange range)
{
    const QByteArrayView bytes = QByteArrayView(text).sliced(range.begin, range.size());
    return bytes.contains("-->") || bytes.contains("--!>");
}

} // namespace

std::optional<std::vector<TextChange>> marksThatHide(const QByteArray &text, ByteRange range)
{
    const std::optional<std::vector<ByteRange>> comments = commentsIn(text, range);
    if (!comments)
        return {};
    const QByteArray lineEnd = lineEndBytes(dominantLineEnd(text));
    std::vector<TextChange> changes{{{range.begin, range.begin}, "<!-- "}};
    qsizetype begin = range.begin;
    for (const ByteRange comment : *comments) {
        const bool first = begin == range.begin;
        if (holdsEndMark(text, {begin, comment.begin}) || (first && isBlank(text, {begin, comment.begin}))
            || (!first && !isLastOnLine(text, begin)))
            return {};
        changes.push_back({{comment.begin, comment.begin}, "-->" + lineEnd});
        begin = comment.end;
        if (!isBlank(text, {begin, range.end}))
            changes.push_back({{begin, begin}, lineEnd + "<!--"});
    }
    const bool shownLast = !isBlank(text, {begin, range.end});
    if (holdsEndMark(text, {begin, range.end}) || (begin > range.begin && shownLast && !isLastOnLine(text, begin)))
        return {};
    if (shownLast)
        changes.push_back({{range.end, range.end}, " -->"});
    return changes;
}

std::vector<ByteRange> commentsOfChain(const QByteArray &text, ByteRange first, qsizetype end)
{
    std::vector<ByteRange> chain{first};
    while (true) {
        const qsizetype next = trimmedIn(text, {chain.back().end, end}).begin;
        if (next >= end || !isLineBegin(text, next))
            return chain;
        const std::optional<ByteRange> comment = commentAt(text, next, end);
        if (!comment)
            return chain;
        chain.push_back(*comment);
    }
}

std::vector<ByteRange> piecesOfChain(const QByteArray &text, const std::vector<ByteRange> &chain)
{
    std::vector<ByteRange> pieces{chain.front()};
    for (size_t i = 2; i < chain.size(); ++i) {
        const ByteRange before = chain[i - 1];
        const bool below = before.end + lineEndSize(text, before.end) == chain[i].begin;
        const bool isPiece = pieces.back() != before && below && isLastOnLine(text, chain[i].begin + openSize)
            && lineEndSize(text, pieces.back().end) > 0;
        if (isPiece)
            pieces.push_back(chain[i]);
    }
    return pieces;
}

std::vector<TextChange> marksTakenAway(const QByteArray &text, const std::vector<ByteRange> &pieces)
{
    std::vector<TextChange> changes;
    for (size_t i = 0; i < pieces.size(); ++i) {
        const ByteRange piece = pieces[i];
        const CommentMarks marks = marksOf(text, piece);
        ByteRange open = marks.open;
        if (i > 0) {
            const bool crLf = piece.begin > 1 && text[piece.begin - 2] == '\r' && text[piece.begin - 1] == '\n';
            open = {piece.begin - (crLf ? 2 : 1), piece.begin + openSize};
        }
        ByteRange close = marks.close;
        if (i + 1 < pieces.size())
            close = {piece.end - closeSize, piece.end + lineEndSize(text, piece.end)};
        changes.push_back({open, {}});
        changes.push_back({close, {}});
    }
    return changes;
}

bool chainHolds(const QByteArray &text, const std::vector<ByteRange> &chain)
{
    return std::all_of(chain.begin() + 1, chain.end(), [&](ByteRange comment) {
        const QByteArray inside = text.mid(comment.begin + openSize, comment.size() - openSize - closeSize);
        return isLineBegin(text, comment.begin) && !inside.contains("--!>") && !inside.startsWith('>')
            && !inside.startsWith("->");
    });
}

} // namespace vitrine
