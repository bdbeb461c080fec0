#include "content/frontmatter/YamlAddition.h"

#include "content/text/LineIndex.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

const YamlNode &childAt(const YamlDocument &document, const YamlNode &parent, size_t index)
{
    return document.nodes[static_cast<size_t>(parent.children[index])];
}

qsizetype lineStart(QByteArrayView bytes, qsizetype at, qsizetype lowest)
{
    while (at > lowest && !isLineEnd(bytes[at - 1]))
        --at;
    return at;
}

/// Writes one new line after everything that ends at `after`.
class LineWriter
{
public:
    LineWriter(QByteArrayView bytes, ByteRange range)
        : m_bytes(bytes), m_range(range), m_lineEnd(lineEndBytes(dominantLineEnd(bytes)))
    {
    }

    YamlSpelling lineAfter(qsizetype after, const QByteArray &line) const
    {
        qsizetype at = after;
        while (at < m_range.end && !isLineEnd(m_bytes[at]))
            ++at;
        const bool hasEnd = at < m_range.end;
        if (hasEnd)
            at += m_bytes.sliced(at).startsWith("\r\n") ? 2 : 1;
        const bool needsBreak = !hasEnd && at > m_range.begin && !isLineEnd(m_bytes[at - 1]);
        return {{at, at}, needsBreak ? m_lineEnd + line : line + m_lineEnd};
    }

    /// The last byte of the text that is neither blank nor a line end.
    qsizetype lastWritten() const
    {
        qsizetype end = m_range.end;
        while (end > m_range.begin && (isLineEnd(m_bytes[end - 1]) || m_bytes[end - 1] == ' '))
            --end;
        return end;
    }

private:
    QByteArrayView m_bytes;
    ByteRange m_range;
    QByteArray m_lineEnd;
};

/// The key with the blanks before its colon that the last sibling has, so that aligned colons stay aligned.
QByteArray alignedKey(const YamlDocument &document, QByteArrayView bytes, const YamlNode &map, const QByteArray &name)
{
    if (map.children.size() < 2)
        return name;
    const YamlNode &key = childAt(document, map, map.children.size() - 2);
    qsizetype colon = key.whole.end;
    while (colon < bytes.size() && bytes[colon] == ' ')
        ++colon;
    const bool isAligned = colon > key.whole.end && colon < bytes.size() && bytes[colon] == ':';
    return isAligned ? name.leftJustified(colon - key.whole.begin) : name;
}

/// False for truth values and numbers, which mean something else in quotes.
bool isText(const QByteArray &value)
{
    return resolvePlainScalar(value).typeId() == QMetaType::QString;
}

/// In the style of the neighbours, and in double quotes.
std::vector<YamlSpelling> bothSpellings(
    const LineWriter &writer, qsizetype after, const QByteArray &lead, const QByteArray &value, YamlStyle house)
{
    const QByteArray fresh = house == YamlStyle::Plain || !isText(value) ? plainOrQuotedYaml(value, false)
                                                                         : spelledInStyle(value, house, false);
    return {writer.lineAfter(after, lead + fresh), writer.lineAfter(after, lead + doubleQuotedYaml(value))};
}

/// A line in which a key stands commented out: `  #dblp   : "https://…" # e.g.`
struct CommentedKey
{
    ByteRange line;
    QByteArray key; ///< with the blanks before its colon
    QByteArray gap; ///< between the colon and the value
    YamlStyle style = YamlStyle::Empty; ///< of the value that stands there, if one does
    QByteArray tail; ///< a comment behind it, with the blanks before
};

std::optional<CommentedKey> readCommentedKey(QByteArrayView line, QByteArrayView name)
{
    qsizetype at = 0;
    const auto skip = [&](QByteArrayView these) {
        const qsizetype begin = at;
        while (at < line.size() && these.contains(line[at]))
            ++at;
        return line.sliced(begin, at - begin).toByteArray();
    };
    skip(" \t");
    if (skip("#").isEmpty())
        return {};
    skip(" \t");
    if (!line.sliced(at).startsWith(name))
        return {};
    at += name.size();
    CommentedKey found;
    found.key = name.toByteArray() + skip(" ");
    if (at >= line.size() || line[at] != ':')
        return {};
    ++at;
    found.gap = skip(" \t");
    const QByteArrayView rest = line.sliced(at);
    const char first = rest.isEmpty() ? '\0' : rest.front();
    qsizetype end = 0;
    if (first == '"' || first == '\'') {
        found.style = first == '"' ? YamlStyle::DoubleQuoted : YamlStyle::SingleQuoted;
        end = rest.indexOf(first, 1) + 1;
        if (end == 0)
            return {};
    } else if (first != '#' && first != '\0') {
        found.style = YamlStyle::Plain;
        const qsizetype comment = rest.indexOf(" #");
        end = comment < 0 ? rest.size() : comment;
    } else if (!found.gap.isEmpty() && first == '#') {
        found.tail = " ";
    }
    found.tail += rest.sliced(end);
    found.gap = found.gap.isEmpty() || end == 0 ? QByteArray(" ") : found.gap;
    return found;
}

/// Where a key of a map is commented out, among its lines or right below them.
std::optional<CommentedKey>
findCommentedKey(QByteArrayView bytes, ByteRange range, const YamlNode &map, const QByteArray &name)
{
    const LineIndex lines(bytes.first(range.end));
    const int last = lines.lineAt(std::max(map.whole.begin, map.whole.end));
    for (int number = lines.lineAt(map.whole.begin); number < lines.lineCount(); ++number) {
        const ByteRange place = lines.line(number);
        const QByteArrayView line = bytes.sliced(place.begin, place.size());
        if (number > last && !line.trimmed().startsWith('#'))
            break;
        if (auto found = readCommentedKey(line, name)) {
            found->line = place;
            return found;
        }
    }
    return {};
}

Error noParent(const QByteArray &parent, const QByteArray &name)
{
    return Error{
        ErrorKind::NotFound,
        QCoreApplication::translate("YamlText", "There is no “%1” to put “%2” under.")
            .arg(QString::fromUtf8(parent), QString::fromUtf8(name)),
        {},
        {}};
}

Error inBrackets(const QByteArray &parent)
{
    return Error{
        ErrorKind::Refused,
        QCoreApplication::translate("YamlText", "“%1” cannot be added to here. Change it in the text of the file.")
            .arg(QString::fromUtf8(parent)),
        {},
        {}};
}

} // namespace

Result<std::vector<YamlSpelling>>
spellYamlAddition(const YamlDocument &document, QByteArrayView bytes, ByteRange range, const YamlNewName &added)
{
    const LineWriter writer(bytes, range);
    const qsizetype dot = added.name.lastIndexOf('.');
    if (dot < 0) {
        const bool isEmpty = document.nodes.empty();
        const QByteArray key = isEmpty ? added.name : alignedKey(document, bytes, document.nodes.front(), added.name);
        const YamlStyle house = isEmpty
            ? YamlStyle::Plain
            : houseStyle(document, document.nodes.front(), document.nodes.front().children.size());
        return bothSpellings(writer, writer.lastWritten(), key + ": ", added.value, house);
    }
    const QByteArray parentName = added.name.first(dot), own = added.name.sliced(dot + 1);
    const int found = document.indexOf(parentName);
    if (found < 0)
        return noParent(parentName, own);
    const YamlNode &parent = document.nodes[static_cast<size_t>(found)];
    const bool isList = parent.kind == YamlNode::Kind::Sequence;
    if ((!isList && parent.kind != YamlNode::Kind::Map) || parent.flow || parent.children.empty())
        return inBrackets(parentName);
    const qsizetype start = lineStart(bytes, parent.whole.begin, range.begin);
    const QByteArray indent(parent.whole.begin - start, ' ');
    if (isList)
        return bothSpellings(writer, parent.whole.end, indent + "- ", added.value, YamlStyle::Plain);
    // A new line, behind the sibling asked for where it is there.
    size_t place = parent.children.size();
    for (size_t i = 0; i + 1 < parent.children.size(); i += 2) {
        if (!added.behind.isEmpty() && childAt(document, parent, i).value == added.behind)
            place = i + 2;
    }
    const YamlStyle house = houseStyle(document, parent, place);
    if (const auto commented = findCommentedKey(bytes, range, parent, own)) {
        const YamlStyle style = commented->style == YamlStyle::Empty ? house : commented->style;
        const QByteArray lead = indent + commented->key + ':' + commented->gap;
        return std::vector<YamlSpelling>{
            {commented->line, lead + spelledInStyle(added.value, style, false) + commented->tail},
            {commented->line, lead + doubleQuotedYaml(added.value) + commented->tail}};
    }
    const YamlNode &before = childAt(document, parent, place - 1);
    const qsizetype end = std::max(before.whole.end, childAt(document, parent, place - 2).whole.end);
    return bothSpellings(writer, end, indent + alignedKey(document, bytes, parent, own) + ": ", added.value, house);
}

std::optional<ByteRange>
linesOfYamlKey(const YamlDocument &document, QByteArrayView bytes, ByteRange range, const QByteArray &name)
{
    const int index = document.indexOf(name);
    if (index <= 0)
        return {};
    const YamlNode &value = document.nodes[static_cast<size_t>(index)];
    const YamlNode &map = document.nodes[static_cast<size_t>(value.parent)];
    const auto place = std::find(map.children.begin(), map.children.end(), index);
    if (map.kind != YamlNode::Kind::Map || map.flow || place == map.children.begin() || place == map.children.end())
        return {};
    const YamlNode &key = document.nodes[static_cast<size_t>(*(place - 1))];
    const LineIndex lines(bytes.first(range.end));
    const int first = lines.lineAt(key.whole.begin);
    const qsizetype start = std::max(lines.line(first).begin, range.begin);
    const qsizetype column = key.whole.begin - start;
    if (!bytes.sliced(start, column).trimmed().isEmpty())
        return {}; // behind a dash
    int last = lines.lineAt(std::max(key.whole.end, value.whole.end));
    const auto isInside = [&](int number) {
        const ByteRange line = lines.line(number);
        const QByteArrayView text = bytes.sliced(line.begin, line.size());
        return text.trimmed().startsWith('#') && text.indexOf('#') > column;
    };
    while (last + 1 < lines.lineCount() && isInside(last + 1))
        ++last;
    const ByteRange whole{start, std::min(lines.lineWithEnd(last).end, range.end)};
    const bool endsText = whole.end == lines.line(last).end && first > 0 && start > range.begin;
    return endsText ? ByteRange{lines.line(first - 1).end, whole.end} : whole;
}

} // namespace vitrine
