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

std::vector<YamlSpelling>
bothSpellings(const LineWriter &writer, qsizetype after, const QByteArray &lead, const QByteArray &value)
{
    return {
        writer.lineAfter(after, lead + plainOrQuotedYaml(value, false)),
        writer.lineAfter(after, lead + doubleQuotedYaml(value))};
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

Result<std::vector<YamlSpelling>> spellYamlAddition(
    const YamlDocument &document, QByteArrayView bytes, ByteRange range, const QByteArray &name,
    const QByteArray &value)
{
    const LineWriter writer(bytes, range);
    const qsizetype dot = name.lastIndexOf('.');
    if (dot < 0) {
        const QByteArray key =
            document.nodes.empty() ? name : alignedKey(document, bytes, document.nodes.front(), name);
        return bothSpellings(writer, writer.lastWritten(), key + ": ", value);
    }
    const QByteArray parentName = name.first(dot), own = name.sliced(dot + 1);
    const int found = document.indexOf(parentName);
    if (found < 0)
        return noParent(parentName, own);
    const YamlNode *parent = &document.nodes[static_cast<size_t>(found)];
    const bool isList = parent->kind == YamlNode::Kind::Sequence;
    if ((!isList && parent->kind != YamlNode::Kind::Map) || parent->flow || parent->children.empty())
        return inBrackets(parentName);
    const qsizetype start = lineStart(bytes, parent->whole.begin, range.begin);
    const QByteArray indent(parent->whole.begin - start, ' ');
    const QByteArray lead = isList ? indent + "- " : indent + alignedKey(document, bytes, *parent, own) + ": ";
    return bothSpellings(writer, parent->whole.end, lead, value);
}

} // namespace vitrine
