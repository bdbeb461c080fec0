#include "content/markdown/gfm/GfmReader.h"

#include "content/markdown/Characters.h"
#include "content/markdown/Html.h"
#include "content/markdown/InlinePass.h"
#include "content/markdown/JoinedLines.h"
#include "content/markdown/LineCursor.h"
#include "content/markdown/TableLines.h"
#include "content/markdown/gfm/BlockSkeleton.h"
#include "content/text/LineIndex.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <memory>

namespace vitrine {

namespace {

using CmarkTree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

CmarkTree parseBlocks(QByteArrayView text)
{
    const QByteArray skeleton = blockSkeleton(text);
    return {
        cmark_parse_document(skeleton.constData(), static_cast<size_t>(skeleton.size()), CMARK_OPT_DEFAULT),
        cmark_node_free};
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// The text of an ATX heading without the marks that may close it.
ByteRange headingText(QByteArrayView text, ByteRange line)
{
    const auto trimRight = [&](qsizetype end) {
        while (end > line.begin && isBlank(text[end - 1]))
            --end;
        return end;
    };
    const qsizetype end = trimRight(line.end);
    qsizetype marks = end;
    while (marks > line.begin && text[marks - 1] == '#')
        --marks;
    if (marks < end && (marks == line.begin || isBlank(text[marks - 1])))
        return {line.begin, trimRight(marks)};
    return {line.begin, end};
}

/// Turns cmark's blocks into nodes with exact ranges. cmark tells which lines a block has and of what type it is; where
/// in its lines the text stands is found here, in the page's own bytes.
class GfmReader
{
public:
    GfmReader(QByteArrayView text, ByteRange range)
        : m_text(text.first(range.end)), m_range(range), m_index(text.sliced(range.begin, range.size()))
    {
    }

    Node read()
    {
        const CmarkTree tree = parseBlocks(m_text.sliced(m_range.begin));
        Node document;
        document.range = document.content = m_range;
        readChildren(tree.get(), document);
        readInlinesOf(document, m_text, m_definitions);
        return document;
    }

private:
    struct Lines
    {
        int first = 0;
        int last = 0;
    };

    struct Fence
    {
        char mark = 0;
        int length = 0;
        int offset = 0;
    };

    ByteRange line(int number) const { return m_index.line(number).shifted(m_range.begin); }
    bool isBlankLine(int number) const { return LineCursor(m_text, line(number)).isBlank(); }

    Lines linesOf(cmark_node *block) const
    {
        const int count = m_index.lineCount();
        const int first = std::clamp(cmark_node_get_start_line(block) - 1, 0, count - 1);
        int last = std::clamp(cmark_node_get_end_line(block) - 1, first, count - 1);
        while (last > first && isBlankLine(last))
            --last;
        return {first, last};
    }

    /// The lines of HTML or of a fence: cmark's count of them is one off in some cases, but its copy of the text tells.
    int linesInside(cmark_node *block) const { return LineIndex(cmark_node_get_literal(block)).lineCount() - 1; }

    Lines htmlLinesOf(cmark_node *block) const
    {
        const int first = linesOf(block).first;
        int last = std::clamp(first + linesInside(block) - 1, first, m_index.lineCount() - 1);
        while (last > first && isBlankLine(last))
            --last;
        return {first, last};
    }

    StrippedLine stripped(int number) const { return stripContainers(m_text, line(number), number, m_containers); }

    /// Where the text of a block begins on its first line.
    LineCursor textStart(int number) const
    {
        LineCursor cursor = stripped(number).cursor;
        cursor.skipBlanks();
        return cursor;
    }

    /// The text of a paragraph, line by line; the last one without trailing blanks.
    std::vector<ByteRange> textLines(Lines lines) const
    {
        std::vector<ByteRange> pieces;
        for (int number = lines.first; number <= lines.last; ++number) {
            const LineCursor cursor = textStart(number);
            pieces.push_back({cursor.pos(), cursor.end()});
        }
        ByteRange &last = pieces.back();
        while (!last.isEmpty() && isBlank(m_text[last.end - 1]))
            --last.end;
        return pieces;
    }

    bool insideQuote() const
    {
        return std::any_of(m_containers.begin(), m_containers.end(), [](const auto &outer) { return outer.quote; });
    }

    /// How many lines from the first on have the marks of all containers.
    size_t strictLines(Lines lines) const
    {
        int number = lines.first + 1;
        while (number <= lines.last && !stripped(number).lazy)
            ++number;
        return static_cast<size_t>(number - lines.first);
    }

    void readChildren(cmark_node *parent, Node &into);
    void joinOpenComments(Node &parent);
    qsizetype nextCommentEnd(qsizetype at);
    qsizetype openCommentEnd(ByteRange html, qsizetype limit);
    void readBlock(cmark_node *block, Node &parent);
    void readParagraph(Lines lines, Node &parent);
    std::vector<ByteRange> takeDefinitions(const std::vector<ByteRange> &lines, Node &parent);
    void addText(const std::vector<ByteRange> &lines, qsizetype end, Node &parent);
    void readHeading(cmark_node *block, Node &parent);
    void readSetext(cmark_node *block, Lines lines, Node &parent);
    void readCode(cmark_node *block, Node &parent);
    void readFence(Lines lines, Fence fence, Node &parent);
    bool closesFence(int number, Fence fence) const;
    void addCodeLine(int number, int indent, Node &code) const;
    void readIndentedCode(Lines lines, Node &parent);
    void readHtml(Lines lines, Node &parent);
    void readQuote(cmark_node *block, Node &parent);
    void readList(cmark_node *block, Node &parent);
    void readItem(cmark_node *block, Node &list);
    void readRule(Lines lines, Node &parent);

    QByteArrayView m_text;
    ByteRange m_range;
    LineIndex m_index;
    std::vector<LineContainer> m_containers;
    LinkDefinitions m_definitions;
    ByteRange m_commentEnd; ///< from its begin on, the next `-->` stands at its end
};

void GfmReader::readChildren(cmark_node *parent, Node &into)
{
    for (cmark_node *child = cmark_node_first_child(parent); child; child = cmark_node_next(child))
        readBlock(child, into);
    joinOpenComments(into);
}

/// cmark ends HTML at a blank line even inside a comment; for browsers, and for kramdown, the comment goes on to its
/// mark. What it covers is part of the HTML, up to the end of the block in which it ends.
void GfmReader::joinOpenComments(Node &parent)
{
    std::vector<Node> joined;
    for (Node &node : parent.children) {
        if (!joined.empty() && node.range.begin < joined.back().range.end) {
            joined.back().range.end = std::max(joined.back().range.end, node.range.end);
            joined.back().content = joined.back().range;
            continue;
        }
        if (node.kind == NodeKind::HtmlBlock && node.text.isEmpty())
            node.range.end = node.content.end = openCommentEnd(node.range, parent.children.back().range.end);
        joined.push_back(std::move(node));
    }
    parent.children = std::move(joined);
}

/// Where the first `-->` behind `at` ends, or -1. Kept, as many comments may wait for the same one.
qsizetype GfmReader::nextCommentEnd(qsizetype at)
{
    if (at < m_commentEnd.begin || at >= m_commentEnd.end) {
        const qsizetype found = m_text.indexOf("-->", at);
        m_commentEnd = {at, found < 0 ? m_text.size() : found};
    }
    return m_commentEnd.end == m_text.size() ? -1 : m_commentEnd.end + 3;
}

/// The end of `html`, or of the comment that is open there when it is closed before `limit`.
qsizetype GfmReader::openCommentEnd(ByteRange html, qsizetype limit)
{
    const QByteArrayView upToEnd = m_text.first(html.end);
    for (qsizetype at = upToEnd.indexOf("<!--", html.begin); at >= 0; at = upToEnd.indexOf("<!--", at)) {
        const auto comment = commentAt(m_text, at, html.end);
        if (!comment) {
            const qsizetype end = nextCommentEnd(at);
            return end >= 0 && end <= limit ? end : html.end;
        }
        at = comment->end;
    }
    return html.end;
}

void GfmReader::readBlock(cmark_node *block, Node &parent)
{
    const cmark_node_type type = cmark_node_get_type(block);
    if (type == CMARK_NODE_BLOCK_QUOTE)
        readQuote(block, parent);
    else if (type == CMARK_NODE_LIST)
        readList(block, parent);
    else if (type == CMARK_NODE_HEADING)
        readHeading(block, parent);
    else if (type == CMARK_NODE_CODE_BLOCK)
        readCode(block, parent);
    else if (type == CMARK_NODE_HTML_BLOCK)
        readHtml(htmlLinesOf(block), parent);
    else if (type == CMARK_NODE_THEMATIC_BREAK)
        readRule(linesOf(block), parent);
    else
        readParagraph(linesOf(block), parent);
}

void GfmReader::readParagraph(Lines lines, Node &parent)
{
    std::vector<ByteRange> text = textLines(lines);
    const size_t all = text.size();
    const qsizetype end = line(lines.last).end;
    text = takeDefinitions(text, parent);
    if (text.empty())
        return;
    const size_t taken = all - text.size();
    const size_t strict = strictLines(lines);
    std::optional<FoundTable> table = strict > taken ? findTable(m_text, text, strict - taken) : std::nullopt;
    if (!table) {
        addText(text, end, parent);
        return;
    }
    const auto at = [&](size_t index) { return text.begin() + static_cast<qsizetype>(index); };
    if (table->firstLine > 0)
        addText({text.begin(), at(table->firstLine)}, text[table->firstLine - 1].end, parent);
    table->node.range.end = table->endLine == text.size() ? end : text[table->endLine - 1].end;
    parent.children.push_back(std::move(table->node));
    if (table->endLine < text.size())
        addText({at(table->endLine), text.end()}, end, parent);
}

/// Puts the definitions at the begin of a paragraph into the tree; returns the lines after them.
std::vector<ByteRange> GfmReader::takeDefinitions(const std::vector<ByteRange> &lines, Node &parent)
{
    if (m_text[lines.front().begin] != '[')
        return lines;
    const JoinedLines joined(m_text, lines);
    qsizetype pos = 0;
    while (auto definition = definitionAt(joined.text(), pos)) {
        LinkTarget &target = definition->target;
        target.urlRange = joined.sourceOf(target.urlRange);
        Node node;
        node.kind = NodeKind::LinkDefinition;
        node.range = joined.sourceOf(ByteRange{pos, target.end});
        node.content = node.urlRange = target.urlRange;
        node.info = definition->label;
        node.url = target.url;
        node.title = target.title;
        parent.children.push_back(std::move(node));
        pos = target.end + 1;
        if (!m_definitions.contains(definition->label))
            m_definitions.insert(definition->label, std::move(target));
    }
    return pos == 0 ? lines : joined.linesFrom(pos);
}

/// A paragraph of these lines, or a block of TeX when they are one.
void GfmReader::addText(const std::vector<ByteRange> &lines, qsizetype end, Node &parent)
{
    Node node;
    node.kind = NodeKind::Paragraph;
    node.range = {lines.front().begin, end};
    node.content = {lines.front().begin, lines.back().end};
    const QByteArrayView text = m_text.sliced(node.content.begin, node.content.size());
    const bool tex = text.size() > 4 && text.indexOf("$$") == 0 && text.indexOf("$$", 2) == text.size() - 2;
    if (tex) {
        node.kind = NodeKind::MathBlock;
        node.content = {node.content.begin + 2, node.content.end - 2};
        node.text = JoinedLines(m_text, lines).text().sliced(2).chopped(2).trimmed().toByteArray();
    } else {
        setLines(node, lines);
    }
    parent.children.push_back(std::move(node));
}

void GfmReader::readHeading(cmark_node *block, Node &parent)
{
    const Lines lines = linesOf(block);
    LineCursor cursor = textStart(lines.first);
    const int level = cmark_node_get_heading_level(block);
    qsizetype marks = 0;
    while (cursor.pos() + marks < cursor.end() && m_text[cursor.pos() + marks] == '#')
        ++marks;
    LineCursor behind = cursor;
    behind.skipBytes(marks);
    if (marks != level || !(behind.atEnd() || isBlank(behind.peek()))) {
        readSetext(block, lines, parent);
        return;
    }
    Node node;
    node.kind = NodeKind::Heading;
    node.number = level;
    node.marker = '#';
    node.range = {cursor.pos(), cursor.end()};
    behind.skipBlanks();
    node.content = headingText(m_text, {behind.pos(), behind.end()});
    setLines(node, {node.content});
    parent.children.push_back(std::move(node));
}

void GfmReader::readSetext(cmark_node *block, Lines lines, Node &parent)
{
    const auto isRuler = [&](int number) {
        const char mark = textStart(number).peek();
        return mark == '=' || mark == '-';
    };
    // cmark counts one line too many when another block follows at once.
    const auto isUnderline = [&](int number) {
        const LineCursor cursor = textStart(number);
        const QByteArrayView ruler = m_text.sliced(cursor.pos(), cursor.end() - cursor.pos()).trimmed();
        return isRuler(number) && ruler.count(ruler.front()) == ruler.size();
    };
    int underline = lines.first + 1;
    while (underline < lines.last && !isUnderline(underline))
        ++underline;
    if (underline > lines.last || !isUnderline(underline)) {
        readParagraph(lines, parent);
        return;
    }
    std::vector<ByteRange> text = takeDefinitions(textLines({lines.first, underline - 1}), parent);
    if (text.empty()) {
        readParagraph({underline, underline}, parent);
        return;
    }
    Node node;
    node.kind = NodeKind::Heading;
    node.number = cmark_node_get_heading_level(block);
    node.marker = textStart(underline).peek();
    node.range = {text.front().begin, line(underline).end};
    node.content = {text.front().begin, text.back().end};
    setLines(node, text);
    parent.children.push_back(std::move(node));
}

void GfmReader::readCode(cmark_node *block, Node &parent)
{
    int length = 0, offset = 0;
    char mark = 0;
    const Lines lines = linesOf(block);
    if (!cmark_node_get_fenced(block, &length, &offset, &mark)) {
        readIndentedCode(lines, parent);
        return;
    }
    const int last = std::min(lines.first + linesInside(block), m_index.lineCount() - 1);
    readFence({lines.first, last}, {mark, length, offset}, parent);
}

/// Appends a line of code with its end; blanks of a cut tab are spelled.
void GfmReader::addCodeLine(int number, int indent, Node &code) const
{
    LineCursor cursor = stripped(number).cursor;
    cursor.skipColumns(indent);
    code.text += QByteArray(cursor.pendingBlanks(), ' ');
    code.text += m_text.sliced(cursor.pos(), cursor.end() - cursor.pos());
    code.text += '\n';
}

void GfmReader::readFence(Lines lines, Fence fence, Node &parent)
{
    LineCursor open = textStart(lines.first);
    Node node;
    node.kind = NodeKind::CodeBlock;
    node.marker = fence.mark;
    node.range.begin = open.pos();
    open.skipBytes(fence.length);
    node.info = unescaped(m_text.sliced(open.pos(), open.end() - open.pos()).trimmed());
    for (int number = lines.first + 1; number <= lines.last; ++number)
        addCodeLine(number, fence.offset, node);
    node.content = lines.last > lines.first ? ByteRange{line(lines.first + 1).begin, line(lines.last).end}
                                            : ByteRange{line(lines.first).end, line(lines.first).end};
    const bool closed = lines.last + 1 < m_index.lineCount() && closesFence(lines.last + 1, fence);
    node.range.end = line(lines.last + (closed ? 1 : 0)).end;
    parent.children.push_back(std::move(node));
}

bool GfmReader::closesFence(int number, Fence fence) const
{
    const StrippedLine line = stripped(number);
    const LineCursor cursor = textStart(number);
    const QByteArrayView marks = m_text.sliced(cursor.pos(), cursor.end() - cursor.pos()).trimmed();
    return !line.lazy && line.cursor.indent() <= 3 && marks.size() >= fence.length
        && marks.count(fence.mark) == marks.size();
}

void GfmReader::readIndentedCode(Lines lines, Node &parent)
{
    const int codeIndent = 4;
    Node node;
    node.kind = NodeKind::CodeBlock;
    LineCursor begin = stripped(lines.first).cursor;
    begin.skipColumns(codeIndent);
    node.range = node.content = {begin.pos(), line(lines.last).end};
    for (int number = lines.first; number <= lines.last; ++number)
        addCodeLine(number, codeIndent, node);
    parent.children.push_back(std::move(node));
}

void GfmReader::readHtml(Lines lines, Node &parent)
{
    Node node;
    node.kind = NodeKind::HtmlBlock;
    node.range = node.content = {textStart(lines.first).pos(), line(lines.last).end};
    const auto comment = commentAt(m_text, node.range.begin, node.range.end);
    if (comment && m_text.sliced(comment->end, node.range.end - comment->end).trimmed().isEmpty()) {
        node.kind = NodeKind::Comment;
        node.range = *comment;
        node.content = {comment->begin + 4, comment->end - 3};
    } else if (insideQuote()) {
        for (int number = lines.first; number <= lines.last; ++number)
            addCodeLine(number, 0, node);
    }
    parent.children.push_back(std::move(node));
}

void GfmReader::readRule(Lines lines, Node &parent)
{
    const LineCursor cursor = textStart(lines.first);
    Node node;
    node.kind = NodeKind::ThematicBreak;
    node.marker = cursor.peek();
    node.range = node.content = {cursor.pos(), cursor.end()};
    parent.children.push_back(std::move(node));
}

void GfmReader::readQuote(cmark_node *block, Node &parent)
{
    const Lines lines = linesOf(block);
    LineCursor cursor = textStart(lines.first);
    Node node;
    node.kind = NodeKind::BlockQuote;
    node.marker = '>';
    node.range = {cursor.pos(), line(lines.last).end};
    cursor.skipBytes(1);
    cursor.skipColumns(1);
    node.content = {cursor.pos(), node.range.end};
    m_containers.push_back({true, 0, lines.first, cursor});
    readChildren(block, node);
    m_containers.pop_back();
    parent.children.push_back(std::move(node));
}

void GfmReader::readList(cmark_node *block, Node &parent)
{
    Node list;
    list.kind = NodeKind::List;
    list.ordered = cmark_node_get_list_type(block) == CMARK_ORDERED_LIST;
    list.number = list.ordered ? cmark_node_get_list_start(block) : 0;
    list.tight = cmark_node_get_list_tight(block);
    for (cmark_node *item = cmark_node_first_child(block); item; item = cmark_node_next(item))
        readItem(item, list);
    if (list.children.empty())
        return;
    list.marker = list.children.front().marker;
    list.range = list.content = {list.children.front().range.begin, list.children.back().range.end};
    parent.children.push_back(std::move(list));
}

void GfmReader::readItem(cmark_node *block, Node &list)
{
    const int first = linesOf(block).first;
    LineCursor cursor = stripped(first).cursor;
    const int indent = cursor.indent();
    cursor.skipBlanks();
    Node item;
    item.kind = NodeKind::Item;
    item.tight = list.tight;
    item.range.begin = cursor.pos();
    qsizetype digits = 0;
    while (list.ordered && isAsciiDigit(m_text[cursor.pos() + digits]))
        ++digits;
    item.number = m_text.sliced(cursor.pos(), digits).toByteArray().toInt();
    cursor.skipBytes(digits);
    item.marker = cursor.peek();
    cursor.skipBytes(1);

    const int maxBlanks = 4; // more are one blank and code
    const int blanks = cursor.indent();
    const int used = cursor.isBlank() || blanks > maxBlanks ? std::min(blanks, 1) : blanks;
    cursor.skipColumns(used);
    item.content.begin = cursor.pos();
    m_containers.push_back({false, indent + static_cast<int>(digits) + 1 + std::max(used, 1), first, cursor});
    readChildren(block, item);
    m_containers.pop_back();
    item.range.end = item.children.empty() ? cursor.end() : item.children.back().range.end;
    item.content.end = std::max(item.range.end, item.content.begin);
    list.children.push_back(std::move(item));
}

} // namespace

Node readGfm(QByteArrayView text, ByteRange range)
{
    return GfmReader(text, range).read();
}

} // namespace vitrine
