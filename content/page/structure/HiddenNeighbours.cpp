#include "content/page/structure/HiddenNeighbours.h"

#include "content/markdown/Html.h"
#include "content/page/reading/TextLines.h"
#include "content/page/structure/EntrySpans.h"

#include <algorithm>

namespace vitrine {

namespace {

bool isList(Container container)
{
    return container == Container::List || container == Container::NumberedList;
}

bool isKramdown(const Page &page)
{
    return page.context().markdown.engine == Engine::Kramdown;
}

bool isLoose(const QByteArray &gap)
{
    return gap.count('\n') + gap.count('\r') - gap.count("\r\n") > 1;
}

qsizetype columnOf(const QByteArray &text, qsizetype at)
{
    return at - lineBeginAt(text, at);
}

/// Where the content of a list item begins in its line, in bytes.
qsizetype contentColumn(const QByteArray &text, const Entry &entry)
{
    qsizetype at = entry.range.begin;
    while (at < entry.range.end && text[at] != ' ' && text[at] != '\t')
        ++at;
    while (at < entry.range.end && text[at] == ' ')
        ++at;
    return columnOf(text, at);
}

/// The items around one of a list, which only separators part from it.
struct Neighbours
{
    std::vector<ByteRange> spans;
    std::vector<Entry> entries;
    int own = 0;

    bool has(const Page &page, int index) const
    {
        if (index < 0 || index >= static_cast<int>(entries.size()))
            return false;
        const auto at = static_cast<size_t>(index);
        const int towards = index < own ? index + 1 : index - 1;
        const auto next = static_cast<size_t>(towards);
        const QByteArray gap =
            index < own ? gapBetween(page, spans[at], spans[next]) : gapBetween(page, spans[next], spans[at]);
        return entries[at].container == entries[static_cast<size_t>(own)].container && isSeparator(gap);
    }
    QByteArray gapBehind(const Page &page, int index) const
    {
        return gapBetween(page, spans[static_cast<size_t>(index)], spans[static_cast<size_t>(index) + 1]);
    }
};

} // namespace

QByteArray indentInList(const Page &page, EntryRef ref)
{
    const Entry &entry = page.entry(ref);
    if (!isList(entry.container) || !isFirstOnLine(page.text(), entry.range.begin))
        return {};
    const Neighbours around{entrySpans(page, ref.section), page.section(ref.section).entries, ref.entry};
    if (!around.has(page, ref.entry - 1))
        return {};
    if (isKramdown(page) && !isLoose(around.gapBehind(page, ref.entry - 1)))
        return {};
    const Entry &previous = around.entries[static_cast<size_t>(ref.entry) - 1];
    const qsizetype column =
        previous.hidden ? columnOf(page.text(), previous.outerRange.begin) : contentColumn(page.text(), previous);
    return QByteArray(column, ' ');
}

bool keepsListAsShown(const Page &page, EntryRef ref)
{
    const Entry &entry = page.entry(ref);
    if (!isList(entry.container) || !isKramdown(page))
        return true;
    const Neighbours around{entrySpans(page, ref.section), page.section(ref.section).entries, ref.entry};
    if (!around.has(page, ref.entry + 1) || !isLoose(around.gapBehind(page, ref.entry)))
        return true;
    // The blank line behind this one makes the item before it a paragraph.
    int previous = ref.entry - 1;
    if (around.has(page, previous) && !isLoose(around.gapBehind(page, previous)))
        return false;
    while (around.has(page, previous) && around.entries[static_cast<size_t>(previous)].hidden)
        --previous;
    if (around.has(page, previous))
        return true;
    // The only item that is left is no paragraph any more, unless it holds blank lines itself.
    const Entry &next = around.entries[static_cast<size_t>(ref.entry) + 1];
    const QByteArray bytes = page.text(next.range);
    return around.has(page, ref.entry + 2) || bytes.contains("\n\n") || bytes.contains("\r\n\r\n")
        || bytes.contains("\n  \n");
}

bool endsApart(const Page &page, ByteRange range)
{
    const QByteArray &text = page.text();
    if (!isKramdown(page) || !isLastOnLine(text, range.end))
        return true;
    const qsizetype next = nextLineAt(text, range.end, text.size());
    const QByteArray line = text.mid(next, lineEndAt(text, next, text.size()) - next);
    const QByteArray start = line.trimmed();
    if (start.isEmpty() || start.startsWith('#') || start.startsWith("<!--") || start.startsWith("{%"))
        return true;
    if (start.startsWith('<')) {
        const std::optional<HtmlTag> tag = readTag(start, 0);
        return tag && isBlockElement(tag->name);
    }
    // Another item of the list, not one nested in this.
    const qsizetype indent = line.indexOf(start);
    const bool marker = QByteArrayView("*-+").contains(start[0]) || (start[0] >= '0' && start[0] <= '9');
    return marker && indent <= columnOf(text, range.begin) + 1;
}

} // namespace vitrine
