#include "tests/support/EntryFixtures.h"

#include "content/page/kinds/ReadFields.h"
#include "content/page/kinds/layouts/FieldText.h"

#include <algorithm>

namespace vitrine::test {

namespace {

using Type = LayoutNode::Type;
using Part = LayoutNode::Part;

ReadEntries readRanges(
    Kind kind, Container container, const QByteArray &text, const std::vector<ByteRange> &ranges,
    const QByteArray &owner)
{
    ReadEntries read;
    read.text = text;
    Section section;
    section.kind = kind;
    section.range = {0, text.size()};
    for (const ByteRange range : ranges) {
        Entry entry;
        entry.kind = kind;
        entry.container = container;
        entry.range = entry.outerRange = range;
        section.entries.push_back(entry);
    }
    read.outline.sections.push_back(section);
    ReadContext context;
    auto site = std::make_shared<SiteValues>();
    if (!owner.isEmpty())
        site->config[QStringLiteral("author")] = QVariantMap{{QStringLiteral("name"), QString::fromUtf8(owner)}};
    context.site = site;
    readFields(text, context, read.outline);
    return read;
}

QByteArray valueText(const Field &field)
{
    QByteArray line = field.value.text();
    for (const Author &author : field.value.authors()) {
        line += line.isEmpty() ? "" : "; ";
        line += author.name;
        if (!author.marks.isEmpty())
            line += '{' + author.marks.join(' ') + '}';
        if (!author.url.isEmpty())
            line += '(' + author.url + ')';
        line += author.self ? "!" : "";
    }
    for (const Link &link : field.value.links())
        line += '[' + link.label + "](" + link.url + ')';
    return line + field.value.strings().join("; ");
}

QString at(const char *what, ByteRange range)
{
    return QStringLiteral("%1 at [%2, %3)").arg(QLatin1StringView(what)).arg(range.begin).arg(range.end);
}

QString brokenCover(const std::vector<LayoutNode> &nodes, ByteRange cover)
{
    qsizetype reached = cover.begin;
    for (const LayoutNode &node : nodes) {
        if (node.range.begin != reached)
            return at("a gap or an overlap", node.range);
        if (node.range.isEmpty() && node.type != Type::Slot)
            return at("an empty node", node.range);
        reached = node.range.end;
        const bool holds = node.type == Type::Pair || node.type == Type::List;
        if (!holds && !node.children.empty())
            return at("children where none may be", node.range);
        if (!holds)
            continue;
        const ByteRange inner = node.type == Type::Pair ? ByteRange{node.open.end, node.close.begin} : node.range;
        if (const QString broken = brokenCover(node.children, inner); !broken.isEmpty())
            return broken;
    }
    return reached == cover.end ? QString() : at("not covered", {reached, cover.end});
}

bool isRangeOf(const Field &field, const LayoutNode &slot)
{
    if (slot.part == Part::Again || slot.part == Part::Short)
        return std::find(field.also.begin(), field.also.end(), slot.range) != field.also.end();
    if (field.value.isText())
        return field.range == slot.range;
    for (const Author &author : field.value.authors()) {
        if (slot.part != Part::Name || author.range == slot.range)
            return true;
    }
    for (const Link &link : field.value.links()) {
        if (link.labelRange == slot.range || link.urlRange == slot.range)
            return true;
    }
    return !field.value.strings().isEmpty();
}

} // namespace

ReadEntries readList(Kind kind, const QByteArray &text, const QByteArray &owner)
{
    std::vector<ByteRange> ranges;
    bool numbered = false;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at) < 0 ? text.size() : text.indexOf('\n', at);
        const QByteArray line = text.mid(at, end - at);
        const qsizetype dot = line.indexOf(". ");
        bool number = false;
        line.left(qMax<qsizetype>(dot, 0)).toInt(&number);
        numbered = numbered || number;
        if (number || line.startsWith("* ") || line.startsWith("- "))
            ranges.push_back({at, end});
        else if (!ranges.empty() && !line.isEmpty())
            ranges.back().end = end;
        at = end + 1;
    }
    return readRanges(kind, numbered ? Container::NumberedList : Container::List, text, ranges, owner);
}

ReadEntries readOne(Kind kind, Container container, const QByteArray &text, const QByteArray &owner)
{
    return readRanges(kind, container, text, {{0, text.size()}}, owner);
}

QByteArray fieldsLine(const ReadEntries &read, size_t entry)
{
    if (entry >= read.entries().size())
        return "no such entry";
    const Entry &found = read.entries()[entry];
    if (!found.structured)
        return "not structured";
    QByteArray line;
    for (const Field &field : found.fields) {
        line += line.isEmpty() ? "" : " | ";
        line += QByteArray(schemaOf(field.id).name) + '=' + valueText(field);
        for (const ByteRange also : field.also)
            line += '~' + read.bytes(also);
    }
    return line;
}

QString brokenEntry(const QByteArray &text, const Entry &entry)
{
    if (!entry.structured)
        return entry.layout->isEmpty() ? QString() : QStringLiteral("a layout without being structured");
    if (const QString broken = brokenCover(entry.layout->nodes, entry.range); !broken.isEmpty())
        return broken;
    QString broken;
    forEachSlot(entry.layout->nodes, [&](const LayoutNode &slot) {
        const Field *field = entry.field(slot.field);
        if (!field || !isRangeOf(*field, slot))
            broken = at("a slot without field", slot.range);
    });
    std::vector<ByteRange> ranges;
    for (const Field &field : entry.fields) {
        if (field.range)
            ranges.push_back(*field.range);
        ranges.insert(ranges.end(), field.also.begin(), field.also.end());
        const bool string = schemaOf(field.id).type != ValueType::Date && field.value.isText();
        if (string && field.range && fieldText(text, *field.range) != field.value.text())
            broken = at("a value that is not at its range", *field.range);
    }
    std::sort(ranges.begin(), ranges.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
    for (size_t i = 1; i < ranges.size(); ++i) {
        if (ranges[i - 1].overlaps(ranges[i]))
            broken = at("fields overlap", ranges[i]);
    }
    return broken;
}

} // namespace vitrine::test
