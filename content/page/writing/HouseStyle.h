#pragma once

#include "content/page/Page.h"
#include "content/page/writing/Skeleton.h"

#include <functional>
#include <optional>
#include <vector>

namespace vitrine {

/// An entry of the page as an example of how its owner writes. Holds references to its Page.
class Sample
{
public:
    Sample(const Page &page, EntryRef ref, EntryRef near);

    const Entry *entry;
    int distance; ///< entries between it and the place that is written; other sections come after all of the own one
    bool sameSection;

    /// Made when it is first asked for: most edits look at few samples.
    const Level &skeleton() const;

private:
    const Page *m_page;
    mutable std::optional<Level> m_skeleton;
};

/// How the joins of a list are chosen by place.
enum class JoinRole {
    Middle,
    Last, ///< before the last of three or more
    Two, ///< between two
};

/// How a page spells its entries, asked while one of them is written. All answers stand on the page; what it does not
/// know comes from the listed defaults (Defaults.h). Holds references: lives no longer than its Page.
class HouseStyle
{
public:
    /// `near`: the place that is written. An entry that is to be rewritten (`self`) is the first sample.
    HouseStyle(const Page &page, Kind kind, EntryRef near);

    const Page &page() const { return m_page; }
    Kind kind() const { return m_kind; }
    /// The understood entries of this kind, the nearest first.
    const std::vector<Sample> &samples() const { return m_samples; }

    /// What stands between two neighbours (or an end of the level), as most often in the own section, else on the page.
    std::optional<QByteArray> separator(FieldSet left, FieldSet right, bool top) const;
    /// The same where only the fields next to the separator agree.
    std::optional<QByteArray> looseSeparator(FieldSet left, FieldSet right, bool top) const;

    /// The join of a list of this field in the own entry, else the section, else the page, else the default.
    QByteArray join(FieldId field, JoinRole role, const Level *own) const;

private:
    using Match = std::function<bool(FieldSet left, FieldSet right)>;
    std::optional<QByteArray> attestedJoin(FieldId field, JoinRole role, const Level *own) const;
    std::optional<QByteArray> mostFrequent(bool top, const Match &match) const;

    const Page &m_page;
    Kind m_kind;
    std::vector<Sample> m_samples;
};

/// The role of the join after item `index` of `count`; a list that goes on ("et al.") has middle joins only.
JoinRole joinRole(size_t index, size_t count, bool goesOn);
/// True when words follow the last item of a list.
bool goesOn(const Level &list);

/// Gives the text that most samples bear, earlier ones winning a tie.
class Tally
{
public:
    void add(const QByteArray &text);
    std::optional<QByteArray> most() const;
    int total() const;

private:
    std::vector<std::pair<QByteArray, int>> m_counts;
};

} // namespace vitrine
