#include "content/page/structure/SectionSpans.h"

#include "content/markdown/Html.h"

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

bool isBalanced(const QByteArray &text, ByteRange range)
{
    QByteArrayList open;
    for (qsizetype at = text.indexOf('<', range.begin); at >= 0 && at < range.end; at = text.indexOf('<', at)) {
        if (const std::optional<ByteRange> comment = commentAt(text, at, range.end)) {
            at = comment->end;
            continue;
        }
        const std::optional<HtmlTag> tag = readTag(text, at);
        at = tag ? tag->range.end : at + 1;
        if (!tag || !isBlockElement(tag->name) || isVoidElement(tag->name) || tag->selfClosing || tag->name == "p"
            || tag->name == "li")
            continue;
        if (!tag->closing)
            open.push_back(tag->name);
        else if (open.isEmpty() || open.takeLast() != tag->name)
            return false;
    }
    return open.isEmpty();
}

} // namespace vitrine
