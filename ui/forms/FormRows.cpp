#include "ui/forms/FormRows.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace vitrine {

namespace {

/// A draft shows a field that at least this part of its neighbours have.
constexpr int shareForDraft = 3;

/// Short fields that stand beside one another where both are shown. A period is one editor with two fields.
constexpr std::array<std::array<FieldId, 2>, 3> pairs{{
    {FieldId::StartDate, FieldId::EndDate},
    {FieldId::Date, FieldId::Note},
    {FieldId::Volume, FieldId::Issue},
}};

bool contains(const std::vector<FieldId> &fields, FieldId wanted)
{
    return std::find(fields.begin(), fields.end(), wanted) != fields.end();
}

bool isFilled(const Entry &entry, FieldId id)
{
    const Field *field = entry.field(id);
    if (!field || field->value.isEmpty())
        return false;
    // Links without a place of their own are those inside a text, and are edited there.
    return schemaOf(id).type != ValueType::Links || field->range;
}

/// How many entries of the section have a field.
int countOf(const Section &section, FieldId id)
{
    return static_cast<int>(std::count_if(
        section.entries.begin(), section.entries.end(), [&](const Entry &entry) { return isFilled(entry, id); }));
}

int structuredCount(const Section &section)
{
    return static_cast<int>(std::count_if(
        section.entries.begin(), section.entries.end(), [](const Entry &entry) { return entry.structured; }));
}

bool belongsToDraft(const Section &section, Kind kind, FieldId id)
{
    const int entries = structuredCount(section);
    if (entries > 0)
        return countOf(section, id) * shareForDraft >= entries;
    // The first entry of a section: what makes its kind, without what is rare.
    static const std::vector<FieldId> rare{FieldId::Volume, FieldId::Issue,   FieldId::Pages, FieldId::Doi,
                                           FieldId::Image,  FieldId::Summary, FieldId::Note,  FieldId::Location};
    return hasField(kind, id) && !contains(rare, id) && (id != FieldId::Links || kind == Kind::Publication);
}

/// The fields of a kind, and those that the entry has although its kind does not know them.
std::vector<FieldId> knownFields(Kind kind, const Entry *entry)
{
    std::vector<FieldId> fields = schemaOf(kind).fields;
    if (!entry)
        return fields;
    for (const Field &field : entry->fields) {
        if (!contains(fields, field.id))
            fields.push_back(field.id);
    }
    return fields;
}

/// Several dates need a row for themselves.
bool hasSeveralDates(const Entry *entry)
{
    const Field *date = entry ? entry->field(FieldId::Date) : nullptr;
    return date && date->value.text().startsWith('{');
}

std::vector<FormRow> inRows(std::vector<FieldId> shown, const Entry *entry)
{
    const bool period = contains(shown, FieldId::StartDate) || contains(shown, FieldId::EndDate);
    std::erase(shown, FieldId::EndDate);
    if (period && !contains(shown, FieldId::StartDate))
        shown.push_back(FieldId::StartDate);
    std::vector<FormRow> rows;
    for (const FieldId id : shown) {
        const auto isPair = [&](const auto &pair) {
            return contains(shown, pair[0]) && (pair[0] != FieldId::Date || !hasSeveralDates(entry));
        };
        const auto second =
            std::find_if(pairs.begin(), pairs.end(), [&](const auto &pair) { return pair[1] == id && isPair(pair); });
        if (second != pairs.end())
            continue;
        FormRow row{id};
        const auto first =
            std::find_if(pairs.begin(), pairs.end(), [&](const auto &pair) { return pair[0] == id && isPair(pair); });
        if (first != pairs.end() && (contains(shown, (*first)[1]) || id == FieldId::StartDate))
            row.push_back((*first)[1]);
        rows.push_back(row);
    }
    return rows;
}

} // namespace

FormPlan planForm(const Page &page, int section, Kind kind, const Entry *entry, const std::vector<FieldId> &added)
{
    const Section &around = page.section(section);
    FormPlan plan;
    std::vector<FieldId> shown;
    for (const FieldId id : knownFields(kind, entry)) {
        const bool isShown = entry ? isFilled(*entry, id) : belongsToDraft(around, kind, id);
        if (isShown || contains(added, id))
            shown.push_back(id);
        else if (countOf(around, id) > 0)
            plan.offered.push_back(id);
        else
            plan.others.push_back(id);
    }
    plan.rows = inRows(shown, entry);
    const auto isInRow = [&](FieldId id) {
        return std::any_of(plan.rows.begin(), plan.rows.end(), [&](const FormRow &row) { return contains(row, id); });
    };
    std::erase_if(plan.offered, isInRow);
    std::erase_if(plan.others, isInRow);
    return plan;
}

bool isRunningText(const Entry &entry)
{
    const bool isTextKind = entry.kind == Kind::About || entry.kind == Kind::Other;
    return isTextKind && entry.structured
        && std::all_of(entry.fields.begin(), entry.fields.end(), [](const Field &f) { return f.id == FieldId::Text; });
}

QList<QByteArray> sealedPartsOf(const Page &page, const Entry &entry)
{
    QList<QByteArray> parts;
    std::vector<const LayoutNode *> pending;
    const auto push = [&](const std::vector<LayoutNode> &nodes) {
        std::transform(
            nodes.rbegin(), nodes.rend(), std::back_inserter(pending), [](const LayoutNode &node) { return &node; });
    };
    push(entry.layout->nodes);
    while (!pending.empty()) {
        const LayoutNode *node = pending.back();
        pending.pop_back();
        if (node->type == LayoutNode::Type::Sealed)
            parts += page.text(node->range);
        else
            push(node->children);
    }
    return parts;
}

} // namespace vitrine
