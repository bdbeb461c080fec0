#include "ui/commands/EntryCommands.h"

#include "content/page/writing/Placing.h"
#include "ui/Selection.h"
#include "ui/entries/EntryListModel.h"
#include "ui/entries/RowText.h"

#include <algorithm>

namespace vitrine {

namespace {

/// When an entry was or began, as EDTF; texts of this form sort by time.
QByteArray dateOf(const Entry &entry)
{
    for (const FieldId id : {FieldId::Date, FieldId::StartDate}) {
        const Field *field = entry.field(id);
        QByteArray date = field ? field->value.text() : QByteArray();
        if (date.startsWith('{')) // several: the first counts
            date.remove(0, 1);
        if (!date.isEmpty() && !date.startsWith('X')) // XXXX: no year
            return date;
    }
    return {};
}

FieldValues valuesOf(const Entry &entry)
{
    FieldValues values;
    for (const Field &field : entry.fields)
        values.emplace_back(field.id, field.value);
    return values;
}

} // namespace

EntryCommands::EntryCommands(Selection *selection, QObject *parent) : QObject(parent), m_selection(selection) { }

const Page &EntryCommands::page() const
{
    return *m_selection->page()->page();
}

bool EntryCommands::take(Result<PageChange> change, const QString &what, int step)
{
    const Result<Done> taken = m_selection->page()->apply(std::move(change), what, step);
    if (!taken)
        Q_EMIT refused(taken.error());
    return taken.ok();
}

void EntryCommands::moveEntry(EntryRef entry, int section, int at)
{
    const QString name = shortNameOf(page(), entry);
    m_selection->selectEntry(entry);
    if (take(vitrine::moveEntry(page(), entry, section, at), tr("move of “%1”").arg(name)))
        Q_EMIT said(tr("“%1” moved").arg(name), true);
}

void EntryCommands::moveEntriesTo(int section)
{
    // From the last to the first, so that the numbers of those that wait stay right within one section.
    QList<EntryRef> entries = m_selection->entries();
    std::reverse(entries.begin(), entries.end());
    const int step = OpenPage::nextMergeKey();
    for (const EntryRef &entry : std::as_const(entries)) {
        if (entry.section == section)
            continue;
        const Section &target = page().section(section);
        const int at = placeByOrder(target, valuesOf(page().entry(entry)));
        const QString title = titleOf(target);
        const QString name = shortNameOf(page(), entry);
        if (!take(vitrine::moveEntry(page(), entry, section, at), tr("move of “%1”").arg(name), step))
            return;
        Q_EMIT said(tr("“%1” moved to %2").arg(name, title), true);
    }
}

void EntryCommands::moveCurrent(int by)
{
    const std::optional<EntryRef> entry = m_selection->entry();
    if (!entry)
        return;
    const int count = static_cast<int>(page().section(entry->section).entries.size());
    const int at = entry->entry + by;
    if (at >= 0 && at < count) {
        moveEntry(*entry, entry->section, at);
        return;
    }
    // Over the edge of its group into the next one.
    const std::vector<int> groups = groupsAround(page().outline(), entry->section);
    auto group = std::find(groups.begin(), groups.end(), entry->section);
    while (true) {
        if (by < 0 ? group == groups.begin() : group + 1 == groups.end())
            return;
        group += by < 0 ? -1 : 1;
        const Section &next = page().section(*group);
        if (!next.entries.empty() || next.level > 0) {
            moveEntry(*entry, *group, by < 0 ? static_cast<int>(next.entries.size()) : 0);
            return;
        }
    }
}

void EntryCommands::duplicate()
{
    const std::optional<EntryRef> entry = m_selection->entry();
    if (!entry)
        return;
    Result<PageChange> change = duplicateEntry(page(), *entry);
    const std::optional<SourceRange> place = change ? change->subject : std::nullopt;
    if (!take(std::move(change), tr("copy of “%1”").arg(shortNameOf(page(), *entry))))
        return;
    if (place) {
        if (const auto copy = page().entryAt(*place))
            m_selection->selectEntry(*copy);
    }
}

bool EntryCommands::currentIsHidden() const
{
    const QList<EntryRef> entries = m_selection->entries();
    return !entries.isEmpty()
        && std::all_of(entries.begin(), entries.end(), [this](EntryRef entry) { return page().entry(entry).hidden; });
}

void EntryCommands::hideOrShow()
{
    const bool show = currentIsHidden();
    const int step = OpenPage::nextMergeKey();
    // Each edit moves the others: they are followed by their places.
    const OpenPage *open = m_selection->page();
    const quint64 revision = open->revision();
    QList<Handle> handles;
    for (const EntryRef &entry : m_selection->entries())
        handles += open->handleOf(entry);
    for (const Handle &handle : std::as_const(handles)) {
        const std::optional<EntryRef> found = open->findEntry(handle, revision);
        if (!found || page().entry(*found).hidden != show)
            continue;
        const EntryRef entry = *found;
        const QString name = shortNameOf(page(), entry);
        if (!take(
                show ? unhideEntry(page(), entry) : hideEntry(page(), entry),
                show ? tr("showing “%1”").arg(name) : tr("hiding “%1”").arg(name), step))
            return;
        Q_EMIT said(show ? tr("“%1” is shown again").arg(name) : tr("“%1” is hidden").arg(name), true);
    }
    QList<EntryRef> still;
    for (const Handle &handle : std::as_const(handles)) {
        if (const auto found = open->findEntry(handle, revision))
            still += *found;
    }
    if (still.size() > 1)
        m_selection->selectEntries(still);
    if (!show && m_hidOn != m_selection->page()) {
        m_hidOn = m_selection->page();
        Q_EMIT hidOnce();
    }
}

void EntryCommands::remove()
{
    QList<EntryRef> entries = m_selection->entries();
    if (entries.isEmpty())
        return;
    const QString name = shortNameOf(page(), entries.front());
    const qsizetype count = entries.size();
    const EntryRef first = entries.front();
    const int step = OpenPage::nextMergeKey();
    std::reverse(entries.begin(), entries.end());
    for (const EntryRef &entry : std::as_const(entries)) {
        if (!take(removeEntry(page(), entry), tr("removal of “%1”").arg(shortNameOf(page(), entry)), step))
            return;
    }
    // The row that comes next is current.
    if (first.section < static_cast<int>(page().outline().sections.size())) {
        const int left = static_cast<int>(page().section(first.section).entries.size());
        if (left > 0)
            m_selection->selectEntry({first.section, std::min(first.entry, left - 1)});
        else
            m_selection->selectSection(first.section);
    }
    Q_EMIT said(
        count == 1 ? tr("“%1” removed").arg(name) : tr("%n entries removed", nullptr, static_cast<int>(count)), true);
}

bool EntryCommands::canSort(int section) const
{
    const std::vector<Entry> &entries = page().section(section).entries;
    return std::count_if(entries.begin(), entries.end(), [](const Entry &entry) { return !dateOf(entry).isEmpty(); })
        > 1;
}

void EntryCommands::sortByDate(int section)
{
    const QString title = titleOf(page().section(section));
    const int count = static_cast<int>(page().section(section).entries.size());
    const int step = OpenPage::nextMergeKey();
    // Each place in turn gets the newest of those that are left; entries without a date follow the one above them.
    for (int place = 0; place < count; ++place) {
        const std::vector<Entry> &entries = page().section(section).entries;
        int newest = place;
        for (int e = place + 1; e < count; ++e) {
            const QByteArray date = dateOf(entries[static_cast<size_t>(e)]);
            const QByteArray best = dateOf(entries[static_cast<size_t>(newest)]);
            if (!date.isEmpty() && !best.isEmpty() && date > best)
                newest = e;
        }
        if (newest == place)
            continue;
        if (!take(
                vitrine::moveEntry(page(), {section, newest}, section, place), tr("sorting of “%1”").arg(title), step))
            return;
    }
    Q_EMIT said(tr("“%1” is sorted, newest first").arg(title), true);
}

void EntryCommands::renameSection(int section, const QString &title)
{
    take(setSectionTitle(page(), section, title.toUtf8()), tr("rename of “%1”").arg(titleOf(page().section(section))));
}

void EntryCommands::addSection(const QString &title, std::optional<int> parent)
{
    Result<PageChange> change = vitrine::addSection(page(), title.toUtf8(), {}, {}, parent);
    const std::optional<SourceRange> place = change ? change->subject : std::nullopt;
    if (!take(std::move(change), tr("new section “%1”").arg(title)) || !place)
        return;
    if (const auto section = page().sectionAt(*place))
        m_selection->selectSection(*section);
}

void EntryCommands::hideOrShowSection(int section)
{
    const bool show = page().section(section).hidden;
    const QString title = titleOf(page().section(section));
    if (!take(
            show ? unhideSection(page(), section) : hideSection(page(), section),
            show ? tr("showing “%1”").arg(title) : tr("hiding “%1”").arg(title)))
        return;
    Q_EMIT said(show ? tr("“%1” is shown again").arg(title) : tr("“%1” is hidden").arg(title), true);
    if (!show && m_hidOn != m_selection->page()) {
        m_hidOn = m_selection->page();
        Q_EMIT hidOnce();
    }
}

int EntryCommands::siblingNumber(int section) const
{
    const std::vector<Section> &sections = page().outline().sections;
    const int parent = page().section(section).parent;
    int number = 0;
    for (int s = 0; s < section; ++s)
        number += sections[static_cast<size_t>(s)].parent == parent && sections[static_cast<size_t>(s)].level > 0;
    return number;
}

void EntryCommands::moveSection(int section, int parent, int at)
{
    const QString title = titleOf(page().section(section));
    if (siblingNumber(section) == at && page().section(section).parent == parent)
        return;
    if (take(vitrine::moveSection(page(), section, parent, at), tr("move of “%1”").arg(title)))
        Q_EMIT said(tr("“%1” moved").arg(title), true);
}

void EntryCommands::moveSectionBy(int section, int by)
{
    const int at = siblingNumber(section) + by;
    const int parent = page().section(section).parent;
    const std::vector<Section> &sections = page().outline().sections;
    const auto siblings = std::count_if(
        sections.begin(), sections.end(), [parent](const Section &s) { return s.parent == parent && s.level > 0; });
    if (at >= 0 && at < siblings)
        moveSection(section, parent, at);
}

void EntryCommands::removeSection(int section)
{
    const QString title = titleOf(page().section(section));
    if (!take(vitrine::removeSection(page(), section), tr("removal of “%1”").arg(title)))
        return;
    const int left = static_cast<int>(page().outline().sections.size());
    if (left > 0)
        m_selection->selectSection(std::min(section, left - 1));
    Q_EMIT said(tr("“%1” removed").arg(title), true);
}

} // namespace vitrine
