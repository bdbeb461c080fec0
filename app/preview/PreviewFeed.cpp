#include "app/preview/PreviewFeed.h"

#include "app/preview/BlockPatch.h"

#include <QHash>
#include <QThreadPool>

#include <algorithm>

namespace vitrine {

/// What one rendering starts from and gives; handed to the worker and back.
struct PreviewFeed::Rendering
{
    std::shared_ptr<const Page> page;
    quint64 revision = 0;
    std::shared_ptr<const ShownBlocks> before;
    std::shared_ptr<const Page> pageBefore; ///< that `before` shows; nothing when there is none
    int nextId = 0;
    int generation = 0; ///< of the view's content
    BlockPatch patch;
    bool whole = false;

    /// Runs on the worker.
    void render()
    {
        RenderedPage known{pageBefore, {}};
        for (const ShownBlock &shown : *before)
            known.blocks.push_back(shown.block);
        patch = patchBlocks(*before, renderBlocks(*page, {true, true}, &known), nextId);
    }

    QByteArray json() const
    {
        return "{\"revision\":" + QByteArray::number(revision) + ",\"whole\":" + (whole ? "true" : "false")
            + ",\"operations\":" + patch.operations + '}';
    }
};

namespace {

/// The innermost of the marks that stand around a place; -1 when there is none.
int innermostMark(const RenderedBlock &block, ByteRange place)
{
    const QList<ByteRange> &marks = block.marks;
    int best = -1;
    for (int i = 0; i < marks.size(); ++i) {
        const bool isCloser = best < 0 || marks[i].size() <= marks[best].size();
        if (block.rangeOf(marks[i]).contains(place) && isCloser)
            best = i;
    }
    return best;
}

/// The largest of the marks that lie in a range; -1 when there is none.
int outermostInside(const RenderedBlock &block, ByteRange range)
{
    const QList<ByteRange> &marks = block.marks;
    int best = -1;
    for (int i = 0; i < marks.size(); ++i) {
        const bool isLarger = best < 0 || marks[i].size() > marks[best].size();
        if (range.contains(block.rangeOf(marks[i])) && isLarger)
            best = i;
    }
    return best;
}

} // namespace

struct PreviewFeed::State
{
    QThreadPool worker;
    bool isBusy = false;
    std::shared_ptr<const Page> waitingPage;
    quint64 waitingRevision = 0;

    std::shared_ptr<const Page> shownPage;
    std::shared_ptr<const ShownBlocks> shown = std::make_shared<ShownBlocks>();
    int nextId = 0;
    int generation = 0; ///< counts resets; what was rendered for an older one is dropped
    bool wantsWhole = true;

    const RenderedBlock *find(int id) const
    {
        for (const ShownBlock &block : *shown) {
            if (block.id == id)
                return &block.block;
            const auto item = std::find(block.items.begin(), block.items.end(), id);
            if (item != block.items.end())
                return &block.block.items[item - block.items.begin()];
        }
        return nullptr;
    }

    /// Calls `visit` with the id and the HTML of each block and item that has part of a range, until it returns true.
    template<typename Visit> void visit(ByteRange range, const Visit &visit) const
    {
        const auto touches = [range](const RenderedBlock &block) {
            return block.range.contains(range) || block.range.overlaps(range);
        };
        for (const ShownBlock &block : *shown) {
            if (!touches(block.block))
                continue;
            if (visit(block.id, block.block))
                return;
            for (size_t i = 0; i < block.items.size(); ++i) {
                const RenderedBlock &item = block.block.items[static_cast<qsizetype>(i)];
                if (touches(item) && visit(block.items[i], item))
                    return;
            }
        }
    }
};

PreviewFeed::PreviewFeed(QObject *parent) : QObject(parent), m_state(new State)
{
    m_state->worker.setMaxThreadCount(1);
}

PreviewFeed::~PreviewFeed()
{
    m_state->worker.waitForDone();
}

void PreviewFeed::show(std::shared_ptr<const Page> page, quint64 revision)
{
    m_state->waitingPage = std::move(page);
    m_state->waitingRevision = revision;
    startNext();
}

void PreviewFeed::reset()
{
    m_state->shown = std::make_shared<ShownBlocks>();
    m_state->shownPage.reset();
    m_state->wantsWhole = true;
    ++m_state->generation;
}

void PreviewFeed::startNext()
{
    if (m_state->isBusy || !m_state->waitingPage)
        return;
    m_state->isBusy = true;
    auto rendering = std::make_shared<Rendering>();
    rendering->page = std::exchange(m_state->waitingPage, {});
    rendering->revision = m_state->waitingRevision;
    rendering->before = m_state->shown;
    rendering->pageBefore = m_state->shownPage;
    rendering->nextId = m_state->nextId;
    rendering->generation = m_state->generation;
    rendering->whole = m_state->wantsWhole;
    // The destructor waits for the worker, so `this` outlives the task; Qt drops the queued call with its receiver.
    m_state->worker.start([this, rendering] {
        rendering->render();
        QMetaObject::invokeMethod(
            this, [this, rendering] { take(*rendering); }, Qt::QueuedConnection);
    });
}

void PreviewFeed::take(Rendering &rendering)
{
    m_state->isBusy = false;
    m_state->nextId = rendering.nextId;
    // A large page takes its time to be taken down; this may be the last to hold it.
    m_state->worker.start([page = std::move(rendering.pageBefore), blocks = std::move(rendering.before)] {});
    if (rendering.generation == m_state->generation) {
        m_state->shownPage = rendering.page;
        m_state->shown = std::make_shared<ShownBlocks>(std::move(rendering.patch.blocks));
        m_state->wantsWhole = false;
        Q_EMIT patched({rendering.revision, rendering.json(), rendering.whole});
    }
    startNext();
}

ByteRange PreviewFeed::rangeOf(int blockId, int mark) const
{
    const RenderedBlock *shown = m_state->find(blockId);
    if (!shown || mark < 0 || mark >= shown->marks.size())
        return {};
    return shown->rangeOf(shown->marks[mark]);
}

std::pair<int, int> PreviewFeed::markAt(ByteRange range) const
{
    std::pair<int, int> found{-1, -1};
    m_state->visit(range, [&](int id, const RenderedBlock &block) {
        const int around = innermostMark(block, range);
        const int mark = around >= 0 ? around : outermostInside(block, range);
        if (mark >= 0)
            found = {id, mark};
        return mark >= 0;
    });
    return found;
}

std::vector<std::pair<int, int>> PreviewFeed::marksIn(ByteRange range) const
{
    std::vector<std::pair<int, int>> found;
    m_state->visit(range, [&](int id, const RenderedBlock &block) {
        if (!block.range.overlaps(range))
            return false;
        if (const int around = innermostMark(block, range); around >= 0) {
            found.emplace_back(id, around);
            return false;
        }
        qsizetype reached = range.begin;
        for (int mark = 0; mark < block.marks.size(); ++mark) {
            // Marks come in the order of the page, outer before inner: what begins before `reached` is inside one that
            // is taken.
            const ByteRange marked = block.rangeOf(block.marks[mark]);
            if (marked.isEmpty() || marked.begin < reached || !range.contains(marked))
                continue;
            found.emplace_back(id, mark);
            reached = marked.end;
        }
        return false;
    });
    return found;
}

std::shared_ptr<const Page> PreviewFeed::shownPage() const
{
    return m_state->shownPage;
}

} // namespace vitrine
