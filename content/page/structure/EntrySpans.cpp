#include "content/page/structure/EntrySpans.h"

#include "content/page/reading/TextLines.h"
#include "content/text/LineIndex.h"

#include <algorithm>

namespace vitrine {

std::vector<ByteRange> entrySpans(const Page &page, int section)
{
    const QByteArray &text = page.text();
    std::vector<ByteRange> spans;
    for (const Entry &entry : page.section(section).entries) {
        ByteRange span = entry.outerRange;
        const bool ownLines = isFirstOnLine(text, span.begin) && isLastOnLine(text, span.end);
        if (ownLines)
            span = {lineBeginAt(text, span.begin), lineEndAt(text, span.end, text.size())};
        spans.push_back(span);
    }
    return spans;
}

bool isSeparator(const QByteArray &between)
{
    return std::all_of(between.begin(), between.end(), [](char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '>';
    });
}

QByteArray gapBetween(const Page &page, ByteRange first, ByteRange second)
{
    return page.text({first.end, std::max(first.end, second.begin)});
}

QByteArray separatorOf(const Page &page, int section, Container container)
{
    const std::vector<ByteRange> spans = entrySpans(page, section);
    const std::vector<Entry> &entries = page.section(section).entries;
    for (size_t i = 1; i < spans.size(); ++i) {
        const QByteArray gap = gapBetween(page, spans[i - 1], spans[i]);
        if (entries[i].container == container && !gap.isEmpty() && isSeparator(gap))
            return gap;
    }
    const QByteArray lineEnd = lineEndBytes(dominantLineEnd(page.text()));
    const bool tight = container == Container::List || container == Container::NumberedList
        || container == Container::HtmlItem || container == Container::TableRow;
    return tight ? lineEnd : lineEnd + lineEnd;
}

ByteRange linesOf(const QByteArray &text, ByteRange range)
{
    const auto isBlankLine = [&](qsizetype at) {
        return at < text.size() && trimmedIn(text, {at, lineEndAt(text, at, text.size())}).isEmpty();
    };
    if (!isFirstOnLine(text, range.begin) || !isLastOnLine(text, range.end))
        return range;
    range.begin = lineBeginAt(text, range.begin);
    const qsizetype lastLineEnd = lineEndAt(text, range.end, text.size());
    range.end = nextLineAt(text, range.end, text.size());
    if (range.end == lastLineEnd && range.begin > 0) { // no line end at the end of the page
        --range.begin;
        if (range.begin > 0 && text[range.begin] == '\n' && text[range.begin - 1] == '\r')
            --range.begin;
        return range;
    }
    const bool blankBefore = range.begin == 0 || isBlankLine(lineBeginAt(text, range.begin - 1));
    while (blankBefore && isBlankLine(range.end))
        range.end = nextLineAt(text, range.end, text.size());
    return range;
}

std::vector<ByteRange> removalRanges(const Page &page, const std::vector<ByteRange> &spans, size_t index)
{
    const ByteRange span = spans[index];
    std::vector<ByteRange> ranges;
    if (index + 1 < spans.size() && isSeparator(gapBetween(page, span, spans[index + 1]))) {
        // A neighbour on the same line keeps the indent.
        const bool sameLine = !isFirstOnLine(page.text(), spans[index + 1].begin);
        ranges.push_back({sameLine ? trimmedIn(page.text(), span).begin : span.begin, spans[index + 1].begin});
    }
    if (index > 0 && isSeparator(gapBetween(page, spans[index - 1], span)))
        ranges.push_back({spans[index - 1].end, span.end});
    ranges.push_back(linesOf(page.text(), span));
    ranges.push_back(span);
    return ranges;
}

} // namespace vitrine
