#include "content/page/writing/Attempt.h"

#include "content/page/writing/Refusals.h"

#include <algorithm>

namespace vitrine {

namespace {

const Value *askedFor(const FieldValues &asked, FieldId field)
{
    const auto found = std::find_if(asked.begin(), asked.end(), [&](const auto &pair) { return pair.first == field; });
    return found == asked.end() ? nullptr : &found->second;
}

bool isDerived(const Field *field)
{
    return field && !field->range;
}

Value valueOf(const Field *field)
{
    return field ? field->value : Value();
}

/// A final full stop lies outside a text's range, so it does not read back as part of it.
bool reads(const Field *now, const Value &asked)
{
    if (valueOf(now) == asked)
        return true;
    return asked.isText() && asked.text().endsWith('.') && valueOf(now) == Value(asked.text().chopped(1));
}

} // namespace

const std::vector<Way> &waysToTry()
{
    static const std::vector<Way> ways{{0, 0}, {1, 0}, {0, 1}, {2, 0}, {0, 2}};
    return ways;
}

Result<TextEdit> toSources(const Page &page, const std::vector<Replacement> &replacements)
{
    TextEdit edit;
    for (const Replacement &replacement : replacements) {
        const std::optional<SourceRange> place = page.expansion().toSource(replacement.range);
        if (!place || !edit.add({place->file, place->range, replacement.text}))
            return refusedGenerated();
    }
    return edit.trimmed(page.sources());
}

Result<std::shared_ptr<const Page>> readBack(const Page &page, const TextEdit &edit, const Expectation &allowed)
{
    std::shared_ptr<const Page> after = page.edited(edit);
    if (const std::optional<Error> error = firstDifference(page, *after, allowed))
        return *error;
    return after;
}

bool saysAsAsked(const Entry *before, const Entry &after, const FieldValues &asked)
{
    if (!after.structured)
        return false;
    if (before
        && (before->kind != after.kind || before->hidden != after.hidden || before->container != after.container))
        return false;
    const KindSchema &kind = schemaOf(after.kind);
    std::vector<FieldId> fields = kind.fields;
    fields.insert(fields.end(), kind.rare.begin(), kind.rare.end());
    for (const FieldId id : fields) {
        const Field *now = after.field(id);
        if (const Value *value = askedFor(asked, id)) {
            if (!reads(now, *value))
                return false;
            continue;
        }
        const Field *then = before ? before->field(id) : nullptr;
        const bool follows = (isDerived(then) || !then) && (isDerived(now) || !now);
        if (!follows && !(valueOf(now) == valueOf(then)))
            return false;
    }
    return true;
}

PageChange unchanged(const Page &page, EntryRef entry)
{
    return {{}, std::make_shared<const Page>(page), page.expansion().toSource(page.entry(entry).range)};
}

} // namespace vitrine
