#include "content/markdown/kramdown/LineRules.h"

#include "content/markdown/Characters.h"
#include "content/markdown/kramdown/AttributeList.h"
#include "content/markdown/kramdown/HtmlRules.h"

#include <algorithm>

namespace vitrine {

namespace {

constexpr int maxIndent = 3;

char byteAt(QByteArrayView text, qsizetype at)
{
    return at < text.size() ? text[at] : '\n';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool endsMark(char c)
{
    return isBlank(c) || c == '|';
}

} // namespace

qsizetype lineEnd(QByteArrayView text, qsizetype at)
{
    const qsizetype end = text.indexOf('\n', at);
    return end < 0 ? text.size() : end;
}

qsizetype nextLine(QByteArrayView text, qsizetype at)
{
    return std::min(lineEnd(text, at) + 1, text.size());
}

int blanksAt(QByteArrayView text, qsizetype at, int most)
{
    int count = 0;
    while (count < most && at + count < text.size() && text[at + count] == ' ')
        ++count;
    return count;
}

bool isBlankLine(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && text[at] != '\n') {
        if (!isAsciiSpace(text[at]))
            return false;
        ++at;
    }
    return at < text.size();
}

qsizetype blankLinesEnd(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isBlankLine(text, at))
        at = nextLine(text, at);
    return at;
}

int codeIndent(QByteArrayView text, qsizetype at)
{
    if (byteAt(text, at) == '\t')
        return 1;
    return blanksAt(text, at, 4) == 4 ? 4 : 0;
}

bool isRule(QByteArrayView text, qsizetype at)
{
    qsizetype pos = at + blanksAt(text, at, maxIndent);
    const char mark = byteAt(text, pos);
    if (mark != '*' && mark != '-' && mark != '_')
        return false;
    int count = 0;
    for (; byteAt(text, pos) != '\n'; ++pos) {
        if (text[pos] == mark)
            ++count;
        else if (!isBlank(text[pos]))
            return false;
    }
    return count >= 3;
}

bool isQuoteStart(QByteArrayView text, qsizetype at)
{
    return byteAt(text, at + blanksAt(text, at, maxIndent)) == '>';
}

bool isEndMarker(QByteArrayView text, qsizetype at)
{
    return byteAt(text, at) == '^' && isBlankLine(text, at + 1);
}

int atxLevel(QByteArrayView text, qsizetype at)
{
    int level = 0;
    while (level < 6 && byteAt(text, at + level) == '#')
        ++level;
    if (level == 0 || !isBlank(byteAt(text, at + level)) || isBlankLine(text, at + level))
        return 0;
    return level;
}

std::optional<LineMark> listMark(QByteArrayView text, qsizetype at, int indent)
{
    qsizetype pos = at + blanksAt(text, at, indent);
    const qsizetype begin = pos;
    const char c = byteAt(text, pos);
    if (c == '*' || c == '+' || c == '-')
        return endsMark(byteAt(text, pos + 1)) ? std::optional(LineMark{'*', {pos, pos + 1}}) : std::nullopt;
    while (isAsciiDigit(byteAt(text, pos)))
        ++pos;
    if (pos == begin || byteAt(text, pos) != '.' || !endsMark(byteAt(text, pos + 1)))
        return {};
    return LineMark{'1', {begin, pos + 1}};
}

std::optional<LineMark> definitionMark(QByteArrayView text, qsizetype at, int indent)
{
    const qsizetype pos = at + blanksAt(text, at, indent);
    if (byteAt(text, pos) != ':' || !endsMark(byteAt(text, pos + 1)))
        return {};
    return LineMark{':', {pos, pos + 1}};
}

std::optional<ByteRange> fenceMark(QByteArrayView text, qsizetype at)
{
    const qsizetype begin = at + blanksAt(text, at, maxIndent);
    const char mark = byteAt(text, begin);
    if (mark != '~' && mark != '`')
        return {};
    qsizetype end = begin;
    while (byteAt(text, end) == mark)
        ++end;
    if (end - begin < 3)
        return {};
    return ByteRange{begin, end};
}

std::optional<AttributeLine> attributeLine(QByteArrayView text, qsizetype at)
{
    const qsizetype begin = at + blanksAt(text, at, maxIndent);
    if (byteAt(text, begin) != '{' || byteAt(text, begin + 1) != ':')
        return {};
    const auto end = attributeListEnd(text, begin);
    if (!end || !isBlankLine(text, *end))
        return {};
    return AttributeLine{{begin + 2, *end - 1}, {begin, *end}, nextLine(text, *end)};
}

bool beginsWithBlockTag(QByteArrayView text, qsizetype at, int indent)
{
    const qsizetype pos = at + blanksAt(text, at, indent);
    if (byteAt(text, pos) != '<')
        return false;
    QByteArray name = tagNameAt(text, pos);
    if (name.isEmpty())
        return false;
    // Only the letters before a dash or a dot count here.
    qsizetype word = 0;
    while (word < name.size() && name[word] != '-' && name[word] != '.' && name[word] != ':')
        ++word;
    name.truncate(word);
    return !isSpanElement(name) && name != "script";
}

bool endsLazyText(QByteArrayView text, qsizetype at)
{
    return at >= text.size() || isBlankLine(text, at) || attributeLine(text, at) || isEndMarker(text, at)
        || beginsWithBlockTag(text, at, maxIndent);
}

bool endsParagraph(QByteArrayView text, qsizetype at)
{
    return endsLazyText(text, at) || definitionMark(text, at, maxIndent) || listMark(text, at, maxIndent)
        || atxLevel(text, at) > 0 || isQuoteStart(text, at) || fenceMark(text, at);
}

qsizetype trimmedEnd(QByteArrayView text, ByteRange range)
{
    while (range.end > range.begin && (isAsciiSpace(text[range.end - 1]) || text[range.end - 1] == '\0'))
        --range.end;
    return range.end;
}

qsizetype trimmedBegin(QByteArrayView text, ByteRange range)
{
    while (range.begin < range.end && isAsciiSpace(text[range.begin]))
        ++range.begin;
    return range.begin;
}

} // namespace vitrine
