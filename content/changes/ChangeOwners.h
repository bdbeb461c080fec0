#pragma once

#include "content/changes/PageDifference.h"

#include <QHash>

#include <optional>

namespace vitrine {

/// Decides to which change a stretch that differs belongs: to that of its entry, heading or setting, and for what
/// stands between them to the change beside it that brought or took it. Fed with the steps of a matching in order.
class ChangeOwners
{
public:
    explicit ChangeOwners(const PartMatching &matching);

    /// A step in which nothing differs, by its number.
    void pass(size_t step);
    /// A stretch that differs in a step.
    void give(size_t step, const ChangedStretch &stretch);
    /// What follows does not stand beside what came before.
    void endRun();
    /// All changes, in the order of the page; nothing may be given afterwards.
    std::vector<NamedChange> changes();

private:
    using Subject = NamedChange::Subject;

    struct Loose ///< a stretch that no named part claims
    {
        size_t step;
        ChangedStretch stretch;
        size_t ownersBefore; ///< how many of the run's owners came before it
    };

    const PagePart &partOf(const PartStep &step) const;
    bool isLoose(const PartStep &step, const ChangedStretch &stretch) const;
    int ownerOf(const PartStep &step);
    int entryChange(int before, int after);
    int sectionChange(int before, int after);
    int changeFor(const QByteArray &name, Subject subject, EntryRef before, EntryRef after);
    int wholeSection(int section, bool after) const;
    bool sectionMoved(int before) const;
    bool sameContent(int before, int after) const;

    std::optional<int> hidingChange(const Loose &loose);
    std::optional<int> hidingOf(const PartStep &named);
    void giveLoose(const Loose &loose);
    std::optional<int> besideOwner(const Loose &loose) const;
    int looseChange(int &ofRun, Subject subject, const Loose &loose);
    QByteArray bytesBefore(const ChangedStretch &stretch) const;
    QByteArray bytesAfter(const ChangedStretch &stretch) const;

    const PartMatching &m_matching;
    std::vector<bool> m_sectionMoved; ///< by sections of the old page
    std::vector<int> m_namedBefore, m_namedAfter; ///< of each step: the next step with named parts on both sides; -1
    std::vector<NamedChange> m_changes;
    QHash<QByteArray, int> m_byName;

    // The run: steps that differ and follow one another.
    std::vector<int> m_owners;
    std::vector<Loose> m_loose;
    int m_runText = -1, m_runSpacing = -1; ///< changes of the run's lines and blanks
};

} // namespace vitrine
