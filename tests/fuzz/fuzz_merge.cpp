#include "content/changes/PageDifference.h"
#include "content/changes/merging/ConflictMarkers.h"
#include "content/changes/merging/PageMerge.h"
#include "tests/support/PageFixtures.h"

using namespace vitrine;

namespace {

/// The input as three revisions of a page, cut at NULs; what is missing is empty.
std::shared_ptr<const Page> revision(const QByteArray &bytes, int number)
{
    return test::readPage(bytes.split('\0').value(number));
}

void checkDifference(const std::shared_ptr<const Page> &before, const std::shared_ptr<const Page> &after)
{
    const PageDifference difference = differenceOf(before, after);
    if (difference.edit().appliedTo(before->sources()) != after->sources())
        qFatal("the changes together do not make the new page");
    for (int change = 0; change < static_cast<int>(difference.changes.size()); ++change) {
        if (!difference.takingBack(change).fits(after->sources()))
            qFatal("taking a change back does not fit the page");
    }
}

} // namespace

/// Any three texts: their differences are exact, merging is defined, and one side alone is that side.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto base = revision(bytes, 0);
    const auto here = revision(bytes, 1);
    const auto disk = revision(bytes, 2);
    checkDifference(base, here);
    checkDifference(here, disk);
    const PageMerge merge = mergeOf(base, here, disk);
    if (!merge.edit.fits(here->sources()))
        qFatal("a merge does not fit the page");
    const SourceSet merged = merge.edit.appliedTo(here->sources());
    for (const MergeChoice &choice : merge.choices) {
        const ByteRange place = choice.place.range;
        if (merged.front().bytes.mid(place.begin, place.size()) != choice.here)
            qFatal("a choice is not where it is said to be");
    }
    if (!mergeOf(base, here, here).edit.isEmpty() || !mergeOf(base, here, base).edit.isEmpty())
        qFatal("merging with itself changed the page");
    if (mergeOf(base, base, disk).edit.appliedTo(base->sources()) != disk->sources())
        qFatal("a page without changes did not become what is on disk");
    markedConflicts(bytes);
    return 0;
}
