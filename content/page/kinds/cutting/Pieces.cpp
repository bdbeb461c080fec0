#include "content/page/kinds/cutting/Pieces.h"

#include "content/markdown/Html.h"

#include <algorithm>

namespace vitrine {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

qsizetype skipBlanks(const QByteArray &text, qsizetype at, qsizetype end)
{
    while (at < end && (text[at] == ' ' || text[at] == '\t'))
        ++at;
    return at;
}

/// The end of a list marker and its blanks that start at `at`, or `at`.
qsizetype afterListMarker(const QByteArray &text, qsizetype at, qsizetype end)
{
    qsizetype next = at;
    while (next < end && text[next] >= '0' && text[next] <= '9')
        ++next;
    const bool number = next > at && next - at <= 9;
    if (next >= end || (number ? text[next] != '.' && text[next] != ')' : !strchr("-*+", text[next])))
        return at;
    ++next;
    if (next < end && !isBlank(text[next]))
        return at;
    return skipBlanks(text, next, end);
}

/// True when the element that begins with the range ends with it too, blanks apart.
bool isOneElement(const QByteArray &text, ByteRange range)
{
    while (!range.isEmpty() && isBlank(text[range.end - 1]))
        --range.end;
    const std::optional<ByteRange> element = elementAt(text, range.begin, range.end);
    return element && element->end == range.end;
}

/// The marker of an entry that is sure to have one may lack the blank behind it ("-text").
qsizetype afterEntryMarker(const QByteArray &text, const Entry &entry)
{
    const qsizetype end = entry.range.end;
    qsizetype at = entry.range.begin;
    switch (entry.container) {
    case Container::List:
        if (const qsizetype after = afterListMarker(text, at, end); after > at)
            return after;
        return at < end && strchr("-*+", text[at]) ? at + 1 : at;
    case Container::NumberedList:
        return afterListMarker(text, at, end);
    case Container::Heading:
        while (at < end && text[at] == '#')
            ++at;
        return skipBlanks(text, at, end);
    case Container::HtmlItem:
        if (const auto tag = readTag(text, at); tag && tag->name == "li" && tag->range.end <= end)
            return tag->range.end;
        return at;
    case Container::Paragraph:
        if (const auto tag = readTag(text, at); tag && tag->name == "p" && isOneElement(text, entry.range))
            return tag->range.end;
        return at;
    case Container::Box:
    case Container::TableRow:
        return at;
    }
    return at;
}

/// Walks the lines of an entry and hands each paragraph to the inline reader.
class MarkdownCutter
{
public:
    MarkdownCutter(const QByteArray &text, ByteRange content, bool nestedItems, const MarkdownOptions &options)
        : m_text(text), m_content(content), m_nestedItems(nestedItems), m_options(options)
    {
    }

    EntryPieces cut()
    {
        for (qsizetype at = m_content.begin; at < m_content.end;) {
            qsizetype next = m_text.indexOf('\n', at);
            next = next < 0 || next >= m_content.end ? m_content.end : next + 1;
            addLine({at, next});
            if (at == m_content.begin && isHeading())
                endBlock();
            at = next;
        }
        endBlock();
        return std::move(m_result);
    }

private:
    /// True where the content's first line is a heading of its own (`### Title`).
    bool isHeading() const
    {
        const qsizetype line = m_text.lastIndexOf('\n', m_content.begin) + 1;
        return m_content.begin > 0 && line < m_content.begin && m_text[line] == '#';
    }

    void addLine(ByteRange line)
    {
        qsizetype begin = skipBlanks(m_text, line.begin, line.end);
        if (begin < line.end && m_text[begin] == '>' && line.begin > m_content.begin)
            begin = skipBlanks(m_text, begin + 1, line.end);
        qsizetype end = line.end;
        while (end > begin && (m_text[end - 1] == '\n' || m_text[end - 1] == '\r'))
            --end;
        if (skipBlanks(m_text, begin, end) == end) {
            endBlock();
            return;
        }
        const qsizetype item = line.begin > m_content.begin ? afterListMarker(m_text, begin, end) : begin;
        if (item > begin && item < end) {
            if (m_nestedItems && m_result.nestedBegin < 0)
                m_result.nestedBegin = begin;
            endBlock();
            begin = item;
        }
        m_lines.push_back({begin, end});
    }

    /// Reads the lines gathered; what lies between them and the block before separates blocks.
    void endBlock()
    {
        if (m_lines.empty())
            return;
        if (m_end >= 0)
            addPiece(EntryPiece::Type::BlockBreak, {m_end, m_lines.front().begin});
        for (const Node &node : readInlines(m_text, m_lines, m_options))
            addNode(node);
        m_end = m_lines.back().end;
        m_lines.clear();
    }

    void addPiece(EntryPiece::Type type, ByteRange range)
    {
        std::vector<EntryPiece> &pieces = m_result.pieces;
        const bool joins = type == EntryPiece::Type::Text && !pieces.empty() && pieces.back().type == type
            && pieces.back().range.end == range.begin;
        if (joins) {
            pieces.back().range.end = range.end;
            return;
        }
        EntryPiece piece;
        piece.type = type;
        piece.range = range;
        pieces.push_back(std::move(piece));
    }

    void addTag(const Node &node)
    {
        const QByteArrayView bytes = QByteArrayView(m_text).sliced(node.range.begin, node.range.size());
        const std::optional<HtmlTag> tag = bytes.startsWith("<!--") ? std::nullopt : readTag(m_text, node.range.begin);
        if (!tag || tag->range.end != node.range.end) {
            addPiece(EntryPiece::Type::Opaque, node.range);
            return;
        }
        m_result.pieces.push_back(pieceOfTag(*tag));
    }

    void addNode(const Node &node)
    {
        switch (node.kind) {
        case NodeKind::Emphasis:
            return addPair(node, AtomPair::Kind::Emphasis);
        case NodeKind::Strong:
            return addPair(node, AtomPair::Kind::Strong);
        case NodeKind::Strikethrough:
            return addPair(node, AtomPair::Kind::Strike);
        case NodeKind::Code:
            return addPair(node, AtomPair::Kind::Code);
        case NodeKind::Link:
            return addPair(node, AtomPair::Kind::Link);
        case NodeKind::Image: {
            addPiece(EntryPiece::Type::Picture, node.range);
            m_result.pieces.back().url = node.urlRange;
            return;
        }
        case NodeKind::HardBreak:
            return addPiece(EntryPiece::Type::HardBreak, node.range);
        case NodeKind::HtmlInline:
            return addTag(node);
        case NodeKind::HtmlElement:
            return addElement(node);
        case NodeKind::Comment:
        case NodeKind::AttributeLine:
        case NodeKind::HtmlBlock:
            return addPiece(EntryPiece::Type::Opaque, node.range);
        case NodeKind::Text:
            return addTags(node.range);
        default:
            return addText(node.range);
        }
    }

    /// kramdown reads an element up to its end tag or, without one, up to the end of the block.
    void addElement(const Node &node)
    {
        addTags({node.range.begin, node.content.begin});
        for (const Node &child : node.children)
            addNode(child);
        addTags({node.content.end, node.range.end});
    }

    /// Text in which tags may stand that are no elements to kramdown: those of blocks, and end tags without partner.
    void addTags(ByteRange range)
    {
        qsizetype done = range.begin;
        for (qsizetype at = range.begin; at < range.end;) {
            at = QByteArrayView(m_text).first(range.end).indexOf('<', at);
            if (at < 0)
                break;
            const std::optional<HtmlTag> tag = readTag(m_text, at);
            if (!tag || tag->range.end > range.end) {
                ++at;
                continue;
            }
            addText({done, at});
            m_result.pieces.push_back(pieceOfTag(*tag));
            done = at = tag->range.end;
        }
        addText({done, range.end});
    }

    /// Liquid that was not run stands in the text as it is written; it is no words.
    void addText(ByteRange range)
    {
        const QByteArrayView text = QByteArrayView(m_text).first(range.end);
        qsizetype at = range.begin;
        while (at < range.end) {
            qsizetype open = text.indexOf('{', at);
            while (open >= 0 && open + 1 < range.end && text[open + 1] != '{' && text[open + 1] != '%')
                open = text.indexOf('{', open + 1);
            if (open < 0 || open + 1 >= range.end)
                break;
            const qsizetype close = text.indexOf(QByteArrayView(text[open + 1] == '{' ? "}}" : "%}"), open + 2);
            if (close < 0)
                break;
            if (open > at)
                addPiece(EntryPiece::Type::Text, {at, open});
            addPiece(EntryPiece::Type::Opaque, {open, close + 2});
            at = close + 2;
        }
        if (at < range.end)
            addPiece(EntryPiece::Type::Text, {at, range.end});
    }

    void addPair(const Node &node, AtomPair::Kind kind)
    {
        AtomPair pair;
        pair.kind = kind;
        pair.range = node.range;
        pair.content = node.content;
        if (kind == AtomPair::Kind::Link) {
            pair.url = node.urlRange;
            if (node.content.contains(node.urlRange) && !node.urlRange.isEmpty())
                pair.content = {node.urlRange.begin, node.urlRange.begin}; // `<https://…>` has no label
        }
        pair.open = {node.range.begin, pair.content.begin};
        pair.close = {pair.content.end, node.range.end};
        const int number = static_cast<int>(m_result.pairs.size());
        m_result.pairs.push_back(pair);
        addDelimiter(EntryPiece::Type::PairOpen, pair.open, number);
        if (kind == AtomPair::Kind::Code)
            addPiece(EntryPiece::Type::Text, node.content);
        else if (!pair.content.isEmpty())
            for (const Node &child : node.children)
                addNode(child);
        addDelimiter(EntryPiece::Type::PairClose, pair.close, number);
    }

    void addDelimiter(EntryPiece::Type type, ByteRange range, int pair)
    {
        EntryPiece piece;
        piece.type = type;
        piece.range = range;
        piece.pair = pair;
        m_result.pieces.push_back(std::move(piece));
    }

public:
    static EntryPiece pieceOfTag(const HtmlTag &tag)
    {
        EntryPiece piece;
        piece.range = tag.range;
        piece.tag = tag.name;
        if (tag.closing) {
            piece.type = EntryPiece::Type::TagClose;
        } else if (tag.name == "br") {
            piece.type = EntryPiece::Type::HardBreak;
        } else if (tag.name == "img") {
            piece.type = EntryPiece::Type::Picture;
            if (const HtmlAttribute *source = tag.attribute("src"))
                piece.url = source->valueRange;
        } else if (isVoidElement(tag.name) || tag.selfClosing) {
            piece.type = EntryPiece::Type::Opaque;
        } else {
            piece.type = EntryPiece::Type::TagOpen;
            if (const HtmlAttribute *target = tag.attribute("href"))
                piece.url = target->valueRange;
            if (const HtmlAttribute *name = tag.attribute("class"))
                piece.cssClass = name->value;
        }
        return piece;
    }

private:
    const QByteArray &m_text;
    ByteRange m_content;
    bool m_nestedItems;
    const MarkdownOptions &m_options;
    std::vector<ByteRange> m_lines;
    qsizetype m_end = -1; ///< where the block read last ends; -1 before the first
    EntryPieces m_result;
};

} // namespace

ByteRange contentOf(const QByteArray &text, const Entry &entry)
{
    ByteRange content{afterEntryMarker(text, entry), entry.range.end};
    const bool html = entry.container == Container::HtmlItem || entry.container == Container::Paragraph;
    if (html && content.begin > entry.range.begin) {
        const QByteArrayView all = QByteArrayView(text).sliced(content.begin, content.size());
        const QByteArrayView endTag = entry.container == Container::HtmlItem ? "</li" : "</p";
        if (const qsizetype close = all.lastIndexOf(endTag); close >= 0)
            content.end = content.begin + close;
    }
    while (content.end > content.begin && isBlank(text[content.end - 1]))
        --content.end;
    while (content.begin < content.end && isBlank(text[content.begin]))
        ++content.begin;
    return content;
}

EntryPieces markdownPieces(const QByteArray &text, ByteRange content, bool nestedItems, const MarkdownOptions &options)
{
    return MarkdownCutter(text, content, nestedItems, options).cut();
}

EntryPieces htmlPieces(const QByteArray &text, ByteRange content)
{
    EntryPieces result;
    const auto add = [&](EntryPiece::Type type, ByteRange range) {
        if (range.isEmpty())
            return;
        EntryPiece piece;
        piece.type = type;
        piece.range = range;
        result.pieces.push_back(std::move(piece));
    };
    qsizetype done = content.begin;
    for (qsizetype at = content.begin; at < content.end;) {
        at = QByteArrayView(text).first(content.end).indexOf('<', at);
        if (at < 0)
            break;
        if (const auto comment = commentAt(text, at, content.end)) {
            add(EntryPiece::Type::Text, {done, at});
            add(EntryPiece::Type::Opaque, *comment);
            done = at = comment->end;
            continue;
        }
        const std::optional<HtmlTag> tag = readTag(text, at);
        if (!tag || tag->range.end > content.end) {
            ++at;
            continue;
        }
        add(EntryPiece::Type::Text, {done, at});
        result.pieces.push_back(MarkdownCutter::pieceOfTag(*tag));
        done = at = tag->range.end;
    }
    add(EntryPiece::Type::Text, {done, content.end});
    return result;
}

} // namespace vitrine
