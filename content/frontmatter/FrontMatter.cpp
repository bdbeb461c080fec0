#include "content/frontmatter/YamlText.h"

namespace vitrine {

namespace {

/// A line as Ruby sees it: it ends at a line feed only.
ByteRange rubyLine(QByteArrayView bytes, qsizetype begin)
{
    const qsizetype feed = bytes.indexOf('\n', begin);
    return {begin, feed < 0 ? bytes.size() : feed + 1};
}

bool isOnlyWhiteSpace(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
    });
}

bool isFence(QByteArrayView line, QByteArrayView fence)
{
    return line.startsWith(fence) && isOnlyWhiteSpace(line.sliced(fence.size()));
}

} // namespace

// Jekyll: /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m. The blank lines that its last \s* would take as well are
// left to the body, where they mean nothing.
FrontMatter findFrontMatter(QByteArrayView bytes)
{
    FrontMatter found;
    const qsizetype begin = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    found.range = {begin, begin};
    found.yaml = found.range;
    found.bodyBegin = begin;
    const ByteRange opening = rubyLine(bytes, begin);
    const QByteArrayView openingLine = bytes.sliced(opening.begin, opening.size());
    if (!openingLine.endsWith('\n') || !isFence(openingLine, "---"))
        return found;
    for (ByteRange line = rubyLine(bytes, opening.end); !line.isEmpty(); line = rubyLine(bytes, line.end)) {
        const QByteArrayView text = bytes.sliced(line.begin, line.size());
        if (isFence(text, "---") || isFence(text, "...")) {
            found.range = {begin, line.end};
            found.yaml = {opening.end, line.begin};
            found.bodyBegin = line.end;
            return found;
        }
    }
    found.closed = false;
    return found;
}

} // namespace vitrine
