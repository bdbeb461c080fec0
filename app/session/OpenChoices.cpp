#include "app/session/OpenChoices.h"

#include "content/changes/merging/ConflictMarkers.h"
#include "content/page/EntryName.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

QString say(const char *words)
{
    return QCoreApplication::translate("OpenChoices", words);
}

QByteArray bytesAt(const Page &page, SourceRange place)
{
    return page.sources()[static_cast<size_t>(place.file)].bytes.mid(place.range.begin, place.range.size());
}

OpenChoice choiceOf(const Page &page, int file, const MarkedConflict &conflict)
{
    OpenChoice choice;
    choice.place = {file, conflict.range};
    const std::optional<int> section = page.sectionAt(choice.place);
    choice.subject =
        section ? say("Text in “%1”").arg(nameOfSection(page.section(*section))) : say("Text outside entries");
    choice.here = bytesAt(page, {file, conflict.ours});
    choice.there = bytesAt(page, {file, conflict.theirs});
    choice.hereName = conflict.ourName.isEmpty() ? say("One version") : QString::fromUtf8(conflict.ourName);
    choice.thereName = conflict.theirName.isEmpty() ? say("The other") : QString::fromUtf8(conflict.theirName);
    choice.marked = true;
    return choice;
}

/// Where a place is after an edit, with what was typed at its very begin or end.
std::optional<SourceRange> grownThrough(SourceRange place, const TextEdit &edit, const TextEdit &inverse)
{
    std::optional<SourceRange> now = EditLog::carriedThrough(place, edit, inverse);
    if (!now || place.range.isEmpty())
        return now;
    for (const Replacement &typed : edit.replacements()) {
        if (typed.file != place.file || !typed.range.isEmpty())
            continue;
        if (typed.range.begin == place.range.end && !typed.text.startsWith('\n') && !typed.text.endsWith('\n'))
            now->range.end += typed.text.size();
        if (typed.range.begin == place.range.begin && !typed.text.endsWith('\n'))
            now->range.begin -= typed.text.size();
    }
    return now;
}

} // namespace

void OpenChoices::add(const std::vector<MergeChoice> &choices)
{
    m_open.insert(m_open.end(), choices.begin(), choices.end());
}

void OpenChoices::follow(const TextEdit &edit, const TextEdit &inverse)
{
    std::erase_if(m_open, [&](MergeChoice &choice) {
        const std::optional<SourceRange> now = grownThrough(choice.place, edit, inverse);
        if (now)
            choice.place = *now;
        return !now;
    });
}

std::vector<OpenChoice> OpenChoices::choices(const Page &page) const
{
    std::vector<OpenChoice> choices;
    for (const MergeChoice &open : m_open) {
        choices.push_back(
            {open.place, open.subject, open.field, bytesAt(page, open.place), open.disk, say("Here"), say("On disk"),
             false});
    }
    for (size_t file = 0; file < page.sources().size(); ++file) {
        for (const MarkedConflict &conflict : markedConflicts(page.sources()[file].bytes))
            choices.push_back(choiceOf(page, static_cast<int>(file), conflict));
    }
    return choices;
}

void OpenChoices::close(int choice)
{
    if (choice < static_cast<int>(m_open.size()))
        m_open.erase(m_open.begin() + choice);
}

} // namespace vitrine
