#include "content/changes/merging/PageMerge.h"

#include "content/changes/merging/MergeUnits.h"
#include "content/changes/merging/SideHunks.h"
#include "content/changes/words/ChangeWords.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace vitrine {

namespace {

using FileHunks = std::vector<std::vector<MergeHunk>>;

/// What a side did with a part of the common version that it, or the other one, moved.
struct Moved
{
    MergeHunk *gone = nullptr; ///< the whole part is not there any more
    MergeHunk *came = nullptr; ///< and here it is again
};

using PlaceKey = std::tuple<int, qsizetype, qsizetype>;

PlaceKey keyOf(SourceRange place)
{
    return {place.file, place.range.begin, place.range.end};
}

class PageMerger
{
public:
    PageMerger(std::shared_ptr<const Page> base, std::shared_ptr<const Page> here, std::shared_ptr<const Page> disk)
        : m_base(base),
          m_here(here),
          m_hereHunks(hunksOf(matchParts(base, here), MergeSide::Here)),
          m_diskHunks(hunksOf(matchParts(base, std::move(disk)), MergeSide::Disk))
    {
        std::vector<bool> shared;
        for (size_t file = 0; file < m_base->sources().size(); ++file)
            shared.push_back(!m_hereHunks[file].empty() && !m_diskHunks[file].empty());
        m_units = mergeUnitsOf(*m_base, shared);
    }

    PageMerge merged()
    {
        joinMoves();
        PageMerge merge;
        const size_t files = std::min(m_base->sources().size(), m_here->sources().size());
        for (size_t file = 0; file < files; ++file) {
            std::vector<MergeHunk> hunks = std::move(m_hereHunks[file]);
            hunks.insert(hunks.end(), m_diskHunks[file].begin(), m_diskHunks[file].end());
            addFile(merge, static_cast<int>(file), mergeHunks(baseBytes(file), std::move(hunks), m_units[file]));
        }
        return merge;
    }

private:
    const QByteArray &baseBytes(size_t file) const { return m_base->sources()[file].bytes; }

    static std::map<PlaceKey, Moved> wholesOf(FileHunks &hunks)
    {
        std::map<PlaceKey, Moved> wholes;
        for (size_t file = 0; file < hunks.size(); ++file) {
            for (MergeHunk &hunk : hunks[file]) {
                if (hunk.whole && !hunk.comes())
                    wholes[{static_cast<int>(file), hunk.base.begin, hunk.base.end}].gone = &hunk;
                else if (hunk.whole && hunk.movedFrom)
                    wholes[keyOf(*hunk.movedFrom)].came = &hunk;
            }
        }
        return wholes;
    }

    /// A part that moved takes along what the other side made of it.
    void joinMoves()
    {
        std::map<PlaceKey, Moved> here = wholesOf(m_hereHunks);
        std::map<PlaceKey, Moved> disk = wholesOf(m_diskHunks);
        std::vector<MergeHunk *> drop;
        for (auto &[place, there] : disk) {
            const auto mine = here.find(place);
            if (there.came && mine != here.end())
                joinBoth(place, mine->second, *there.came, drop);
            else if (there.came)
                joinContent(*there.came, place, changedWithin(m_hereHunks, place), there.came->text);
        }
        for (auto &[place, mine] : here) {
            if (!mine.came)
                continue;
            const auto there = disk.find(place);
            if (there != disk.end() && there->second.gone && !there->second.came && mine.came->text == textAt(place))
                mine.came->merged = QByteArray(); // moved here, removed on disk
            else if (there == disk.end())
                joinContent(*mine.came, place, mine.came->text, changedWithin(m_diskHunks, place));
        }
        dropWithin(here, drop);
    }

    /// Both moved it, or one moved and the other removed it.
    void joinBoth(const PlaceKey &place, Moved &mine, MergeHunk &there, std::vector<MergeHunk *> &drop)
    {
        if (mine.came)
            joinContent(*mine.came, place, mine.came->text, there.text);
        if (mine.came || there.text == textAt(place))
            drop.push_back(&there);
    }

    QByteArray textAt(const PlaceKey &place) const
    {
        const auto &[file, begin, end] = place;
        return baseBytes(static_cast<size_t>(file)).mid(begin, end - begin);
    }

    /// A part of the common version with the words that a side changed in it.
    QByteArray changedWithin(const FileHunks &hunks, const PlaceKey &place) const
    {
        const auto &[file, begin, end] = place;
        QByteArray text = textAt(place);
        qsizetype shift = -begin;
        for (const MergeHunk &hunk : hunks[static_cast<size_t>(file)]) {
            if (hunk.whole || hunk.part != ByteRange{begin, end})
                continue;
            text.replace(hunk.base.begin + shift, hunk.base.size(), hunk.text);
            shift += hunk.text.size() - hunk.base.size();
        }
        return text;
    }

    void joinContent(MergeHunk &hunk, const PlaceKey &place, const QByteArray &here, const QByteArray &disk)
    {
        const auto &[file, begin, end] = place;
        std::vector<MergeUnit> units;
        for (MergeUnit unit : m_units[static_cast<size_t>(file)]) {
            if (!ByteRange{begin, end}.contains(unit.range))
                continue;
            unit.range = unit.range.shifted(-begin);
            units.push_back(unit);
        }
        MergedStretch stretch = mergeTexts(textAt(place), here, disk, units);
        if (stretch.text == hunk.text && stretch.clashes.empty())
            return;
        hunk.merged = std::move(stretch.text);
        hunk.clashes = std::move(stretch.clashes);
    }

    /// Takes out what was joined to something else: hunks of the disk, and words inside a part that moved here.
    void dropWithin(const std::map<PlaceKey, Moved> &here, const std::vector<MergeHunk *> &drop)
    {
        for (size_t file = 0; file < m_diskHunks.size(); ++file) {
            std::erase_if(m_diskHunks[file], [&](const MergeHunk &hunk) {
                if (std::find(drop.begin(), drop.end(), &hunk) != drop.end())
                    return true;
                const auto moved = here.find(PlaceKey{static_cast<int>(file), hunk.part.begin, hunk.part.end});
                return !hunk.whole && moved != here.end() && moved->second.came;
            });
        }
    }

    void addFile(PageMerge &merge, int file, const std::vector<MergedStretch> &stretches)
    {
        const QByteArray &here = m_here->sources()[static_cast<size_t>(file)].bytes;
        qsizetype shift = 0;
        for (const MergedStretch &stretch : stretches) {
            for (const Clash &clash : stretch.clashes)
                merge.choices.push_back(choiceOf(file, stretch, clash, shift));
            shift += stretch.text.size() - stretch.here.size();
            if (here.mid(stretch.here.begin, stretch.here.size()) == stretch.text)
                continue;
            const bool added = merge.edit.add({file, stretch.here, stretch.text});
            Q_ASSERT(added); // the stretches of a file are sorted and disjoint
            Q_UNUSED(added);
        }
    }

    MergeChoice choiceOf(int file, const MergedStretch &stretch, const Clash &clash, qsizetype shift) const
    {
        const SourceRange merged{file, clash.here.shifted(stretch.here.begin + shift)};
        return {
            merged, stretch.text.mid(clash.here.begin, clash.here.size()), clash.disk, subjectAt({file, stretch.here}),
            clash.field};
    }

    /// What stands at a place of the page here, in words.
    QString subjectAt(SourceRange place) const
    {
        std::vector<bool> wanted(m_here->sources().size());
        wanted[static_cast<size_t>(place.file)] = true;
        if (m_parts.empty() || m_partsFile != place.file) {
            m_parts = partsOf(*m_here, wanted);
            m_partsFile = place.file;
        }
        const auto part = std::find_if(m_parts.begin(), m_parts.end(), [&](const PagePart &one) {
            return place.range.begin < one.place.range.end;
        });
        return part == m_parts.end() ? QString() : subjectInWords(*m_here, *part);
    }

    std::shared_ptr<const Page> m_base, m_here;
    FileHunks m_hereHunks, m_diskHunks;
    std::vector<std::vector<MergeUnit>> m_units;
    mutable PageParts m_parts; ///< of the file that was named last
    mutable int m_partsFile = -1;
};

} // namespace

PageMerge mergeOf(std::shared_ptr<const Page> base, std::shared_ptr<const Page> here, std::shared_ptr<const Page> disk)
{
    return PageMerger(std::move(base), std::move(here), std::move(disk)).merged();
}

} // namespace vitrine
