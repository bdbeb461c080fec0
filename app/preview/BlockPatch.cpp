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
    int of(const QByteArray &html)
    {
        const auto known = m_numbers.constFind(html);
        return known != m_numbers.constEnd() ? *known : *m_numbers.insert(html, static_cast<int>(m_numbers.size()));
    }

private:
    QHash<QByteArray, int> m_numbers;
};

class Patcher
{
public:
    Patcher(const ShownBlocks &before, std::vector<RenderedBlock> after, int &nextId)
        : m_before(before), m_after(std::move(after)), m_nextId(nextId)
    {
    }

    BlockPatch patched()
    {
        int a = 0, b = 0;
        for (const DiffHunk &hunk : hunks()) {
            while (a < hunk.beginA)
                keep(a++, b++);
            change(hunk);
            a = hunk.endA;
            b = hunk.endB;
        }
        while (b < static_cast<int>(m_after.size()))
            keep(a++, b++);
        m_patch.operations = QJsonDocument(m_operations).toJson(QJsonDocument::Compact);
        m_patch.changed = static_cast<int>(m_operations.size());
        return std::move(m_patch);
    }

private:
    std::vector<DiffHunk> hunks() const
    {
        HtmlNumbers numbers;
        std::vector<int> a, b;
        for (const ShownBlock &shown : m_before)
            a.push_back(numbers.of(shown.block.html));
        for (const RenderedBlock &block : m_after)
            b.push_back(numbers.of(block.html));
        return diffSequences(a, b);
    }

    void keep(int a, int b) { show(m_before[static_cast<size_t>(a)].id, b); }

    void change(const DiffHunk &hunk)
    {
        const int replaced = std::min(hunk.endA - hunk.beginA, hunk.endB - hunk.beginB);
        for (int i = 0; i < replaced; ++i) {
            const int id = m_before[static_cast<size_t>(hunk.beginA + i)].id;
            m_operations.append(QJsonArray{QStringLiteral("set"), id, htmlOf(hunk.beginB + i)});
            show(id, hunk.beginB + i);
        }
        for (int a = hunk.beginA + replaced; a < hunk.endA; ++a)
            m_operations.append(QJsonArray{QStringLiteral("remove"), m_before[static_cast<size_t>(a)].id});
        for (int b = hunk.beginB + replaced; b < hunk.endB; ++b)
            insert(b);
    }

    void insert(int b)
    {
        const int previous = m_patch.blocks.empty() ? -1 : m_patch.blocks.back().id;
        const int id = m_nextId++;
        m_operations.append(QJsonArray{QStringLiteral("insert"), previous, id, htmlOf(b)});
        show(id, b);
    }

    void show(int id, int b) { m_patch.blocks.push_back({id, std::move(m_after[static_cast<size_t>(b)])}); }

    QString htmlOf(int b) const { return QString::fromUtf8(m_after[static_cast<size_t>(b)].html); }

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
