#include "content/page/Outline.h"

#include <algorithm>

namespace vitrine {

namespace {

void shift(std::optional<ByteRange> &range, qsizetype by)
{
    if (range)
        range = range->shifted(by);
}

void shift(Value &value, qsizetype by)
{
    if (AuthorList authors = value.authors(); !authors.isEmpty()) {
        for (Author &author : authors)
            shift(author.range, by);
        value = std::move(authors);
    }
    if (LinkList links = value.links(); !links.isEmpty()) {
        for (Link &link : links) {
            shift(link.labelRange, by);
            shift(link.urlRange, by);
        }
        value = std::move(links);
    }
}

void shift(std::vector<LayoutNode> &nodes, qsizetype by)
{
    for (LayoutNode &node : nodes) {
        node.range = node.range.shifted(by);
        if (node.type == LayoutNode::Type::Pair) {
            node.open = node.open.shifted(by);
            node.close = node.close.shifted(by);
        }
        shift(node.children, by);
    }
}

} // namespace

void shift(std::vector<Field> &fields, qsizetype by)
{
    for (Field &field : fields) {
        shift(field.range, by);
        for (ByteRange &range : field.also)
            range = range.shifted(by);
        if (!field.value.isText())
            shift(field.value, by);
    }
}

void shift(EntryLayout &layout, qsizetype by)
{
    shift(layout.nodes, by);
}

const Field *Entry::field(FieldId wanted) const
{
    const std::vector<Field> &made = fields.made();
    const auto found = std::find_if(made.begin(), made.end(), [&](const Field &field) { return field.id == wanted; });
    return found == made.end() ? nullptr : &(*fields)[static_cast<size_t>(found - made.begin())];
}

} // namespace vitrine
