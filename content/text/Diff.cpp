#include "content/text/Diff.h"

#include "content/text/LineIndex.h"

#include <QHash>

#include <algorithm>

namespace vitrine {

namespace {

constexpr int mostDifferences = 1024;

/// The part of two sequences between their equal head and tail.
struct Middle
{
    int head = 0;
    int countA = 0, countB = 0;
};

Middle middleOf(const std::vector<int> &a, const std::vector<int> &b)
{
    const auto head = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto beginA = std::make_reverse_iterator(head.first);
    const auto beginB = std::make_reverse_iterator(head.second);
    const auto tail = std::mismatch(a.rbegin(), beginA, b.rbegin(), beginB);
    return {
        static_cast<int>(head.first - a.begin()), static_cast<int>(beginA - tail.first),
        static_cast<int>(beginB - tail.second)};
}

/// Which items of both middles belong to the longest common subsequence.
struct Kept
{
    std::vector<bool> a, b;
};

/// Myers' greedy walk: how far each diagonal reaches with `d` differences, kept for every `d` to walk back.
class MyersWalk
{
public:
    MyersWalk(const int *a, int countA, const int *b, int countB) : m_a(a), m_b(b), m_countA(countA), m_countB(countB)
    {
    }

    /// False when the sequences differ in too many items.
    bool run()
    {
        const int most = std::min(m_countA + m_countB, mostDifferences);
        for (int d = 0; d <= most; ++d) {
            m_reach.emplace_back(static_cast<size_t>(2 * d + 1));
            for (int k = -d; k <= d; k += 2) {
                int x = startOf(d, k);
                while (x < m_countA && x - k < m_countB && m_a[x] == m_b[x - k])
                    ++x;
                at(d, k) = x;
                if (k == m_countA - m_countB && x >= m_countA)
                    return true;
            }
        }
        return false;
    }

    Kept kept() const
    {
        Kept kept{std::vector<bool>(static_cast<size_t>(m_countA)), std::vector<bool>(static_cast<size_t>(m_countB))};
        int x = m_countA;
        int k = m_countA - m_countB;
        for (int d = static_cast<int>(m_reach.size()) - 1; d >= 0; --d) {
            const int start = startOf(d, k);
            for (; x > start; --x) {
                kept.a[static_cast<size_t>(x - 1)] = true;
                kept.b[static_cast<size_t>(x - 1 - k)] = true;
            }
            if (d == 0)
                break;
            const bool down = comesFromAbove(d, k);
            x = down ? start : start - 1;
            k = down ? k + 1 : k - 1;
        }
        return kept;
    }

private:
    int &at(int d, int k) { return m_reach[static_cast<size_t>(d)][static_cast<size_t>(k + d)]; }
    int at(int d, int k) const { return m_reach[static_cast<size_t>(d)][static_cast<size_t>(k + d)]; }
    bool comesFromAbove(int d, int k) const { return k == -d || (k != d && at(d - 1, k - 1) < at(d - 1, k + 1)); }
    int startOf(int d, int k) const
    {
        if (d == 0)
            return 0;
        return comesFromAbove(d, k) ? at(d - 1, k + 1) : at(d - 1, k - 1) + 1;
    }

    const int *m_a;
    const int *m_b;
    int m_countA, m_countB;
    std::vector<std::vector<int>> m_reach;
};

std::vector<DiffHunk> hunksOf(const Kept &kept, int offset)
{
    std::vector<DiffHunk> hunks;
    const int countA = static_cast<int>(kept.a.size());
    const int countB = static_cast<int>(kept.b.size());
    int a = 0, b = 0;
    while (a < countA || b < countB) {
        DiffHunk hunk{a + offset, 0, b + offset, 0};
        while (a < countA && !kept.a[static_cast<size_t>(a)])
            ++a;
        while (b < countB && !kept.b[static_cast<size_t>(b)])
            ++b;
        hunk.endA = a + offset;
        hunk.endB = b + offset;
        if (hunk.beginA != hunk.endA || hunk.beginB != hunk.endB)
            hunks.push_back(hunk);
        while (a < countA && b < countB && kept.a[static_cast<size_t>(a)] && kept.b[static_cast<size_t>(b)]) {
            ++a;
            ++b;
        }
    }
    return hunks;
}

/// Lines of both texts as numbers: the same number for the same bytes.
class LineNumbers
{
public:
    std::vector<int> of(QByteArrayView text, const LineIndex &lines)
    {
        std::vector<int> numbers;
        numbers.reserve(static_cast<size_t>(lines.lineCount()));
        for (int i = 0; i < lines.lineCount(); ++i) {
            const ByteRange line = lines.lineWithEnd(i);
            if (line.isEmpty())
                continue; // what follows a final line end is no line
            const QByteArray bytes = QByteArray::fromRawData(text.data() + line.begin, line.size());
            const int next = static_cast<int>(m_numbers.size());
            const auto known = m_numbers.constFind(bytes);
            numbers.push_back(known != m_numbers.constEnd() ? *known : *m_numbers.insert(bytes, next));
        }
        return numbers;
    }

private:
    QHash<QByteArray, int> m_numbers;
};

ByteRange bytesOf(const LineIndex &lines, int begin, int end, qsizetype size)
{
    const auto startOf = [&](int line) { return line < lines.lineCount() ? lines.lineWithEnd(line).begin : size; };
    return {startOf(begin), startOf(end)};
}

} // namespace

std::vector<DiffHunk> diffSequences(const std::vector<int> &a, const std::vector<int> &b)
{
    const Middle middle = middleOf(a, b);
    if (middle.countA == 0 && middle.countB == 0)
        return {};
    MyersWalk walk(a.data() + middle.head, middle.countA, b.data() + middle.head, middle.countB);
    if (!walk.run())
        return {{middle.head, middle.head + middle.countA, middle.head, middle.head + middle.countB}};
    return hunksOf(walk.kept(), middle.head);
}

std::vector<LineHunk> diffLines(const QByteArray &before, const QByteArray &after)
{
    if (before == after)
        return {};
    const LineIndex linesBefore(before);
    const LineIndex linesAfter(after);
    LineNumbers numbers;
    const std::vector<int> a = numbers.of(before, linesBefore);
    const std::vector<int> b = numbers.of(after, linesAfter);
    std::vector<LineHunk> result;
    for (const DiffHunk &hunk : diffSequences(a, b)) {
        result.push_back(
            {bytesOf(linesBefore, hunk.beginA, hunk.endA, before.size()),
             bytesOf(linesAfter, hunk.beginB, hunk.endB, after.size()), hunk.endA - hunk.beginA,
             hunk.endB - hunk.beginB});
    }
    return result;
}

TextEdit editBetween(const SourceSet &before, const SourceSet &after)
{
    TextEdit edit;
    const size_t files = std::min(before.size(), after.size());
    for (size_t file = 0; file < files; ++file) {
        const QByteArray &old = before[file].bytes;
        for (const LineHunk &hunk : diffLines(old, after[file].bytes)) {
            const bool added = edit.add(
                {static_cast<int>(file), hunk.before, after[file].bytes.mid(hunk.after.begin, hunk.after.size())});
            Q_ASSERT(added);
            Q_UNUSED(added);
        }
    }
    return edit.trimmed(before);
}

} // namespace vitrine
