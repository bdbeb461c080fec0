#include "content/page/Edits.h"
#include "content/render/Render.h"
#include "tests/support/Invariants.h"
#include "tests/support/PageFixtures.h"

using namespace vitrine;

namespace {

/// Applies a change and its inverse; aborts when the bytes do not come back or the page after it is not what its bytes
/// say.
void checkChange(const Page &page, const Result<PageChange> &change)
{
    if (!change)
        return;
    const SourceSet after = change->edit.appliedTo(page.sources());
    if (after != change->after->sources())
        qFatal("the page after an edit has other bytes than the edit makes");
    if (change->edit.inverse(page.sources()).appliedTo(after) != page.sources())
        qFatal("undo does not give the same bytes back");
}

/// Setting a field to what it says is no edit; any other change of it can be undone.
void checkFields(const Page &page, EntryRef ref)
{
    for (const Field &field : page.entry(ref).fields) {
        const Result<PageChange> same = setFields(page, ref, {{field.id, field.value}});
        if (same && !same->edit.isEmpty())
            qFatal("setting a field to its own value changed the page");
        if (field.value.isText())
            checkChange(page, setFields(page, ref, {{field.id, Value(field.value.text() + " more")}}));
    }
}

} // namespace

/// Any bytes give a page whose invariants hold, that can be shown, and whose edits keep the laws.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const std::shared_ptr<const Page> page = test::readPage(bytes);
    if (const QString broken = test::brokenInvariant(*page); !broken.isEmpty())
        qFatal("%s", qPrintable(broken));
    renderContent(*page);
    int budget = 3; // edits read the page again: a few of them are enough for one input
    for (int section = 0; section < static_cast<int>(page->outline().sections.size()) && budget > 0; ++section) {
        checkChange(*page, hideSection(*page, section));
        for (int entry = 0; entry < static_cast<int>(page->section(section).entries.size()) && budget > 0;
             ++entry, --budget) {
            checkFields(*page, {section, entry});
            checkChange(*page, removeEntry(*page, {section, entry}));
            checkChange(*page, hideEntry(*page, {section, entry}));
        }
    }
    return 0;
}
