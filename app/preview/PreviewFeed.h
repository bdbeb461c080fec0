#pragma once

#include "content/page/Page.h"
#include "content/render/Render.h"

#include <QByteArray>
#include <QObject>

#include <memory>
#include <vector>

namespace vitrine {

/// What the preview page must do to show a newer revision, as JSON for the page's own script:
///
///     {"revision": 12, "whole": false, "operations": [["set", 4, "<p>…</p>"], ["insert", 4, 9, "<ul>…</ul>", [10,
///     11]],
///     ["setItem", 10, "<li>…</li>"], ["insertItem", 9, 10, 12, "<li>…</li>"], ["remove", 7]]}
///
/// The operations are about top-level blocks and the items of top-level lists and are done in this order: `set`
/// replaces the HTML of block id; `insert` puts a new block with the second id right after the block with the first, or
/// before all others for -1; both tell the ids of its items when it is a list. `setItem` replaces an item; `insertItem`
/// puts a new one (third id) into a list (first) right after another (second), or before all others for -1. `remove`
/// takes a block or item away. A whole patch starts from an empty page and only inserts. The HTML of a block is empty
/// when it shows nothing. Ids are numbers from 0, never used again, and stay with a block or item while it is the same
/// or is edited.
struct PreviewPatch
{
    quint64 revision = 0;
    QByteArray json;
    bool whole = false; ///< replaces everything: the first time and after a reset
};

/// Turns the newest revision of a page into patches, off the GUI thread, one in flight; a newer revision replaces one
/// that waits. GUI thread; emits there.
class PreviewFeed : public QObject
{
    Q_OBJECT

public:
    explicit PreviewFeed(QObject *parent = nullptr);
    ~PreviewFeed() override;

    /// Asks for this revision to be shown.
    void show(std::shared_ptr<const Page> page, quint64 revision);
    /// The view lost its content (new page, crashed renderer): the next patch is a whole one.
    void reset();

    /// The range that element `mark` of block `id` stands for in the revision last shown; empty when it is unknown.
    ByteRange rangeOf(int blockId, int mark) const;
    /// The block and mark that stand for (the innermost element around) a place in the expanded text; for a range over
    /// several blocks the first element in it; {-1, -1} when none does.
    std::pair<int, int> markAt(ByteRange range) const;
    /// Everything that stands for a stretch of the expanded text, in order: of each block that has part of it the
    /// innermost element around it, or the outermost ones inside. A text of several paragraphs gives one for each.
    std::vector<std::pair<int, int>> marksIn(ByteRange range) const;
    std::shared_ptr<const Page> shownPage() const;

Q_SIGNALS:
    void patched(const vitrine::PreviewPatch &patch);

private:
    struct Rendering;
    struct State;
    void startNext();
    void take(Rendering &rendering);

    std::unique_ptr<State> m_state;
};

} // namespace vitrine
