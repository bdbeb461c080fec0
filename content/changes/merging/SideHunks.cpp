#include "content/changes/merging/SideHunks.h"

#include "content/changes/WordDiff.h"

namespace vitrine {

namespace {

class HunkFinder
{
public:
    HunkFinder(const PartMatching &matching, MergeSide side)
        : m_matching(matching), m_side(side), m_hunks(matching.pageBefore->sources().size())
    {
    }

    std::vector<std::vector<MergeHunk>> hunks()
    {
        for (const PartStep &step : m_matching.steps) {
            const int file = (step.before >= 0 ? before(step.before) : after(step.after)).place.file;
            if (file != m_file) {
                m_file = file;
                m_at = 0;
            }
            if (step.before >= 0 && step.after >= 0)
                keep(step);
            else if (step.before >= 0)
                take(step.before);
            else
                bring(step.after);
        }
        return std::move(m_hunks);
    }

private:
    const PagePart &before(int part) const { return m_matching.before[static_cast<size_t>(part)]; }
    const PagePart &after(int part) const { return m_matching.after[static_cast<size_t>(part)]; }

    void add(MergeHunk hunk) { m_hunks[static_cast<size_t>(m_file)].push_back(std::move(hunk)); }

    void keep(const PartStep &step)
    {
        const ByteRange part = before(step.before).place.range;
        const QByteArray now = bytesOf(*m_matching.pageAfter, after(step.after));
        for (const WordHunk &hunk : diffWords(bytesOf(*m_matching.pageBefore, before(step.before)), now)) {
            add(
                {m_side,
                 hunk.before.shifted(part.begin),
                 now.mid(hunk.after.begin, hunk.after.size()),
                 false,
                 part,
                 {},
                 {},
                 {}});
        }
        m_at = part.end;
    }

    void take(int part)
    {
        const SourceRange place = before(part).place;
        const std::optional<SourceRange> moved = m_matching.isMoved(part) ? std::optional(place) : std::nullopt;
        add({m_side, place.range, {}, true, place.range, moved, {}, {}});
        m_at = place.range.end;
    }

    void bring(int part)
    {
        const int from = m_matching.beforeOf[static_cast<size_t>(part)];
        const std::optional<SourceRange> moved = from >= 0 ? std::optional(before(from).place) : std::nullopt;
        add({m_side, {m_at, m_at}, bytesOf(*m_matching.pageAfter, after(part)), true, {}, moved, {}, {}});
    }

    const PartMatching &m_matching;
    MergeSide m_side;
    std::vector<std::vector<MergeHunk>> m_hunks;
    int m_file = -1;
    qsizetype m_at = 0; ///< how far the walk is in the common version's file
};

} // namespace

std::vector<std::vector<MergeHunk>> hunksOf(const PartMatching &matching, MergeSide side)
{
    return HunkFinder(matching, side).hunks();
}

} // namespace vitrine
