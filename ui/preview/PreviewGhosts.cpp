#include "ui/preview/PreviewGhosts.h"

#include "ui/preview/PreviewWorld.h"

#include <algorithm>

namespace vitrine {

void PreviewGhosts::forget()
{
    m_reader = HiddenTexts();
    m_sent.reset();
}

void PreviewGhosts::send(const Page *page)
{
    m_hidden = m_shown && page ? m_reader.read(*page) : std::vector<HiddenText>();
    QJsonArray ghosts;
    for (const HiddenText &hidden : m_hidden)
        ghosts.append(QJsonArray{hidden.comment, QString::fromUtf8(hidden.html)});
    if (m_sent != ghosts) {
        m_sent = ghosts;
        QJsonArray arguments; // braces around one array would be that array
        arguments.append(ghosts);
        m_world->call(QStringLiteral("setGhosts"), arguments);
    }
    markSelected();
}

void PreviewGhosts::select(std::optional<ByteRange> selected)
{
    m_selected = selected;
    markSelected();
}

void PreviewGhosts::markSelected()
{
    if (!m_shown)
        return;
    const auto holds = [&](const HiddenText &hidden) { return m_selected && hidden.range.overlaps(*m_selected); };
    const auto found = std::find_if(m_hidden.begin(), m_hidden.end(), holds);
    m_world->call(QStringLiteral("selectGhost"), {found == m_hidden.end() ? -1 : int(found - m_hidden.begin())});
}

std::optional<qsizetype> PreviewGhosts::placeOf(int number, const Page &page) const
{
    if (number < 0 || static_cast<size_t>(number) >= m_hidden.size())
        return {};
    // The first letter of what is hidden: blanks and marks of lists before it belong to no entry.
    const ByteRange range = m_hidden[static_cast<size_t>(number)].range;
    for (const Section &section : page.outline().sections) {
        for (const Entry &entry : section.entries) {
            if (entry.hidden && entry.range.overlaps(range))
                return std::max(entry.range.begin, range.begin);
        }
    }
    return {};
}

} // namespace vitrine
