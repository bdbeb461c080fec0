#pragma once

#include "content/text/ByteRange.h"

#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// Finds lines in a text. Line ends are LF, CRLF and a lone CR, as YAML, CommonMark and editors count them.
/// Keeps no reference to the text.
class LineIndex
{
public:
    explicit LineIndex(QByteArrayView text);

    /// Number of lines; an empty text has one.
    int lineCount() const { return static_cast<int>(m_starts.size()); }
    /// The line (from 0) in which a byte lies; offsets past the end lie in the last line.
    int lineAt(qsizetype offset) const;
    /// A line without and with its line end.
    ByteRange line(int number) const;
    ByteRange lineWithEnd(int number) const;

private:
    std::vector<qsizetype> m_starts;
    std::vector<qsizetype> m_contentEnds;
    qsizetype m_size;
};

/// What ends most lines of a text.
enum class LineEnd { Lf, CrLf, Cr, None };
LineEnd dominantLineEnd(QByteArrayView text);
/// The bytes of a line end; None gives LF.
QByteArray lineEndBytes(LineEnd lineEnd);

} // namespace vitrine
