#pragma once

#include "content/text/ByteRange.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace vitrine {

/// Bytes that become other bytes.
struct ByteChange
{
    ByteRange range;
    QByteArray bytes;
};

/// Bytes as an editor shows them, with the exact way back. Line ends of every kind are shown as `\n`; a byte that is
/// not UTF-8, and the few characters that a text document keeps for itself, are shown as � and must not be typed over.
/// Positions count UTF-16 units, offsets count bytes. A value.
class ByteText
{
public:
    ByteText() : ByteText(QByteArray()) { }
    explicit ByteText(QByteArray bytes);

    const QByteArray &bytes() const { return m_bytes; }
    const QString &text() const { return m_text; }
    /// True when some bytes are shown as �.
    bool hasSealedBytes() const { return m_sealed > 0; }

    /// Places inside a character or a line end give its begin; places beyond the end give the end.
    qsizetype byteAt(qsizetype position) const;
    qsizetype positionAt(qsizetype byte) const;
    ByteRange bytesOf(qsizetype position, qsizetype length) const;
    /// The offset of the character after the one that begins at `byte`.
    qsizetype byteAfter(qsizetype byte) const;

    /// What changes when the text becomes `text`, typed line ends being written as `lineEnd`. An empty range and no
    /// bytes when it is the same; nothing when it would take away bytes that are shown as �.
    std::optional<ByteChange> changeTo(const QString &text, const QByteArray &lineEnd) const;

private:
    struct Line
    {
        qsizetype byte = 0;
        qsizetype position = 0;
    };
    template<typename Wanted> Line walkTo(const Line &start, Wanted reached) const;
    bool holdsSealed(ByteRange range) const;

    QByteArray m_bytes;
    QString m_text;
    std::vector<Line> m_lines;
    int m_sealed = 0;
};

/// The stretch in which two texts differ: [begin, end) of the old one became [begin, newEnd) of the new one. Never cuts
/// a surrogate pair.
struct TextDifference
{
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype newEnd = 0;

    bool isEmpty() const { return begin == end && begin == newEnd; }
};
TextDifference differenceOf(const QString &before, const QString &after);

} // namespace vitrine
