#include "ui/preview/PreviewMarks.h"

#include "app/preview/PreviewFeed.h"
#include "app/session/OpenPage.h"
#include "content/render/Render.h"
#include "ui/preview/PreviewWorld.h"

#include <utility>

namespace vitrine {

namespace {

constexpr qsizetype mostHits = 300; // more marks than one can look at

} // namespace

void PreviewMarks::setPage(const OpenPage *page)
{
    m_page = page;
    m_selected.reset();
    m_field.reset();
    m_heading.reset();
}

bool PreviewMarks::isCurrent() const
{
    return m_page && m_feed->shownPage() == m_page->page();
}

void PreviewMarks::select(std::optional<ByteRange> range, bool scroll)
{
    m_selected = range;
    m_scrollPending = scroll && !isCurrent();
    if (isCurrent())
        m_world->call(QStringLiteral("select"), selectionArguments(scroll));
}

void PreviewMarks::scrollToHeading(ByteRange heading)
{
    select({}, false);
    m_heading = heading;
    if (isCurrent())
        sendHeading();
}

void PreviewMarks::sendHeading()
{
    if (!m_heading)
        return;
    const auto [block, mark] = m_feed->markAt(*std::exchange(m_heading, std::nullopt));
    m_world->call(QStringLiteral("scrollTo"), {block, mark});
}

void PreviewMarks::showField(std::optional<ByteRange> range)
{
    m_field = range;
    if (isCurrent())
        m_world->call(QStringLiteral("showField"), fieldArguments());
}

void PreviewMarks::showHits(const QList<ByteRange> &hits, ByteRange current)
{
    m_hits = hits;
    m_currentHit = current;
    if (isCurrent())
        sendHits();
}

QJsonArray PreviewMarks::takeForPatch()
{
    return {selectionArguments(std::exchange(m_scrollPending, false)), fieldArguments()};
}

void PreviewMarks::sendAfterPatch()
{
    sendHits();
    sendHeading();
}

QJsonArray PreviewMarks::selectionArguments(bool scroll) const
{
    QJsonArray marks;
    if (m_selected) {
        for (const auto &[block, mark] : m_feed->marksIn(*m_selected))
            marks.append(QJsonArray{block, mark});
    }
    return {marks, scroll};
}

QJsonArray PreviewMarks::fieldArguments() const
{
    const std::shared_ptr<const Page> page = m_feed->shownPage();
    const auto [block, mark] = m_field && page ? m_feed->markAt(*m_field) : std::pair(-1, -1);
    if (block < 0)
        return {-1, -1, 0, 0};
    const ShownText text(*page, m_feed->rangeOf(block, mark));
    return {block, mark, text.offsetOf(m_field->begin), text.offsetOf(m_field->end)};
}

void PreviewMarks::sendHits()
{
    const std::shared_ptr<const Page> page = m_feed->shownPage();
    QJsonArray places;
    for (const ByteRange hit : std::as_const(m_hits)) {
        const bool current = hit == m_currentHit;
        if (!page || hit.end > page->text().size() || (places.size() >= mostHits && !current))
            continue;
        const auto [block, mark] = m_feed->markAt(hit);
        const ByteRange around = m_feed->rangeOf(block, mark);
        if (block < 0 || !around.contains(hit))
            continue;
        const ShownText text(*page, around);
        places.append(QJsonArray{block, mark, text.offsetOf(hit.begin), text.offsetOf(hit.end), current});
    }
    QJsonArray arguments;
    arguments.append(places); // in braces it might be taken for the list of arguments
    m_world->call(QStringLiteral("showHits"), arguments);
}

} // namespace vitrine
