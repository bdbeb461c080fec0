#include "content/page/writing/Placing.h"

#include "content/page/structure/Numbering.h"
#include "content/page/writing/HouseStyle.h"
#include "content/text/LineIndex.h"

#include <algorithm>

namespace vitrine {

namespace {

QByteArray beginDate(const Entry &entry)
{
    for (const FieldId id : {FieldId::StartDate, FieldId::Date}) {
        const Field *field = entry.field(id);
        if (field && !field->value.text().startsWith('X'))
            return field->value.text();
    }
    return {};
}

QByteArray beginDate(const FieldValues &values)
{
    for (const FieldId id : {FieldId::StartDate, FieldId::Date}) {
        for (const auto &[field, value] : values) {
            if (field == id)
                return value.text();
        }
    }
    return {};
}

enum class Order { NewestFirst, OldestFirst, None };

Order orderOf(const Section &section)
{
    int down = 0, up = 0;
    QByteArray last;
    for (const Entry &entry : section.entries) {
        const QByteArray date = beginDate(entry);
        if (date.isEmpty())
            continue;
        if (!last.isEmpty()) {
            down += date < last ? 1 : 0;
            up += date > last ? 1 : 0;
        }
        last = date;
    }
    if (down > 0 && down >= 4 * up)
        return Order::NewestFirst;
    return up > 0 && up >= 4 * down ? Order::OldestFirst : Order::None;
}

/// True for what may stand between two entries and between any others just so.
bool separates(const QByteArray &gap)
{
    QByteArray rest = gap.toLower();
    rest.replace("<br>", "").replace("<br/>", "").replace("<br />", "").replace("</br>", "");
    return std::all_of(
        rest.begin(), rest.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '>'; });
}

/// What stands between two entries of this container.
void tallyGaps(const Page &page, const Section &section, Container container, Tally &tally)
{
    for (size_t i = 0; i + 1 < section.entries.size(); ++i) {
        const ByteRange gap{section.entries[i].outerRange.end, section.entries[i + 1].outerRange.begin};
        const bool alike = section.entries[i].container == container && section.entries[i + 1].container == container;
        if (gap.end < gap.begin || !alike)
            continue;
        const QByteArray text = page.text(gap);
        if (separates(text))
            tally.add(text);
    }
}

QByteArray lineEndOf(const Page &page)
{
    return lineEndBytes(dominantLineEnd(page.text()));
}

/// What stands before an entry in its line: an indent, or the mark of a quote.
QByteArray linePrefix(const Page &page, qsizetype begin)
{
    qsizetype start = begin;
    while (start > 0 && page.text()[start - 1] != '\n' && page.text()[start - 1] != '\r')
        --start;
    const QByteArray prefix = page.text({start, begin});
    return separates(prefix) ? prefix : QByteArray();
}

bool standsTight(Container container)
{
    return container == Container::List || container == Container::NumberedList || container == Container::HtmlItem
        || container == Container::TableRow;
}

/// A blank line, as between two blocks of any kind.
QByteArray gapOfBlocks(const Page &page, const Entry &neighbour)
{
    const QByteArray prefix = linePrefix(page, neighbour.range.begin);
    return lineEndOf(page) + prefix.trimmed() + lineEndOf(page) + prefix;
}

QByteArray gapFor(const Page &page, const Section &section, const Entry &neighbour)
{
    Tally own;
    tallyGaps(page, section, neighbour.container, own);
    if (const auto gap = own.most())
        return *gap;
    Tally others, all;
    for (const Section &other : page.outline().sections)
        tallyGaps(page, other, neighbour.container, other.kind == section.kind ? others : all);
    const QByteArray lineEnd = lineEndOf(page);
    const QByteArray prefix = linePrefix(page, neighbour.range.begin);
    if (const auto gap = others.total() > 0 ? others.most() : all.most()) {
        const qsizetype lastLine = std::max(gap->lastIndexOf('\n'), gap->lastIndexOf('\r'));
        return lastLine < 0 ? *gap : gap->left(lastLine + 1) + prefix;
    }
    return standsTight(neighbour.container) ? lineEnd + prefix : gapOfBlocks(page, neighbour);
}

/// True where an entry goes before the one that stands at its place: not behind one that is written like it when that
/// one is written otherwise.
bool standsBefore(const Section &section, int at, std::optional<Container> container)
{
    if (at >= static_cast<int>(section.entries.size()))
        return false;
    const auto isLike = [&](int index) { return section.entries[static_cast<size_t>(index)].container == *container; };
    return at == 0 || !container || isLike(at) || !isLike(at - 1);
}

/// Where the first entry of a section goes, and how far from what stands before it.
Replacement firstOf(const Page &page, const Section &section, const QByteArray &entry)
{
    const QByteArray lineEnd = lineEndOf(page);
    qsizetype at = section.headingRange.end;
    bool afterBlock = false;
    for (const Block &block : section.blocks) {
        if (block.range.end > at) {
            at = block.range.end;
            afterBlock = true;
        }
    }
    if (section.level == 0 && !afterBlock)
        return {0, {section.range.begin, section.range.begin}, entry + lineEnd};
    Tally gaps;
    for (const Section &other : page.outline().sections) {
        if (other.entries.empty() || other.level == 0)
            continue;
        const ByteRange gap{other.headingRange.end, other.entries.front().outerRange.begin};
        if (gap.begin <= gap.end && separates(page.text(gap)))
            gaps.add(page.text(gap));
    }
    const QByteArray gap = afterBlock ? lineEnd + lineEnd : gaps.most().value_or(lineEnd + lineEnd);
    return {0, {at, at}, gap + entry};
}

} // namespace

int placeByOrder(const Section &section, const FieldValues &values)
{
    const int count = static_cast<int>(section.entries.size());
    const Order order = orderOf(section);
    const bool onTop = section.kind == Kind::News || section.kind == Kind::Publication;
    if (onTop)
        return order == Order::OldestFirst && section.kind == Kind::News ? count : 0;
    const QByteArray date = beginDate(values);
    if (order == Order::None || date.isEmpty())
        return count;
    for (int i = 0; i < count; ++i) {
        const QByteArray other = beginDate(section.entries[static_cast<size_t>(i)]);
        if (other.isEmpty())
            continue;
        if (order == Order::NewestFirst ? other <= date : other > date)
            return i;
    }
    return count;
}

std::vector<Replacement>
placed(const Page &page, int sectionIndex, int at, const QByteArray &entry, std::optional<Container> container)
{
    const Section &section = page.section(sectionIndex);
    const int count = static_cast<int>(section.entries.size());
    if (count == 0)
        return {firstOf(page, section, entry)};
    const bool before = standsBefore(section, at, container);
    const Entry &neighbour = section.entries[static_cast<size_t>(before ? at : at - 1)];
    const bool alike = !container || neighbour.container == *container;
    const QByteArray gap = alike ? gapFor(page, section, neighbour) : gapOfBlocks(page, neighbour);
    std::vector<Replacement> all;
    QByteArray bytes = entry;
    if (neighbour.container == Container::NumberedList) {
        const NewNumeral number = numeralForNew(page, {sectionIndex, before ? at : at - 1}, at);
        if (!entry.isEmpty() && entry[0] >= '0' && entry[0] <= '9')
            bytes = withNumeral(entry, number.numeral);
        for (const TextChange &other : number.others)
            all.push_back({0, other.range, other.text});
    }
    if (before) {
        const qsizetype begin = neighbour.outerRange.begin;
        all.push_back({0, {begin, begin}, bytes + gap});
    } else {
        const qsizetype end = neighbour.outerRange.end;
        all.push_back({0, {end, end}, gap + bytes});
    }
    std::stable_sort(all.begin(), all.end(), [](const Replacement &a, const Replacement &b) {
        return a.range.begin < b.range.begin;
    });
    return all;
}

} // namespace vitrine
