// The verbs that change a page.
#include "app/cli/FieldArguments.h"
#include "app/cli/PageOutput.h"
#include "app/cli/Verbs.h"
#include "content/liquid/SourcePlaces.h"
#include "content/page/Edits.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

/// An entry, or a section when `entry` is -1.
using Target = EntryRef;

bool isSection(Target target)
{
    return target.entry < 0;
}

Error notFound(const QString &sentence, const QString &name)
{
    return {ErrorKind::NotFound, sentence.arg(name), {}, {}};
}

Result<int> sectionNamed(const Page &page, const QString &name)
{
    const std::optional<int> section = page.findSection(name.toUtf8());
    return section ? Result<int>(*section) : notFound(tr("There is no section “%1” on this page."), name);
}

Result<Target> targetNamed(const Page &page, const QString &name)
{
    if (const std::optional<EntryRef> entry = page.findEntry(name.toUtf8()))
        return *entry;
    if (const std::optional<int> section = page.findSection(name.toUtf8()))
        return Target{*section, -1};
    return notFound(tr("There is no entry or section “%1” on this page."), name);
}

Result<Target> targetOf(const CliCall &call)
{
    return targetNamed(*call.page.page, call.arguments.positionals()[1]);
}

/// What the page's editing says no to is no wrong usage, whatever it is.
Error refused(Error error)
{
    if (error.kind == ErrorKind::InvalidArgument)
        error.kind = ErrorKind::Refused;
    return error;
}

/// An error that names no place is about its target.
Error placed(Error error, const Page &page, Target target)
{
    const Section &section = page.section(target.section);
    const ByteRange range = isSection(target) ? section.range : page.entry(target).range;
    if (!error.place)
        error.place = sourceHull(page.expansion(), range);
    return refused(std::move(error));
}

Result<Done> finish(const CliCall &call, const Result<PageChange> &change, Target target)
{
    if (!change)
        return placed(change.error(), *call.page.page, target);
    return deliver(call, change->after->sources());
}

Result<Done> finish(const CliCall &call, const Result<PageChange> &change)
{
    if (!change)
        return refused(change.error());
    return deliver(call, change->after->sources());
}

Result<Done> setFrontMatterFields(const CliCall &call, const std::vector<FieldArgument> &fields)
{
    std::shared_ptr<const Page> page = call.page.page;
    for (const FieldArgument &field : fields) {
        const Result<QByteArray> value = plainValue(field);
        if (!value)
            return value.error();
        const Result<PageChange> change = setFrontMatter(*page, field.name, *value);
        if (!change)
            return refused(change.error());
        page = change->after;
    }
    return deliver(call, page->sources());
}

Result<Done> setTitle(const CliCall &call, const std::vector<FieldArgument> &fields, Target section)
{
    if (fields.size() != 1 || fields.front().name != "title")
        return usageError(tr("Of a section only the title can be set."));
    const Result<QByteArray> title = plainValue(fields.front());
    if (!title)
        return title.error();
    return finish(call, setSectionTitle(*call.page.page, section.section, *title), section);
}

Result<Done> setEntry(const CliCall &call, const std::vector<FieldArgument> &fields, Target entry)
{
    const Page &page = *call.page.page;
    const Result<FieldValues> values = entryValues(fields, page.entry(entry).kind);
    return values ? finish(call, setFields(page, entry, *values), entry) : Result<Done>(values.error());
}

using EntryEdit = Result<PageChange> (*)(const Page &, EntryRef);
using SectionEdit = Result<PageChange> (*)(const Page &, int);

Result<Done> editTarget(const CliCall &call, EntryEdit editEntry, SectionEdit editSection)
{
    const Page &page = *call.page.page;
    const Result<Target> target = targetOf(call);
    if (!target)
        return target.error();
    const auto change = isSection(*target) ? editSection(page, target->section) : editEntry(page, *target);
    return finish(call, change, *target);
}

} // namespace

Result<Done> runSet(const CliCall &call)
{
    const Result<std::vector<FieldArgument>> fields = fieldArguments(call, 2);
    if (!fields)
        return fields.error();
    if (call.arguments.positionals()[1] == QStringLiteral("frontmatter"))
        return setFrontMatterFields(call, *fields);
    const Result<Target> target = targetOf(call);
    if (!target)
        return target.error();
    return isSection(*target) ? setTitle(call, *fields, *target) : setEntry(call, *fields, *target);
}

Result<Done> runAdd(const CliCall &call)
{
    const Page &page = *call.page.page;
    const Result<std::vector<FieldArgument>> fields = fieldArguments(call, 2);
    if (!fields)
        return fields.error();
    const Result<std::optional<int>> at = call.arguments.number("--at");
    if (!at)
        return at.error();
    const Result<int> section = sectionNamed(page, call.arguments.positionals()[1]);
    if (!section)
        return section.error();
    const Result<FieldValues> values = entryValues(*fields, page.section(*section).kind);
    if (!values)
        return values.error();
    const std::optional<int> place = *at ? std::optional(**at - 1) : std::nullopt;
    return finish(call, addEntry(page, *section, place, *values), Target{*section, -1});
}

Result<Done> runAddSection(const CliCall &call)
{
    const Page &page = *call.page.page;
    const QString kindName = call.arguments.value("--kind");
    const std::optional<Kind> kind = kindNamed(kindName.toUtf8());
    if (call.arguments.has("--kind") && !kind)
        return usageError(tr("There is no kind “%1”.").arg(kindName));
    std::optional<int> after;
    if (call.arguments.has("--after")) {
        const Result<int> section = sectionNamed(page, call.arguments.value("--after"));
        if (!section)
            return section.error();
        after = *section;
    }
    return finish(call, addSection(page, call.arguments.positionals()[1].toUtf8(), kind, after));
}

Result<Done> runRemove(const CliCall &call)
{
    return editTarget(call, removeEntry, removeSection);
}

Result<Done> runHide(const CliCall &call)
{
    return editTarget(call, hideEntry, hideSection);
}

Result<Done> runUnhide(const CliCall &call)
{
    return editTarget(call, unhideEntry, unhideSection);
}

Result<Done> runMove(const CliCall &call)
{
    const Page &page = *call.page.page;
    const Result<std::optional<int>> at = call.arguments.number("--at");
    if (!at)
        return at.error();
    if (!*at)
        return usageError(tr("Tell the place with --at N."));
    const Result<Target> target = targetOf(call);
    if (!target)
        return target.error();
    const bool named = call.arguments.positionals().size() > 2;
    const Result<int> into = named ? sectionNamed(page, call.arguments.positionals()[2])
        : isSection(*target)       ? page.section(target->section).parent
                                   : target->section;
    if (!into)
        return into.error();
    const int place = **at - 1;
    const auto change =
        isSection(*target) ? moveSection(page, target->section, *into, place) : moveEntry(page, *target, *into, place);
    return finish(call, change, *target);
}

} // namespace vitrine
