#include "content/markdown/Characters.h"

#include <QChar>

#include <algorithm>

namespace vitrine {

namespace {

constexpr bool isContinuation(char c)
{
    return (static_cast<uchar>(c) & 0xc0) == 0x80;
}

} // namespace

char32_t codePointAt(QByteArrayView text, qsizetype at)
{
    if (at >= text.size())
        return U'\n';
    const auto lead = static_cast<uchar>(text[at]);
    if (lead < 0x80)
        return lead;
    const int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + length > text.size())
        return U'\ufffd';
    char32_t code = lead & (0x7fu >> length);
    for (int i = 1; i < length; ++i) {
        if (!isContinuation(text[at + i]))
            return U'\ufffd';
        code = (code << 6) | (static_cast<uchar>(text[at + i]) & 0x3fu);
    }
    return code;
}

char32_t codePointBefore(QByteArrayView text, qsizetype at)
{
    if (at <= 0)
        return U'\n';
    qsizetype begin = at - 1;
    while (begin > 0 && at - begin < 4 && isContinuation(text[begin]))
        --begin;
    return codePointAt(text.first(at), begin);
}

bool isUnicodeSpace(char32_t c)
{
    return c < 0x80 ? isAsciiSpace(static_cast<char>(c)) : QChar::category(c) == QChar::Separator_Space;
}

bool isUnicodePunctuation(char32_t c)
{
    return c < 0x80 ? isAsciiPunctuation(static_cast<char>(c)) : QChar::isPunct(c);
}

} // namespace vitrine
