#include "content/page/reading/TextLines.h"

namespace vitrine {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

} // namespace

ByteRange standingIn(QByteArrayView text, ByteRange range)
{
    const ByteRange inner = trimmedIn(text, range);
    if (inner.isEmpty())
        return {range.begin, range.begin};
    return {inner.begin, lineEndAt(text, inner.end, range.end)};
}

ByteRange trimmedIn(QByteArrayView text, ByteRange range)
{
    const auto isSpace = [&](qsizetype at) { return isBlank(text[at]) || isLineEnd(text[at]) || text[at] == '\f'; };
    while (range.begin < range.end && isSpace(range.begin))
        ++range.begin;
    while (range.begin < range.end && isSpace(range.end - 1))
        --range.end;
    return range;
}

qsizetype lineBeginAt(QByteArrayView text, qsizetype at, qsizetype floor)
{
    while (at > floor && !isLineEnd(text[at - 1]))
        --at;
    return at;
}

qsizetype lineEndAt(QByteArrayView text, qsizetype at, qsizetype limit)
{
    while (at < limit && !isLineEnd(text[at]))
        ++at;
    return at;
}

qsizetype nextLineAt(QByteArrayView text, qsizetype at, qsizetype limit)
{
    at = lineEndAt(text, at, limit);
    if (at < limit && text[at] == '\r' && at + 1 < limit && text[at + 1] == '\n')
        return at + 2;
    return at < limit ? at + 1 : limit;
}

bool isFirstOnLine(QByteArrayView text, qsizetype at)
{
    while (at > 0 && isBlank(text[at - 1]))
        --at;
    return at == 0 || isLineEnd(text[at - 1]);
}

bool isAfterBlankLine(QByteArrayView text, qsizetype at)
{
    at = lineBeginAt(text, at);
    if (at > 0)
        at -= at > 1 && text[at - 1] == '\n' && text[at - 2] == '\r' ? 2 : 1;
    return isFirstOnLine(text, at);
}

bool isLastOnLine(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at >= text.size() || isLineEnd(text[at]);
}

} // namespace vitrine
