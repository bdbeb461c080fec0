#include "content/importers/PaperPlan.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

using State = PaperFinding::State;

/// What a bibliography says of a paper beside title, authors, venue and year.
std::vector<FieldId> furtherFields(const Paper &paper)
{
    std::vector<FieldId> fields;
    const auto add = [&](FieldId field, bool says) {
        if (says)
            fields.push_back(field);
    };
    add(FieldId::Volume, !paper.volume.isEmpty());
    add(FieldId::Issue, !paper.issue.isEmpty());
    add(FieldId::Pages, !paper.pages.isEmpty());
    add(FieldId::Doi, !paper.doi.isEmpty());
    add(FieldId::Links, !paper.links.isEmpty());
    add(FieldId::Note, !paper.note.isEmpty());
    return fields;
}

class PaperPlanner
{
public:
    PaperPlanner(std::shared_ptr<const Page> page, const std::vector<PaperFinding> &findings)
        : m_findings(findings), m_start(*page), m_places(findings.size())
    {
        m_plan.after = std::move(page);
        m_plan.papers.resize(findings.size());
    }

    void update(size_t index, const std::vector<FieldId> &fields)
    {
        const PaperFinding &finding = m_findings[index];
        FieldValues values;
        for (const PaperDifference &difference : finding.differences) {
            if (std::find(fields.begin(), fields.end(), difference.field) != fields.end())
                values.emplace_back(difference.field, difference.imported);
        }
        if (values.empty())
            return;
        // Together where that can be done; else what can be.
        if (!set(index, values) && values.size() > 1) {
            m_plan.papers[index].refused.reset();
            for (const auto &value : values)
                set(index, {value});
        }
        m_plan.changed += m_places[index] ? 1 : 0;
    }

    void add(size_t index, const PaperPlace &place)
    {
        const Paper &paper = m_findings[index].paper;
        const Result<int> section = sectionOf(place);
        const Result<PageChange> change =
            section ? addPaper(*m_plan.after, *section, paper) : Result<PageChange>(section.error());
        if (!change) {
            m_plan.papers[index].refused = change.error();
            return;
        }
        take(*change);
        m_places[index] = change->subject;
        ++m_plan.added;
    }

    PaperPlan finished()
    {
        for (size_t i = 0; i < m_places.size(); ++i) {
            if (!m_places[i])
                continue;
            PlannedPaper &planned = m_plan.papers[i];
            planned.entry = m_plan.after->entryAt(*m_places[i]);
            if (!planned.entry || m_findings[i].state != State::New)
                continue;
            const Entry &entry = m_plan.after->entry(*planned.entry);
            for (const FieldId field : furtherFields(m_findings[i].paper)) {
                if (!entry.field(field))
                    planned.leftOut.push_back(field);
            }
        }
        return std::move(m_plan);
    }

private:
    bool set(size_t index, const FieldValues &values)
    {
        const Result<PageChange> change = setFields(*m_plan.after, *m_findings[index].entry, values);
        if (!change) {
            m_plan.papers[index].refused = change.error();
            return false;
        }
        take(*change);
        m_places[index] = change->subject;
        return true;
    }

    void take(const PageChange &change)
    {
        for (std::optional<SourceRange> &place : m_places) {
            if (place)
                place = change.edit.mapped(*place);
        }
        for (Made &made : m_made)
            made.where = change.edit.mapped(made.where);
        for (SourceRange &where : m_sections)
            where = change.edit.mapped(where);
        m_plan.edit = m_plan.edit.followedBy(change.edit);
        m_plan.after = change.after;
    }

    /// Where a section of the page at the start is now.
    Result<int> sectionOf(const PaperPlace &place)
    {
        learnSections();
        if (!place.isNew())
            return nowAt(m_sections[static_cast<size_t>(place.section)]);
        for (const Made &made : m_made) {
            if (made.place == place)
                return nowAt(made.where);
        }
        PaperPlace today = place;
        if (place.section >= 0) {
            const Result<int> holder = nowAt(m_sections[static_cast<size_t>(place.section)]);
            if (!holder)
                return holder;
            today.section = *holder;
        }
        const Result<PageChange> change = makePlace(*m_plan.after, today);
        if (!change)
            return change.error();
        take(*change);
        m_made.push_back({place, change->subject.value_or(SourceRange{})});
        return nowAt(m_made.back().where);
    }

    /// Updates keep the sections of the page: it is enough to learn their places before the first addition.
    void learnSections()
    {
        if (!m_sections.empty())
            return;
        for (const Section &section : m_start.outline().sections) {
            const ByteRange head = section.level > 0 ? section.headingRange : section.range;
            m_sections.push_back(m_plan.after->expansion().toSource(head).value_or(SourceRange{}));
        }
    }

    Result<int> nowAt(SourceRange heading) const
    {
        if (const auto section = m_plan.after->sectionAt(heading))
            return *section;
        return Error{
            ErrorKind::NotFound,
            QCoreApplication::translate("PaperPlan", "The section for this paper could not be told from the others."),
            {},
            {}};
    }

    struct Made
    {
        PaperPlace place;
        SourceRange where;
    };

    const std::vector<PaperFinding> &m_findings;
    const Page &m_start;
    PaperPlan m_plan;
    std::vector<std::optional<SourceRange>> m_places; ///< of what was written, in the page of now
    std::vector<SourceRange> m_sections; ///< of the page at the start, in the page of now
    std::vector<Made> m_made;
};

} // namespace

std::vector<PaperChoice> defaultChoices(const std::vector<PaperFinding> &findings)
{
    std::vector<PaperChoice> choices;
    for (const PaperFinding &finding : findings)
        choices.push_back({finding.state == State::New, finding.place.value_or(PaperPlace{}), {}});
    return choices;
}

PaperPlan planPapers(
    const std::shared_ptr<const Page> &page, const std::vector<PaperFinding> &findings,
    const std::vector<PaperChoice> &choices, const std::function<bool()> &goesOn)
{
    PaperPlanner planner(page, findings);
    const auto stopped = [&] { return goesOn && !goesOn(); };
    for (size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].state == State::Differs && !stopped())
            planner.update(i, choices[i].fields);
    }
    for (const size_t i : orderOfAdding(findings)) {
        if (choices[i].taken && !stopped())
            planner.add(i, choices[i].place);
    }
    return planner.finished();
}

} // namespace vitrine
