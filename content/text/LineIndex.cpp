#include "content/text/LineIndex.h"

#include <algorithm>

namespace vitrine {

LineIndex::LineIndex(QByteArrayView text) : m_size(text.size())
{
    m_starts.push_back(0);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\n' && text[i] != '\r')
            continue;
        m_contentEnds.push_back(i);
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            ++i;
        m_starts.push_back(i + 1);
    }
    m_contentEnds.push_back(text.size());
}

int LineIndex::lineAt(qsizetype offset) const
{
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    return std::max(0, static_cast<int>(next - m_starts.begin()) - 1);
}

ByteRange LineIndex::line(int number) const
{
    const auto index = static_cast<size_t>(number);
    return {m_starts[index], m_contentEnds[index]};
}

ByteRange LineIndex::lineWithEnd(int number) const
{
    const auto index = static_cast<size_t>(number);
    return {m_starts[index], index + 1 < m_starts.size() ? m_starts[index + 1] : m_size};
}

LineEnd dominantLineEnd(QByteArrayView text)
{
    qsizetype lf = 0, crLf = 0, cr = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            ++lf;
        } else if (text[i] == '\r') {
            const bool pair = i + 1 < text.size() && text[i + 1] == '\n';
            ++(pair ? crLf : cr);
            i += pair ? 1 : 0;
        }
    }
    if (lf == 0 && crLf == 0 && cr == 0)
        return LineEnd::None;
    if (crLf > lf && crLf >= cr)
        return LineEnd::CrLf;
    return cr > lf ? LineEnd::Cr : LineEnd::Lf;
}

QByteArray lineEndBytes(LineEnd lineEnd)
{
    switch (lineEnd) {
    case LineEnd::CrLf:
        return QByteArrayLiteral("\r\n");
    case LineEnd::Cr:
        return QByteArrayLiteral("\r");
    case LineEnd::Lf:
    case LineEnd::None:
        break;
    }
    return QByteArrayLiteral("\n");
}

} // namespace vitrine
