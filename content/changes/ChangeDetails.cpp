#include "content/changes/ChangeDetails.h"

#include "content/changes/matching/EntryPairs.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace vitrine {

namespace {

using Subject = NamedChange::Subject;

bool isWithin(const Page &page, int section, int outer)
{
    while (section >= 0 && section != outer)
        section = page.section(section).parent;
    return section >= 0 && section == outer;
}

bool isPair(const NamedChange &change)
{
    return change.before.section >= 0 && change.after.section >= 0;
}

bool cameOrWent(const NamedChange &change)
{
    return change.added || change.removed || change.moved;
}

class Detailer
{
public:
    Detailer(const PartMatching &matching, std::vector<NamedChange> changes)
        : m_old(*matching.pageBefore), m_now(*matching.pageAfter), m_matching(matching), m_changes(std::move(changes))
    {
    }

    std::vector<NamedChange> detailed()
    {
        // An entry whose bytes all went to its section's change has none of its own.
        std::erase_if(m_changes, [](const NamedChange &change) { return change.stretches.empty(); });
        for (NamedChange &change : m_changes)
            describe(change);
        adoptNumbers();
        for (NamedChange &change : m_changes)
            std::sort(change.stretches.begin(), change.stretches.end(), comesBefore);
        std::stable_sort(m_changes.begin(), m_changes.end(), [](const NamedChange &a, const NamedChange &b) {
            return comesBefore(a.stretches.front(), b.stretches.front());
        });
        countWithin();
        linkTogether();
        return std::move(m_changes);
    }

private:
    static bool comesBefore(const ChangedStretch &a, const ChangedStretch &b)
    {
        return std::tuple(a.file, a.after.begin, a.before.begin) < std::tuple(b.file, b.after.begin, b.before.begin);
    }

    void describe(NamedChange &change)
    {
        switch (change.subject) {
        case Subject::Entry:
            describeEntry(change);
            break;
        case Subject::Section:
            if (isPair(change))
                setHiding(
                    change, m_old.section(change.before.section).hidden, m_now.section(change.after.section).hidden);
            break;
        case Subject::Setting:
            change.textBefore = settingValue(m_old, change);
            change.textAfter = settingValue(m_now, change);
            break;
        case Subject::Text:
        case Subject::Spacing:
            change.added = change.textBefore.isEmpty();
            change.removed = change.textAfter.isEmpty();
            break;
        }
    }

    static void setHiding(NamedChange &change, bool before, bool after)
    {
        change.hidden = !before && after;
        change.shown = before && !after;
    }

    void describeEntry(NamedChange &change) const
    {
        if (!isPair(change))
            return;
        const Entry &old = m_old.entry(change.before);
        const Entry &now = m_now.entry(change.after);
        if (!hidingChanged(m_matching, change.before.section))
            setHiding(change, old.hidden, now.hidden);
        for (const Field &field : now.fields) {
            const Field *was = old.field(field.id);
            if (!was || !(was->value == field.value))
                change.fields.push_back({field.id, was ? was->value : Value(), field.value});
        }
        for (const Field &field : old.fields) {
            if (!now.field(field.id))
                change.fields.push_back({field.id, field.value, Value()});
        }
    }

    QByteArray settingValue(const Page &page, const NamedChange &change)
    {
        const YamlField *field = yamlOf(page, change.file()).find(change.key);
        return field ? field->value : QByteArray();
    }

    const YamlText &yamlOf(const Page &page, int file)
    {
        if (file == 0)
            return page.frontMatterYaml();
        std::map<int, YamlText> &known = &page == &m_old ? m_oldSettings : m_nowSettings;
        const auto found = known.find(file);
        if (found != known.end())
            return found->second;
        const QByteArray &bytes = page.sources()[static_cast<size_t>(file)].bytes;
        return known.emplace(file, YamlText::read(bytes, {0, bytes.size()})).first->second;
    }

    bool isNumberOnly(const NamedChange &change) const
    {
        if (change.subject != Subject::Entry || !isPair(change) || cameOrWent(change) || change.hidden || change.shown)
            return false;
        const Entry &old = m_old.entry(change.before);
        const Entry &now = m_now.entry(change.after);
        return now.container == Container::NumberedList
            && withoutMarker(m_old.text(old.range)) == withoutMarker(m_now.text(now.range));
    }

    /// The section of the new page that a change is in.
    int sectionOf(const NamedChange &change) const
    {
        return change.after.section >= 0 ? change.after.section
                                         : partnerOf(m_matching.sectionAfter, change.before.section);
    }

    /// Numbers of a list follow the entry that came, went or moved.
    void adoptNumbers()
    {
        for (size_t i = 0; i < m_changes.size(); ++i) {
            if (!isNumberOnly(m_changes[i]))
                continue;
            const auto cause = std::find_if(m_changes.begin(), m_changes.end(), [&](const NamedChange &other) {
                return other.subject == Subject::Entry && cameOrWent(other)
                    && sectionOf(other) == sectionOf(m_changes[i]);
            });
            if (cause == m_changes.end())
                continue;
            cause->stretches.insert(
                cause->stretches.end(), m_changes[i].stretches.begin(), m_changes[i].stretches.end());
            m_changes[i].stretches.clear();
        }
        std::erase_if(m_changes, [](const NamedChange &change) { return change.stretches.empty(); });
    }

    void countWithin()
    {
        for (NamedChange &change : m_changes) {
            if (change.subject != Subject::Section || !(cameOrWent(change) || change.hidden || change.shown))
                continue;
            const Page &page = change.after.section >= 0 ? m_now : m_old;
            const int outer = change.after.section >= 0 ? change.after.section : change.before.section;
            for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
                if (isWithin(page, s, outer))
                    change.entriesWithin += static_cast<int>(page.section(s).entries.size());
            }
        }
    }

    void linkTogether()
    {
        for (int s = 0; s < static_cast<int>(m_changes.size()); ++s) {
            const NamedChange &section = m_changes[static_cast<size_t>(s)];
            if (section.subject != Subject::Section || !cameOrWent(section))
                continue;
            for (int c = 0; c < static_cast<int>(m_changes.size()); ++c) {
                if (c != s)
                    link(s, c);
            }
        }
    }

    void link(int sectionChange, int other)
    {
        NamedChange &section = m_changes[static_cast<size_t>(sectionChange)];
        NamedChange &change = m_changes[static_cast<size_t>(other)];
        const bool cameInto =
            section.after.section >= 0 && isWithin(m_now, change.after.section, section.after.section);
        const bool wasIn =
            section.before.section >= 0 && isWithin(m_old, change.before.section, section.before.section);
        if (section.added && cameInto)
            section.takesAlong.push_back(other);
        if (section.removed && wasIn)
            change.takesAlong.push_back(sectionChange);
        if (section.moved && cameInto && wasIn && change.moved) {
            section.takesAlong.push_back(other);
            change.takesAlong.push_back(sectionChange);
        }
    }

    const Page &m_old;
    const Page &m_now;
    const PartMatching &m_matching;
    std::vector<NamedChange> m_changes;
    std::map<int, YamlText> m_oldSettings, m_nowSettings; ///< by file, as they are asked for
};

} // namespace

std::vector<NamedChange> detailed(const PartMatching &matching, std::vector<NamedChange> changes)
{
    return Detailer(matching, std::move(changes)).detailed();
}

bool hidingChanged(const PartMatching &matching, int sectionBefore)
{
    const int partner = partnerOf(matching.sectionAfter, sectionBefore);
    return partner >= 0
        && matching.pageBefore->section(sectionBefore).hidden != matching.pageAfter->section(partner).hidden;
}

} // namespace vitrine
