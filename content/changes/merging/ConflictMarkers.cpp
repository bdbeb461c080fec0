#include "content/changes/merging/ConflictMarkers.h"

#include "content/page/reading/TextLines.h"

#include <optional>

namespace vitrine {

namespace {

constexpr qsizetype markerSize = 7;

/// What follows a marker of seven such signs at the begin of a line; nothing for another line.
std::optional<QByteArray> nameBehind(QByteArrayView line, char sign)
{
    qsizetype signs = 0;
    while (signs < line.size() && line[signs] == sign)
        ++signs;
    const bool ends = signs == line.size() || line[signs] == ' ' || line[signs] == '\r' || line[signs] == '\n';
    if (signs != markerSize || !ends)
        return {};
    return line.sliced(signs).toByteArray().trimmed();
}

class MarkerReader
{
public:
    explicit MarkerReader(const QByteArray &text) : m_text(text) { }

    std::vector<MarkedConflict> conflicts()
    {
        for (qsizetype at = 0; at < m_text.size();) {
            const qsizetype end = nextLineAt(m_text, at, m_text.size());
            readLine({at, end});
            at = end;
        }
        return std::move(m_found);
    }

private:
    enum class Inside { Nothing, Ours, Base, Theirs };

    void readLine(ByteRange range)
    {
        const QByteArrayView line = QByteArrayView(m_text).sliced(range.begin, range.size());
        if (const auto name = nameBehind(line, '<')) {
            m_open = {range, {range.end, range.end}, {}, *name, {}};
            m_inside = Inside::Ours;
        } else if (m_inside == Inside::Ours && nameBehind(line, '|')) {
            m_open.ours.end = range.begin;
            m_inside = Inside::Base;
        } else if ((m_inside == Inside::Ours || m_inside == Inside::Base) && nameBehind(line, '=')) {
            if (m_inside == Inside::Ours)
                m_open.ours.end = range.begin;
            m_open.theirs = {range.end, range.end};
            m_inside = Inside::Theirs;
        } else if (const auto theirs = nameBehind(line, '>'); theirs && m_inside == Inside::Theirs) {
            m_open.theirs.end = range.begin;
            m_open.theirName = *theirs;
            m_open.range.end = range.end;
            m_found.push_back(m_open);
            m_inside = Inside::Nothing;
        }
    }

    const QByteArray &m_text;
    Inside m_inside = Inside::Nothing;
    MarkedConflict m_open;
    std::vector<MarkedConflict> m_found;
};

} // namespace

std::vector<MarkedConflict> markedConflicts(const QByteArray &text)
{
    return text.contains("<<<<<<<") ? MarkerReader(text).conflicts() : std::vector<MarkedConflict>();
}

} // namespace vitrine
