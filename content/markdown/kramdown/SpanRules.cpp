#include "content/markdown/kramdown/SpanRules.h"

#include "content/markdown/Characters.h"

#include <algorithm>
#include <array>

namespace vitrine {

namespace {

bool isMailByte(char c)
{
    return isAsciiLetter(c) || isAsciiDigit(c) || c == '-' || c == '_' || c == '.' || static_cast<uchar>(c) >= 0x80;
}

bool isMailAddress(QByteArrayView text)
{
    const qsizetype at = text.indexOf('@');
    const qsizetype dot = text.lastIndexOf('.');
    if (at < 1 || dot < at + 2 || dot + 1 >= text.size() || text.indexOf('@', at + 1) >= 0)
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return isMailByte(c) || c == '@' || c == '+'; })
        && std::all_of(text.begin() + dot + 1, text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace

qsizetype backticksEnd(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && text[at] == '`')
        ++at;
    return at;
}

std::optional<CodeSpan> codeSpanAt(QByteArrayView text, qsizetype at)
{
    const qsizetype begin = backticksEnd(text, at);
    const qsizetype length = begin - at;
    const auto isSpaceAt = [&](qsizetype pos) { return pos >= 0 && pos < text.size() && isAsciiSpace(text[pos]); };
    if (length == 0 || (length == 1 && (at == 0 || isSpaceAt(at - 1)) && isSpaceAt(begin)))
        return {};
    const qsizetype close = text.indexOf(text.sliced(at, length), begin);
    if (close < 0)
        return {};
    ByteRange content{begin, close};
    if (length > 1 && content.size() > 0 && text[content.begin] == ' ')
        ++content.begin;
    if (length > 1 && content.size() > 0 && text[content.end - 1] == ' ')
        --content.end;
    return CodeSpan{content, close + length};
}

std::optional<Autolink> autolinkAt(QByteArrayView text, qsizetype at)
{
    constexpr std::array<QByteArrayView, 5> schemes{"mailto:", "http:", "https:", "ftp:", "ftps:"};
    const QByteArrayView rest = text.sliced(at + 1);
    for (const QByteArrayView scheme : schemes) {
        if (!rest.startsWith(scheme))
            continue;
        const qsizetype close = rest.indexOf('>', scheme.size() + 1);
        if (close < 0 || rest.first(close).contains('\n'))
            return {};
        return Autolink{{at + 1, at + 1 + close}, scheme.startsWith("mailto")};
    }
    qsizetype close = at + 1;
    while (close < text.size() && (isMailByte(text[close]) || text[close] == '@' || text[close] == '+'))
        ++close;
    if (close >= text.size() || text[close] != '>' || !isMailAddress(text.sliced(at + 1, close - at - 1)))
        return {};
    return Autolink{{at + 1, close}, true};
}

bool isEscapable(char c)
{
    return c != '\0' && QByteArrayView("\\.*_+`<>()[]{}#!:|\"'$=-~").indexOf(c) >= 0;
}

} // namespace vitrine
