#include "tests/support/Invariants.h"

#include <algorithm>

namespace vitrine::test {

namespace {

QString at(const char *what, ByteRange range)
{
    return QStringLiteral("%1 at [%2, %3)").arg(QLatin1StringView(what)).arg(range.begin).arg(range.end);
}

bool inside(ByteRange range, ByteRange outer)
{
    return range.begin <= range.end && outer.contains(range);
}

QString brokenTree(const Node &node)
{
    // A loop instead of recursion: nesting is the page's, and may be deep.
    std::vector<const Node *> open{&node};
    while (!open.empty()) {
        const Node *parent = open.back();
        open.pop_back();
        qsizetype reached = parent->range.begin;
        for (const Node &child : parent->children) {
            if (!inside(child.range, parent->range))
                return at("tree: a node outside its parent", child.range);
            if (child.range.begin < reached)
                return at("tree: nodes out of order", child.range);
            reached = child.range.end;
            open.push_back(&child);
        }
        if (!inside(parent->content, parent->range) && !parent->content.isEmpty())
            return at("tree: content outside its node", parent->content);
    }
    return {};
}

QString brokenLayout(const std::vector<LayoutNode> &nodes, ByteRange cover)
{
    qsizetype reached = cover.begin;
    for (const LayoutNode &node : nodes) {
        if (node.range.begin != reached || node.range.end < node.range.begin)
            return at("layout: a gap or overlap", node.range);
        reached = node.range.end;
        if (node.children.empty())
            continue;
        ByteRange within = node.range;
        if (node.type == LayoutNode::Type::Pair)
            within = {node.open.end, node.close.begin};
        if (const QString broken = brokenLayout(node.children, within); !broken.isEmpty())
            return broken;
    }
    return reached == cover.end ? QString() : at("layout: does not cover", cover);
}

QString brokenFields(const Entry &entry)
{
    std::vector<ByteRange> ranges;
    for (const Field &field : entry.fields) {
        if (field.range)
            ranges.push_back(*field.range);
        ranges.insert(ranges.end(), field.also.begin(), field.also.end());
    }
    std::sort(ranges.begin(), ranges.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
    for (size_t i = 0; i < ranges.size(); ++i) {
        if (!inside(ranges[i], entry.range))
            return at("field outside its entry", ranges[i]);
        if (i > 0 && ranges[i - 1].overlaps(ranges[i]))
            return at("fields overlap", ranges[i]);
    }
    return {};
}

QString brokenEntries(const Section &section)
{
    qsizetype reached = section.range.begin;
    for (const Entry &entry : section.entries) {
        if (!inside(entry.range, section.range))
            return at("entry outside its section", entry.range);
        if (!inside(entry.range, entry.outerRange))
            return at("entry outside its comment", entry.range);
        if (entry.range.begin < reached)
            return at("entries out of order", entry.range);
        reached = entry.range.end;
        if (entry.structured) {
            if (const QString broken = brokenLayout(entry.layout->nodes, entry.range); !broken.isEmpty())
                return broken;
        }
        if (const QString broken = brokenFields(entry); !broken.isEmpty())
            return broken;
    }
    for (const Block &block : section.blocks) {
        if (!inside(block.range, section.range))
            return at("block outside its section", block.range);
    }
    return {};
}

} // namespace

QString brokenInvariant(const Page &page)
{
    const ByteRange all{0, page.text().size()};
    if (!inside(page.tree().range, all))
        return at("tree outside the text", page.tree().range);
    if (const QString broken = brokenTree(page.tree()); !broken.isEmpty())
        return broken;
    qsizetype reached = 0;
    for (const Section &section : page.outline().sections) {
        if (!inside(section.range, all))
            return at("section outside the text", section.range);
        if (section.range.begin < reached)
            return at("sections out of order", section.range);
        reached = section.range.begin;
        if (section.parent >= 0 && !inside(section.range, page.section(section.parent).range))
            return at("section outside its parent", section.range);
        if (const QString broken = brokenEntries(section); !broken.isEmpty())
            return broken;
    }
    return {};
}

} // namespace vitrine::test
