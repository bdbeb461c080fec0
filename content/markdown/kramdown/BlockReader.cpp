#include "content/markdown/kramdown/BlockReader.h"

#include "content/markdown/Characters.h"

#include <algorithm>

namespace vitrine {

namespace {

constexpr int maxDepth = 40;
constexpr int optionalBlanks = 3;
/// Of the mark behind a definition, whose attributes an attribute list there gives.
constexpr char definitionMarker = ']';

bool isLabelByte(char c)
{
    return isAsciiLetter(c) || isAsciiDigit(c) || c == '_' || c == '-' || c == ':' || static_cast<uchar>(c) >= 0x80;
}

/// The end of a name that starts with a letter, digit or underscore; `at` when there is none.
qsizetype labelEnd(QByteArrayView text, qsizetype at)
{
    if (at >= text.size() || !isLabelByte(text[at]) || text[at] == '-' || text[at] == ':')
        return at;
    while (at < text.size() && isLabelByte(text[at]))
        ++at;
    return at;
}

} // namespace

void BlockReader::read()
{
    readUntil({});
    finishParagraphs(*m_out);
}

/// Reads to the end of the text or of the element; true when its end tag was there.
bool BlockReader::readUntil(const QByteArray &element)
{
    while (m_pos < m_text.size()) {
        const qsizetype tag = m_pos + blanksAt(m_text, m_pos, optionalBlanks);
        if (!element.isEmpty() && byteAt(tag) == '<') {
            const auto end = endTagAt(m_text, tag);
            if (end && end->name == element) {
                m_pos = tag;
                return true;
            }
        }
        if (!readOne())
            paragraph();
    }
    return false;
}

bool BlockReader::readOne()
{
    return blankLines() || code() || fence() || quote() || atxHeading() || rule() || list() || definitionList()
        || html() || setextHeading() || math() || table() || footnoteDefinition() || linkDefinition() || abbreviation()
        || extension() || endMarker();
}

bool BlockReader::mayNest() const
{
    return m_depth + m_elements < maxDepth;
}

MarkdownBlock &BlockReader::add(NodeKind kind, ByteRange range, ByteRange content)
{
    MarkdownBlock &block = m_out->shown.emplace_back();
    block.node.kind = kind;
    block.node.range = m_source.sourceOf(range);
    block.node.content = m_source.sourceOf(content);
    if (m_attributes)
        block.attributes = *std::exchange(m_attributes, std::nullopt);
    return block;
}

/// What shows nothing still stands between the blocks around it.
void BlockReader::addSilent(Node node)
{
    const bool definition = node.kind == NodeKind::LinkDefinition || m_text[m_pos + blanksAt(m_text, m_pos, 3)] == '*';
    m_out->silent.emplace_back().node = std::move(node);
    addMark(MarkdownBlock::Role::End, {m_pos, m_pos}).node.marker = definition ? definitionMarker : '\0';
}

MarkdownBlock &BlockReader::addMark(MarkdownBlock::Role role, ByteRange lines)
{
    MarkdownBlock &block = m_out->shown.emplace_back();
    block.role = role;
    block.lines = lines;
    return block;
}

void BlockReader::setText(MarkdownBlock &block, ByteRange range) const
{
    block.hasText = true;
    block.text = m_source.part(range);
}

bool BlockReader::isAfterBoundary() const
{
    if (m_out->shown.empty() || m_attributes)
        return true;
    const MarkdownBlock &before = m_out->shown.back();
    return before.role == MarkdownBlock::Role::Blank
        || (before.role == MarkdownBlock::Role::End && before.node.marker == '^');
}

bool BlockReader::isBeforeBoundary(qsizetype at) const
{
    return at >= m_text.size() || isBlankLine(m_text, at) || isEndMarker(m_text, at) || attributeLine(m_text, at);
}

void BlockReader::readInside(const MappedText &text, MarkdownBlocks &into) const
{
    BlockReader(m_parts, text, into, m_depth + m_elements + 1).read();
}

/// Paragraphs get their text last, as lines may still be added to them.
void BlockReader::finishParagraphs(MarkdownBlocks &list) const
{
    for (MarkdownBlock &block : list.shown) {
        if (!block.is(NodeKind::Paragraph) || block.owner != &m_source)
            continue;
        const qsizetype begin = trimmedBegin(m_text, block.lines);
        const ByteRange text{begin, trimmedEnd(m_text, {begin, block.lines.end})};
        block.node.content = m_source.sourceOf(text);
        const qsizetype end = lineEnd(m_text, text.end);
        block.node.range = m_source.sourceOf({begin, std::min(end, std::max(text.end, block.lines.end))});
        setText(block, text);
        block.owner = nullptr;
    }
}

bool BlockReader::blankLines()
{
    const qsizetype end = blankLinesEnd(m_text, m_pos);
    if (end == m_pos)
        return false;
    // Attributes between blank lines are for the block that follows; otherwise blank lines take them.
    if (last() && last()->role == MarkdownBlock::Role::Blank) {
        last()->lines.end = end;
    } else {
        addMark(MarkdownBlock::Role::Blank, {m_pos, end});
        m_attributes.reset();
    }
    m_pos = end;
    return true;
}

namespace {

bool isLazyCode(QByteArrayView text, qsizetype at)
{
    return at < text.size() && !isBlankLine(text, at) && !attributeLine(text, at) && !isEndMarker(text, at)
        && !beginsWithBlockTag(text, at, optionalBlanks);
}

/// The end of indented lines with what goes on without indent.
qsizetype codeEnd(QByteArrayView text, qsizetype at)
{
    while (true) {
        const qsizetype begin = blankLinesEnd(text, at);
        if (begin >= text.size() || codeIndent(text, begin) == 0)
            return at;
        at = nextLine(text, begin);
        while (isLazyCode(text, at))
            at = nextLine(text, at);
    }
}

} // namespace

bool BlockReader::code()
{
    const int indent = codeIndent(m_text, m_pos);
    if (indent == 0)
        return false;
    const qsizetype begin = m_pos;
    m_pos = codeEnd(m_text, begin);
    const ByteRange lines{begin + indent, trimmedEnd(m_text, {begin, m_pos})};
    MarkdownBlock &block = add(NodeKind::CodeBlock, lines, lines);
    QByteArray shown;
    for (qsizetype at = begin; at < m_pos; at = nextLine(m_text, at)) {
        const int width = codeIndent(m_text, at);
        if (width == 0 && !isBlankLine(m_text, at)) { // a lazy line goes on behind a blank
            shown.chop(1);
            shown += ' ';
        }
        shown += bytes({at + width, lineEnd(m_text, at)});
        shown += '\n';
    }
    block.node.text = shown;
    return true;
}

bool BlockReader::fence()
{
    const auto mark = fenceMark(m_text, m_pos);
    if (!mark)
        return false;
    qsizetype &unclosed = m_noFence[m_text[mark->begin] == '~' ? 0 : 1];
    if (unclosed > 0 && mark->size() >= unclosed)
        return false;
    const qsizetype end = lineEnd(m_text, m_pos);
    const QByteArray info = bytes({mark->end, end}).trimmed().toByteArray();
    if (std::any_of(info.begin(), info.end(), isAsciiSpace))
        return false;
    const qsizetype content = nextLine(m_text, m_pos);
    for (qsizetype at = content; at < m_text.size(); at = nextLine(m_text, at)) {
        const auto closing = fenceMark(m_text, at);
        if (!closing || m_text[closing->begin] != m_text[mark->begin] || closing->size() < mark->size()
            || !isBlankLine(m_text, closing->end))
            continue;
        const ByteRange lines{content, at};
        MarkdownBlock &block = add(NodeKind::CodeBlock, {mark->begin, lineEnd(m_text, at)}, lines);
        block.node.marker = m_text[mark->begin];
        block.node.info = info;
        block.node.text = bytes(lines).toByteArray();
        m_pos = nextLine(m_text, at);
        return true;
    }
    unclosed = mark->size();
    return false;
}

bool BlockReader::quote()
{
    if (!isQuoteStart(m_text, m_pos) || !mayNest())
        return false;
    const qsizetype begin = m_pos;
    MappedText inside;
    qsizetype content = -1;
    do {
        qsizetype at = m_pos;
        if (isQuoteStart(m_text, at)) {
            at += blanksAt(m_text, at, optionalBlanks) + 1;
            at += blanksAt(m_text, at, 1);
        }
        content = content < 0 ? at : content;
        m_pos = nextLine(m_text, m_pos);
        inside.append(m_source, {at, m_pos});
    } while (!endsLazyText(m_text, m_pos));
    const ByteRange range{begin + blanksAt(m_text, begin, optionalBlanks), m_pos - 1};
    MarkdownBlock &block = add(NodeKind::BlockQuote, range, {std::min(content, range.end), range.end});
    block.node.marker = '>';
    readInside(inside, block.children);
    return true;
}

bool BlockReader::atxHeading()
{
    const int level = atxLevel(m_text, m_pos);
    if (level == 0)
        return false;
    const ByteRange all = line(m_pos);
    const qsizetype begin = trimmedBegin(m_text, {m_pos + level, all.end});
    addHeading(level, '#', all, {begin, all.end});
    m_pos = nextLine(m_text, m_pos);
    return true;
}

bool BlockReader::setextHeading()
{
    const qsizetype begin = m_pos + blanksAt(m_text, m_pos, optionalBlanks);
    if (!isAfterBoundary() || isAsciiSpace(byteAt(begin)))
        return false;
    const qsizetype under = nextLine(m_text, m_pos);
    const char mark = byteAt(under);
    if (mark != '-' && mark != '=')
        return false;
    qsizetype end = under;
    while (byteAt(end) == '-' || byteAt(end) == '=')
        ++end;
    if (!isBlankLine(m_text, end))
        return false;
    addHeading(mark == '=' ? 1 : 2, mark, {begin, lineEnd(m_text, under)}, {begin, lineEnd(m_text, m_pos)});
    m_pos = nextLine(m_text, under);
    return true;
}

void BlockReader::addHeading(int level, char marker, ByteRange range, ByteRange title)
{
    const auto isBlankAt = [&](qsizetype at) { return m_text[at] == ' ' || m_text[at] == '\t'; };
    title.end = trimmedEnd(m_text, title);
    QByteArray id;
    const qsizetype brace = bytes(title).lastIndexOf("{#") + title.begin;
    if (brace > title.begin && isBlankAt(brace - 1) && m_text[title.end - 1] == '}'
        && labelEnd(m_text, brace + 2) == title.end - 1 && brace + 2 < title.end - 1) {
        id = bytes({brace + 2, title.end - 1}).toByteArray();
        title.end = trimmedEnd(m_text, {title.begin, brace});
    }
    qsizetype marks = title.end;
    while (marks > title.begin && m_text[marks - 1] == '#')
        --marks;
    if (marks < title.end && marks > title.begin && isBlankAt(marks - 1))
        title.end = trimmedEnd(m_text, {title.begin, marks});
    MarkdownBlock &block = add(NodeKind::Heading, range, title);
    block.node.number = level;
    block.node.marker = marker;
    if (!id.isEmpty())
        setAttribute(block.node.attributes, "id", id);
    setText(block, title);
}

bool BlockReader::rule()
{
    if (!isRule(m_text, m_pos))
        return false;
    const ByteRange range{m_pos + blanksAt(m_text, m_pos, optionalBlanks), lineEnd(m_text, m_pos)};
    add(NodeKind::ThematicBreak, range, range).node.marker = m_text[range.begin];
    m_pos = nextLine(m_text, m_pos);
    return true;
}

bool BlockReader::math()
{
    const qsizetype begin = m_pos + blanksAt(m_text, m_pos, optionalBlanks);
    if (!m_text.sliced(begin).startsWith("$$") || !isAfterBoundary() || (m_noMath >= 0 && begin >= m_noMath))
        return false;
    const qsizetype close = m_text.indexOf("$$", begin + 2);
    if (close < 0) {
        m_noMath = begin;
        return false;
    }
    const bool lineEnds = isBlankLine(m_text, close + 2);
    const qsizetype after = lineEnds ? nextLine(m_text, close + 2) : close + 2;
    if (!isBeforeBoundary(after))
        return false;
    MarkdownBlock &block = add(NodeKind::MathBlock, {begin, close + 2}, {begin + 2, close});
    block.node.marker = '$';
    block.node.text = bytes({begin + 2, close}).trimmed().toByteArray();
    m_pos = after;
    return true;
}

bool BlockReader::footnoteDefinition()
{
    const qsizetype begin = m_pos + blanksAt(m_text, m_pos, optionalBlanks);
    if (byteAt(begin) != '[' || byteAt(begin + 1) != '^' || !mayNest())
        return false;
    const qsizetype close = labelEnd(m_text, begin + 2);
    if (close == begin + 2 || byteAt(close) != ']' || byteAt(close + 1) != ':')
        return false;
    const qsizetype firstLine = nextLine(m_text, close);
    const qsizetype end = codeEnd(m_text, firstLine);
    MappedText inside = m_source.part({close + 2, firstLine});
    for (qsizetype at = firstLine; at < end; at = nextLine(m_text, at))
        inside.append(m_source, {at + codeIndent(m_text, at), nextLine(m_text, at)});
    MarkdownBlock &block = m_out->silent.emplace_back();
    block.node.kind = NodeKind::FootnoteDefinition;
    block.node.info = bytes({begin + 2, close}).toByteArray();
    block.node.range = m_source.sourceOf({begin, close + 2});
    block.node.content = m_source.sourceOf({close + 2, close + 2});
    m_parts.footnotes.insert(block.node.info, 0);
    readInside(inside, block.children);
    extendOver(block);
    addMark(MarkdownBlock::Role::End, {m_pos, end}).node.marker = definitionMarker;
    m_pos = end;
    return true;
}

bool BlockReader::linkDefinition()
{
    const qsizetype begin = m_pos + blanksAt(m_text, m_pos, optionalBlanks);
    if (byteAt(begin) != '[')
        return false;
    const ByteRange all{begin, lineEnd(m_text, begin)};
    const qsizetype close = bytes(all).indexOf(']') + begin;
    if (close <= begin + 1 || byteAt(close + 1) != ':')
        return false;
    qsizetype at = trimmedBegin(m_text, {close + 2, all.end});
    LinkTarget target;
    target.end = all.end;
    const qsizetype pointed = byteAt(at) == '<' ? bytes({at, all.end}).indexOf('>') : -1;
    const auto quoteBehindBlank = [&](qsizetype from) {
        for (qsizetype pos = from; pos < all.end; ++pos) {
            if ((m_text[pos] == '"' || m_text[pos] == '\'') && (m_text[pos - 1] == ' ' || m_text[pos - 1] == '\t'))
                return pos;
        }
        return all.end;
    };
    const qsizetype quote = quoteBehindBlank(at + 1);
    if (pointed > 0 && trimmedBegin(m_text, {at + pointed + 1, all.end}) == quote) {
        target.urlRange = {at + 1, at + pointed};
    } else {
        target.urlRange = {at, trimmedEnd(m_text, {at, quote})};
        if (target.urlRange.isEmpty())
            return false;
    }
    at = quote;
    const auto title = [&](qsizetype from, qsizetype end) {
        from = trimmedBegin(m_text, {from, end});
        end = trimmedEnd(m_text, {from, end});
        const char quote = from < end ? m_text[from] : '\0';
        const bool quoted = (quote == '"' || quote == '\'') && end - from > 2 && m_text[end - 1] == quote;
        return quoted ? bytes({from + 1, end - 1}).toByteArray() : QByteArray();
    };
    target.title = title(at, all.end);
    qsizetype next = nextLine(m_text, all.end);
    if (target.title.isEmpty() && trimmedBegin(m_text, {at, all.end}) < all.end)
        return false;
    if (target.title.isEmpty() && next < m_text.size()) {
        target.title = title(next, lineEnd(m_text, next));
        if (!target.title.isEmpty()) {
            target.end = lineEnd(m_text, next);
            next = nextLine(m_text, next);
        }
    }
    target.url = bytes(target.urlRange).toByteArray();
    const QByteArray label = normalLabel(bytes({begin + 1, close}));
    Node node;
    node.kind = NodeKind::LinkDefinition;
    node.range = m_source.sourceOf({begin, target.end});
    node.content = node.urlRange = m_source.sourceOf(target.urlRange);
    node.info = label;
    node.url = target.url;
    node.title = target.title;
    target.urlRange = node.urlRange;
    addSilent(std::move(node));
    m_parts.links.insert(label, std::move(target));
    m_pos = next;
    return true;
}

bool BlockReader::abbreviation()
{
    const qsizetype begin = m_pos + blanksAt(m_text, m_pos, optionalBlanks);
    if (byteAt(begin) != '*' || byteAt(begin + 1) != '[')
        return false;
    const ByteRange all{begin, lineEnd(m_text, begin)};
    const qsizetype close = bytes(all).indexOf("]:") + begin;
    if (close < begin + 3)
        return false;
    m_parts.abbreviations.insert(
        bytes({begin + 2, close}).toByteArray(), bytes({close + 2, all.end}).trimmed().toByteArray());
    Node node;
    node.kind = NodeKind::AttributeLine;
    node.range = node.content = m_source.sourceOf(all);
    addSilent(std::move(node));
    m_pos = nextLine(m_text, begin);
    return true;
}

bool BlockReader::extension()
{
    const qsizetype begin = m_pos + blanksAt(m_text, m_pos, optionalBlanks);
    if (byteAt(begin) != '{' || byteAt(begin + 1) != ':')
        return false;
    if (byteAt(begin + 2) == ':')
        return namedExtension();
    const auto list = attributeLine(m_text, m_pos);
    if (!list)
        return false;
    Node node;
    node.kind = NodeKind::AttributeLine;
    node.range = m_source.sourceOf(list->range);
    node.content = m_source.sourceOf(list->list);
    if (attributeDefinition(*list)) {
        addSilent(std::move(node));
    } else {
        m_out->silent.emplace_back().node = std::move(node);
        attributesFor(*list);
    }
    m_pos = list->end;
    return true;
}

bool BlockReader::attributeDefinition(const AttributeLine &line)
{
    // A name may hold colons, but the one behind it stands before other things than a name's.
    const qsizetype end = labelEnd(m_text, line.list.begin);
    if (end == line.list.begin || m_text[end - 1] != ':' || end - 1 == line.list.begin)
        return false;
    const QByteArray name = bytes({line.list.begin, end - 1}).toByteArray();
    m_parts.attributes[name].merge(readAttributeList(bytes({end, line.list.end})));
    return true;
}

void BlockReader::attributesFor(const AttributeLine &line)
{
    const AttributeList list = readAttributeList(bytes(line.list));
    MarkdownBlock *before = last();
    if (before && before->role == MarkdownBlock::Role::End && before->node.marker == definitionMarker)
        return; // they are the definition's
    if (!before || before->role != MarkdownBlock::Role::Shown) {
        if (!m_attributes)
            m_attributes.emplace();
        m_attributes->merge(list);
        return;
    }
    before->attributes.merge(list);
    if (!attributeLine(m_text, line.end))
        addMark(MarkdownBlock::Role::End, line.range);
}

/// `{::comment}`, `{::nomarkdown}` and `{::options /}`.
bool BlockReader::namedExtension()
{
    const qsizetype begin = m_pos + blanksAt(m_text, m_pos, optionalBlanks);
    const qsizetype nameEnd = labelEnd(m_text, begin + 3);
    const QByteArray name = bytes({begin + 3, nameEnd}).toByteArray();
    const qsizetype close = bytes(line(begin)).indexOf('}') + begin;
    if (close < nameEnd || !isBlankLine(m_text, close + 1)
        || (name != "comment" && name != "nomarkdown" && name != "options") || m_unendedExtensions.contains(name))
        return false;
    const bool closed = m_text[close - 1] == '/';
    if (name == "options") {
        for (const Attribute &option : readAttributeList(bytes({nameEnd, close - (closed ? 1 : 0)})).attributes) {
            if (option.name == "parse_block_html")
                m_parts.options.parseBlockHtml = option.value == "true";
            else if (option.name == "parse_span_html")
                m_parts.options.parseSpanHtml = option.value == "true";
        }
    }
    const qsizetype content = nextLine(m_text, close);
    ByteRange body{content, content};
    qsizetype end = content;
    if (!closed) {
        bool found = false;
        for (qsizetype at = content; at < m_text.size() && !found; at = nextLine(m_text, at)) {
            const QByteArrayView text = bytes(line(at)).trimmed();
            found = text == "{:/}" || text == "{:/" + name + '}';
            body.end = at;
            end = nextLine(m_text, at);
        }
        if (!found) {
            m_unendedExtensions.push_back(name);
            return false;
        }
    }
    MarkdownBlock &block = add(name == "nomarkdown" ? NodeKind::HtmlBlock : NodeKind::Comment, {begin, end - 1}, body);
    if (name == "nomarkdown")
        block.node.text = bytes(body).toByteArray();
    m_pos = end;
    return true;
}

bool BlockReader::endMarker()
{
    if (!isEndMarker(m_text, m_pos))
        return false;
    addMark(MarkdownBlock::Role::End, line(m_pos)).node.marker = '^';
    Node &node = m_out->silent.emplace_back().node;
    node.kind = NodeKind::AttributeLine;
    node.range = node.content = m_source.sourceOf(line(m_pos));
    m_attributes.reset();
    m_pos = nextLine(m_text, m_pos);
    return true;
}

void BlockReader::paragraph()
{
    const qsizetype begin = m_pos;
    do {
        m_pos = nextLine(m_text, m_pos);
    } while (!endsParagraph(m_text, m_pos));
    if (last() && last()->is(NodeKind::Paragraph) && last()->owner == &m_source) {
        last()->lines.end = m_pos;
        return;
    }
    MarkdownBlock &block = add(NodeKind::Paragraph, {begin, begin}, {begin, begin});
    block.lines = {begin, m_pos};
    block.owner = &m_source;
}

} // namespace vitrine
