#include "content/page/reading/PagePieceReader.h"

#include "content/markdown/Html.h"
#include "content/page/reading/TextLines.h"

#include <algorithm>
#include <array>

namespace vitrine {

namespace {

/// Trees come from readers that bound their depth; this only keeps us safe from one that does not.
constexpr int deepest = 200;
/// How many times over a text looking for end tags may read it.
constexpr qsizetype budgetPerByte = 6;

template<size_t size> bool isOneOf(const QByteArray &name, const std::array<QByteArrayView, size> &names)
{
    return std::find(names.begin(), names.end(), QByteArrayView(name)) != names.end();
}

/// Elements that are one thing, whatever is in them.
bool isWhole(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 17> names{
        "script", "style", "svg",    "iframe", "pre",      "object",   "video", "audio",  "picture",
        "map",    "form",  "button", "select", "noscript", "template", "math",  "summary"};
    return isOneOf(name, names);
}

/// Elements that stand in a line of text.
bool isInlineElement(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 25> names{
        "a",    "abbr", "b", "br",   "code",  "del",  "em",     "font", "i",   "img",  "ins", "kbd", "label",
        "mark", "q",    "s", "samp", "small", "span", "strong", "sub",  "sup", "time", "u",   "wbr"};
    return isOneOf(name, names);
}

int headingLevel(const QByteArray &name)
{
    const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    return heading ? name[1] - '0' : 0;
}

bool hasClass(const HtmlTag &tag, QByteArrayView wanted)
{
    const HtmlAttribute *attribute = tag.attribute("class");
    return attribute && attribute->value.simplified().split(' ').contains(wanted.toByteArray());
}

/// The tag at `at` when it ends before `limit`.
std::optional<HtmlTag> tagIn(QByteArrayView text, qsizetype at, qsizetype limit)
{
    std::optional<HtmlTag> tag = at < limit ? readTag(text, at) : std::nullopt;
    return tag && tag->range.end <= limit ? tag : std::nullopt;
}

/// True for text of which nothing is left but HTML tags and blanks.
bool isTagsOnly(QByteArrayView text, ByteRange range)
{
    range = trimmedIn(text, range);
    for (qsizetype at = range.begin; at < range.end;) {
        const std::optional<HtmlTag> tag = tagIn(text, at, range.end);
        if (!tag)
            return false;
        at = trimmedIn(text, {tag->range.end, range.end}).begin;
    }
    return true;
}

/// `<span class='anchor' id='news'></span>`: an element with an id and nothing in it, with nothing behind it in its
/// line.
std::optional<ByteRange> anchorAt(QByteArrayView text, qsizetype at, qsizetype limit)
{
    const std::optional<HtmlTag> tag = tagIn(text, at, limit);
    if (!tag || tag->closing || (tag->name != "span" && tag->name != "a" && tag->name != "div"))
        return {};
    const std::optional<HtmlTag> end = tagIn(text, tag->range.end, limit);
    const bool empty = end && end->closing && end->name == tag->name && isLastOnLine(text, end->range.end);
    const bool named = tag->attribute("id") || tag->attribute("name");
    return empty && named ? std::optional(ByteRange{at, end->range.end}) : std::nullopt;
}

/// True for text that is an anchor and nothing else.
bool isAnchor(QByteArrayView text, ByteRange range)
{
    range = trimmedIn(text, range);
    const std::optional<ByteRange> anchor = anchorAt(text, range.begin, range.end);
    return anchor && anchor->end == range.end;
}

bool isLiquidOnly(QByteArrayView text, ByteRange range)
{
    range = trimmedIn(text, range);
    if (range.isEmpty())
        return false;
    while (!range.isEmpty()) {
        const QByteArrayView rest = text.sliced(range.begin, range.size());
        const bool tag = rest.startsWith("{%");
        if (!tag && !rest.startsWith("{{"))
            return false;
        const qsizetype end = rest.indexOf(tag ? "%}" : "}}");
        if (end < 0)
            return false;
        range = trimmedIn(text, {range.begin + end + 2, range.end});
    }
    return true;
}

/// True for text that begins like a list item, a heading or a box.
bool beginsEntry(QByteArrayView text)
{
    qsizetype at = 0;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    const bool bullet = at == 0 && text.size() > 1 && QByteArrayView("*-+").contains(text[0]);
    const bool numbered = at > 0 && at + 1 < text.size() && (text[at] == '.' || text[at] == ')');
    if (bullet || numbered)
        return text[at + 1] == ' ' || text[at + 1] == '\t';
    return text.startsWith("# ") || text.startsWith("##") || text.startsWith("<div") || text.startsWith("<li");
}

/// A comment in the last lines of a range that begins a line and hides an entry or a heading.
std::optional<ByteRange> hidingCommentAtEnd(QByteArrayView text, ByteRange range)
{
    const ByteRange inner = trimmedIn(text, range);
    const QByteArrayView bytes = text.sliced(inner.begin, inner.size());
    if (!bytes.endsWith("-->"))
        return {};
    const qsizetype open = bytes.lastIndexOf("<!--");
    if (open <= 0 || !isFirstOnLine(text, inner.begin + open))
        return {};
    const ByteRange comment{inner.begin + open, inner.end};
    ByteRange inside{comment.begin + 4, comment.end - 3};
    while (!inside.isEmpty() && text[inside.begin] == '-')
        ++inside.begin;
    inside = trimmedIn(text, inside);
    const QByteArrayView hidden = text.sliced(inside.begin, inside.size());
    return !hidden.contains("-->") && beginsEntry(hidden) ? std::optional(comment) : std::nullopt;
}

} // namespace

PagePieceReader::PagePieceReader(QByteArrayView text) : m_text(text), m_budget(text.size() * budgetPerByte) { }

std::vector<PagePiece> PagePieceReader::read(const Node &tree, ByteRange range)
{
    m_range = range;
    m_done = range.begin;
    m_commentsEnd = true;
    m_pieces.clear();
    visitChildren(tree, 0);
    return std::move(m_pieces);
}

void PagePieceReader::visitChildren(const Node &node, int depth)
{
    for (const Node &child : node.children)
        visit(child, depth);
}

void PagePieceReader::visit(const Node &node, int depth)
{
    if (node.range.end <= m_done)
        return;
    if (node.range.begin < m_done) {
        // An element begun earlier reaches into this node.
        readHtml({m_done, node.range.end});
        return;
    }
    switch (node.kind) {
    case NodeKind::Heading:
        return add({PagePiece::Type::Heading, standingIn(m_text, node.range), node.content, &node, node.number});
    case NodeKind::Paragraph:
        return visitParagraph(node);
    case NodeKind::List:
        return visitList(node);
    case NodeKind::BlockQuote:
        if (depth < deepest)
            return visitChildren(node, depth + 1);
        break;
    case NodeKind::HtmlElement:
        return visitElement(node, depth);
    case NodeKind::HtmlBlock:
    case NodeKind::Comment:
        return readHtml(node.range);
    case NodeKind::CodeBlock:
        return add({PagePiece::Type::Code, standingIn(m_text, node.range), node.content, &node});
    case NodeKind::ThematicBreak:
        return add({PagePiece::Type::Rule, standingIn(m_text, node.range), node.content, &node});
    case NodeKind::Table:
        return add({PagePiece::Type::Table, standingIn(m_text, node.range), node.content, &node});
    default:
        break;
    }
    add({PagePiece::Type::Other, standingIn(m_text, node.range), node.content, &node});
}

void PagePieceReader::visitElement(const Node &node, int depth)
{
    const qsizetype after = readElement(node.range.begin, node.range.end);
    if (after >= node.range.end || depth >= deepest) {
        m_done = std::max(m_done, node.range.end);
        return;
    }
    m_done = after;
    visitChildren(node, depth + 1);
    readHtml({std::max(m_done, node.content.end), node.range.end});
}

void PagePieceReader::visitParagraph(const Node &node)
{
    ByteRange range = standingIn(m_text, node.range);
    if (isAnchor(m_text, range))
        return add({PagePiece::Type::Anchor, range, {}, &node});
    if (isLiquidOnly(m_text, range))
        return add({PagePiece::Type::Liquid, range, {}, &node});
    if (isTagsOnly(m_text, range))
        return readHtml(range);
    addWithTail({PagePiece::Type::Paragraph, range, node.content, &node}, true);
}

void PagePieceReader::visitList(const Node &node)
{
    for (const Node &item : node.children) {
        PagePiece piece{PagePiece::Type::Item, standingIn(m_text, item.range), item.content, &item};
        piece.ordered = node.ordered;
        piece.alone = node.children.size() == 1;
        addWithTail(std::move(piece), &item == &node.children.back());
    }
}

/// Adds a piece without what the tree reads as its end but is none of it: comments that hide other entries, and the
/// anchor line of the heading that follows.
void PagePieceReader::addWithTail(PagePiece piece, bool mayEndWithAnchor)
{
    const qsizetype last = lineBeginAt(m_text, piece.range.end, piece.range.begin);
    const ByteRange lastLine{last, piece.range.end};
    const bool anchorAtEnd = mayEndWithAnchor && last > piece.range.begin && isAnchor(m_text, lastLine);
    if (anchorAtEnd)
        piece.range = standingIn(m_text, {piece.range.begin, last});
    std::vector<ByteRange> comments;
    while (const std::optional<ByteRange> comment = hidingCommentAtEnd(m_text, piece.range)) {
        comments.push_back(*comment);
        piece.range = standingIn(m_text, {piece.range.begin, comment->begin});
    }
    add(std::move(piece));
    for (auto comment = comments.rbegin(); comment != comments.rend(); ++comment)
        readComment(comment->begin);
    if (anchorAtEnd)
        add({PagePiece::Type::Anchor, standingIn(m_text, lastLine), {}, nullptr});
}

void PagePieceReader::readHtml(ByteRange range)
{
    qsizetype at = range.begin;
    while (at < range.end) {
        at = trimmedIn(m_text, {at, range.end}).begin;
        if (at >= range.end)
            return;
        if (m_text.sliced(at).startsWith("<!--")) {
            at = readComment(at);
            continue;
        }
        const qsizetype after = readElement(at, range.end);
        if (after > at) {
            at = after;
            continue;
        }
        // A line of text and inline tags.
        const qsizetype lineEnd = lineEndAt(m_text, at, range.end);
        addHtml({at, lineEnd});
        at = lineEnd;
    }
}

qsizetype PagePieceReader::readComment(qsizetype at)
{
    const std::optional<ByteRange> comment = m_commentsEnd ? commentAt(m_text, at, m_range.end) : std::nullopt;
    m_commentsEnd = comment.has_value();
    if (!comment) {
        const qsizetype end = lineEndAt(m_text, at, m_range.end);
        addHtml({at, end});
        return end;
    }
    const ByteRange content{at + 4, std::max(at + 4, comment->end - 3)};
    add({PagePiece::Type::Comment, *comment, content, nullptr});
    return comment->end;
}

/// Reads the element or tag at `at`, if it makes pieces of its own, and returns where it goes on; otherwise `at`.
qsizetype PagePieceReader::readElement(qsizetype at, qsizetype end)
{
    const std::optional<HtmlTag> tag = tagIn(m_text, at, m_range.end);
    if (!tag)
        return at;
    if (const std::optional<ByteRange> anchor = anchorAt(m_text, at, end)) {
        add({PagePiece::Type::Anchor, *anchor, {}, nullptr});
        return anchor->end;
    }
    if (isInlineElement(tag->name))
        return at;
    PagePiece piece;
    piece.level = headingLevel(tag->name);
    if (piece.level > 0)
        piece.type = PagePiece::Type::Heading;
    else if (tag->name == "li")
        piece.type = PagePiece::Type::HtmlItem;
    else if (tag->name == "tr")
        piece.type = PagePiece::Type::TableRow;
    else if (tag->name == "p")
        piece.type = PagePiece::Type::Paragraph;
    else if (hasClass(*tag, "paper-box"))
        piece.type = PagePiece::Type::Box;
    else if (isWhole(tag->name))
        piece.type = PagePiece::Type::Html;
    const bool wanted = piece.type != PagePiece::Type::Other && !tag->closing && m_budget > 0;
    const std::optional<ByteRange> element = wanted ? elementAt(m_text, at, m_range.end) : std::nullopt;
    if (wanted)
        m_budget -= element ? element->size() : m_range.end - at;
    if (!element) {
        addHtml(tag->range);
        return tag->range.end;
    }
    piece.range = *element;
    piece.content = {tag->range.end, m_text.first(element->end).lastIndexOf("</")};
    if (piece.type == PagePiece::Type::Html)
        addHtml(piece.range);
    else
        add(std::move(piece));
    return element->end;
}

void PagePieceReader::addHtml(ByteRange range)
{
    if (range.isEmpty())
        return;
    const ByteRange standing = standingIn(m_text, range);
    const bool joins = !m_pieces.empty() && m_pieces.back().type == PagePiece::Type::Html;
    if (joins) {
        const ByteRange between{m_pieces.back().range.end, standing.begin};
        const QByteArrayView gap = m_text.sliced(between.begin, std::max<qsizetype>(0, between.size()));
        if (trimmedIn(m_text, between).isEmpty() && gap.count('\n') <= 1) {
            m_pieces.back().range.end = standing.end;
            m_done = std::max(m_done, standing.end);
            return;
        }
    }
    add({PagePiece::Type::Html, standing, {}, nullptr});
}

void PagePieceReader::add(PagePiece piece)
{
    m_done = std::max(m_done, piece.range.end);
    m_pieces.push_back(std::move(piece));
}

} // namespace vitrine
