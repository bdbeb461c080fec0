#include "content/markdown/kramdown/BlockReader.h"

#include "content/markdown/kramdown/SpanRules.h"

#include <algorithm>

namespace vitrine {

namespace {

/// A line of dashes (or equal signs) with pipes and colons.
bool isSeparator(QByteArrayView line, char mark)
{
    bool marked = false;
    for (const char c : line) {
        marked = marked || c == mark;
        const bool allowed = c == mark || c == '+' || c == '|' || c == ':' || c == ' ' || c == '\t';
        if (!allowed)
            return false;
    }
    return marked;
}

std::vector<QByteArray> alignments(QByteArrayView line)
{
    std::vector<QByteArray> found;
    for (qsizetype at = line.indexOf('-'); at >= 0; at = line.indexOf('-', at)) {
        const bool left = at > 0 && line[at - 1] == ':';
        while (at < line.size() && line[at] == '-')
            ++at;
        const bool right = at < line.size() && line[at] == ':';
        found.push_back(left ? (right ? "center" : "left") : (right ? "right" : ""));
    }
    return found;
}

bool hasPipeIn(QByteArrayView line)
{
    for (qsizetype at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) {
        if (at == 0 || line[at - 1] != '\\')
            return true;
    }
    return false;
}

/// Follows whether every line has a pipe outside code and elements.
class PipeCheck
{
public:
    explicit PipeCheck(QByteArrayView text) : m_text(text) { }

    bool check()
    {
        qsizetype done = 0;
        while (m_pos < m_text.size()) {
            const qsizetype begin = m_pos;
            const char c = m_text[m_pos];
            const auto code = c == '`' ? codeSpanAt(m_text, m_pos) : std::nullopt;
            const qsizetype tagEnd = c == '<' ? elementEnd() : -1;
            if (!code && tagEnd < 0) {
                m_pos = c == '`' ? backticksEnd(m_text, m_pos) : m_pos + 1;
                continue;
            }
            if (!text({done, begin}) || (code && !codeSpan(code->content)))
                return m_pipe;
            m_pos = done = code ? code->end : tagEnd;
        }
        text({done, m_text.size()});
        return m_pipe;
    }

private:
    qsizetype elementEnd() const
    {
        const auto tag = startTagAt(m_text, m_pos);
        if (!tag || isBlockOnlyElement(tag->name))
            return -1;
        if (tag->closed || hasNoBody(tag->name))
            return tag->range.end;
        const auto end = findEndTag(m_text, tag->name, tag->range.end);
        return end ? endTagAt(m_text, *end)->end : m_text.size();
    }

    static QList<QByteArray> linesOf(QByteArrayView text)
    {
        QList<QByteArray> lines = text.toByteArray().split('\n');
        while (!lines.isEmpty() && lines.last().isEmpty())
            lines.removeLast();
        return lines;
    }

    bool text(ByteRange range)
    {
        if (range.isEmpty())
            return true;
        const QList<QByteArray> lines = linesOf(m_text.sliced(range.begin, range.size()));
        if (lines.size() > 1 && !m_pipe && !hasPipeIn(lines.first()))
            return false;
        m_pipe = (lines.size() <= 1 && m_pipe) || (!lines.isEmpty() && hasPipeIn(lines.last()));
        return true;
    }

    bool codeSpan(ByteRange range)
    {
        const qsizetype lines = linesOf(m_text.sliced(range.begin, range.size())).size();
        if (lines > 2 || (lines == 2 && !m_pipe))
            return false;
        if (lines == 2)
            m_pipe = false;
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_pos = 0;
    bool m_pipe = false;
};

} // namespace

bool BlockReader::hasPipe(qsizetype at) const
{
    return at < m_text.size() && hasPipeIn(bytes(line(at)));
}

/// The cells of a row: pipes in code and behind backslashes do not part them.
std::vector<MappedText> BlockReader::cellsOf(ByteRange line) const
{
    std::vector<MappedText> cells(1);
    const QByteArrayView text = bytes(line);
    qsizetype at = 0, done = 0;
    const auto take = [&](qsizetype end) {
        cells.back().append(m_source, ByteRange{done, end}.shifted(line.begin));
        done = end;
    };
    while (at < text.size()) {
        if (text[at] == '`') {
            const auto code = codeSpanAt(text, at);
            at = code ? code->end : backticksEnd(text, at);
        } else if (
            text.sliced(at).startsWith("<code") && text.indexOf("</code>", at) > 0 && text.indexOf('>', at) > 0) {
            at = text.indexOf("</code>", at) + 7;
        } else if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '|') {
            take(at);
            cells.back().appendMade("|", m_source.sourceOf(ByteRange{at, at + 2}.shifted(line.begin)));
            at = done = at + 2;
        } else if (text[at] == '|') {
            take(at);
            cells.emplace_back();
            at = done = at + 1;
        } else {
            ++at;
        }
    }
    take(text.size());
    return cells;
}

MarkdownBlock BlockReader::tableRow(ByteRange line, bool leadingPipe) const
{
    MarkdownBlock row;
    row.node.kind = NodeKind::TableRow;
    line.end = trimmedEnd(m_text, line);
    row.node.range = row.node.content = m_source.sourceOf({trimmedBegin(m_text, line), line.end});
    std::vector<MappedText> cells = cellsOf(line);
    const auto isBlank = [](const MappedText &cell) { return cell.view().trimmed().isEmpty(); };
    if (leadingPipe && isBlank(cells.front()))
        cells.erase(cells.begin());
    if (!cells.empty() && isBlank(cells.back()))
        cells.pop_back();
    qsizetype previous = row.node.range.begin;
    for (const MappedText &cell : cells) {
        const ByteRange all{0, cell.size()};
        const qsizetype begin = trimmedBegin(cell.view(), all);
        const ByteRange text{begin, trimmedEnd(cell.view(), {begin, cell.size()})};
        MarkdownBlock &block = row.children.shown.emplace_back();
        block.node.kind = NodeKind::TableCell;
        block.hasText = true;
        block.text = text.size() == cell.size() ? cell : cell.part(text);
        // A cell without a byte stands where the one before it ends.
        block.node.range = block.node.content = cell.size() > 0 ? cell.sourceOf(text) : ByteRange{previous, previous};
        previous = block.node.range.end;
    }
    return row;
}

bool BlockReader::table()
{
    const qsizetype begin = m_pos + blanksAt(m_text, m_pos, 3);
    if (byteAt(begin) == ' ' || byteAt(begin) == '\t' || !hasPipe(m_pos) || !isAfterBoundary())
        return false;
    MarkdownBlock table;
    table.node.kind = NodeKind::Table;
    if (m_attributes) // gone even when this turns out to be none
        table.attributes = *std::exchange(m_attributes, std::nullopt);
    const bool leadingPipe = byteAt(begin) == '|';
    const auto isLine = [&](qsizetype at, char mark) { return isSeparator(bytes(line(at)), mark); };
    qsizetype at = m_pos;
    if (isLine(at, '-'))
        at = nextLine(m_text, at);
    std::vector<QByteArray> aligned;
    size_t columns = 0;
    auto &rows = table.children.shown;
    QByteArray section; // what the next row begins
    bool foot = false;
    for (; hasPipe(at); at = nextLine(m_text, at)) {
        const bool pending = !rows.empty() && section.isEmpty();
        if (isLine(at, '-')) {
            if (pending && aligned.empty() && !foot) {
                table.node.number = static_cast<int>(rows.size());
                aligned = alignments(bytes(line(at)));
                section = "tbody";
            } else if (pending && !foot) {
                section = "tbody";
            }
        } else if (isLine(at, '=')) {
            foot = true;
            section = "tfoot";
        } else {
            MarkdownBlock row = tableRow(line(at), leadingPipe);
            row.node.info = std::exchange(section, {});
            columns = std::max(columns, row.children.shown.size());
            rows.push_back(std::move(row));
        }
    }
    const bool hasBody = !rows.empty() && static_cast<size_t>(table.node.number) < rows.size()
        && rows[static_cast<size_t>(table.node.number)].node.info != "tfoot";
    if (!isBeforeBoundary(at) || !hasBody || !PipeCheck(bytes({m_pos, at - 1})).check())
        return false;
    for (MarkdownBlock &row : rows) {
        auto &cells = row.children.shown;
        while (cells.size() < columns) {
            MarkdownBlock &cell = cells.emplace_back();
            cell.node.kind = NodeKind::TableCell;
            cell.node.range = cell.node.content = {row.node.range.end, row.node.range.end};
        }
        for (size_t i = 0; i < std::min(cells.size(), aligned.size()); ++i)
            cells[i].node.info = aligned[i];
    }
    table.node.range = table.node.content = m_source.sourceOf({begin, at - 1});
    m_out->shown.push_back(std::move(table));
    m_pos = at;
    return true;
}

} // namespace vitrine
