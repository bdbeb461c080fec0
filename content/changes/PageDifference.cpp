#include "content/changes/PageDifference.h"

#include "content/changes/ChangeOwners.h"
#include "content/changes/WordDiff.h"

#include <algorithm>
#include <tuple>

namespace vitrine {

namespace {

const QByteArray &fileBytes(const Page &page, int file)
{
    return page.sources()[static_cast<size_t>(file)].bytes;
}

TextEdit editOf(std::vector<ChangedStretch> stretches, const Page &to, bool back)
{
    const auto from = [back](const ChangedStretch &stretch) { return back ? stretch.after : stretch.before; };
    const auto into = [back](const ChangedStretch &stretch) { return back ? stretch.before : stretch.after; };
    std::sort(stretches.begin(), stretches.end(), [&](const ChangedStretch &a, const ChangedStretch &b) {
        return std::tuple(a.file, from(a).begin, from(a).end, into(a).begin)
            < std::tuple(b.file, from(b).begin, from(b).end, into(b).begin);
    });
    TextEdit edit;
    for (const ChangedStretch &stretch : stretches) {
        const ByteRange text = into(stretch);
        const bool added =
            edit.add({stretch.file, from(stretch), fileBytes(to, stretch.file).mid(text.begin, text.size())});
        Q_ASSERT(added); // stretches are disjoint in both revisions
        Q_UNUSED(added);
    }
    return edit;
}

/// Walks the steps of a matching and gives each stretch that differs to the change it belongs to.
class DifferenceMaker
{
public:
    explicit DifferenceMaker(const PartMatching &matching) : m_matching(matching), m_owners(matching) { }

    std::vector<NamedChange> changes()
    {
        for (m_step = 0; m_step < m_matching.steps.size(); ++m_step) {
            const PartStep &step = m_matching.steps[m_step];
            startFile(step);
            if (step.before >= 0 && step.after >= 0)
                keep(step);
            else if (step.before >= 0)
                take(step);
            else
                bring(step);
        }
        return m_owners.changes();
    }

private:
    const PagePart &part(const PartStep &step) const
    {
        return step.before >= 0 ? m_matching.before[static_cast<size_t>(step.before)]
                                : m_matching.after[static_cast<size_t>(step.after)];
    }

    void startFile(const PartStep &step)
    {
        const int file = part(step).place.file;
        if (file == m_file)
            return;
        m_file = file;
        m_atBefore = m_atAfter = 0;
        m_owners.endRun();
    }

    void keep(const PartStep &step)
    {
        const ByteRange before = m_matching.before[static_cast<size_t>(step.before)].place.range;
        const ByteRange after = m_matching.after[static_cast<size_t>(step.after)].place.range;
        const std::vector<WordHunk> hunks = diffWords(
            fileBytes(*m_matching.pageBefore, m_file).mid(before.begin, before.size()),
            fileBytes(*m_matching.pageAfter, m_file).mid(after.begin, after.size()));
        if (hunks.empty())
            m_owners.pass(m_step);
        for (const WordHunk &hunk : hunks)
            m_owners.give(m_step, {m_file, hunk.before.shifted(before.begin), hunk.after.shifted(after.begin)});
        m_atBefore = before.end;
        m_atAfter = after.end;
    }

    void take(const PartStep &step)
    {
        const ByteRange gone = m_matching.before[static_cast<size_t>(step.before)].place.range;
        m_owners.give(m_step, {m_file, gone, {m_atAfter, m_atAfter}});
        m_atBefore = gone.end;
    }

    void bring(const PartStep &step)
    {
        const ByteRange come = m_matching.after[static_cast<size_t>(step.after)].place.range;
        m_owners.give(m_step, {m_file, {m_atBefore, m_atBefore}, come});
        m_atAfter = come.end;
    }

    const PartMatching &m_matching;
    ChangeOwners m_owners;
    size_t m_step = 0;
    int m_file = -1;
    qsizetype m_atBefore = 0, m_atAfter = 0; ///< how far the walk is in both files
};

} // namespace

TextEdit PageDifference::edit() const
{
    std::vector<ChangedStretch> all;
    for (const NamedChange &change : changes)
        all.insert(all.end(), change.stretches.begin(), change.stretches.end());
    return editOf(std::move(all), *after, false);
}

std::vector<int> PageDifference::withThoseAlong(int change) const
{
    std::vector<int> together{change};
    for (size_t i = 0; i < together.size(); ++i) {
        for (const int other : changes[static_cast<size_t>(together[i])].takesAlong) {
            if (std::find(together.begin(), together.end(), other) == together.end())
                together.push_back(other);
        }
    }
    return together;
}

TextEdit PageDifference::takingBack(int change) const
{
    std::vector<ChangedStretch> all;
    for (const int one : withThoseAlong(change)) {
        const auto &stretches = changes[static_cast<size_t>(one)].stretches;
        all.insert(all.end(), stretches.begin(), stretches.end());
    }
    return editOf(std::move(all), *before, true);
}

PageDifference differenceOf(std::shared_ptr<const Page> before, std::shared_ptr<const Page> after)
{
    PageDifference difference{before, after, {}};
    const PartMatching matching = matchParts(std::move(before), std::move(after));
    difference.changes = DifferenceMaker(matching).changes();
    return difference;
}

} // namespace vitrine
