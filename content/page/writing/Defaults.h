#pragma once

#include "content/page/writing/HouseStyle.h"

namespace vitrine {

// All that the writer may put on a page without having seen it there. Nothing else is invented.

/// What stands between the items of a list.
QByteArray defaultJoin(FieldId field, JoinRole role);

/// A field and what stands before it, for the end of an entry.
struct DefaultUnit
{
    QByteArray before;
    SkeletonNode node;
};
/// How a field is added where no entry of the page has it; nothing for fields whose place nobody can guess.
/// `way`: 0 for the commonest form; another where that does not read back.
std::optional<DefaultUnit> defaultUnit(FieldId field, Kind kind, size_t way = 0);

/// A list with one item.
SkeletonNode listOfOne(FieldId field, SkeletonNode node);
/// A pair around one slot.
SkeletonNode pairAround(SkeletonNode inner, const QByteArray &open, const QByteArray &close);
SkeletonNode slotOf(FieldId field, SkeletonNode::Part part, const QByteArray &text);
/// `[label](url)`; the text may be any node.
SkeletonNode linkAround(SkeletonNode text, FieldId addressField, const QByteArray &url);

/// The emphasis of the owner's name on a page that never names the owner.
SkeletonNode defaultSelfName(const QByteArray &name);

} // namespace vitrine
