#pragma once

#include "ui/preview/HiddenText.h"

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
    /// Shows those of the page that is in the picture; nullptr for none.
    void send(const Page *page);
    /// Marks the ghost in which the selected entry is, now and in what is sent later, if there is one.
    void select(std::optional<ByteRange> selected);
    /// Where the hidden entry of a ghost stands in the page; nothing when there is no such ghost.
    std::optional<qsizetype> placeOf(int number, const Page &page) const;

private:
    void markSelected();

    PreviewWorld *m_world;
    bool m_shown = false;
    std::optional<ByteRange> m_selected;
    std::vector<HiddenText> m_hidden; ///< as they were sent
};

} // namespace vitrine
