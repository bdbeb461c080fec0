#include "content/changes/PageDifference.h"
#include "content/changes/merging/PageMerge.h"
#include "content/page/Edits.h"
#include "tests/bench/Timing.h"
#include "tests/support/MadePage.h"
#include "tests/support/PageFixtures.h"

#include <cstdio>

using namespace vitrine;

namespace {

void report(const char *what, const std::vector<qint64> &times)
{
    std::printf(
        "%s: %.2f ms (median), %.2f ms (95 %%)\n", what, static_cast<double>(bench::percentile(times, 0.5)) / 1e6,
        static_cast<double>(bench::percentile(times, 0.95)) / 1e6);
}

/// The first understood entry with this field.
std::optional<EntryRef> entryWith(const Page &page, FieldId field)
{
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        for (int e = 0; e < static_cast<int>(page.section(s).entries.size()); ++e) {
            const Field *known = page.entry({s, e}).field(field);
            if (page.entry({s, e}).structured && known && known->range)
                return EntryRef{s, e};
        }
    }
    return {};
}

void timeField(const Page &page, FieldId field, const Value &value)
{
    const auto ref = entryWith(page, field);
    if (!ref)
        return;
    bool done = true;
    const auto times = bench::measure(50, [&] { done = setFields(page, *ref, {{field, value}}).ok() && done; });
    report(QByteArray(QByteArray("set ") + schemaOf(field).name + (done ? "" : " (refused)")).constData(), times);
}

/// What saving will do, after one edit and after two hundred, and taking in what another program changed.
void timeChanges(int entries)
{
    const auto page = test::readPage(test::madePage(entries));
    const QByteArray few = QByteArray(page->bytes()).replace(page->bytes().size() / 2, 3, "abc");
    const QByteArray many = QByteArray(page->bytes()).replace("in the Conference", "at the Conference");
    const auto edited = test::readPage(few), rewritten = test::readPage(many);
    const QByteArray size = QByteArray::number(entries) + " entries, ";
    report((size + "one changed").constData(), bench::measure(50, [&] { differenceOf(page, edited); }));
    report((size + "half changed").constData(), bench::measure(20, [&] { differenceOf(page, rewritten); }));
    report((size + "merged").constData(), bench::measure(20, [&] { mergeOf(page, edited, rewritten); }));
}

} // namespace

/// One edit with its verifying read, on a page of 120 entries.
int main()
{
    const auto page = test::readPage(test::madePage(120));
    report("read", bench::measure(50, [&] { test::readPage(page->bytes()); }));
    timeField(*page, FieldId::Text, QByteArray("Two papers are accepted at once"));
    timeField(*page, FieldId::Title, QByteArray("A Title of Several Words"));
    timeField(*page, FieldId::Venue, QByteArray("International Conference on Walks"));
    timeField(*page, FieldId::Date, QByteArray("2024-05"));
    for (int section = 0; section < static_cast<int>(page->outline().sections.size()); ++section) {
        if (page->section(section).kind != Kind::News)
            continue;
        const FieldValues values{{FieldId::Date, QByteArray("2024-05")}, {FieldId::Text, QByteArray("One more")}};
        bool done = true;
        const auto times = bench::measure(50, [&] { done = addEntry(*page, section, {}, values).ok() && done; });
        report(done ? "add news" : "add news (refused)", times);
    }
    timeChanges(120);
    timeChanges(1000);
    return 0;
}
