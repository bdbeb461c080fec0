#include "content/markdown/JoinedLines.h"

#include <algorithm>

namespace vitrine {

JoinedLines::JoinedLines(QByteArrayView text, const std::vector<ByteRange> &lines) : m_lines(lines)
{
    if (m_lines.size() == 1) {
        m_starts = {0};
        m_joined = text.sliced(m_lines.front().begin, m_lines.front().size());
        return;
    }
    for (const ByteRange &line : m_lines) {
        if (!m_starts.empty())
            m_storage += '\n';
        m_starts.push_back(m_storage.size());
        m_storage += text.sliced(line.begin, line.size());
    }
    m_joined = m_storage;
}

size_t JoinedLines::lineOf(qsizetype joined) const
{
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), joined);
    return static_cast<size_t>(next - m_starts.begin()) - 1;
}

qsizetype JoinedLines::sourceOf(qsizetype joined) const
{
    const size_t line = lineOf(joined);
    return m_lines[line].begin + joined - m_starts[line];
}

std::vector<ByteRange> JoinedLines::linesFrom(qsizetype joined) const
{
    if (joined >= m_joined.size())
        return {};
    const size_t first = lineOf(joined);
    std::vector<ByteRange> rest(m_lines.begin() + static_cast<qsizetype>(first), m_lines.end());
    rest.front().begin += joined - m_starts[first];
    return rest;
}

} // namespace vitrine
