#include "app/preview/BlockPatch.h"

#include "content/text/Diff.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace vitrine {

namespace {

using Blocks = std::vector<const RenderedBlock *>;

/// What was taken from the revision before is not only the same, but one.
bool sameHtml(const RenderedBlock &a, const RenderedBlock &b)
{
    const bool same = a.html.constData() == b.html.constData() ? a.html.size() == b.html.size() : a.html == b.html;
    return same && std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), sameHtml);
}

/// Blocks as numbers: the same number for the same HTML.
class HtmlNumbers
{
public:
    std::vector<int> of(const Blocks &blocks)
    {
        std::vector<int> numbers;
        for (const RenderedBlock *block : blocks)
            numbers.push_back(of(*block));
        return numbers;
    }

private:
    int of(const RenderedBlock &block)
    {
        QByteArray key = block.html;
        for (const RenderedBlock &item : block.items)
            key += '\n' + QByteArray::number(of(item));
        const auto known = m_numbers.constFind(key);
        return known != m_numbers.constEnd() ? *known : *m_numbers.insert(key, static_cast<int>(m_numbers.size()));
    }

    QHash<QByteArray, int> m_numbers;
};

/// Where two lists of blocks differ; only what is between their equal head and tail is numbered.
std::vector<DiffHunk> hunksBetween(const Blocks &a, const Blocks &b)
{
    const auto same = [](const RenderedBlock *one, const RenderedBlock *other) { return sameHtml(*one, *other); };
    const auto head = std::mismatch(a.begin(), a.end(), b.begin(), b.end(), same);
    const auto tail = std::mismatch(
        a.rbegin(), std::make_reverse_iterator(head.first), b.rbegin(), std::make_reverse_iterator(head.second), same);
    HtmlNumbers numbers;
    const std::vector<int> middleOfA = numbers.of({head.first, tail.first.base()});
    std::vector<DiffHunk> hunks = diffSequences(middleOfA, numbers.of({head.second, tail.second.base()}));
    const auto before = static_cast<int>(head.first - a.begin());
    for (DiffHunk &hunk : hunks)
        hunk = {hunk.beginA + before, hunk.endA + before, hunk.beginB + before, hunk.endB + before};
    return hunks;
}

QString textOf(const QByteArray &html)
{
    return QString::fromUtf8(html);
}

/// Calls one of three for what leads from list `a` to list `b`: `same` and `other` with an index of each, `gone` with
/// an index of `a`, `fresh` with one of `b`.
template<typename Same, typename Other, typename Gone, typename Fresh>
void walk(const Blocks &a, const Blocks &b, const Same &same, const Other &other, const Gone &gone, const Fresh &fresh)
{
    size_t i = 0, j = 0;
    const auto keepUpTo = [&](size_t end) {
        while (i < end)
            same(i++, j++);
    };
    for (const DiffHunk &hunk : hunksBetween(a, b)) {
        keepUpTo(static_cast<size_t>(hunk.beginA));
        const auto endA = static_cast<size_t>(hunk.endA);
        const auto endB = static_cast<size_t>(hunk.endB);
        while (i < endA && j < endB)
            other(i++, j++);
        while (i < endA)
            gone(i++);
        while (j < endB)
            fresh(j++);
    }
    keepUpTo(a.size());
}

class Patcher
{
public:
    Patcher(const ShownBlocks &before, std::vector<RenderedBlock> after, int &nextId)
        : m_before(before), m_after(std::move(after)), m_nextId(nextId)
    {
    }

    BlockPatch patched()
    {
        Blocks a, b;
        for (const ShownBlock &shown : m_before)
            a.push_back(&shown.block);
        for (const RenderedBlock &block : m_after)
            b.push_back(&block);
        walk(
            a, b, [&](size_t from, size_t to) { show(m_before[from].id, m_before[from].items, to); },
            [&](size_t from, size_t to) { change(m_before[from], to); },
            [&](size_t from) { remove(m_before[from].id); }, [&](size_t to) { insert(to); });
        m_patch.operations = QJsonDocument(m_operations).toJson(QJsonDocument::Compact);
        m_patch.changed = static_cast<int>(m_operations.size());
        return std::move(m_patch);
    }

private:
    void change(const ShownBlock &before, size_t to)
    {
        const RenderedBlock &after = m_after[to];
        const bool sameList = !before.block.items.empty() && !after.items.empty() && before.block.html == after.html;
        if (sameList) {
            show(before.id, changeItems(before, after), to);
            return;
        }
        QJsonArray operation{QStringLiteral("set"), before.id, textOf(after.whole())};
        const std::vector<int> items = nameItems(after, operation);
        m_operations.append(operation);
        show(before.id, items, to);
    }

    /// Leads from the items of a list to those of another; returns their ids.
    std::vector<int> changeItems(const ShownBlock &before, const RenderedBlock &after)
    {
        Blocks a, b;
        for (const RenderedBlock &item : before.block.items)
            a.push_back(&item);
        for (const RenderedBlock &item : after.items)
            b.push_back(&item);
        std::vector<int> ids;
        walk(
            a, b, [&](size_t from, size_t) { ids.push_back(before.items[from]); },
            [&](size_t from, size_t to) {
                ids.push_back(before.items[from]);
                m_operations.append(QJsonArray{QStringLiteral("setItem"), ids.back(), textOf(b[to]->html)});
            },
            [&](size_t from) { remove(before.items[from]); },
            [&](size_t to) {
                const int previous = ids.empty() ? -1 : ids.back();
                ids.push_back(m_nextId++);
                m_operations.append(
                    QJsonArray{QStringLiteral("insertItem"), before.id, previous, ids.back(), textOf(b[to]->html)});
            });
        return ids;
    }

    void insert(size_t to)
    {
        const int previous = m_patch.blocks.empty() ? -1 : m_patch.blocks.back().id;
        const int id = m_nextId++;
        QJsonArray operation{QStringLiteral("insert"), previous, id, textOf(m_after[to].whole())};
        const std::vector<int> items = nameItems(m_after[to], operation);
        m_operations.append(operation);
        show(id, items, to);
    }

    /// New ids for the items of a block that is sent whole.
    std::vector<int> nameItems(const RenderedBlock &block, QJsonArray &operation)
    {
        std::vector<int> ids;
        QJsonArray sent;
        for (qsizetype i = 0; i < block.items.size(); ++i) {
            ids.push_back(m_nextId);
            sent.append(m_nextId++);
        }
        if (!ids.empty())
            operation.append(sent);
        return ids;
    }

    void remove(int id) { m_operations.append(QJsonArray{QStringLiteral("remove"), id}); }

    void show(int id, std::vector<int> items, size_t to)
    {
        m_patch.blocks.push_back({id, std::move(m_after[to]), std::move(items)});
    }

    const ShownBlocks &m_before;
    std::vector<RenderedBlock> m_after;
    int &m_nextId;
    BlockPatch m_patch;
    QJsonArray m_operations;
};

} // namespace

BlockPatch patchBlocks(const ShownBlocks &before, std::vector<RenderedBlock> after, int &nextId)
{
    return Patcher(before, std::move(after), nextId).patched();
}

} // namespace vitrine
