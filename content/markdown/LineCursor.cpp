#include "content/markdown/LineCursor.h"

#include <algorithm>

namespace vitrine {

int LineCursor::indent() const
{
    LineCursor ahead = *this;
    ahead.skipBlanks();
    return ahead.m_column - m_column;
}

bool LineCursor::isBlank() const
{
    LineCursor ahead = *this;
    ahead.skipBlanks();
    return ahead.atEnd();
}

void LineCursor::skipBlanks()
{
    m_column += m_pending;
    m_pending = 0;
    for (; m_pos < m_end; ++m_pos) {
        if (m_text[m_pos] == ' ')
            ++m_column;
        else if (m_text[m_pos] == '\t')
            m_column += 4 - m_column % 4;
        else
            break;
    }
}

void LineCursor::skipColumns(int columns)
{
    while (columns > 0) {
        if (m_pending == 0) {
            if (peek() == '\t')
                m_pending = 4 - m_column % 4;
            else if (peek() == ' ')
                m_pending = 1;
            else
                return;
            ++m_pos;
        }
        const int used = std::min(columns, m_pending);
        m_pending -= used;
        m_column += used;
        columns -= used;
    }
}

void LineCursor::skipBytes(qsizetype count)
{
    m_pos += count;
    m_column += static_cast<int>(count);
}

StrippedLine
stripContainers(QByteArrayView text, ByteRange line, int lineNumber, const std::vector<LineContainer> &containers)
{
    if (!containers.empty() && containers.back().line == lineNumber)
        return {containers.back().content, false};
    StrippedLine stripped{LineCursor(text, line), false};
    LineCursor &cursor = stripped.cursor;
    for (const LineContainer &container : containers) {
        const int indent = cursor.indent();
        if (container.quote) {
            LineCursor mark = cursor;
            mark.skipBlanks();
            if (indent > 3 || mark.peek() != '>') {
                stripped.lazy = true;
                return stripped;
            }
            mark.skipBytes(1);
            mark.skipColumns(1);
            cursor = mark;
        } else if (indent >= container.width) {
            cursor.skipColumns(container.width);
        } else {
            stripped.lazy = !cursor.isBlank();
            return stripped;
        }
    }
    return stripped;
}

} // namespace vitrine
