#include "content/importers/BibtexLines.h"

#include "content/importers/BibtexScanner.h"
#include "content/page/reading/TextLines.h"

#include <QSet>

#include <algorithm>

namespace vitrine {

namespace {

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// The name of the field that begins in a line, and where its value begins; nothing when none does.
std::optional<std::pair<QByteArray, qsizetype>> fieldBegin(const QByteArray &bytes, ByteRange line)
{
    qsizetype at = line.begin;
    while (at < line.end && (isBibtexBlank(bytes[at]) || bytes[at] == ','))
        ++at;
    const qsizetype begin = at;
    while (at < line.end && isNameByte(bytes[at]))
        ++at;
    const QByteArray name = bytes.mid(begin, at - begin).toLower();
    while (at < line.end && isBibtexBlank(bytes[at]))
        ++at;
    if (name.isEmpty() || at >= line.end || bytes[at] != '=')
        return {};
    return std::pair(name, at + 1);
}

/// A value without what delimits it and what belongs to the entry behind it.
QByteArray bareValue(const QByteArray &bytes, ByteRange range)
{
    const auto endsIn = [&](QByteArrayView signs) { return !range.isEmpty() && signs.contains(bytes[range.end - 1]); };
    while (endsIn(", \t\r\n"))
        --range.end;
    const bool braced = !range.isEmpty() && bytes[range.begin] == '{';
    const bool quoted = !range.isEmpty() && bytes[range.begin] == '"';
    if (braced || quoted)
        ++range.begin;
    // One closing brace is its own; others close the entry.
    const QByteArrayView value = QByteArrayView(bytes).sliced(range.begin, range.size());
    for (auto surplus = value.count('}') - value.count('{'); surplus > 0 && endsIn("} \t\r\n,"); --range.end)
        surplus -= bytes[range.end - 1] == '}' ? 1 : 0;
    while (endsIn(" \t\r\n,"))
        --range.end;
    if (quoted && endsIn("\""))
        --range.end;
    return bytes.mid(range.begin, range.size());
}

} // namespace

std::vector<BibtexField> bibtexFieldsByLine(const QByteArray &bytes, ByteRange entry)
{
    std::vector<BibtexField> fields;
    const auto finish = [&](qsizetype end) {
        if (fields.empty() || fields.back().range.end >= 0)
            return;
        BibtexField &field = fields.back();
        field.range = trimmedIn(bytes, {field.range.begin, end});
        field.value = bareValue(bytes, field.range);
        if (field.value.isEmpty())
            fields.pop_back();
    };
    for (qsizetype at = entry.begin; at < entry.end; at = nextLineAt(bytes, at, entry.end)) {
        const ByteRange line{at, lineEndAt(bytes, at, entry.end)};
        if (const auto begin = fieldBegin(bytes, line)) {
            finish(at);
            fields.push_back({begin->first, {}, {begin->second, -1}});
        }
    }
    finish(entry.end);
    QSet<QByteArray> names;
    std::erase_if(fields, [&](const BibtexField &field) {
        const bool again = names.contains(field.name);
        names.insert(field.name);
        return again;
    });
    return fields;
}

} // namespace vitrine
