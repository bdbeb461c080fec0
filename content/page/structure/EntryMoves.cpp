#include "content/page/structure/EntrySpans.h"
#include "content/page/structure/Numbering.h"
#include "content/page/structure/SourceStretch.h"
#include "content/page/structure/VerifiedChange.h"

#include <algorithm>

namespace vitrine {

namespace {

/// The first of several ways to do a thing that keeps the laws; the first refusal when none does.
template<typename Try> Result<PageChange> firstThatHolds(size_t count, Try &&attempt)
{
    Result<PageChange> first = attempt(size_t(0));
    for (size_t i = 1; !first.ok() && i < count; ++i) {
        Result<PageChange> next = attempt(i);
        if (next.ok())
            return next;
    }
    return first;
}

/// Refuses to take an entry out of a comment that hides it with others.
std::optional<Error> refuseSharedComment(const Page &page, EntryRef ref)
{
    const Entry &entry = page.entry(ref);
    const bool shared = entry.hidden && entry.outerRange == entry.range;
    if (!shared)
        return {};
    return refusal(
        QT_TRANSLATE_NOOP("Edits", "This entry is hidden together with others. Show it first."),
        page.expansion().toSource(entry.range));
}

/// True where the separator behind an entry keeps apart what is written otherwise (a list and a box) and is wider than
/// the one before it: that one has to stay.
bool partsUnlikeBehind(const Page &page, EntryRef ref, const std::vector<ByteRange> &spans)
{
    const auto index = static_cast<size_t>(ref.entry);
    if (index == 0 || index + 1 >= spans.size())
        return false;
    const std::vector<Entry> &entries = page.section(ref.section).entries;
    const QByteArray before = gapBetween(page, spans[index - 1], spans[index]);
    const QByteArray behind = gapBetween(page, spans[index], spans[index + 1]);
    return entries[index - 1].container != entries[index + 1].container && isSeparator(before) && isSeparator(behind)
        && behind.count('\n') > before.count('\n');
}

Error cannotHost(const Page &page, const Entry &entry)
{
    const std::optional<SourceRange> place = page.expansion().toSource(entry.range);
    if (entry.container == Container::Box)
        return refusal(
            QT_TRANSLATE_NOOP("Edits", "A paper box cannot move into a list. Choose a section with boxes."), place);
    return refusal(
        QT_TRANSLATE_NOOP(
            "Edits",
            "Entries of that section are written in another form. Choose a section whose entries look like this one."),
        place);
}

Result<PageChange> moveInSection(const Page &page, EntryRef ref, int at)
{
    const std::vector<ByteRange> spans = entrySpans(page, ref.section);
    const int from = ref.entry;
    const std::vector<QByteArray> numerals = numeralsAfterMove(page, ref.section, from, at);
    const auto span = [&](int index) { return spans[static_cast<size_t>(index)]; };
    const auto textOf = [&](int index) {
        return withNumeral(writtenText(page, span(index)), numerals[static_cast<size_t>(index)]);
    };
    const int first = std::min(from, at);
    const int last = std::max(from, at);
    const QByteArray gap = gapBetween(page, span(first), span(first + 1));
    bool even = isSeparator(gap);
    for (int i = first; i < last; ++i)
        even = even && gapBetween(page, span(i), span(i + 1)) == gap;

    std::vector<TextChange> changes;
    if (even) {
        // Take it out and put it in again: the others keep their bytes and all that points at them.
        if (from < at) {
            changes.push_back({{span(from).begin, span(from + 1).begin}, {}});
            changes.push_back({{span(at).end, span(at).end}, gap + textOf(from)});
        } else {
            changes.push_back({{span(at).begin, span(at).begin}, textOf(from) + gap});
            changes.push_back({{span(from - 1).end, span(from).end}, {}});
        }
        for (int i = first; i <= last; ++i) {
            const Entry &entry = page.entry({ref.section, i});
            if (i != from && !numerals[static_cast<size_t>(i)].isEmpty())
                changes.push_back({numeralRange(page, entry), numerals[static_cast<size_t>(i)]});
        }
    } else {
        for (int slot = first; slot <= last; ++slot) {
            const int there = slot == at ? from : from < at ? slot + 1 : slot - 1;
            changes.push_back({span(slot), textOf(there)});
        }
    }
    Expectation expected;
    expected.moved = {{ref, {ref.section, at}}};
    expected.renumbered = true;
    expected.framesMayGo = true;
    Result<PageChange> result = verifiedChange(page, changes, expected, {EntryRef{ref.section, at}, {}});
    const Entry &entry = page.entry(ref);
    const Entry &other = page.entry({ref.section, at});
    if (!result && entry.container != other.container)
        return refusal(
            QT_TRANSLATE_NOOP(
                "Edits",
                "The entries there are written in another form. Choose a place beside entries that look like this "
                "one."),
            page.expansion().toSource(entry.range));
    if (!result && entry.hidden != other.hidden)
        return refuseSharedComment(page, other.hidden ? EntryRef{ref.section, at} : ref).value_or(result.error());
    return result;
}

/// The entry of a section beside which an entry of this container can stand, nearest to `at`.
std::optional<int> hostFor(const Page &page, const Entry &entry, int section, int at)
{
    const std::vector<Entry> &entries = page.section(section).entries;
    std::optional<int> best;
    for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
        const Entry &other = entries[static_cast<size_t>(i)];
        const bool sharesComment = other.hidden && other.outerRange == other.range;
        if (other.container != entry.container || sharesComment)
            continue;
        if (!best || std::abs(2 * i + 1 - 2 * at) < std::abs(2 * *best + 1 - 2 * at))
            best = i;
    }
    return best;
}

/// A place for an entry in a section: where it is inserted, with what separates it from its neighbours.
struct Insertion
{
    qsizetype at = 0;
    QByteArray before, after; ///< separators
};

/// Where an entry goes that becomes number `at` of a section that has entries.
Insertion insertionAt(const Page &page, int section, int at, Container container)
{
    const std::vector<ByteRange> spans = entrySpans(page, section);
    const QByteArray gap = separatorOf(page, section, container);
    if (at < static_cast<int>(spans.size()))
        return {spans[static_cast<size_t>(at)].begin, {}, gap};
    return {spans.back().end, gap, {}};
}

/// Where the first entry of a section without entries goes: behind what stands under its heading.
Insertion insertionInto(const Page &page, int section)
{
    const Section &target = page.section(section);
    qsizetype at = target.headingRange.end;
    for (const Block &block : target.blocks)
        at = std::max(at, block.range.end);
    // As other sections of the page leave space under their headings.
    QByteArray gap;
    for (int i = 0; gap.isEmpty() && i < static_cast<int>(page.outline().sections.size()); ++i) {
        const Section &other = page.section(i);
        if (other.entries.empty() || other.level == 0 || other.headingRange.end > other.entries.front().range.begin)
            continue;
        const QByteArray between = page.text({other.headingRange.end, entrySpans(page, i).front().begin});
        if (isSeparator(between))
            gap = between;
    }
    const QByteArray lineEnd = separatorOf(page, section, Container::List);
    if (gap.isEmpty() || !target.blocks.empty())
        gap = lineEnd + lineEnd;
    return {at, gap, {}};
}

Result<PageChange> moveToSection(const Page &page, EntryRef ref, int section, int at)
{
    const Entry &entry = page.entry(ref);
    const bool empty = page.section(section).entries.empty();
    const std::optional<int> host = hostFor(page, entry, section, at);
    if (!empty && !host)
        return cannotHost(page, entry);
    const std::vector<ByteRange> spans = entrySpans(page, ref.section);
    const size_t index = static_cast<size_t>(ref.entry);
    QByteArray bytes = writtenText(page, spans[index]);

    std::vector<TextChange> numerals = renumberedWithout(page, ref);
    if (host && entry.container == Container::NumberedList) {
        const NewNumeral number = numeralForNew(page, {section, *host}, at);
        bytes = withNumeral(bytes, number.numeral);
        numerals.insert(numerals.end(), number.others.begin(), number.others.end());
    } else if (host && entry.container == Container::List && !entry.hidden) {
        // Another bullet would begin another list.
        const qsizetype marker = entry.range.begin - spans[index].begin;
        bytes[marker] = page.text()[page.entry({section, *host}).range.begin];
    }
    const Insertion insertion = empty ? insertionInto(page, section) : insertionAt(page, section, at, entry.container);

    Expectation expected;
    expected.moved = {{ref, {section, at}}};
    expected.renumbered = true;
    expected.framesMayGo = true;
    const std::vector<ByteRange> removals = removalRanges(page, spans, index);
    return firstThatHolds(removals.size(), [&](size_t attempt) {
        std::vector<TextChange> changes = numerals;
        changes.push_back({removals[attempt], {}});
        changes.push_back({{insertion.at, insertion.at}, insertion.before + bytes + insertion.after});
        return verifiedChange(page, changes, expected, {EntryRef{section, at}, {}});
    });
}

} // namespace

Result<PageChange> removeEntry(const Page &page, EntryRef entry)
{
    if (!isEntry(page, entry))
        return noSuchEntry();
    const std::vector<ByteRange> spans = entrySpans(page, entry.section);
    std::vector<ByteRange> removals = removalRanges(page, spans, static_cast<size_t>(entry.entry));
    if (partsUnlikeBehind(page, entry, spans))
        std::swap(removals[0], removals[1]);
    Expectation expected;
    expected.removed = {entry};
    expected.renumbered = true;
    expected.framesMayGo = true;
    return firstThatHolds(removals.size(), [&](size_t attempt) {
        std::vector<TextChange> changes = renumberedWithout(page, entry);
        changes.push_back({removals[attempt], {}});
        return verifiedChange(page, changes, expected, {});
    });
}

Result<PageChange> moveEntry(const Page &page, EntryRef entry, int section, int at)
{
    if (!isEntry(page, entry))
        return noSuchEntry();
    if (!isSection(page, section))
        return noSuchSection();
    const int count = static_cast<int>(page.section(section).entries.size());
    const bool same = section == entry.section;
    if (at < 0 || at > (same ? count - 1 : count))
        return noSuchEntry();
    if (same && at == entry.entry)
        return verifiedChange(page, {}, {}, {entry, {}});
    if (same)
        return moveInSection(page, entry, at);
    if (const std::optional<Error> error = refuseSharedComment(page, entry))
        return *error;
    return moveToSection(page, entry, section, at);
}

Result<PageChange> duplicateEntry(const Page &page, EntryRef entry)
{
    if (!isEntry(page, entry))
        return noSuchEntry();
    const std::vector<ByteRange> spans = entrySpans(page, entry.section);
    const size_t index = static_cast<size_t>(entry.entry);
    const Entry &original = page.entry(entry);
    const Kind kind = page.section(entry.section).kind;
    if (original.container == Container::Paragraph && (kind == Kind::About || kind == Kind::Other))
        return refusal(
            QT_TRANSLATE_NOOP("Edits", "A copy of running text would be one text with it. Copy its words instead."),
            page.expansion().toSource(original.range));
    QByteArray bytes = writtenText(page, spans[index]);
    std::vector<TextChange> changes;
    if (original.container == Container::NumberedList) {
        NewNumeral number = numeralForNew(page, entry, entry.entry + 1);
        bytes = withNumeral(bytes, number.numeral);
        changes = std::move(number.others);
    }
    QByteArray gap = index + 1 < spans.size() ? gapBetween(page, spans[index], spans[index + 1]) : QByteArray();
    if (gap.isEmpty() || !isSeparator(gap))
        gap = separatorOf(page, entry.section, original.container);
    changes.push_back({{spans[index].end, spans[index].end}, gap + bytes});
    const EntryRef copy{entry.section, entry.entry + 1};
    Expectation expected;
    expected.added = {copy};
    expected.renumbered = true;
    return verifiedChange(page, changes, expected, {copy, {}});
}

} // namespace vitrine
