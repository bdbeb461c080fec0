#include "ui/source/ByteText.h"

#include <algorithm>

namespace vitrine {

namespace {

/// One character of the shown text.
struct Shown
{
    char32_t character = QChar::ReplacementCharacter;
    int bytes = 1;
    bool sealed = false;

    int units() const { return character > 0xffff ? 2 : 1; }
};

uchar byteOf(const QByteArray &bytes, qsizetype at)
{
    return static_cast<uchar>(bytes[at]);
}

/// How many bytes the UTF-8 sequence with this first byte has, and the bits of that byte; 0 when none begins with it.
int sequenceLength(uchar first, char32_t &bits)
{
    if (first < 0x80) {
        bits = first;
        return 1;
    }
    if (first >= 0xc2 && first < 0xe0) {
        bits = first & 0x1f;
        return 2;
    }
    if (first >= 0xe0 && first < 0xf0) {
        bits = first & 0x0f;
        return 3;
    }
    if (first >= 0xf0 && first < 0xf5) {
        bits = first & 0x07;
        return 4;
    }
    return 0;
}

bool isScalar(char32_t character, int length)
{
    const bool shortest = length < 3 || (length == 3 ? character >= 0x800 : character >= 0x10000);
    return shortest && character <= 0x10ffff && (character < 0xd800 || character > 0xdfff);
}

/// False for characters to which QTextDocument gives a meaning of its own: ends of texts, blocks and frames.
bool isKeptByDocument(char32_t character)
{
    return character != 0 && character != 0x2029 && character != 0xfdd0 && character != 0xfdd1;
}

Shown readAt(const QByteArray &bytes, qsizetype at)
{
    char32_t character = 0;
    const int length = sequenceLength(byteOf(bytes, at), character);
    if (length == 0 || at + length > bytes.size())
        return {QChar::ReplacementCharacter, 1, true};
    for (int i = 1; i < length; ++i) {
        const uchar next = byteOf(bytes, at + i);
        if ((next & 0xc0) != 0x80)
            return {QChar::ReplacementCharacter, 1, true};
        character = (character << 6) | (next & 0x3f);
    }
    if (!isScalar(character, length))
        return {QChar::ReplacementCharacter, 1, true};
    if (!isKeptByDocument(character))
        return {QChar::ReplacementCharacter, length, true};
    if (character == '\r') {
        const bool pair = at + 1 < bytes.size() && bytes[at + 1] == '\n';
        return {U'\n', pair ? 2 : 1, false};
    }
    return {character, length, false};
}

} // namespace

ByteText::ByteText(QByteArray bytes) : m_bytes(std::move(bytes))
{
    m_text.reserve(m_bytes.size());
    m_lines.push_back({});
    for (qsizetype at = 0; at < m_bytes.size();) {
        const Shown shown = readAt(m_bytes, at);
        at += shown.bytes;
        m_sealed += shown.sealed;
        if (shown.units() == 2)
            m_text += QStringView(QChar::fromUcs4(shown.character));
        else
            m_text += QChar(static_cast<char16_t>(shown.character));
        if (shown.character == '\n')
            m_lines.push_back({at, m_text.size()});
    }
}

template<typename Wanted> ByteText::Line ByteText::walkTo(const Line &start, Wanted reached) const
{
    Line place = start;
    while (place.byte < m_bytes.size()) {
        const Shown shown = readAt(m_bytes, place.byte);
        const Line next{place.byte + shown.bytes, place.position + shown.units()};
        if (reached(next))
            break;
        place = next;
    }
    return place;
}

qsizetype ByteText::byteAt(qsizetype position) const
{
    const auto after =
        std::upper_bound(m_lines.begin(), m_lines.end(), position, [](qsizetype wanted, const Line &line) {
            return wanted < line.position;
        });
    const Line start = after == m_lines.begin() ? Line{} : *(after - 1);
    return walkTo(start, [&](const Line &next) { return next.position > position; }).byte;
}

qsizetype ByteText::positionAt(qsizetype byte) const
{
    const auto after = std::upper_bound(
        m_lines.begin(), m_lines.end(), byte, [](qsizetype wanted, const Line &line) { return wanted < line.byte; });
    const Line start = after == m_lines.begin() ? Line{} : *(after - 1);
    return walkTo(start, [&](const Line &next) { return next.byte > byte; }).position;
}

ByteRange ByteText::bytesOf(qsizetype position, qsizetype length) const
{
    return {byteAt(position), byteAt(position + length)};
}

qsizetype ByteText::byteAfter(qsizetype byte) const
{
    return byte < m_bytes.size() ? byte + readAt(m_bytes, byte).bytes : m_bytes.size();
}

bool ByteText::holdsSealed(ByteRange range) const
{
    if (m_sealed == 0)
        return false;
    for (qsizetype at = range.begin; at < range.end;) {
        const Shown shown = readAt(m_bytes, at);
        if (shown.sealed)
            return true;
        at += shown.bytes;
    }
    return false;
}

std::optional<ByteChange> ByteText::changeTo(const QString &text, const QByteArray &lineEnd) const
{
    const TextDifference difference = differenceOf(m_text, text);
    const ByteRange range = bytesOf(difference.begin, difference.end - difference.begin);
    if (holdsSealed(range))
        return {};
    QByteArray bytes = text.mid(difference.begin, difference.newEnd - difference.begin).toUtf8();
    if (lineEnd != "\n")
        bytes.replace("\n", lineEnd);
    return ByteChange{range, bytes};
}

TextDifference differenceOf(const QString &before, const QString &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    if (head > 0 && before[head - 1].isHighSurrogate())
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    if (tail > 0 && before[before.size() - tail].isLowSurrogate())
        --tail;
    return {head, before.size() - tail, after.size() - tail};
}

} // namespace vitrine
