#include "app/session/DiskMerge.h"

#include "content/text/Diff.h"

#include <algorithm>

namespace vitrine {

namespace {

/// Adds what `disk` changed in one file to `edit`; false when that does not fit with what was changed here.
bool addFile(TextEdit &edit, int file, const QByteArray &saved, const QByteArray &here, const QByteArray &disk)
{
    const std::vector<LineHunk> mine = diffLines(saved, here);
    qsizetype shift = 0;
    auto next = mine.begin();
    for (const LineHunk &theirs : diffLines(saved, disk)) {
        for (; next != mine.end() && next->before.end < theirs.before.begin; ++next)
            shift += next->after.size() - next->before.size();
        if (next != mine.end() && next->before.begin <= theirs.before.end)
            return false;
        if (!edit.add({file, theirs.before.shifted(shift), disk.mid(theirs.after.begin, theirs.after.size())}))
            return false;
    }
    return true;
}

} // namespace

std::optional<TextEdit> editFromDisk(const SourceSet &saved, const SourceSet &here, const SourceSet &disk)
{
    TextEdit edit;
    for (size_t file = 0; file < std::min({saved.size(), here.size(), disk.size()}); ++file) {
        if (!addFile(edit, static_cast<int>(file), saved[file].bytes, here[file].bytes, disk[file].bytes))
            return {};
    }
    return edit.trimmed(here);
}

} // namespace vitrine
