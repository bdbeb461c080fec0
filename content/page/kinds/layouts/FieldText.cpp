#include "content/page/kinds/layouts/FieldText.h"

#include "content/markdown/Characters.h"
#include "content/markdown/Entities.h"
#include "content/markdown/Reader.h"

#include <vector>

namespace vitrine {

namespace {

bool isIndent(char c)
{
    return c == ' ' || c == '\t';
}

/// The lines of a range without their line ends,.
std::vector<ByteRange> linesOf(QByteArrayView text, ByteRange range)
{
    std::vector<ByteRange> lines;
    qsizetype begin = range.begin;
    for (qsizetype at = range.begin; at < range.end; ++at) {
        if (text[at] != '\n')
            continue;
        const bool carriage = at > begin && text[at - 1] == '\r';
        lines.push_back({begin, carriage ? at - 1 : at});
        begin = at + 1;
    }
    lines.push_back({begin, range.end});
    return lines;
}

qsizetype indentOf(QByteArrayView text, ByteRange line)
{
    qsizetype at = line.begin;
    while (at < line.end && isIndent(text[at]))
        ++at;
    return at - line.begin;
}

/// The bytes of indent that all lines after the first share; blank lines have no say.
qsizetype commonIndent(QByteArrayView text, const std::vector<ByteRange> &lines)
{
    qsizetype common = -1;
    for (size_t i = 1; i < lines.size(); ++i) {
        const qsizetype indent = indentOf(text, lines[i]);
        if (indent == lines[i].size())
            continue;
        common = common < 0 ? indent : qMin(common, indent);
    }
    return qMax<qsizetype>(common, 0);
}

/// True for words of one line that no reader of Markdown takes for anything else, as names are: letters, digits, commas
/// and single blanks, dots and hyphens between them.
bool isPlainly(QByteArrayView value)
{
    const auto isLetter = [](char c) { return isAsciiLetter(c) || isAsciiDigit(c) || static_cast<uchar>(c) >= 0x80; };
    if (value.isEmpty() || !isLetter(value.front()))
        return false;
    for (qsizetype i = 1; i < value.size(); ++i) {
        const bool single = value[i] == '-' || value[i] == ' ' || value[i] == ',';
        const bool stop = value[i] == '.' && (i + 1 == value.size() || value[i + 1] == ' ');
        if (!isLetter(value[i]) && !stop && !(single && i + 1 < value.size() && isLetter(value[i + 1])))
            return false;
    }
    return true;
}

} // namespace

QByteArray fieldText(QByteArrayView text, ByteRange range)
{
    const QByteArrayView written = text.sliced(range.begin, range.size());
    if (!written.contains('\n'))
        return written.toByteArray();
    const std::vector<ByteRange> lines = linesOf(text, range);
    const qsizetype indent = commonIndent(text, lines);
    QByteArray value = text.sliced(lines[0].begin, lines[0].size()).toByteArray();
    for (size_t i = 1; i < lines.size(); ++i) {
        const qsizetype skip = qMin(indent, lines[i].size());
        value += '\n';
        value += text.sliced(lines[i].begin + skip, lines[i].size() - skip);
    }
    return value;
}

std::optional<QByteArray> wrappedIndent(QByteArrayView text, ByteRange range)
{
    const std::vector<ByteRange> lines = linesOf(text, range);
    if (lines.size() < 2)
        return {};
    const qsizetype indent = commonIndent(text, lines);
    for (size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].size() > indent)
            return text.sliced(lines[i].begin, indent).toByteArray();
    }
    return QByteArray();
}

std::optional<QByteArray> plainText(QByteArrayView value, bool html)
{
    if (html)
        return value.contains('<') ? std::nullopt : std::optional(decodeEntities(value));
    if (isPlainly(value))
        return value.toByteArray();
    QByteArray plain;
    for (const Node &node : readInlines(value, linesOf(value, {0, value.size()}), {})) {
        switch (node.kind) {
        case NodeKind::Text:
            plain += value.sliced(node.range.begin, node.range.size());
            break;
        case NodeKind::SoftBreak:
            plain += '\n';
            break;
        case NodeKind::Escape:
        case NodeKind::Entity:
        case NodeKind::Typographic:
            plain += node.text;
            break;
        default:
            return {};
        }
    }
    return plain;
}

} // namespace vitrine
