#include "content/page/Edits.h"

#include "content/page/writing/Attempt.h"
#include "content/page/writing/Refusals.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

bool exists(const Page &page, EntryRef ref)
{
    const auto &sections = page.outline().sections;
    return ref.section >= 0 && ref.section < static_cast<int>(sections.size()) && ref.entry >= 0
        && ref.entry < static_cast<int>(page.section(ref.section).entries.size());
}

Error noSuchEntry()
{
    return {ErrorKind::NotFound, QCoreApplication::translate("Refusals", "There is no such entry."), {}, {}};
}

Error onlyMarkdown()
{
    return {
        ErrorKind::Refused,
        QCoreApplication::translate("Refusals", "This entry has no fields that can be set. Edit it as Markdown."),
        {},
        {}};
}

/// What is asked beyond what the entry says already.
Result<FieldValues> realChanges(const Entry &entry, const FieldValues &values, const HouseStyle &style)
{
    FieldValues changes;
    for (const auto &[field, value] : values) {
        if (!hasField(entry.kind, field))
            return refusedForeignField(entry.kind, field);
        const Field *old = entry.field(field);
        const Value before = old ? old->value : Value();
        if (value == before)
            continue;
        const Result<Value> tidy = tidyValue(field, value, style);
        if (!tidy)
            return tidy.error();
        if (!(*tidy == before))
            changes.emplace_back(field, *tidy);
    }
    // What goes out first makes room for what comes in.
    std::stable_partition(changes.begin(), changes.end(), [](const auto &change) { return change.second.isEmpty(); });
    return changes;
}

/// A value that is read from another field's text changes with that text only.
bool isDerived(const Entry &entry, FieldId field)
{
    const Field *old = entry.field(field);
    return old && !old->range && schemaOf(field).type != ValueType::Links;
}

FieldId sourceOfDerived(const Entry &entry)
{
    return hasField(entry.kind, FieldId::Venue) ? FieldId::Venue : schemaOf(entry.kind).fields.front();
}

class FieldSetter
{
public:
    FieldSetter(const Page &page, EntryRef ref, const HouseStyle &style, const FieldValues &changes)
        : m_page(page), m_ref(ref), m_entry(page.entry(ref)), m_style(style), m_changes(changes)
    {
    }

    Result<PageChange> set()
    {
        for (const Way way : waysToTry()) {
            const Result<TextEdit> edit = write(way);
            if (!edit)
                return edit.error();
            if (std::find(m_tried.begin(), m_tried.end(), *edit) != m_tried.end())
                continue;
            m_tried.push_back(*edit);
            if (std::optional<PageChange> change = verified(*edit))
                return *change;
        }
        for (const size_t form : {0, 1}) {
            if (std::optional<PageChange> change = inListedForm(form))
                return *change;
        }
        return refusal();
    }

private:
    Result<TextEdit> write(Way way) const
    {
        Level skeleton = skeletonOf(m_page.text(), m_entry);
        for (const auto &[field, value] : m_changes) {
            if (isDerived(m_entry, field))
                continue;
            const Result<Done> done = writeField(skeleton, field, value, {m_style, way, false});
            if (!done)
                return done.error();
        }
        return toSources(m_page, replacementsFor(skeleton, m_entry.range));
    }

    /// Where only its old words told what a field is, as "supervised by" of a note, it moves to the end, in a form that
    /// tells by itself.
    std::optional<PageChange> inListedForm(size_t form) const
    {
        const auto &[field, value] = m_changes.front();
        const bool tells = (field == FieldId::Note && form == 0) || (field == FieldId::Awarder && form > 0);
        if (m_changes.size() > 1 || !tells || isDerived(m_entry, field) || value.isEmpty())
            return {};
        Level skeleton = skeletonOf(m_page.text(), m_entry);
        removeField(skeleton, field, m_style, {});
        if (!addListedField(skeleton, field, m_style, form) || !writeField(skeleton, field, value, {m_style, {}, true}))
            return {};
        const Result<TextEdit> edit = toSources(m_page, replacementsFor(skeleton, m_entry.range));
        return edit ? verified(*edit) : std::nullopt;
    }

    std::optional<PageChange> verified(const TextEdit &edit) const
    {
        Expectation allowed;
        allowed.changed = {m_ref};
        const auto after = readBack(m_page, edit, allowed);
        if (!after || !saysAsAsked(&m_entry, (*after)->entry(m_ref), m_changes))
            return {};
        return PageChange{edit, *after, (*after)->expansion().toSource((*after)->entry(m_ref).range)};
    }

    Error refusal() const
    {
        for (const auto &[field, value] : m_changes) {
            if (isDerived(m_entry, field))
                return refusedDerived(field, sourceOfDerived(m_entry));
        }
        const auto &[field, value] = m_changes.front();
        return refusedUnreadable(m_page, &m_entry, field, value);
    }

    const Page &m_page;
    EntryRef m_ref;
    const Entry &m_entry;
    const HouseStyle &m_style;
    const FieldValues &m_changes;
    std::vector<TextEdit> m_tried;
};

/// What may differ when an entry's bytes are typed: it may become none or several.
Expectation expectationOfTyped(const Page &before, const Page &after, EntryRef ref, ByteRange typed)
{
    Expectation allowed;
    allowed.renumbered = true;
    if (ref.section >= static_cast<int>(after.outline().sections.size()))
        return allowed;
    const auto &entries = after.section(ref.section).entries;
    const auto more = static_cast<int>(entries.size()) - static_cast<int>(before.section(ref.section).entries.size());
    if (more < 0)
        allowed.removed = {ref};
    else
        allowed.changed = {ref};
    for (int i = 1; i <= more; ++i) {
        const EntryRef added{ref.section, ref.entry + i};
        if (typed.contains(after.entry(added).range))
            allowed.added.push_back(added);
    }
    return allowed;
}

} // namespace

Result<PageChange> setFields(const Page &page, EntryRef ref, const FieldValues &values)
{
    if (!exists(page, ref))
        return noSuchEntry();
    const Entry &entry = page.entry(ref);
    if (!entry.structured)
        return onlyMarkdown();
    const HouseStyle style(page, entry.kind, ref);
    const Result<FieldValues> changes = realChanges(entry, values, style);
    if (!changes)
        return changes.error();
    if (changes->empty())
        return unchanged(page, ref);
    return FieldSetter(page, ref, style, *changes).set();
}

Result<PageChange> setEntryMarkdown(const Page &page, EntryRef ref, const QByteArray &markdown)
{
    if (!exists(page, ref))
        return noSuchEntry();
    const Entry &entry = page.entry(ref);
    if (page.text(entry.range) == markdown)
        return unchanged(page, ref);
    const Result<TextEdit> edit = toSources(page, {{0, entry.range, markdown}});
    if (!edit)
        return edit.error();
    const std::shared_ptr<const Page> after = page.edited(*edit);
    const ByteRange typed{entry.range.begin, entry.range.begin + markdown.size()};
    const Expectation allowed = expectationOfTyped(page, *after, ref, typed);
    if (firstDifference(page, *after, allowed))
        return refusedReachesBeyond(entry.hidden, markdown);
    PageChange change{*edit, after, {}};
    if (allowed.removed.empty())
        change.subject = after->expansion().toSource(after->entry(ref).range);
    return change;
}

} // namespace vitrine
