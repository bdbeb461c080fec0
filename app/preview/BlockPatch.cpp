#include "app/preview/BlockPatch.h"

#include "content/text/Diff.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace vitrine {

namespace {

/// Blocks as numbers: the same number for the same HTML.
class HtmlNumbers
{
public:
    int of(const RenderedBlock &block)
    {
        QByteArray key = block.html;
        for (const RenderedBlock &item : block.items)
            key += '\n' + QByteArray::number(of(item));
        const auto known = m_numbers.constFind(key);
        return known != m_numbers.constEnd() ? *known : *m_numbers.insert(key, static_cast<int>(m_numbers.size()));
    }

private:
    QHash<QByteArray, int> m_numbers;
};

QString textOf(const QByteArray &html)
{
    return QString::fromUtf8(html);
}

/// Calls one of three for what leads from list `a` to list `b`: `same` and `other` with an index of each, `gone` with
/// an index of `a`, `fresh` with one of `b`.
template<typename Same, typename Other, typename Gone, typename Fresh>
void walk(
    const std::vector<int> &a, const std::vector<int> &b, const Same &same, const Other &other, const Gone &gone,
    const Fresh &fresh)
{
    size_t i = 0, j = 0;
    const auto keepUpTo = [&](size_t end) {
        while (i < end)
            same(i++, j++);
    };
    for (const DiffHunk &hunk : diffSequences(a, b)) {
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
        std::vector<int> a, b;
        for (const ShownBlock &shown : m_before)
            a.push_back(m_numbers.of(shown.block));
        for (const RenderedBlock &block : m_after)
            b.push_back(m_numbers.of(block));
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
        std::vector<int> a, b, ids;
        for (const RenderedBlock &item : before.block.items)
            a.push_back(m_numbers.of(item));
        for (const RenderedBlock &item : after.items)
            b.push_back(m_numbers.of(item));
        walk(
            a, b, [&](size_t from, size_t) { ids.push_back(before.items[from]); },
            [&](size_t from, size_t to) {
                ids.push_back(before.items[from]);
                m_operations.append(QJsonArray{QStringLiteral("setItem"), ids.back(), textOf(after.items[to].html)});
            },
            [&](size_t from) { remove(before.items[from]); },
            [&](size_t to) {
                const int previous = ids.empty() ? -1 : ids.back();
                ids.push_back(m_nextId++);
                m_operations.append(QJsonArray{
                    QStringLiteral("insertItem"), before.id, previous, ids.back(), textOf(after.items[to].html)});
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
        for (size_t i = 0; i < block.items.size(); ++i) {
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
    HtmlNumbers m_numbers;
    BlockPatch m_patch;
    QJsonArray m_operations;
};

} // namespace

BlockPatch patchBlocks(const ShownBlocks &before, std::vector<RenderedBlock> after, int &nextId)
{
    return Patcher(before, std::move(after), nextId).patched();
}

} // namespace vitrine
