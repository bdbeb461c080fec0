#include "app/session/UnsavedChanges.h"

#include <algorithm>

namespace vitrine {

namespace {

/// What differs inside changed lines.
ByteRange narrowed(const LineHunk &hunk, const QByteArray &before, const QByteArray &after)
{
    const SourceSet old{{{}, before}};
    const TextEdit edit = TextEdit::replacing(hunk.before, after.mid(hunk.after.begin, hunk.after.size())).trimmed(old);
    const Replacement &change = edit.replacements().front();
    const qsizetype begin = hunk.after.begin + change.range.begin - hunk.before.begin;
    return {begin, begin + change.text.size()};
}

} // namespace

UnsavedChanges::UnsavedChanges(const SourceSet &saved, const SourceSet &current)
{
    for (size_t file = 0; file < std::min(saved.size(), current.size()); ++file) {
        const QByteArray &before = saved[file].bytes;
        const QByteArray &after = current[file].bytes;
        for (const LineHunk &hunk : diffLines(before, after)) {
            const bool wholeLines = hunk.before.isEmpty() || hunk.after.isEmpty();
            m_changes.push_back(
                {static_cast<int>(file), hunk.after, wholeLines ? hunk.after : narrowed(hunk, before, after),
                 wholeLines});
            m_lines += std::max(hunk.linesBefore, hunk.linesAfter);
        }
    }
}

bool UnsavedChanges::isChanged(SourceRange place) const
{
    return std::any_of(m_changes.begin(), m_changes.end(), [&](const Change &change) {
        if (change.file != place.file)
            return false;
        if (!change.after.isEmpty())
            return change.after.overlaps(place.range);
        const bool inside = place.range.begin < change.after.begin && change.after.begin < place.range.end;
        const bool atEdge = place.range.begin == change.after.begin || place.range.end == change.after.begin;
        return inside || (atEdge && !change.wholeLines);
    });
}

bool UnsavedChanges::isTouched(SourceRange place) const
{
    return std::any_of(m_changes.begin(), m_changes.end(), [&](const Change &change) {
        return change.file == place.file && change.lines.begin <= place.range.end
            && place.range.begin <= change.lines.end;
    });
}

} // namespace vitrine
