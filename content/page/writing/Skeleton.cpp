#include "content/page/writing/Skeleton.h"

#include <algorithm>

namespace vitrine {

namespace {

using Type = SkeletonNode::Type;

/// Layouts of people are some ten deep; what is deeper is kept as it is.
constexpr int mostDepth = 48;

int itemOf(const LayoutNode &node)
{
    int item = -1;
    forEachSlot({node}, [&](const LayoutNode &slot) {
        if (item < 0)
            item = slot.item;
    });
    return item;
}

class Builder
{
public:
    Builder(const QByteArray &text, const Entry &entry) : m_text(text), m_entry(entry) { }

    Level level(const std::vector<LayoutNode> &nodes, qsizetype begin, int depth) const
    {
        Level level;
        level.separators.push_back(Stretch({}, begin));
        for (const LayoutNode &node : nodes) {
            if (node.type == LayoutNode::Type::Literal) {
                level.separators.back().text += bytes(node.range);
                continue;
            }
            level.units.push_back(unit(node, depth));
            level.separators.push_back(Stretch({}, node.range.end));
        }
        return level;
    }

private:
    QByteArray bytes(ByteRange range) const { return m_text.mid(range.begin, range.size()); }
    Stretch stretch(ByteRange range) const { return Stretch(bytes(range), range.begin); }

    SkeletonNode unit(const LayoutNode &node, int depth) const
    {
        SkeletonNode unit;
        unit.field = node.field;
        unit.part = node.part;
        unit.item = node.item;
        unit.origin = m_entry.field(node.field);
        if (node.type == LayoutNode::Type::Slot) {
            unit.text = stretch(node.range);
        } else if (node.type == LayoutNode::Type::Sealed || depth >= mostDepth) {
            unit.type = Type::Sealed;
            unit.text = stretch(node.range);
        } else if (node.type == LayoutNode::Type::Pair) {
            unit.type = Type::Pair;
            unit.open = stretch(node.open);
            unit.close = stretch(node.close);
            unit.inside = level(node.children, node.open.end, depth + 1);
        } else {
            unit.type = Type::List;
            unit.inside = items(node, depth + 1);
        }
        return unit;
    }

    /// The children of a list, gathered into items.
    Level items(const LayoutNode &list, int depth) const
    {
        Level level;
        level.separators.push_back(Stretch({}, list.range.begin));
        size_t next = 0;
        while (next < list.children.size()) {
            const LayoutNode &node = list.children[next];
            if (node.type == LayoutNode::Type::Literal) {
                level.separators.back().text += bytes(node.range);
                ++next;
                continue;
            }
            const size_t end = endOfItem(list.children, next);
            SkeletonNode item;
            item.type = Type::Item;
            item.field = list.field;
            item.item = itemOf(node);
            item.origin = m_entry.field(list.field);
            const std::vector<LayoutNode> own(
                list.children.begin() + static_cast<std::ptrdiff_t>(next),
                list.children.begin() + static_cast<std::ptrdiff_t>(end));
            item.inside = this->level(own, node.range.begin, depth);
            level.units.push_back(std::move(item));
            level.separators.push_back(Stretch({}, own.back().range.end));
            next = end;
        }
        return level;
    }

    /// One past the last node that belongs to the item of nodes[first].
    static size_t endOfItem(const std::vector<LayoutNode> &nodes, size_t first)
    {
        const int item = itemOf(nodes[first]);
        size_t end = first + 1;
        for (size_t next = end; next < nodes.size(); ++next) {
            if (nodes[next].type == LayoutNode::Type::Literal)
                continue;
            if (item < 0 || itemOf(nodes[next]) != item)
                break;
            end = next + 1;
        }
        return end;
    }

    const QByteArray &m_text;
    const Entry &m_entry;
};

/// The length of a list marker with its blanks.
qsizetype markerLength(const QByteArray &text)
{
    qsizetype end = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    const bool numbered = end > 0 && end < text.size() && (text[end] == '.' || text[end] == ')');
    const bool bullet = end == 0 && !text.isEmpty() && (text[0] == '-' || text[0] == '*' || text[0] == '+');
    if (!numbered && !bullet)
        return 0;
    ++end;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t'))
        ++end;
    return end;
}

void splitMarkerAndTail(Level &top)
{
    Stretch &first = top.separators.front();
    const qsizetype marker = markerLength(first.text);
    top.head = Stretch(first.text.left(marker), first.source);
    first = Stretch(first.text.mid(marker), first.source + marker);

    Stretch &last = top.separators.back();
    qsizetype end = last.text.size();
    while (end > 0 && (last.text[end - 1] == ' ' || last.text[end - 1] == '\t'))
        --end;
    top.tail = Stretch(last.text.mid(end), last.source + end);
    last = Stretch(last.text.left(end), last.source);
}

template<typename Visit> void forEachStretch(Level &level, const Visit &visit);

template<typename Visit> void forEachStretch(SkeletonNode &node, const Visit &visit)
{
    if (node.type == Type::Slot || node.type == Type::Sealed) {
        visit(node.text);
        return;
    }
    visit(node.open);
    forEachStretch(node.inside, visit);
    visit(node.close);
}

template<typename Visit> void forEachStretch(Level &level, const Visit &visit)
{
    visit(level.head);
    for (size_t i = 0; i < level.units.size(); ++i) {
        visit(level.separators[i]);
        forEachStretch(level.units[i], visit);
    }
    if (!level.separators.empty())
        visit(level.separators.back());
    visit(level.tail);
}

std::vector<Stretch> stretchesOf(const Level &level)
{
    std::vector<Stretch> all;
    Level copy = level;
    forEachStretch(copy, [&](const Stretch &stretch) {
        if (!stretch.text.isEmpty())
            all.push_back(stretch);
    });
    return all;
}

} // namespace

void Stretch::set(const QByteArray &bytes)
{
    if (bytes == text)
        return;
    text = bytes;
    source = -1;
}

QByteArray saidBy(const SkeletonNode &slot)
{
    using Part = SkeletonNode::Part;
    if (!slot.origin)
        return slot.text.text;
    const Value &value = slot.origin->value;
    const qsizetype item = slot.item;
    if (slot.field == FieldId::Authors && item < value.authors().size()) {
        const Author author = value.authors().at(item);
        return slot.part == Part::Url ? author.url : author.name;
    }
    if (slot.field == FieldId::Links && item < value.links().size()) {
        const Link link = value.links().at(item);
        return slot.part == Part::Url ? link.url : link.label;
    }
    if (slot.field == FieldId::Keywords && item < value.strings().size())
        return value.strings().at(item);
    return slot.text.text;
}

FieldSet fieldsOf(const SkeletonNode &node)
{
    switch (node.type) {
    case Type::Slot:
        return setOf(node.field);
    case Type::Sealed:
        return sealedSign;
    case Type::List:
    case Type::Item:
        return setOf(node.field);
    case Type::Pair:
        break;
    }
    const FieldSet fields = fieldsOf(node.inside);
    const FieldSet withoutLinks = fields & ~setOf(FieldId::Links) & ~sealedSign;
    return withoutLinks ? withoutLinks : fields;
}

FieldSet fieldsOf(const Level &level)
{
    FieldSet fields = 0;
    for (const SkeletonNode &unit : level.units)
        fields |= fieldsOf(unit);
    return fields;
}

Level skeletonOf(const QByteArray &text, const Entry &entry)
{
    Level top = Builder(text, entry).level(entry.layout->nodes, entry.range.begin, 0);
    splitMarkerAndTail(top);
    return top;
}

QByteArray bytesOf(const Level &level)
{
    QByteArray bytes;
    for (const Stretch &stretch : stretchesOf(level))
        bytes += stretch.text;
    return bytes;
}

QByteArray bytesOf(const SkeletonNode &node)
{
    QByteArray bytes;
    SkeletonNode copy = node;
    forEachStretch(copy, [&](const Stretch &stretch) { bytes += stretch.text; });
    return bytes;
}

void forgetSources(Level &level)
{
    forEachStretch(level, [](Stretch &stretch) { stretch.source = -1; });
}

void forgetSources(SkeletonNode &node)
{
    forEachStretch(node, [](Stretch &stretch) { stretch.source = -1; });
}

std::vector<Replacement> replacementsFor(const Level &level, ByteRange range)
{
    std::vector<Replacement> replacements;
    qsizetype done = range.begin;
    QByteArray pending;
    const auto flush = [&](qsizetype upTo) {
        if (!pending.isEmpty() || upTo > done)
            replacements.push_back({0, {done, upTo}, pending});
        pending.clear();
    };
    for (const Stretch &stretch : stretchesOf(level)) {
        if (stretch.source >= done && stretch.source + stretch.text.size() <= range.end) {
            flush(stretch.source);
            done = stretch.source + stretch.text.size();
        } else {
            pending += stretch.text;
        }
    }
    flush(range.end);
    return replacements;
}

void insertUnit(Level &level, size_t at, SkeletonNode unit, Stretch before, Stretch after)
{
    const auto place = static_cast<std::ptrdiff_t>(at);
    if (level.separators.empty())
        level.separators.push_back({});
    level.units.insert(level.units.begin() + place, std::move(unit));
    level.separators[at] = std::move(before);
    level.separators.insert(level.separators.begin() + place + 1, std::move(after));
}

void removeUnit(Level &level, size_t at, Stretch between)
{
    const auto place = static_cast<std::ptrdiff_t>(at);
    level.units.erase(level.units.begin() + place);
    level.separators.erase(level.separators.begin() + place + 1);
    level.separators[at] = std::move(between);
}

const Level &bodyOf(const Level &entry)
{
    const FieldSet both = setOf(FieldId::Title) | setOf(FieldId::Authors);
    const Level *body = &entry;
    for (bool deeper = true; deeper;) {
        deeper = false;
        for (const SkeletonNode &unit : body->units) {
            const bool element = unit.type == Type::Pair && unit.open.text.startsWith('<');
            if (!element || (fieldsOf(unit.inside) & both) != both)
                continue;
            body = &unit.inside;
            deeper = true;
            break;
        }
    }
    return *body;
}

Level &bodyOf(Level &entry)
{
    return const_cast<Level &>(bodyOf(std::as_const(entry))); // the same walk, for those who may write
}

UnitPath pathTo(const Level &level, FieldId field)
{
    for (size_t i = 0; i < level.units.size(); ++i) {
        const SkeletonNode &unit = level.units[i];
        const bool leaf = unit.type == Type::Slot || unit.type == Type::List;
        if (leaf && unit.field == field)
            return {i};
        if (unit.type != Type::Pair)
            continue;
        UnitPath below = pathTo(unit.inside, field);
        if (below.empty())
            continue;
        below.insert(below.begin(), i);
        return below;
    }
    return {};
}

Level &levelAt(Level &top, const UnitPath &path)
{
    Level *level = &top;
    for (size_t i = 0; i + 1 < path.size(); ++i)
        level = &level->units[path[i]].inside;
    return *level;
}

const SkeletonNode &unitAt(const Level &top, const UnitPath &path)
{
    const Level *level = &top;
    for (size_t i = 0; i + 1 < path.size(); ++i)
        level = &level->units[path[i]].inside;
    return level->units[path.back()];
}

SkeletonNode &unitAt(Level &top, const UnitPath &path)
{
    return levelAt(top, path).units[path.back()];
}

} // namespace vitrine
