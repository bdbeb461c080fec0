#include "content/changes/merging/TextMerge.h"

#include "content/changes/WordDiff.h"
#include "content/page/reading/TextLines.h"
#include "content/page/structure/EntrySpans.h"
#include "content/text/LineIndex.h"

#include <QHash>

#include <algorithm>
#include <tuple>
#include <utility>

namespace vitrine {

namespace {

/// Marks of a comment around an entry: hiding, which goes with any other change.
bool isMark(const MergeHunk &hunk, const QByteArray &base)
{
    const auto marks = [](QByteArray text) {
        const bool has = text.contains("<!--") || text.contains("-->");
        return has && isSeparator(text.replace("<!--", "").replace("-->", ""));
    };
    const QByteArray gone = base.mid(hunk.base.begin, hunk.base.size());
    return (marks(gone) || isSeparator(gone)) && (marks(hunk.text) || isSeparator(hunk.text))
        && (marks(gone) || marks(hunk.text));
}

/// Where hunks begin at the same byte: the end of a part, then what came, then the part that begins there. An opening
/// mark stands before other words, a closing one behind them.
std::pair<int, int> rankOf(const MergeHunk &hunk, bool mark)
{
    if (hunk.whole && hunk.comes())
        return {1, 0};
    const bool atEnd = hunk.comes() && hunk.base.begin > hunk.part.begin;
    return {atEnd ? 0 : 2, mark == atEnd ? 1 : 0};
}

/// Hunks that are one question, over a stretch of the common version.
struct Cluster
{
    ByteRange base;
    std::vector<const MergeHunk *> hunks;

    bool has(MergeSide side) const
    {
        return std::any_of(hunks.begin(), hunks.end(), [&](const MergeHunk *hunk) { return hunk->side == side; });
    }
};

/// Leaves out what both sides brought to the same place: it came once.
std::vector<MergeHunk> withoutTwins(std::vector<MergeHunk> hunks)
{
    const auto comes = [](const MergeHunk &hunk) { return hunk.whole && hunk.comes() && !hunk.movedFrom; };
    QHash<qsizetype, QByteArray> broughtHere, broughtThere; // all that came to a place
    QHash<std::pair<qsizetype, QByteArray>, int> here;
    for (const MergeHunk &hunk : hunks) {
        if (!comes(hunk))
            continue;
        (hunk.side == MergeSide::Here ? broughtHere : broughtThere)[hunk.base.begin] += hunk.text;
        if (hunk.side == MergeSide::Here)
            ++here[{hunk.base.begin, hunk.text}];
    }
    std::erase_if(hunks, [&](const MergeHunk &hunk) {
        if (hunk.side != MergeSide::Disk || !comes(hunk))
            return false;
        // Blank lines are twins only where all that came with them is.
        const qsizetype at = hunk.base.begin;
        if (isSeparator(hunk.text) && broughtHere.value(at) != broughtThere.value(at))
            return false;
        const auto twin = here.find({at, hunk.text});
        return twin != here.end() && (*twin)-- > 0;
    });
    return hunks;
}

class HunkMerger
{
public:
    HunkMerger(const QByteArray &base, std::vector<MergeHunk> hunks, std::vector<MergeUnit> units)
        : m_base(base), m_hunks(withoutTwins(std::move(hunks))), m_units(std::move(units))
    {
        std::stable_sort(m_hunks.begin(), m_hunks.end(), [this](const MergeHunk &a, const MergeHunk &b) {
            return std::tuple(a.base.begin, rankOf(a, isMark(a, m_base)), a.side)
                < std::tuple(b.base.begin, rankOf(b, isMark(b, m_base)), b.side);
        });
        findShared();
    }

    std::vector<MergedStretch> merged()
    {
        emitAll();
        // A list in which both sides changed the same item is one question as a whole.
        if (std::exchange(m_listsClash, false)) {
            m_merged.clear();
            m_shift = 0;
            m_lastBase = -1;
            emitAll();
        }
        return std::move(m_merged);
    }

private:
    void emitAll()
    {
        for (const Cluster &cluster : clusters())
            emit(cluster);
    }

    std::vector<MergeUnit>::const_iterator firstUnit(ByteRange range) const
    {
        return std::partition_point(
            m_units.begin(), m_units.end(), [&](const MergeUnit &one) { return one.range.end < range.begin; });
    }

    /// The unit that a range touches first; -1 when none.
    int unitAt(ByteRange range) const
    {
        const auto unit = firstUnit(range);
        const bool touches = unit != m_units.end() && unit->range.begin <= range.end;
        return touches ? static_cast<int>(unit - m_units.begin()) : -1;
    }

    const MergeUnit &unit(int number) const { return m_units[static_cast<size_t>(number)]; }

    /// Units in which both sides changed words.
    void findShared()
    {
        std::vector<bool> here(m_units.size()), disk(m_units.size());
        for (const MergeHunk &hunk : m_hunks) {
            if (hunk.whole || isMark(hunk, m_base))
                continue;
            for (auto one = firstUnit(hunk.base); one != m_units.end() && one->range.begin <= hunk.base.end; ++one)
                (hunk.side == MergeSide::Here ? here : disk)[static_cast<size_t>(one - m_units.cbegin())] = true;
        }
        m_shared.resize(m_units.size());
        for (size_t i = 0; i < m_units.size(); ++i)
            m_shared[i] = here[i] && disk[i];
    }

    /// The stretch that a hunk asks about: where both sides are in one unit, the unit.
    ByteRange askedBy(const MergeHunk &hunk) const
    {
        const int number = hunk.whole || isMark(hunk, m_base) ? -1 : unitAt(hunk.base);
        if (number < 0 || !m_shared[static_cast<size_t>(number)] || unit(number).rule == MergeUnit::Rule::Items)
            return hunk.base;
        ByteRange asked = unit(number).range;
        if (unit(number).rule == MergeUnit::Rule::Lines) {
            const ByteRange all = asked;
            asked = {
                lineBeginAt(m_base, hunk.base.begin, std::min(all.begin, hunk.base.begin)),
                lineEndAt(m_base, hunk.base.end, std::max(all.end, hunk.base.end))};
        }
        return {std::min(asked.begin, hunk.base.begin), std::max(asked.end, hunk.base.end)};
    }

    static bool isSame(const MergeHunk &a, const MergeHunk &b)
    {
        return a.side != b.side && !a.whole && !b.whole && a.base == b.base && a.text == b.text;
    }

    std::vector<Cluster> clusters() const
    {
        std::vector<Cluster> clusters;
        bool inner = false; // the last cluster may be touched: words inside a part
        for (const MergeHunk &hunk : m_hunks) {
            const ByteRange asked = askedBy(hunk);
            const bool loose = !hunk.whole && !isMark(hunk, m_base);
            const bool joins = !clusters.empty()
                && (asked.begin < clusters.back().base.end || isSame(hunk, *clusters.back().hunks.back())
                    || (loose && inner && asked.begin == clusters.back().base.end));
            if (!joins) {
                clusters.push_back({asked, {&hunk}});
                inner = loose;
                continue;
            }
            clusters.back().base.begin = std::min(clusters.back().base.begin, asked.begin);
            clusters.back().base.end = std::max(clusters.back().base.end, asked.end);
            clusters.back().hunks.push_back(&hunk);
            inner = inner && loose;
            joinBackwards(clusters);
        }
        return clusters;
    }

    /// A stretch that grew to its begin may reach into the one before it.
    static void joinBackwards(std::vector<Cluster> &clusters)
    {
        while (clusters.size() > 1 && clusters.back().base.begin < clusters[clusters.size() - 2].base.end) {
            Cluster last = std::move(clusters.back());
            clusters.pop_back();
            Cluster &before = clusters.back();
            before.base = {std::min(before.base.begin, last.base.begin), std::max(before.base.end, last.base.end)};
            before.hunks.insert(before.hunks.end(), last.hunks.begin(), last.hunks.end());
        }
    }

    /// What a side made of the stretch of a cluster.
    QByteArray imageOf(const Cluster &cluster, MergeSide side, bool merged) const
    {
        QByteArray image;
        qsizetype at = cluster.base.begin;
        for (const MergeHunk *hunk : cluster.hunks) {
            if (hunk->side != side)
                continue;
            image += m_base.mid(at, hunk->base.begin - at);
            image += merged && hunk->merged ? *hunk->merged : hunk->text;
            at = std::max(at, hunk->base.end);
        }
        return image + m_base.mid(at, cluster.base.end - at);
    }

    void emit(const Cluster &cluster)
    {
        const QByteArray here = imageOf(cluster, MergeSide::Here, false);
        const ByteRange place{cluster.base.begin + m_shift, cluster.base.begin + m_shift + here.size()};
        m_shift += here.size() - cluster.base.size();
        MergedStretch stretch = decided(cluster, here);
        stretch.here = place;
        separateLines(cluster, stretch);
        m_lastBase = cluster.base.end;
        m_lastOpen = cluster.has(MergeSide::Here) && cluster.hunks.front()->whole && cluster.hunks.front()->comes()
            && !endsLine(stretch.text);
        if (stretch.text != here || !stretch.clashes.empty())
            m_merged.push_back(std::move(stretch));
    }

    MergedStretch decided(const Cluster &cluster, const QByteArray &here)
    {
        if (cluster.hunks.size() == 1 && cluster.hunks.front()->merged)
            return {{}, *cluster.hunks.front()->merged, cluster.hunks.front()->clashes};
        const QByteArray disk = imageOf(cluster, MergeSide::Disk, false);
        if (!cluster.has(MergeSide::Disk) || here == disk)
            return {{}, here, {}};
        if (!cluster.has(MergeSide::Here))
            return {{}, disk, {}};
        if (movesAway(cluster))
            return {{}, {}, {}};
        const int number = unitAt(cluster.base);
        if (number < 0)
            return {{}, here, {{{0, here.size()}, disk, {}}}};
        MergeUnit &clashing = m_units[static_cast<size_t>(number)];
        if (clashing.rule == MergeUnit::Rule::Items && cluster.base.isEmpty())
            return {{}, here + disk, {}};
        if (clashing.rule == MergeUnit::Rule::Items) {
            clashing.rule = MergeUnit::Rule::Whole;
            m_listsClash = true;
        }
        return {{}, here, {{{0, here.size()}, disk, clashing.field}}};
    }

    /// The part stands elsewhere now, with what the other side made of it.
    static bool movesAway(const Cluster &cluster)
    {
        return std::any_of(cluster.hunks.begin(), cluster.hunks.end(), [&](const MergeHunk *hunk) {
            return hunk->whole && !hunk->comes() && hunk->movedFrom && hunk->base == cluster.base;
        });
    }

    static bool endsLine(const QByteArray &text)
    {
        return text.isEmpty() || text.endsWith('\n') || text.endsWith('\r');
    }

    /// Lines that both sides brought to the end of a file that has no last line end.
    void separateLines(const Cluster &cluster, MergedStretch &stretch) const
    {
        const MergeHunk &first = *cluster.hunks.front();
        const bool follows = m_lastOpen && !cluster.has(MergeSide::Here) && m_lastBase == cluster.base.begin
            && first.whole && first.comes();
        if (!follows || stretch.text.isEmpty() || stretch.text.startsWith('\n') || stretch.text.startsWith('\r'))
            return;
        const QByteArray lineEnd = lineEndBytes(dominantLineEnd(m_base));
        stretch.text.prepend(lineEnd);
        for (Clash &clash : stretch.clashes)
            clash.here = clash.here.shifted(lineEnd.size());
    }

    const QByteArray &m_base;
    std::vector<MergeHunk> m_hunks;
    std::vector<MergeUnit> m_units;
    std::vector<bool> m_shared; ///< by units
    bool m_listsClash = false;
    std::vector<MergedStretch> m_merged;
    qsizetype m_shift = 0; ///< from the common version to the text here
    qsizetype m_lastBase = -1;
    bool m_lastOpen = false; ///< the last thing emitted came here and does not end its line
};

} // namespace

std::vector<MergedStretch>
mergeHunks(const QByteArray &base, std::vector<MergeHunk> hunks, const std::vector<MergeUnit> &units)
{
    return HunkMerger(base, std::move(hunks), units).merged();
}

MergedStretch
mergeTexts(const QByteArray &base, const QByteArray &here, const QByteArray &disk, const std::vector<MergeUnit> &units)
{
    std::vector<MergeHunk> hunks;
    const auto add = [&](const QByteArray &text, MergeSide side) {
        for (const WordHunk &hunk : diffWords(base, text)) {
            hunks.push_back(
                {side,
                 hunk.before,
                 text.mid(hunk.after.begin, hunk.after.size()),
                 false,
                 {0, base.size()},
                 {},
                 {},
                 {}});
        }
    };
    add(here, MergeSide::Here);
    add(disk, MergeSide::Disk);
    MergedStretch whole{{0, here.size()}, here, {}};
    qsizetype shift = 0;
    for (const MergedStretch &stretch : mergeHunks(base, std::move(hunks), units)) {
        whole.text.replace(stretch.here.begin + shift, stretch.here.size(), stretch.text);
        for (Clash clash : stretch.clashes) {
            clash.here = clash.here.shifted(stretch.here.begin + shift);
            whole.clashes.push_back(std::move(clash));
        }
        shift += stretch.text.size() - stretch.here.size();
    }
    return whole;
}

} // namespace vitrine
