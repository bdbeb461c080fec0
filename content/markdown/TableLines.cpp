#include "content/markdown/TableLines.h"

#include "content/markdown/InlinePass.h"

namespace vitrine {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

ByteRange trimmed(QByteArrayView text, ByteRange range)
{
    while (!range.isEmpty() && isBlank(text[range.begin]))
        ++range.begin;
    while (!range.isEmpty() && isBlank(text[range.end - 1]))
        --range.end;
    return range;
}

/// The cells of a row: what lies between pipes without a backslash before them; outer pipes may be left out.
std::vector<ByteRange> cellsOf(QByteArrayView text, ByteRange line)
{
    ByteRange row = trimmed(text, line);
    if (!row.isEmpty() && text[row.begin] == '|')
        ++row.begin;
    std::vector<ByteRange> cells;
    qsizetype begin = row.begin;
    for (qsizetype i = row.begin; i < row.end; ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '|') {
            cells.push_back(trimmed(text, {begin, i}));
            begin = i + 1;
        }
    }
    if (begin < row.end)
        cells.push_back(trimmed(text, {begin, row.end}));
    return cells;
}

/// The alignments of a delimiter row (`---`, `:--`, `:-:`, `--:`); nothing when a cell is anything else.
std::optional<std::vector<QByteArray>> alignments(QByteArrayView text, ByteRange line)
{
    const QByteArrayView row = text.sliced(line.begin, line.size());
    if (!row.contains('-') || !row.contains('|'))
        return {};
    std::vector<QByteArray> result;
    for (ByteRange cell : cellsOf(text, line)) {
        const bool left = !cell.isEmpty() && text[cell.begin] == ':';
        cell.begin += left ? 1 : 0;
        const bool right = !cell.isEmpty() && text[cell.end - 1] == ':';
        cell.end -= right ? 1 : 0;
        if (cell.isEmpty())
            return {};
        for (qsizetype i = cell.begin; i < cell.end; ++i) {
            if (text[i] != '-')
                return {};
        }
        result.push_back(left && right ? "center" : left ? "left" : right ? "right" : "");
    }
    return result;
}

Node readRow(QByteArrayView text, ByteRange line, const std::vector<QByteArray> &columns)
{
    Node row;
    row.kind = NodeKind::TableRow;
    row.range = row.content = line;
    for (const ByteRange &range : cellsOf(text, line)) {
        if (row.children.size() == columns.size())
            break;
        Node cell;
        cell.kind = NodeKind::TableCell;
        cell.range = cell.content = range;
        cell.info = columns[row.children.size()];
        setLines(cell, {range});
        row.children.push_back(std::move(cell));
    }
    return row;
}

} // namespace

std::optional<FoundTable> findTable(QByteArrayView text, const std::vector<ByteRange> &lines, size_t limit)
{
    for (size_t i = 0; i + 1 < limit; ++i) {
        const auto columns = alignments(text, lines[i + 1]);
        if (!columns || columns->size() != cellsOf(text, lines[i]).size())
            continue;
        FoundTable table;
        table.firstLine = i;
        table.endLine = limit;
        table.node.kind = NodeKind::Table;
        table.node.number = 1;
        table.node.range = table.node.content = {lines[i].begin, lines[limit - 1].end};
        table.node.children.push_back(readRow(text, lines[i], *columns));
        for (size_t row = i + 2; row < limit; ++row)
            table.node.children.push_back(readRow(text, lines[row], *columns));
        return table;
    }
    return {};
}

} // namespace vitrine
