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

/// Where the text from here on ends: before a blank line, a comment or an element that is no part of a line.
qsizetype textEnd(QByteArrayView text, ByteRange rest)
{
    for (qsizetype at = nextLineAt(text, rest.begin, rest.end); at < rest.end; at = nextLineAt(text, at, rest.end)) {
        const qsizetype begin = trimmedIn(text, {at, rest.end}).begin;
        const std::optional<HtmlTag> tag = readTag(text, begin);
        if (begin > lineEndAt(text, at, rest.end) || text.sliced(begin).startsWith("<!--")
            || (tag && !isInlineElement(tag->name)))
            return at;
    }
    return rest.end;
}

/// Where in the line an element begins or ends that is no part of a line; its end when none does. Never looks further,
/// as a line may hold many.
qsizetype blockTagIn(QByteArrayView text, ByteRange rest)
{
    qsizetype at = rest.begin + 1;
    for (; at < rest.end && text[at] != '\n' && text[at] != '\r'; ++at) {
        const std::optional<HtmlTag> tag = text[at] == '<' ? readTag(text, at) : std::nullopt;
        if (tag && !isInlineElement(tag->name))
            break;
    }
    return std::min(at, rest.end);
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

/// True for text of which nothing is left but HTML tags, elements that are one thing, comments and blanks.
bool isTagsOnly(QByteArrayView text, ByteRange range)
{
    range = trimmedIn(text, range);
    bool elementsEnd = true;
    for (qsizetype at = range.begin; at < range.end;) {
        if (const std::optional<ByteRange> comment = commentAt(text, at, range.end)) {
            at = trimmedIn(text, {comment->end, range.end}).begin;
            continue;
        }
        const std::optional<HtmlTag> tag = tagIn(text, at, range.end);
        if (!tag)
            return false;
        const bool whole = elementsEnd && !tag->closing && isWhole(tag->name);
        const std::optional<ByteRange> element = whole ? elementAt(text, at, range.end) : std::nullopt;
        elementsEnd = elementsEnd && (!whole || element);
        at = trimmedIn(text, {element ? element->end : tag->range.end, range.end}).begin;
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

/// How many bytes stand before `at` in its line.
qsizetype indentOf(QByteArrayView text, qsizetype at)
{
    return at - lineBeginAt(text, at);
}

/// A comment in the last lines of a range that begins a line and is none of what stands before it: it hides an entry
/// or a heading, or is indented less than `indent`.
std::optional<ByteRange> commentAtEnd(QByteArrayView text, ByteRange range, qsizetype indent)
{
    const ByteRange inner = trimmedIn(text, range);
    const QByteArrayView bytes = text.sliced(inner.begin, inner.size());
    if (!bytes.endsWith("-->"))
        return {};
    const qsizetype open = bytes.lastIndexOf("<!--");
    if (open <= 0 || !isFirstOnLine(text, inner.begin + open))
        return {};
    const ByteRange comment{inner.begin + open, inner.end};
    if (indentOf(text, comment.begin) < indent)
        return comment;
    ByteRange inside{comment.begin + 4, comment.end - 3};
    while (!inside.isEmpty() && text[inside.begin] == '-')
        ++inside.begin;
    inside = trimmedIn(text, inside);
    const QByteArrayView hidden = text.sliced(inside.begin, inside.size());
    return !hidden.contains("-->") && beginsEntry(hidden) ? std::optional(comment) : std::nullopt;
}

/// A last line of nothing but `<br>` that begins no further in than the range does.
std::optional<ByteRange> breakAtEnd(QByteArrayView text, ByteRange range)
{
    const ByteRange inner = trimmedIn(text, range);
    const qsizetype line = lineBeginAt(text, inner.end, inner.begin);
    const ByteRange last = trimmedIn(text, {line, inner.end});
    const std::optional<HtmlTag> tag = line > inner.begin ? tagIn(text, last.begin, last.end) : std::nullopt;
    const bool alone = tag && tag->name == "br" && tag->range.end == last.end;
    return alone && indentOf(text, last.begin) <= indentOf(text, inner.begin) ? std::optional(last) : std::nullopt;
}

/// The heading that an item swallows although it stands on the page's own level, as it is read after an item without
/// text; the item's end when there is none.
std::vector<Node>::const_iterator headingBehind(QByteArrayView text, const Node &item)
{
    const qsizetype indent = indentOf(text, item.content.begin);
    return std::find_if(item.children.begin(), item.children.end(), [&](const Node &child) {
        return child.kind == NodeKind::Heading && isFirstOnLine(text, child.range.begin)
            && indentOf(text, child.range.begin) < indent;
    });
}

/// An item of another bullet than those around it stands for itself, though kramdown makes one list of them.
bool isAlone(const Node &list, const Node &item)
{
    const auto isOther = [&](const Node &neighbour) { return neighbour.marker != item.marker; };
    return (&item == &list.children.front() || isOther(*(&item - 1)))
        && (&item == &list.children.back() || isOther(*(&item + 1)));
}

/// What is laid out by its bytes: HTML in which nothing is Markdown.
bool isRawHtml(const Node &node)
{
    return node.raw || node.kind == NodeKind::HtmlBlock || node.kind == NodeKind::Comment || node.isInline();
}

/// A table that its writer meant as one: kramdown makes one of every paragraph with a `|` in each line.
bool isMeantAsTable(QByteArrayView text, const Node &table)
{
    return table.number > 0 || text[table.range.begin] == '|';
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
    const auto &nodes = node.children;
    for (auto child = nodes.begin(); child != nodes.end(); ++child) {
        if (!isRawHtml(*child)) {
            visit(*child, depth);
            continue;
        }
        const auto last = std::find_if_not(child, nodes.end(), isRawHtml) - 1;
        const ByteRange run{std::max(child->range.begin, m_done), last->range.end};
        if (!run.isEmpty())
            readHtml(run);
        child = last;
    }
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
        return visitList(node, depth);
    case NodeKind::BlockQuote:
        if (depth < deepest)
            return visitChildren(node, depth + 1);
        break;
    case NodeKind::HtmlElement:
        return visitElement(node, depth);
    case NodeKind::CodeBlock:
        return add({PagePiece::Type::Code, standingIn(m_text, node.range), node.content, &node});
    case NodeKind::ThematicBreak:
        return add({PagePiece::Type::Rule, standingIn(m_text, node.range), node.content, &node});
    case NodeKind::Table:
        if (!isMeantAsTable(m_text, node))
            return visitParagraph(node);
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

void PagePieceReader::visitList(const Node &node, int depth)
{
    for (const Node &item : node.children) {
        const auto heading = headingBehind(m_text, item);
        const bool ends = heading == item.children.end();
        const ByteRange range{item.range.begin, ends ? item.range.end : heading->range.begin};
        PagePiece piece{PagePiece::Type::Item, standingIn(m_text, range), item.content, &item};
        piece.ordered = node.ordered;
        piece.alone = isAlone(node, item);
        addWithTail(std::move(piece), !ends || &item == &node.children.back());
        for (auto behind = heading; behind != item.children.end() && depth < deepest; ++behind)
            visit(*behind, depth + 1);
    }
}

/// Adds a piece without what the tree reads as its end but is none of it: comments and breaks in lines of their own,
/// and the anchor line of the heading that follows.
void PagePieceReader::addWithTail(PagePiece piece, bool mayEndWithAnchor)
{
    const ByteRange written = trimmedIn(m_text, piece.range);
    if (written.isEmpty() || m_text[written.end - 1] != '>')
        return add(std::move(piece)); // all of these end so
    const qsizetype last = lineBeginAt(m_text, piece.range.end, piece.range.begin);
    const ByteRange lastLine{last, piece.range.end};
    const bool anchorAtEnd = mayEndWithAnchor && last > piece.range.begin && isAnchor(m_text, lastLine);
    if (anchorAtEnd)
        piece.range = standingIn(m_text, {piece.range.begin, last});
    const qsizetype indent = indentOf(m_text, std::max(piece.range.begin, piece.content.begin));
    std::vector<ByteRange> tails;
    const auto nextTail = [&] {
        const std::optional<ByteRange> comment = commentAtEnd(m_text, piece.range, std::max<qsizetype>(indent, 1));
        return comment ? comment : breakAtEnd(m_text, piece.range);
    };
    while (const std::optional<ByteRange> tail = nextTail()) {
        tails.push_back(*tail);
        piece.range = standingIn(m_text, {piece.range.begin, tail->begin});
    }
    add(std::move(piece));
    for (auto tail = tails.rbegin(); tail != tails.rend(); ++tail)
        readHtml(*tail);
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
        at = readText({at, range.end}, at == range.begin);
    }
}

/// Reads text and inline tags: a paragraph where it stands as one, else a line of HTML. Returns where it goes on.
qsizetype PagePieceReader::readText(ByteRange rest, bool first)
{
    const bool apart = isFirstOnLine(m_text, rest.begin) && (first || isAfterBlankLine(m_text, rest.begin));
    if (!apart || isTagsOnly(m_text, {rest.begin, lineEndAt(m_text, rest.begin, rest.end)})) {
        const qsizetype end = blockTagIn(m_text, rest);
        addHtml({rest.begin, end});
        return end;
    }
    const ByteRange range = standingIn(m_text, {rest.begin, textEnd(m_text, rest)});
    add({PagePiece::Type::Paragraph, range, range, nullptr});
    return range.end;
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
