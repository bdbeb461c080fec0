#pragma once

#include "content/text/ByteRange.h"

#include <QJsonArray>
#include <QList>

#include <optional>

namespace vitrine {

class OpenPage;
class PreviewFeed;
class PreviewWorld;

/// What is marked on the page that is shown: the selected entry, the field that is edited, what a search found. Each is
/// marked at once when the newest revision is in the picture, else together with the patch that brings it. GUI thread.
class PreviewMarks
{
public:
    /// Both must outlive this.
    PreviewMarks(PreviewWorld *world, const PreviewFeed *feed) : m_world(world), m_feed(feed) { }

    /// Another page: nothing of it is selected.
    void setPage(const OpenPage *page);

    void select(std::optional<ByteRange> range, bool scroll);
    void scrollToHeading(ByteRange heading);
    void showField(std::optional<ByteRange> range);
    void showHits(const QList<ByteRange> &hits, ByteRange current);

    /// What a patch marks by itself, as the last two arguments of `vitrine.patch`.
    QJsonArray takeForPatch();
    /// Marks the rest, after a patch.
    void sendAfterPatch();

private:
    bool isCurrent() const;
    QJsonArray selectionArguments(bool scroll) const;
    QJsonArray fieldArguments() const;
    void sendHeading();
    void sendHits();

    PreviewWorld *m_world;
    const PreviewFeed *m_feed;
    const OpenPage *m_page = nullptr;
    std::optional<ByteRange> m_selected;
    std::optional<ByteRange> m_field;
    std::optional<ByteRange> m_heading; ///< to be brought into sight with the next patch
    QList<ByteRange> m_hits;
    ByteRange m_currentHit;
    bool m_scrollPending = false;
};

} // namespace vitrine
