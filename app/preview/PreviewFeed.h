#pragma once

#include "content/page/Page.h"
#include "content/render/Render.h"

#include <QByteArray>
#include <QObject>

#include <memory>
#include <vector>

namespace vitrine {

/// What the preview page must do to show a newer revision: JSON for the page's own script, a list of operations on
/// top-level blocks: ["set", id, html], ["insert", idBefore, id, html], ["remove", id]. Ids are stable while a block is
/// the same.
struct PreviewPatch
{
    quint64 revision = 0;
    QByteArray json;
    bool whole = false; ///< replaces everything (first time, or too much changed)
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
    /// The block and mark that stand for (the innermost element around) a place in the expanded text; {-1, -1} when
    /// none does.
    std::pair<int, int> markAt(ByteRange range) const;
    std::shared_ptr<const Page> shownPage() const;

Q_SIGNALS:
    void patched(const vitrine::PreviewPatch &patch);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace vitrine
