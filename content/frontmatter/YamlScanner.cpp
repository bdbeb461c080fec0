#include "content/frontmatter/YamlScanner.h"

namespace vitrine {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

/// Looks at the bytes of one YAML text; positions are offsets into the file.
class Scanner
{
public:
    Scanner(QByteArrayView bytes, ByteRange range) : m_bytes(bytes.first(range.end)), m_range(range) { }

    void locateScalar(YamlNode &node, const YamlNode *parent) const;
    void locateAlias(YamlNode &node) const;
    void locateEmptyValue(YamlNode &node, const YamlNode &key) const;
    qsizetype columnOf(qsizetype at) const { return at - lineStart(at); }

private:
    char at(qsizetype i) const { return i < m_bytes.size() ? m_bytes[i] : '\0'; }
    qsizetype skipBlanks(qsizetype i) const;
    qsizetype skipLineEnd(qsizetype i) const;
    qsizetype endOfLine(qsizetype i) const;
    qsizetype lineStart(qsizetype i) const;
    qsizetype skipWord(qsizetype i) const;
    qsizetype skipProperties(qsizetype i) const;

    std::optional<qsizetype> closingQuote(qsizetype open) const;
    std::optional<qsizetype> endOfPlain(qsizetype begin, QByteArrayView value) const;
    ByteRange blockContent(qsizetype header, qsizetype parentColumn) const;

    QByteArrayView m_bytes;
    ByteRange m_range;
};

qsizetype Scanner::skipBlanks(qsizetype i) const
{
    while (isBlank(at(i)))
        ++i;
    return i;
}

qsizetype Scanner::skipLineEnd(qsizetype i) const
{
    if (at(i) == '\r' && at(i + 1) == '\n')
        return i + 2;
    return i < m_bytes.size() && isLineEnd(at(i)) ? i + 1 : i;
}

qsizetype Scanner::endOfLine(qsizetype i) const
{
    while (i < m_bytes.size() && !isLineEnd(m_bytes[i]))
        ++i;
    return i;
}

qsizetype Scanner::lineStart(qsizetype i) const
{
    while (i > m_range.begin && !isLineEnd(m_bytes[i - 1]))
        --i;
    return i;
}

qsizetype Scanner::skipWord(qsizetype i) const
{
    while (i < m_bytes.size() && !isBlank(m_bytes[i]) && !isLineEnd(m_bytes[i]))
        ++i;
    return i;
}

/// Skips anchors and tags (`&name`, `!!str`) and the blanks and line ends after them.
qsizetype Scanner::skipProperties(qsizetype i) const
{
    while (at(i) == '&' || at(i) == '!') {
        i = skipWord(i);
        while (i < m_bytes.size() && (isBlank(m_bytes[i]) || isLineEnd(m_bytes[i])))
            ++i;
    }
    return i;
}

std::optional<qsizetype> Scanner::closingQuote(qsizetype open) const
{
    const char quote = at(open);
    for (qsizetype i = open + 1; i < m_bytes.size(); ++i) {
        if (quote == '"' && m_bytes[i] == '\\')
            ++i;
        else if (m_bytes[i] == quote && quote == '\'' && at(i + 1) == '\'')
            ++i;
        else if (m_bytes[i] == quote)
            return i;
    }
    return {};
}

/// Walks text and value together: a line end in the text (with the blanks around it) is a blank in the value, several
/// are one line end fewer.
std::optional<qsizetype> Scanner::endOfPlain(qsizetype begin, QByteArrayView value) const
{
    qsizetype i = begin;
    for (qsizetype v = 0; v < value.size();) {
        const qsizetype afterBlanks = skipBlanks(i);
        if (afterBlanks >= m_bytes.size())
            return {};
        if (!isLineEnd(m_bytes[afterBlanks])) {
            if (m_bytes[i] != value[v])
                return {};
            ++i;
            ++v;
            continue;
        }
        qsizetype breaks = 0;
        i = afterBlanks;
        while (i < m_bytes.size() && isLineEnd(m_bytes[i])) {
            ++breaks;
            i = skipBlanks(skipLineEnd(i));
        }
        const QByteArray folded = breaks == 1 ? QByteArray(" ") : QByteArray(breaks - 1, '\n');
        if (!value.sliced(v).startsWith(folded))
            return {};
        v += folded.size();
    }
    return i;
}

/// The lines of a block scalar, from the first to the last that is not blank; `header` is its `|` or `>`.
ByteRange Scanner::blockContent(qsizetype header, qsizetype parentColumn) const
{
    const qsizetype begin = skipLineEnd(endOfLine(header));
    qsizetype end = begin;
    for (qsizetype line = begin; line < m_bytes.size();) {
        const qsizetype lineEnd = endOfLine(line);
        qsizetype text = line;
        while (text < lineEnd && m_bytes[text] == ' ')
            ++text;
        if (text < lineEnd && text - line <= parentColumn)
            break;
        if (text < lineEnd)
            end = lineEnd;
        const qsizetype next = skipLineEnd(lineEnd);
        if (next == line)
            break;
        line = next;
    }
    return {begin, end};
}

void Scanner::locateScalar(YamlNode &node, const YamlNode *parent) const
{
    const qsizetype begin = skipProperties(node.whole.begin);
    const char first = at(begin);
    if (first == '"' || first == '\'') {
        const auto close = closingQuote(begin);
        node.style = YamlStyle::Unclosed;
        if (!close)
            return;
        node.style = first == '"' ? YamlStyle::DoubleQuoted : YamlStyle::SingleQuoted;
        node.written = {begin + 1, *close};
        node.whole.end = *close + 1;
    } else if (first == '|' || first == '>') {
        node.style = first == '|' ? YamlStyle::Literal : YamlStyle::Folded;
        node.written = blockContent(begin, parent ? columnOf(parent->whole.begin) : -1);
        node.whole.end = std::max(node.written.end, endOfLine(begin));
    } else {
        node.style = YamlStyle::Plain;
        const auto end = endOfPlain(begin, node.value);
        if (!end)
            return;
        node.written = {begin, *end};
        node.whole.end = *end;
    }
    node.located = true;
}

void Scanner::locateAlias(YamlNode &node) const
{
    if (at(node.whole.begin) != '*')
        return;
    qsizetype end = node.whole.begin + 1;
    while (end < m_bytes.size() && !isBlank(m_bytes[end]) && !isLineEnd(m_bytes[end]) && m_bytes[end] != ','
           && m_bytes[end] != ']' && m_bytes[end] != '}')
        ++end;
    node.style = YamlStyle::Alias;
    node.whole.end = end;
    node.written = node.whole;
    node.located = true;
}

void Scanner::locateEmptyValue(YamlNode &node, const YamlNode &key) const
{
    const qsizetype colon = skipBlanks(key.whole.end);
    if (at(colon) != ':')
        return;
    const qsizetype word = skipBlanks(colon + 1);
    const auto writtenNull = [&](QByteArrayView spelling) {
        return m_bytes.sliced(word).startsWith(spelling) && skipWord(word) == word + spelling.size();
    };
    node.style = YamlStyle::Empty;
    node.located = true;
    for (const QByteArrayView spelling :
         {QByteArrayView("~"), QByteArrayView("null"), QByteArrayView("Null"), QByteArrayView("NULL")}) {
        if (writtenNull(spelling)) {
            node.written = {word, word + spelling.size()};
            node.whole = node.written;
            return;
        }
    }
    const qsizetype place = colon + (isBlank(at(colon + 1)) ? 2 : 1);
    node.written = {place, place};
    node.whole = node.written;
}

} // namespace

void locateYamlNodes(YamlDocument &document, QByteArrayView bytes, ByteRange range)
{
    const Scanner scanner(bytes, range);
    const auto parentOf = [&document](const YamlNode &node) -> const YamlNode * {
        return node.parent < 0 ? nullptr : &document.nodes[static_cast<size_t>(node.parent)];
    };
    for (YamlNode &node : document.nodes) {
        if (node.kind == YamlNode::Kind::Scalar)
            scanner.locateScalar(node, parentOf(node));
        else if (node.kind == YamlNode::Kind::Alias)
            scanner.locateAlias(node);
    }
    // yaml-cpp takes a quote that is still open at the very end for closed.
    const auto unclosed = std::find_if(document.nodes.begin(), document.nodes.end(), [](const YamlNode &node) {
        return node.style == YamlStyle::Unclosed;
    });
    if (unclosed != document.nodes.end()) {
        const qsizetype at = unclosed->whole.begin;
        document = {};
        document.problem = YamlProblem{"illegal EOF in scalar", at};
    }
    for (YamlNode &map : document.nodes) {
        if (map.kind != YamlNode::Kind::Map)
            continue;
        for (size_t i = 0; i + 1 < map.children.size(); i += 2) {
            const YamlNode &key = document.nodes[static_cast<size_t>(map.children[i])];
            YamlNode &value = document.nodes[static_cast<size_t>(map.children[i + 1])];
            if (value.kind == YamlNode::Kind::Null && key.located)
                scanner.locateEmptyValue(value, key);
        }
    }
    for (size_t i = document.nodes.size(); i-- > 0;) { // children stand after their parents
        const YamlNode &node = document.nodes[i];
        if (node.parent >= 0) {
            ByteRange &parent = document.nodes[static_cast<size_t>(node.parent)].whole;
            parent.end = std::max(parent.end, node.whole.end);
        }
    }
}

} // namespace vitrine
