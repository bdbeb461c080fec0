#include "content/page/reading/Titles.h"

#include "content/page/reading/TextLines.h"

#include <QString>

#include <algorithm>

namespace vitrine {

namespace {

constexpr int deepest = 50;

void appendShown(QByteArray &result, QByteArrayView text, const std::vector<Node> &inlines, int depth)
{
    for (const Node &node : inlines) {
        switch (node.kind) {
        case NodeKind::Text:
            result += text.sliced(node.range.begin, node.range.size());
            break;
        case NodeKind::SoftBreak:
        case NodeKind::HardBreak:
            result += ' ';
            break;
        case NodeKind::Code:
        case NodeKind::Escape:
        case NodeKind::Entity:
        case NodeKind::Typographic:
        case NodeKind::MathInline:
            result += node.text;
            break;
        case NodeKind::Image:
            break;
        default:
            if (depth < deepest)
                appendShown(result, text, node.children, depth + 1);
        }
    }
}

bool isWrapper(const Node &node)
{
    return node.kind == NodeKind::Strong || node.kind == NodeKind::Emphasis || node.kind == NodeKind::Strikethrough
        || node.kind == NodeKind::Link;
}

/// Things beside a title that are no part of it.
bool isAside(const Node &node)
{
    return node.kind == NodeKind::HtmlInline || node.kind == NodeKind::Image || node.kind == NodeKind::Link
        || node.kind == NodeKind::FootnoteReference || node.kind == NodeKind::HtmlElement
        || node.kind == NodeKind::Comment || node.kind == NodeKind::AttributeLine;
}

bool isBreak(const Node &node)
{
    return node.kind == NodeKind::SoftBreak || node.kind == NodeKind::HardBreak;
}

bool saysSomething(QByteArrayView text, const Node &node)
{
    QByteArray shown;
    appendShown(shown, text, {node}, 0);
    return !shown.trimmed().isEmpty();
}

/// Bytes at the begin of `text` that are a `:shortcode:`.
qsizetype shortcode(QByteArrayView text)
{
    if (!text.startsWith(':'))
        return 0;
    qsizetype at = 1;
    while (at < text.size()
           && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= '0' && text[at] <= '9') || text[at] == '_'
               || text[at] == '+' || text[at] == '-'))
        ++at;
    return at > 1 && at < text.size() && text[at] == ':' ? at + 1 : 0;
}

bool isEmoji(char32_t c)
{
    if (c < 0xa0 || (c >= 0x3000 && c < 0x3300))
        return false;
    const QChar::Category category = QChar::category(c);
    return category == QChar::Symbol_Other || category == QChar::Symbol_Modifier || (c >= 0x1f000 && c < 0x20000)
        || (c >= 0x2190 && c < 0x2c00 && category == QChar::Symbol_Math);
}

/// Variation selectors, joiners and the like, which only follow an emoji.
bool isEmojiTail(char32_t c)
{
    return c == 0x200d || c == 0xfe0f || c == 0xfe0e || c == 0x20e3 || (c >= 0xe0020 && c <= 0xe007f);
}

char32_t codePointAt(QByteArrayView text, qsizetype &size)
{
    const auto first = static_cast<unsigned char>(text.front());
    size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    size = std::min(size, text.size());
    const QList<uint> decoded = QString::fromUtf8(text.first(size)).toUcs4();
    return decoded.size() == 1 ? decoded.front() : 0xfffd;
}

/// The part of a title's bytes that is left without what leads up to an aside: "Publications (" before a link.
ByteRange withoutLoose(QByteArrayView text, ByteRange range, bool beforeAside)
{
    range = trimmedIn(text, range);
    while (beforeAside && range.size() > 1 && QByteArrayView("([|:- \t").contains(text[range.end - 1]))
        --range.end;
    return range;
}

struct Found
{
    ByteRange emoji;
    ByteRange title;
};

/// The range of a title among inlines.
Found findTitle(QByteArrayView text, const std::vector<Node> &inlines, Found found, int depth)
{
    auto first = inlines.begin();
    qsizetype begin = 0;
    for (; first != inlines.end(); ++first) {
        if (isBreak(*first) || (isAside(*first) && !saysSomething(text, *first)))
            continue;
        begin = first->range.begin;
        if (first->kind != NodeKind::Text)
            break;
        const QByteArrayView written = text.sliced(begin, first->range.size());
        qsizetype blanks = 0;
        while (blanks < written.size() && (written[blanks] == ' ' || written[blanks] == '\t'))
            ++blanks;
        const qsizetype emoji = found.emoji.isEmpty() ? leadingEmoji(written.sliced(blanks)) : 0;
        if (emoji > 0)
            found.emoji = {begin + blanks, begin + blanks + emoji};
        begin = trimmedIn(text, {begin + blanks + emoji, first->range.end}).begin;
        if (begin < first->range.end)
            break;
    }
    if (first == inlines.end())
        return found;
    const auto says = [&](const Node &node) { return saysSomething(text, node); };
    const auto next = std::find_if(first + 1, inlines.end(), says);
    if (isWrapper(*first) && (next == inlines.end() || isAside(*next) || first->kind == NodeKind::Link)
        && depth < deepest)
        return findTitle(text, first->children, found, depth + 1);
    auto last = first + 1;
    while (last != inlines.end() && !isAside(*last) && !isBreak(*last))
        ++last;
    found.title = withoutLoose(text, {begin, (last - 1)->range.end}, last != inlines.end());
    return found;
}

QByteArray shownIn(QByteArrayView text, const std::vector<Node> &inlines, ByteRange range, int depth)
{
    QByteArray result;
    for (const Node &node : inlines) {
        if (!node.range.overlaps(range))
            continue;
        const ByteRange both{std::max(node.range.begin, range.begin), std::min(node.range.end, range.end)};
        if (node.kind == NodeKind::Text)
            result += text.sliced(both.begin, both.size());
        else if (range.contains(node.range))
            appendShown(result, text, {node}, depth);
        else if (depth < deepest)
            result += shownIn(text, node.children, range, depth + 1);
    }
    return result;
}

} // namespace

Title readTitle(QByteArrayView text, const std::vector<Node> &inlines, ByteRange content)
{
    const Found found = findTitle(text, inlines, {{}, {content.begin, content.begin}}, 0);
    Title title;
    title.range = found.title;
    title.text = shownIn(text, inlines, found.title, 0).simplified();
    title.emoji = text.sliced(found.emoji.begin, found.emoji.size()).toByteArray();
    if (title.range.isEmpty() && !found.emoji.isEmpty())
        title.range = {found.emoji.end, found.emoji.end};
    return title;
}

QByteArray shownText(QByteArrayView text, const std::vector<Node> &inlines)
{
    QByteArray result;
    appendShown(result, text, inlines, 0);
    return result.simplified();
}

qsizetype leadingEmoji(QByteArrayView text)
{
    qsizetype end = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        if (const qsizetype code = shortcode(text.sliced(at)); code > 0) {
            end = at += code;
            continue;
        }
        qsizetype size = 0;
        const char32_t c = codePointAt(text.sliced(at), size);
        if (isEmoji(c) || (end > 0 && isEmojiTail(c)))
            end = at + size;
        else if (c != ' ')
            break;
        at += size;
    }
    return end;
}

} // namespace vitrine
