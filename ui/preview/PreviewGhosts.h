#pragma once

#include "ui/preview/HiddenText.h"

#include <QJsonArray>

#include <memory>
#include <optional>
#include <vector>

namespace vitrine {

class PreviewWorld;

/// Hidden entries on the page that is shown, as ghosts, when the user wants to see them. GUI thread.
class PreviewGhosts
{
public:
    /// `world` must outlive this.
    explicit PreviewGhosts(PreviewWorld *world) : m_world(world) { }

    bool areShown() const { return m_shown; }
    void setShown(bool shown) { m_shown = shown; }
    /// Shows those of the page that is in the picture; nullptr for none. What the page of the preview has already is
    /// not sent again.
    void send(const Page *page);
    /// Marks the ghost in which the selected entry is, now and in what is sent later, if there is one.
    void select(std::optional<ByteRange> selected);
    /// Another page is open, or the page of the preview is a new one, without ghosts.
    void forget();
    /// Where the hidden entry of a ghost stands in the page; nothing when there is no such ghost.
    std::optional<qsizetype> placeOf(int number, const Page &page) const;

private:
    void markSelected();

    PreviewWorld *m_world;
    bool m_shown = false;
    std::optional<ByteRange> m_selected;
    HiddenTexts m_reader;
    std::vector<HiddenText> m_hidden; ///< of the page that is in the picture
    std::optional<QJsonArray> m_sent; ///< what the page has; nothing when that is not known
};

} // namespace vitrine
