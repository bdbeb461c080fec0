#include "content/frontmatter/YamlSpelling.h"

#include "content/text/LineIndex.h"

namespace vitrine {

namespace {

QByteArray singleQuotedInside(QByteArray value)
{
    return value.replace('\'', "''");
}

QByteArray doubleQuotedInside(const QByteArray &value)
{
    QByteArray inside;
    for (const char c : value) {
        const auto byte = static_cast<uchar>(c);
        if (c == '"' || c == '\\')
            inside += '\\';
        if (c == '\n')
            inside += "\\n";
        else if (c == '\t')
            inside += "\\t";
        else if (c == '\r')
            inside += "\\r";
        else if (byte < 0x20 || byte == 0x7F)
            inside += "\\x" + QByteArray::number(byte, 16).rightJustified(2, '0');
        else
            inside += c;
    }
    return inside;
}

bool readsAsText(const QByteArray &value)
{
    return resolvePlainScalar(value).typeId() == QMetaType::QString;
}

/// True where the words may stand without quotes and still say the same.
bool isPlainYaml(const QByteArray &value)
{
    const QByteArray line = "k: " + value;
    const YamlDocument read = YamlDocument::read(line, {0, line.size()});
    if (value.isEmpty() || !readsAsText(value) || read.problem || read.nodes.size() != 3)
        return false;
    const YamlNode &node = read.nodes.back();
    return node.kind == YamlNode::Kind::Scalar && node.style == YamlStyle::Plain && node.value == value;
}

/// The header of a block scalar stands before its content: `|`, `>-`, `|2+`.
ByteRange blockHeader(QByteArrayView bytes, const YamlNode &node)
{
    qsizetype end = node.written.begin;
    while (end > node.whole.begin && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r'))
        --end;
    qsizetype begin = node.whole.begin;
    while (begin < end && bytes[begin] != '|' && bytes[begin] != '>')
        ++begin;
    return {begin, end};
}

/// The indent of the first line of a block scalar; nothing when there is no line.
QByteArray blockIndent(QByteArrayView bytes, ByteRange content)
{
    qsizetype end = content.begin;
    while (end < content.end && bytes[end] == ' ')
        ++end;
    return bytes.sliced(content.begin, end - content.begin).toByteArray();
}

/// The lines of `value` as block content; a folded one needs a blank line for every line end.
QByteArray blockLines(QByteArray value, const QByteArray &indent, const QByteArray &lineEnd, bool folded)
{
    while (value.endsWith('\n'))
        value.chop(1);
    QByteArray text;
    bool first = true;
    for (const QByteArray &line : value.split('\n')) {
        if (!first)
            text += folded ? lineEnd + lineEnd : lineEnd;
        first = false;
        text += line.isEmpty() ? QByteArray() : indent + line;
    }
    return text;
}

/// In the same block: first with the header as it is, then without a final line end (`|-`).
std::vector<YamlSpelling> spellBlock(QByteArrayView bytes, const YamlNode &node, const QByteArray &value)
{
    const QByteArray indent = blockIndent(bytes, node.written);
    if (indent.isEmpty() || value.isEmpty())
        return {};
    const QByteArray lineEnd = lineEndBytes(dominantLineEnd(bytes));
    const QByteArray lines = blockLines(value, indent, lineEnd, node.style == YamlStyle::Folded);
    std::vector<YamlSpelling> ways{{node.written, lines}};
    const ByteRange header = blockHeader(bytes, node);
    QByteArray stripped = bytes.sliced(header.begin, node.written.begin - header.begin).toByteArray();
    stripped.insert(1, '-');
    ways.push_back({{header.begin, node.written.end}, stripped + lines});
    return ways;
}

} // namespace

QByteArray doubleQuotedYaml(const QByteArray &value)
{
    return '"' + doubleQuotedInside(value) + '"';
}

QByteArray plainOrQuotedYaml(const QByteArray &value, bool mustBeText)
{
    return value.isEmpty() || (mustBeText && !readsAsText(value)) ? doubleQuotedYaml(value) : value;
}

QByteArray spelledInStyle(const QByteArray &value, YamlStyle style, bool inBrackets)
{
    const bool oneLine = !value.contains('\n');
    if (style == YamlStyle::SingleQuoted && oneLine)
        return '\'' + singleQuotedInside(value) + '\'';
    const bool plain = style == YamlStyle::Plain || style == YamlStyle::Alias || style == YamlStyle::Empty;
    const bool endsEarly = inBrackets && std::any_of(value.begin(), value.end(), [](char c) {
                               return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
                           });
    if (!plain || endsEarly || !isPlainYaml(value))
        return doubleQuotedYaml(value);
    return value;
}

YamlStyle houseStyle(const YamlDocument &document, const YamlNode &map, size_t at)
{
    const auto styleOf = [&](size_t child) -> std::optional<YamlStyle> {
        const YamlNode &value = document.nodes[static_cast<size_t>(map.children[child])];
        const bool isQuoted = value.style == YamlStyle::DoubleQuoted || value.style == YamlStyle::SingleQuoted;
        const bool isWords = value.style == YamlStyle::Plain && readsAsText(value.value);
        return value.kind == YamlNode::Kind::Scalar && (isQuoted || isWords) ? std::optional(value.style)
                                                                             : std::nullopt;
    };
    if (map.kind != YamlNode::Kind::Map)
        return YamlStyle::Plain;
    for (size_t i = std::min(at, map.children.size()); i-- > 0;) {
        if (const auto style = i % 2 == 1 ? styleOf(i) : std::nullopt)
            return *style;
    }
    for (size_t i = at | 1; i < map.children.size(); i += 2) {
        if (const auto style = styleOf(i))
            return *style;
    }
    return YamlStyle::Plain;
}

std::vector<YamlSpelling>
spellYamlScalar(QByteArrayView bytes, const YamlNode &node, const QByteArray &value, YamlQuotes quotes, YamlStyle house)
{
    const auto withQuotes = ByteRange{node.written.begin - 1, node.written.end + 1};
    const bool quoted = node.style == YamlStyle::DoubleQuoted || node.style == YamlStyle::SingleQuoted;
    if (quoted && quotes == YamlQuotes::IfNeeded && isPlainYaml(value))
        return {{withQuotes, value}, {withQuotes, doubleQuotedYaml(value)}};
    switch (node.style) {
    case YamlStyle::DoubleQuoted:
        return {{node.written, doubleQuotedInside(value)}};
    case YamlStyle::SingleQuoted:
        return {{node.written, singleQuotedInside(value)}, {withQuotes, doubleQuotedYaml(value)}};
    case YamlStyle::Literal:
    case YamlStyle::Folded: {
        std::vector<YamlSpelling> ways = spellBlock(bytes, node, value);
        ways.push_back({{blockHeader(bytes, node).begin, node.written.end}, doubleQuotedYaml(value)});
        return ways;
    }
    case YamlStyle::Plain:
        return {
            {node.written, plainOrQuotedYaml(value, readsAsText(node.value))}, {node.written, doubleQuotedYaml(value)}};
    case YamlStyle::Alias:
        return {{node.written, plainOrQuotedYaml(value, true)}, {node.written, doubleQuotedYaml(value)}};
    case YamlStyle::Empty:
    case YamlStyle::Unclosed: // never located
        break;
    }
    // Nothing stands there: a blank is wanted before, and one after where a comment follows directly.
    const qsizetype at = node.written.begin;
    const QByteArray before = at > 0 && bytes[at - 1] == ':' ? " " : "";
    const qsizetype end = node.written.end;
    const QByteArray after = end < bytes.size() && bytes[end] == '#' ? " " : "";
    const QByteArray fresh = house == YamlStyle::Plain || !readsAsText(value) ? plainOrQuotedYaml(value, false)
                                                                              : spelledInStyle(value, house, false);
    return {{node.written, before + fresh + after}, {node.written, before + doubleQuotedYaml(value) + after}};
}

} // namespace vitrine
