#pragma once

#include "content/page/Page.h"
#include "content/render/HtmlOutput.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace vitrine {

/// One top-level block of the page as the site would show it.
struct RenderedBlock
{
    ByteRange range; ///< in the expanded text
    /// With data-n="0", "1" … on elements that stand for a range, when asked for. Of a list whose items are told apart
    /// its tags alone.
    QByteArray html;
    /// The range of each data-n, counted from the begin of `range`; kept out of the HTML so that this only changes when
    /// the block does, and shared between revisions.
    QList<ByteRange> marks;
    QList<RenderedBlock> items = {}; ///< of a list, when asked for; each is one <li>
    qsizetype itemsAt = 0; ///< where in `html` they belong
    const Node *node = nullptr; ///< what is shown, in the page's tree; nothing when it is more than one node

    /// All of it, with its items.
    QByteArray whole() const;
    /// The range of a mark in the expanded text.
    ByteRange rangeOf(ByteRange mark) const { return mark.shifted(range.begin); }
};

struct RenderOptions
{
    bool marks = false; ///< number the elements (preview); without, the plain content HTML
    bool items = false; ///< tell the items of top-level lists apart
};

/// A page and what it was rendered to, with the same options, for the next revision.
struct RenderedPage
{
    std::shared_ptr<const Page> page;
    std::vector<RenderedBlock> blocks;
};

/// The content of a page, block by block, in order. Blocks and items that show the same as in `known` are taken from
/// there, which changes nothing but the time it takes. Any thread.
std::vector<RenderedBlock>
renderBlocks(const Page &page, const RenderOptions &options = {}, const RenderedPage *known = nullptr);
/// All of it as one text, blocks separated by line ends.
QByteArray renderContent(const Page &page);

/// The text that an element shows and the bytes that it came from: where the caret goes after a click in the preview,
/// and where a field is framed there. Offsets count UTF-16 units of what is shown.
class ShownText
{
public:
    /// `mark`: the range of the element, as a block's marks tell it.
    ShownText(const Page &page, ByteRange mark);

    /// The place in the expanded text of an offset; the begin of the mark when it is shown nowhere.
    qsizetype sourceOf(qsizetype offset) const;
    /// The first offset whose place is `place` or behind it.
    qsizetype offsetOf(qsizetype place) const;

private:
    ByteRange m_mark;
    std::optional<HtmlOutput> m_output;
};

} // namespace vitrine
