#pragma once

#include "content/text/ByteRange.h"

#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// A place in a line that also counts columns, in which a tab reaches to the next multiple of four. Part of a tab may
/// be used up; the rest of it counts as blanks.
class LineCursor
{
public:
    LineCursor() = default;
    LineCursor(QByteArrayView text, ByteRange line) : m_text(text), m_pos(line.begin), m_end(line.end) { }

    qsizetype pos() const { return m_pos; }
    qsizetype end() const { return m_end; }
    bool atEnd() const { return m_pos >= m_end; }
    char peek() const { return atEnd() ? '\0' : m_text[m_pos]; }
    /// Blanks of a tab of which a part is used.
    int pendingBlanks() const { return m_pending; }

    /// Columns of blanks from here.
    int indent() const;
    /// True when nothing but blanks follows.
    bool isBlank() const;
    void skipBlanks();
    /// Skips up to so many columns of blanks.
    void skipColumns(int columns);
    /// Skips bytes that are no tabs.
    void skipBytes(qsizetype count);

private:
    QByteArrayView m_text;
    qsizetype m_pos = 0;
    qsizetype m_end = 0;
    int m_column = 0;
    int m_pending = 0;
};

/// A quote or list item around a block: how its lines go on.
struct LineContainer
{
    bool quote = false; ///< lines go on with `>`; otherwise with an indent of `width`
    int width = 0; ///< columns
    int line = 0; ///< on which it begins
    LineCursor content; ///< behind its marker on that line
};

/// Skips what the containers put before the text of a line, as far as it is there: text of a paragraph may go on
/// without it ("lazy" lines).
struct StrippedLine
{
    LineCursor cursor;
    bool lazy = false;
};
StrippedLine
stripContainers(QByteArrayView text, ByteRange line, int lineNumber, const std::vector<LineContainer> &containers);

} // namespace vitrine
