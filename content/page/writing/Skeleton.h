#pragma once

#include "content/page/Outline.h"
#include "content/text/TextEdit.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// Bytes of an entry that is being written, and where they stand now.
struct Stretch
{
    QByteArray text;
    qsizetype source = -1; ///< begin in the expanded text; -1: written anew

    Stretch() = default;
    explicit Stretch(QByteArray bytes, qsizetype at = -1) : text(std::move(bytes)), source(at) { }

    /// Keeps the place when the bytes stay the same.
    void set(const QByteArray &bytes);
};

/// A set of fields as bits, to tell units of a layout apart; with signs for the ends of a level and for sealed parts.
using FieldSet = quint64;
constexpr FieldSet sealedSign = FieldSet(1) << 63;
constexpr FieldSet levelBegin = FieldSet(1) << 62;
constexpr FieldSet levelEnd = FieldSet(1) << 61;
constexpr FieldSet setOf(FieldId field)
{
    return FieldSet(1) << static_cast<int>(field);
}

struct SkeletonNode;

/// What stands side by side: units and the separators around them (one more than units; may be empty).
struct Level
{
    Stretch head, tail; ///< list marker and blanks at the end of an entry: no separators
    std::vector<SkeletonNode> units;
    std::vector<Stretch> separators;
};

/// An entry's layout as a tree that owns its bytes, so that it can be changed and copied. Pairs open and close
/// together; each item of a list is one node.
struct SkeletonNode
{
    enum class Type { Slot, Sealed, Pair, List, Item };
    using Part = LayoutNode::Part;

    Type type = Type::Slot;
    Part part = Part::Whole; ///< Slot
    FieldId field = FieldId::Text; ///< Slot, List, Item
    int item = 0; ///< Item, Slot of lists: its number in the field's value
    const Field *origin = nullptr; ///< Slot, Item: what the field said where this was written; lives with its Page
    Stretch text; ///< Slot, Sealed
    Stretch open, close; ///< Pair
    Level inside; ///< Pair, List, Item
};

/// What a slot of a list says where it was written (a name, a label, an address, a keyword), plain as in the value.
QByteArray saidBy(const SkeletonNode &slot);

/// The fields that stand in a node. The address of a linked title or venue does not count: linked or not, it is the
/// title.
FieldSet fieldsOf(const SkeletonNode &node);
FieldSet fieldsOf(const Level &level);

/// The skeleton of an understood entry.
Level skeletonOf(const QByteArray &text, const Entry &entry);
/// The bytes it spells.
QByteArray bytesOf(const Level &level);
QByteArray bytesOf(const SkeletonNode &node);
/// Forgets where the bytes stood: a copy that is to be written elsewhere.
void forgetSources(Level &level);
void forgetSources(SkeletonNode &node);

/// The replacements (in the expanded text, sorted, disjoint) that make the bytes at `range` those of `level`. Stretches
/// that kept their place are not replaced.
std::vector<Replacement> replacementsFor(const Level &level, ByteRange range);

/// Adds and takes out units, separators along with them.
void insertUnit(Level &level, size_t at, SkeletonNode unit, Stretch before, Stretch after);
/// Takes a unit out; `between` is the separator that its neighbours get.
void removeUnit(Level &level, size_t at, Stretch between);

/// Calls `visit(slot)` for each slot in the order of the text.
template<typename Node, typename Visit> void forEachSkeletonSlot(Node &level, const Visit &visit)
{
    for (auto &unit : level.units) {
        if (unit.type == SkeletonNode::Type::Slot)
            visit(unit);
        else
            forEachSkeletonSlot(unit.inside, visit);
    }
}

/// The innermost level that holds all fields of an entry but its picture and what stands beside that: the text of a
/// paper box; the level itself where fields stand in it side by side.
const Level &bodyOf(const Level &entry);
Level &bodyOf(Level &entry);

/// The way to a unit: indexes from the top level down.
using UnitPath = std::vector<size_t>;
/// The first unit (a slot, or a List) of a field, or an empty path.
UnitPath pathTo(const Level &level, FieldId field);
Level &levelAt(Level &top, const UnitPath &path);
const SkeletonNode &unitAt(const Level &top, const UnitPath &path);
SkeletonNode &unitAt(Level &top, const UnitPath &path);

} // namespace vitrine
