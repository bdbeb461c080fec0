#include "content/page/structure/SectionSpans.h"

#include "content/page/reading/HtmlFrames.h"
#include "content/page/reading/TextLines.h"

#include <algorithm>

namespace vitrine {

int sectionsEnd(const Page &page, int section)
{
    const auto isInside = [&](int index) {
        while (index > section)
            index = page.section(index).parent;
        return index == section;
    };
    int end = section + 1;
    while (end < static_cast<int>(page.outline().sections.size()) && isInside(end))
        ++end;
    return end;
}

std::vector<int> withSubsections(const Page &page, int section)
{
    std::vector<int> sections;
    for (int i = section; i < sectionsEnd(page, section); ++i)
        sections.push_back(i);
    return sections;
}

namespace {

/// The tag that opens a frame of this name directly before `at`.
std::optional<ByteRange> openingBefore(const QByteArray &text, qsizetype at, QByteArrayView name)
{
    const ByteRange before = trimmedIn(text, {0, at});
    if (before.isEmpty() || text[before.end - 1] != '>')
        return {};
    const qsizetype begin = text.lastIndexOf('<', before.end - 1);
    const std::optional<HtmlTag> tag = begin < 0 ? std::nullopt : readTag(text, begin);
    const bool opens = tag && !tag->closing && tag->name == name && tag->range.end == before.end;
    return opens ? std::optional(tag->range) : std::nullopt;
}

} // namespace

std::optional<ByteRange> wholeOf(const Page &page, int index)
{
    const QByteArray &text = page.text();
    ByteRange whole = standingIn(text, page.section(index).range);
    const std::optional<HtmlTag> first = firstOpenFrame(text, whole);
    if (!first)
        return whole;
    const ByteRange rest{first->range.begin, whole.end};
    if (!isOnlyFrames(text, rest))
        return {};
    whole.end = standingIn(text, {whole.begin, rest.begin}).end;
    // The frames that hold this section and nothing else.
    qsizetype at = rest.begin;
    for (const HtmlTag &tag : frameTags(text, rest)) {
        const bool next = tag.closing && trimmedIn(text, {at, tag.range.begin}).isEmpty();
        const std::optional<ByteRange> opening = next ? openingBefore(text, whole.begin, tag.name) : std::nullopt;
        if (!opening)
            break;
        whole = {opening->begin, tag.range.end};
        at = whole.end;
    }
    return whole;
}

} // namespace vitrine
