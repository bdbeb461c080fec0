#include "content/page/structure/CommentSafety.h"

#include "content/markdown/Html.h"
#include "content/page/reading/TextLines.h"

#include <algorithm>

namespace vitrine {

namespace {

QByteArray lineAt(const QByteArray &text, qsizetype at)
{
    const qsizetype begin = lineBeginAt(text, at);
    return text.mid(begin, lineEndAt(text, at, text.size()) - begin);
}

/// The line before the one in which `at` lies, or nothing in the first line.
std::optional<qsizetype> lineBefore(const QByteArray &text, qsizetype at)
{
    const qsizetype begin = lineBeginAt(text, at);
    if (begin == 0)
        return {};
    const bool crLf = begin > 1 && text[begin - 1] == '\n' && text[begin - 2] == '\r';
    return lineBeginAt(text, begin - (crLf ? 2 : 1));
}

bool isListMarker(const QByteArray &line)
{
    if (line.isEmpty())
        return false;
    qsizetype at = 0;
    while (at < line.size() && line[at] >= '0' && line[at] <= '9')
        ++at;
    const bool numbered = at > 0 && at < line.size() && line[at] == '.';
    const bool bullet = at == 0 && (line[0] == '*' || line[0] == '-' || line[0] == '+');
    if (!numbered && !bullet)
        return false;
    return at + 1 >= line.size() || line[at + 1] == ' ' || line[at + 1] == '\t';
}

/// Lines that kramdown takes for the begin of another block inside a paragraph.
bool endsParagraph(const QByteArray &line)
{
    const QByteArray start = line.trimmed();
    if (start.isEmpty() || isListMarker(start))
        return true;
    if (start.startsWith('<')) {
        const std::optional<HtmlTag> tag = readTag(start, 0);
        return !tag || isBlockElement(tag->name);
    }
    static const QByteArrayList openers{"#", ">", "```", "~~~", ":", "{:", "{::", "$$", "|", "^", "===", "---", "***"};
    return std::any_of(
        openers.begin(), openers.end(), [&](const QByteArray &opener) { return start.startsWith(opener); });
}

bool isUnderline(const QByteArray &line)
{
    const QByteArray marks = line.trimmed();
    // A lone `-` is an empty list item.
    return (marks.size() > 1 || marks == "=") && (marks.count('=') == marks.size() || marks.count('-') == marks.size());
}

/// True when a block begins at the line of `at`: behind a blank line, a heading, a block of HTML or a comment that
/// itself stands where a block begins.
bool isBlockBegin(const QByteArray &text, qsizetype at)
{
    for (;;) {
        const std::optional<qsizetype> before = lineBefore(text, at);
        if (!before)
            return true;
        const QByteArray line = lineAt(text, *before).trimmed();
        if (line.isEmpty() || line.startsWith('#') || isUnderline(line))
            return true;
        if (line.startsWith('<') && !line.startsWith("<!--")) {
            const std::optional<HtmlTag> tag = readTag(line, 0);
            return tag && isBlockElement(tag->name) && line.endsWith('>');
        }
        if (!line.endsWith("-->"))
            return false;
        const qsizetype open = text.lastIndexOf("<!--", lineBeginAt(text, at) - 1);
        if (open < 0 || !isFirstOnLine(text, open))
            return false;
        at = open;
    }
}

/// The text of the paragraph that runs into the line of `at`.
QByteArray paragraphBefore(const QByteArray &text, qsizetype at)
{
    const qsizetype end = lineBeginAt(text, at);
    qsizetype begin = end;
    while (const std::optional<qsizetype> before = lineBefore(text, begin)) {
        if (lineAt(text, *before).trimmed().isEmpty())
            break;
        begin = *before;
    }
    return text.mid(begin, end - begin);
}

/// True when a code or math span or a tag that was opened before may swallow the begin of the comment, or when the
/// paragraph is a table that another line would make text of.
bool leavesSomethingOpen(const QByteArray &paragraph)
{
    return paragraph.contains('|') || paragraph.count('`') % 2 != 0 || paragraph.count("$$") % 2 != 0
        || paragraph.lastIndexOf('<') > paragraph.lastIndexOf('>');
}

} // namespace

bool commentHolds(const QByteArray &text, ByteRange comment, Engine engine)
{
    const QByteArray inside = text.mid(comment.begin + 4, comment.size() - 7);
    if (inside.contains("-->") || inside.contains("--!>") || inside.startsWith('>') || inside.startsWith("->"))
        return false;
    if (!isFirstOnLine(text, comment.begin))
        return !inside.contains('\n') && !inside.contains('\r');
    if (engine == Engine::Gfm || isBlockBegin(text, comment.begin))
        return true;
    if (leavesSomethingOpen(paragraphBefore(text, comment.begin)))
        return false;
    const qsizetype firstLineEnd = lineEndAt(text, comment.begin, comment.end);
    for (qsizetype at = nextLineAt(text, firstLineEnd, comment.end); at < comment.end;
         at = nextLineAt(text, at, comment.end)) {
        if (endsParagraph(text.mid(at, lineEndAt(text, at, comment.end) - at)))
            return false;
    }
    return true;
}

} // namespace vitrine
