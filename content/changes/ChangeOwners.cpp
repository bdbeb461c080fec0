#include "content/changes/ChangeOwners.h"

#include "content/changes/ChangeDetails.h"
#include "content/page/structure/EntrySpans.h"

#include <algorithm>

namespace vitrine {

namespace {

size_t index(int number)
{
    return static_cast<size_t>(number);
}

bool isCommentMarks(QByteArray text)
{
    return isSeparator(text.replace("<!--", "").replace("-->", ""));
}

} // namespace

ChangeOwners::ChangeOwners(const PartMatching &matching)
    : m_matching(matching),
      m_sectionMoved(matching.pageBefore->outline().sections.size()),
      m_namedBefore(matching.steps.size(), -1),
      m_namedAfter(matching.steps.size(), -1)
{
    for (size_t i = 0; i < matching.before.size(); ++i) {
        if (matching.before[i].type == PagePart::Type::Heading && matching.moved[i])
            m_sectionMoved[index(matching.before[i].ref.section)] = true;
    }
    const auto isNamed = [&](const PartStep &step) {
        return step.before >= 0 && step.after >= 0 && partOf(step).type != PagePart::Type::Text;
    };
    const int count = static_cast<int>(matching.steps.size());
    for (int i = 1; i < count; ++i)
        m_namedBefore[index(i)] = isNamed(matching.steps[index(i - 1)]) ? i - 1 : m_namedBefore[index(i - 1)];
    for (int i = count - 2; i >= 0; --i)
        m_namedAfter[index(i)] = isNamed(matching.steps[index(i + 1)]) ? i + 1 : m_namedAfter[index(i + 1)];
}

const PagePart &ChangeOwners::partOf(const PartStep &step) const
{
    return step.before >= 0 ? m_matching.before[index(step.before)] : m_matching.after[index(step.after)];
}

QByteArray ChangeOwners::bytesBefore(const ChangedStretch &stretch) const
{
    return m_matching.pageBefore->sources()[index(stretch.file)].bytes.mid(stretch.before.begin, stretch.before.size());
}

QByteArray ChangeOwners::bytesAfter(const ChangedStretch &stretch) const
{
    return m_matching.pageAfter->sources()[index(stretch.file)].bytes.mid(stretch.after.begin, stretch.after.size());
}

void ChangeOwners::pass(size_t step)
{
    const PagePart &part = partOf(m_matching.steps[step]);
    if (part.type != PagePart::Type::Text || !isSeparator(bytesOf(*m_matching.pageBefore, part)))
        endRun();
}

void ChangeOwners::give(size_t number, const ChangedStretch &stretch)
{
    const PartStep &step = m_matching.steps[number];
    if (isLoose(step, stretch)) {
        m_loose.push_back({number, stretch, m_owners.size()});
        return;
    }
    const int owner = ownerOf(step);
    m_changes[index(owner)].stretches.push_back(stretch);
    if (step.before < 0 || step.after < 0)
        m_owners.push_back(owner);
}

/// Text between named parts, and blanks at the end of one: the line end that an entry got because another follows.
bool ChangeOwners::isLoose(const PartStep &step, const ChangedStretch &stretch) const
{
    if (partOf(step).type == PagePart::Type::Text)
        return true;
    return step.before >= 0 && step.after >= 0
        && stretch.before.end == m_matching.before[index(step.before)].place.range.end
        && stretch.after.end == m_matching.after[index(step.after)].place.range.end && isSeparator(bytesBefore(stretch))
        && isSeparator(bytesAfter(stretch));
}

int ChangeOwners::ownerOf(const PartStep &step)
{
    const int before = step.before >= 0 ? step.before : m_matching.beforeOf[index(step.after)];
    const int after = step.after >= 0 ? step.after : m_matching.afterOf[index(step.before)];
    const PagePart &part = partOf(step);
    if (part.type == PagePart::Type::Entry)
        return entryChange(before, after);
    if (part.type == PagePart::Type::Heading) {
        return sectionChange(
            before >= 0 ? m_matching.before[index(before)].ref.section : -1,
            after >= 0 ? m_matching.after[index(after)].ref.section : -1);
    }
    const QByteArray name =
        before >= 0 ? "b" + QByteArray::number(before) : QByteArray("a" + QByteArray::number(after));
    const int change = changeFor("setting " + name, Subject::Setting, {}, {});
    NamedChange &setting = m_changes[index(change)];
    setting.key = part.key;
    setting.added = before < 0;
    setting.removed = after < 0;
    setting.moved = before >= 0 && after >= 0 && m_matching.isMoved(before);
    return change;
}

int ChangeOwners::entryChange(int before, int after)
{
    const EntryRef old = before >= 0 ? m_matching.before[index(before)].ref : EntryRef{};
    const EntryRef now = after >= 0 ? m_matching.after[index(after)].ref : EntryRef{};
    // What came, went, moved or was hidden with its section is part of that.
    if (before < 0) {
        if (const int section = wholeSection(now.section, true); section >= 0)
            return sectionChange(-1, section);
    } else if (after < 0) {
        if (const int section = wholeSection(old.section, false); section >= 0)
            return sectionChange(section, -1);
    } else if (sameContent(before, after)) {
        const int section = partnerOf(m_matching.sectionAfter, old.section);
        const bool stays = section >= 0 && section == now.section;
        if (stays && m_matching.isMoved(before) && sectionMoved(old.section))
            return sectionChange(old.section, section);
        if (stays && hidingChanged(m_matching, old.section)
            && m_matching.pageBefore->entry(old).hidden != m_matching.pageAfter->entry(now).hidden)
            return sectionChange(old.section, section);
    }
    const QByteArray name =
        before >= 0 ? "b" + QByteArray::number(before) : QByteArray("a" + QByteArray::number(after));
    const int change = changeFor("entry " + name, Subject::Entry, old, now);
    m_changes[index(change)].moved = before >= 0 && after >= 0 && m_matching.isMoved(before);
    return change;
}

int ChangeOwners::sectionChange(int before, int after)
{
    // The outermost section that does the same.
    const auto climb = [](const Page &page, int section, const auto &does) {
        for (int parent = page.section(section).parent; parent >= 0 && does(parent);
             parent = page.section(section).parent)
            section = parent;
        return section;
    };
    if (before < 0) {
        after = climb(*m_matching.pageAfter, after, [&](int s) { return m_matching.sectionBefore[index(s)] < 0; });
    } else if (after < 0) {
        before = climb(*m_matching.pageBefore, before, [&](int s) { return m_matching.sectionAfter[index(s)] < 0; });
    } else if (m_sectionMoved[index(before)] || hidingChanged(m_matching, before)) {
        const int outer = climb(*m_matching.pageBefore, before, [&](int s) {
            return m_sectionMoved[index(s)] == m_sectionMoved[index(before)]
                && hidingChanged(m_matching, s) == hidingChanged(m_matching, before);
        });
        const bool renamed = m_matching.pageBefore->section(before).title != m_matching.pageAfter->section(after).title;
        if (!renamed) {
            before = outer;
            after = m_matching.sectionAfter[index(before)];
        }
    }
    const QByteArray name =
        before >= 0 ? "b" + QByteArray::number(before) : QByteArray("a" + QByteArray::number(after));
    const int change = changeFor("section " + name, Subject::Section, {before, -1}, {after, -1});
    m_changes[index(change)].moved = before >= 0 && after >= 0 && m_sectionMoved[index(before)];
    return change;
}

int ChangeOwners::changeFor(const QByteArray &name, Subject subject, EntryRef before, EntryRef after)
{
    const auto known = m_byName.constFind(name);
    if (known != m_byName.constEnd())
        return *known;
    NamedChange change;
    change.subject = subject;
    change.before = before;
    change.after = after;
    change.added = before.section < 0;
    change.removed = after.section < 0;
    m_changes.push_back(std::move(change));
    return *m_byName.insert(name, static_cast<int>(m_changes.size()) - 1);
}

/// A section that is new (or gone) with its heading; -1 when this one is not.
int ChangeOwners::wholeSection(int section, bool after) const
{
    const std::vector<int> &partners = after ? m_matching.sectionBefore : m_matching.sectionAfter;
    const Page &page = after ? *m_matching.pageAfter : *m_matching.pageBefore;
    return section >= 0 && partners[index(section)] < 0 && !page.section(section).headingRange.isEmpty() ? section : -1;
}

bool ChangeOwners::sectionMoved(int before) const
{
    return m_sectionMoved[index(before)];
}

bool ChangeOwners::sameContent(int before, int after) const
{
    const Page &old = *m_matching.pageBefore;
    const Page &now = *m_matching.pageAfter;
    return old.text(old.entry(m_matching.before[index(before)].ref).range)
        == now.text(now.entry(m_matching.after[index(after)].ref).range);
}

void ChangeOwners::endRun()
{
    for (const Loose &loose : m_loose)
        giveLoose(loose);
    m_loose.clear();
    m_owners.clear();
    m_runText = m_runSpacing = -1;
}

void ChangeOwners::giveLoose(const Loose &loose)
{
    const QByteArray gone = bytesBefore(loose.stretch);
    const QByteArray come = bytesAfter(loose.stretch);
    std::optional<int> owner;
    if (isSeparator(gone) && isSeparator(come))
        owner = besideOwner(loose);
    else if (isCommentMarks(gone) && isCommentMarks(come))
        owner = hidingChange(loose);
    else if (const std::optional<int> beside = besideOwner(loose);
             beside && m_changes[index(*beside)].subject == Subject::Section)
        owner = beside;
    if (!owner && isSeparator(gone) && isSeparator(come))
        owner = looseChange(m_runSpacing, Subject::Spacing, loose);
    if (!owner)
        owner = looseChange(m_runText, Subject::Text, loose);
    m_changes[index(*owner)].stretches.push_back(loose.stretch);
}

/// The change in the run that brought or took what stands beside: the one before it, else the one behind it.
std::optional<int> ChangeOwners::besideOwner(const Loose &loose) const
{
    if (m_owners.empty())
        return {};
    return m_owners[loose.ownersBefore > 0 ? loose.ownersBefore - 1 : 0];
}

/// The entry or section around which marks of comments came or went.
std::optional<int> ChangeOwners::hidingChange(const Loose &loose)
{
    for (const int step : {m_namedAfter[loose.step], m_namedBefore[loose.step]}) {
        if (step < 0)
            continue;
        if (const std::optional<int> change = hidingOf(m_matching.steps[index(step)]))
            return change;
    }
    return besideOwner(loose);
}

std::optional<int> ChangeOwners::hidingOf(const PartStep &named)
{
    const PagePart &part = partOf(named);
    if (part.type == PagePart::Type::Setting)
        return {};
    const int section = part.ref.section;
    const int partner = partnerOf(m_matching.sectionAfter, section);
    if (partner >= 0 && hidingChanged(m_matching, section))
        return sectionChange(section, partner);
    if (part.type == PagePart::Type::Entry
        && m_matching.pageBefore->entry(part.ref).hidden
            != m_matching.pageAfter->entry(m_matching.after[index(named.after)].ref).hidden)
        return entryChange(named.before, named.after);
    return {};
}

int ChangeOwners::looseChange(int &ofRun, Subject subject, const Loose &loose)
{
    if (ofRun < 0) {
        NamedChange change;
        change.subject = subject;
        const PartStep &step = m_matching.steps[loose.step];
        const auto sectionAt = [](const Page &page, const PagePart &part) {
            return EntryRef{page.sectionAt({part.place.file, part.place.range}).value_or(-1), -1};
        };
        if (step.before >= 0)
            change.before = sectionAt(*m_matching.pageBefore, m_matching.before[index(step.before)]);
        if (step.after >= 0)
            change.after = sectionAt(*m_matching.pageAfter, m_matching.after[index(step.after)]);
        ofRun = static_cast<int>(m_changes.size());
        m_changes.push_back(std::move(change));
    }
    NamedChange &change = m_changes[index(ofRun)];
    change.textBefore += bytesBefore(loose.stretch);
    change.textAfter += bytesAfter(loose.stretch);
    return ofRun;
}

std::vector<NamedChange> ChangeOwners::changes()
{
    endRun();
    return detailed(m_matching, std::move(m_changes));
}

} // namespace vitrine
