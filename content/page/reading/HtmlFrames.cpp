#include "content/page/reading/HtmlFrames.h"

#include "content/page/reading/TextLines.h"

#include <algorithm>

namespace vitrine {

namespace {

bool isFrameTag(const HtmlTag &tag)
{
    return isBlockElement(tag.name) && !isVoidElement(tag.name) && !tag.selfClosing && tag.name != "p"
        && tag.name != "li";
}

} // namespace

std::vector<HtmlTag> frameTags(const QByteArray &text, ByteRange range)
{
    std::vector<HtmlTag> tags;
    for (qsizetype at = text.indexOf('<', range.begin); at >= 0 && at < range.end; at = text.indexOf('<', at)) {
        if (const std::optional<ByteRange> comment = commentAt(text, at, range.end)) {
            at = comment->end;
            continue;
        }
        std::optional<HtmlTag> tag = readTag(text, at);
        at = tag ? tag->range.end : at + 1;
        if (tag && isFrameTag(*tag))
            tags.push_back(std::move(*tag));
    }
    return tags;
}

std::optional<HtmlTag> firstOpenFrame(const QByteArray &text, ByteRange range)
{
    std::vector<HtmlTag> open;
    for (HtmlTag &tag : frameTags(text, range)) {
        if (!tag.closing)
            open.push_back(std::move(tag));
        else if (!open.empty() && open.back().name == tag.name)
            open.pop_back();
        else
            return open.empty() ? tag : open.front();
    }
    return open.empty() ? std::nullopt : std::optional(open.front());
}

bool isOnlyFrames(const QByteArray &text, ByteRange range)
{
    for (ByteRange rest = trimmedIn(text, range); !rest.isEmpty(); rest = trimmedIn(text, rest)) {
        const std::optional<HtmlTag> tag = readTag(text, rest.begin);
        if (const std::optional<ByteRange> comment = commentAt(text, rest.begin, rest.end))
            rest.begin = comment->end;
        else if (tag && (isFrameTag(*tag) || tag->name == "span" || tag->name == "a"))
            rest.begin = std::min(rest.end, tag->range.end);
        else
            return false;
    }
    return true;
}

} // namespace vitrine
