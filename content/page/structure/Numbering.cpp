#include "content/page/structure/Numbering.h"

#include <algorithm>

namespace vitrine {

namespace {

std::optional<qint64> numeralOf(const Page &page, const Entry &entry)
{
    if (entry.container != Container::NumberedList)
        return {};
    bool ok = false;
    const qint64 number = page.text(numeralRange(page, entry)).toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

/// The entries around one that are numbered by the same step.
struct Run
{
    int first = 0;
    int last = 0;
    int step = 0; ///< 1, -1, or 0 when nothing changes
};

Run runAround(const Page &page, EntryRef ref)
{
    const std::vector<Entry> &entries = page.section(ref.section).entries;
    const int count = static_cast<int>(entries.size());
    const auto number = [&](int index) -> std::optional<qint64> {
        if (index < 0 || index >= count)
            return {};
        return numeralOf(page, entries[static_cast<size_t>(index)]);
    };
    const auto stepTo = [&](int index) -> int {
        const auto a = number(index - 1);
        const auto b = number(index);
        return a && b && (*b - *a == 1 || *b - *a == -1) ? static_cast<int>(*b - *a) : 0;
    };
    Run run{ref.entry, ref.entry, stepTo(ref.entry)};
    if (run.step == 0)
        run.step = stepTo(ref.entry + 1);
    if (run.step == 0)
        return run;
    while (stepTo(run.first) == run.step)
        --run.first;
    while (stepTo(run.last + 1) == run.step)
        ++run.last;
    return run;
}

/// The number that is missing between the entries before and after a place, or before a list that starts at 2.
std::optional<qint64> missingNumber(const Page &page, int section, int at)
{
    const std::vector<Entry> &entries = page.section(section).entries;
    const auto number = [&](int index) -> std::optional<qint64> {
        if (index < 0 || index >= static_cast<int>(entries.size()))
            return {};
        return numeralOf(page, entries[static_cast<size_t>(index)]);
    };
    const auto before = number(at - 1);
    const auto after = number(at);
    if (at == 0 && after == 2 && number(1) != 1)
        return 1;
    const bool gap = before && after && (*after - *before == 2 || *before - *after == 2);
    return gap ? std::optional((*before + *after) / 2) : std::nullopt;
}

TextChange stepped(const Page &page, int section, int entry, int by)
{
    const Entry &other = page.section(section).entries[static_cast<size_t>(entry)];
    return {numeralRange(page, other), QByteArray::number(numeralOf(page, other).value_or(0) + by)};
}

} // namespace

ByteRange numeralRange(const Page &page, const Entry &entry)
{
    ByteRange range{entry.range.begin, entry.range.begin};
    while (range.end < entry.range.end && page.text()[range.end] >= '0' && page.text()[range.end] <= '9')
        ++range.end;
    return range;
}

QByteArray withNumeral(const QByteArray &bytes, const QByteArray &numeral)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto begin = std::find_if(bytes.cbegin(), bytes.cend(), isDigit);
    const auto end = std::find_if_not(begin, bytes.cend(), isDigit);
    QByteArray result = bytes;
    if (!numeral.isEmpty())
        result.replace(begin - bytes.cbegin(), end - begin, numeral);
    return result;
}

std::vector<TextChange> renumberedWithout(const Page &page, EntryRef entry)
{
    std::vector<TextChange> changes;
    const Run run = runAround(page, entry);
    for (int i = run.first; run.step != 0 && i <= run.last; ++i) {
        if ((run.step > 0 && i > entry.entry) || (run.step < 0 && i < entry.entry))
            changes.push_back(stepped(page, entry.section, i, -1));
    }
    return changes;
}

NewNumeral numeralForNew(const Page &page, EntryRef beside, int at)
{
    NewNumeral result;
    if (const auto missing = missingNumber(page, beside.section, at)) {
        result.numeral = QByteArray::number(*missing);
        return result;
    }
    const Run run = runAround(page, beside);
    result.numeral = page.text(numeralRange(page, page.entry(beside)));
    const bool alone = run.first == run.last;
    const qint64 own = numeralOf(page, page.entry(beside)).value_or(1);
    if (run.step == 0) {
        // One entry numbered 1 becomes two; "1. 1. 1." stays as it is.
        const int count = static_cast<int>(page.section(beside.section).entries.size());
        if (alone && count == 1 && at > beside.entry)
            result.numeral = QByteArray::number(own + 1);
        else if (alone && count == 1)
            result.others.push_back(stepped(page, beside.section, beside.entry, 1));
        return result;
    }
    const qint64 atBeside = own + run.step * (at - beside.entry);
    result.numeral = QByteArray::number(run.step > 0 ? atBeside : atBeside + 1);
    for (int i = run.first; i <= run.last; ++i) {
        if ((run.step > 0 && i >= at) || (run.step < 0 && i < at))
            result.others.push_back(stepped(page, beside.section, i, 1));
    }
    return result;
}

std::vector<QByteArray> numeralsAfterMove(const Page &page, int section, int from, int to)
{
    const std::vector<Entry> &entries = page.section(section).entries;
    std::vector<QByteArray> numerals(entries.size());
    const Run run = runAround(page, {section, from});
    const int first = std::min(from, to);
    const int last = std::max(from, to);
    if (run.step == 0 || first < run.first || last > run.last)
        return numerals;
    for (int i = first; i <= last; ++i) {
        const int slot = i == from ? to : from < to ? i - 1 : i + 1;
        numerals[static_cast<size_t>(i)] = page.text(numeralRange(page, entries[static_cast<size_t>(slot)]));
    }
    return numerals;
}

} // namespace vitrine
