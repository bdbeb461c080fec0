#include "content/page/writing/Defaults.h"

namespace vitrine {

namespace {

using Part = SkeletonNode::Part;
using Type = SkeletonNode::Type;

} // namespace

QByteArray defaultJoin(FieldId field, JoinRole role)
{
    if (field != FieldId::Authors || role == JoinRole::Middle)
        return QByteArrayLiteral(", ");
    return role == JoinRole::Two ? QByteArrayLiteral(" and ") : QByteArrayLiteral(", and ");
}

SkeletonNode listOfOne(FieldId field, SkeletonNode node)
{
    SkeletonNode item;
    item.type = Type::Item;
    item.field = field;
    item.inside.separators.resize(1);
    insertUnit(item.inside, 0, std::move(node), {}, {});
    SkeletonNode list;
    list.type = Type::List;
    list.field = field;
    list.inside.separators.resize(1);
    insertUnit(list.inside, 0, std::move(item), {}, {});
    return list;
}

SkeletonNode slotOf(FieldId field, Part part, const QByteArray &text)
{
    SkeletonNode slot;
    slot.field = field;
    slot.part = part;
    slot.text = Stretch(text);
    return slot;
}

SkeletonNode pairAround(SkeletonNode inner, const QByteArray &open, const QByteArray &close)
{
    SkeletonNode pair;
    pair.type = Type::Pair;
    pair.open = Stretch(open);
    pair.close = Stretch(close);
    pair.inside.separators.resize(1);
    insertUnit(pair.inside, 0, std::move(inner), {}, {});
    return pair;
}

SkeletonNode linkAround(SkeletonNode text, FieldId addressField, const QByteArray &url)
{
    SkeletonNode link = pairAround(std::move(text), QByteArrayLiteral("["), QByteArrayLiteral(")"));
    insertUnit(link.inside, 1, slotOf(addressField, Part::Url, url), Stretch(QByteArrayLiteral("](")), {});
    return link;
}

SkeletonNode defaultSelfName(const QByteArray &name)
{
    return pairAround(slotOf(FieldId::Authors, Part::Name, name), QByteArrayLiteral("**"), QByteArrayLiteral("**"));
}

std::optional<DefaultUnit> defaultUnit(FieldId field, Kind kind, size_t way)
{
    const QByteArray comma = QByteArrayLiteral(", ");
    const QByteArray blank = QByteArrayLiteral(" ");
    switch (field) {
    case FieldId::Links: {
        SkeletonNode label = slotOf(field, Part::Label, QByteArrayLiteral("Link"));
        SkeletonNode link = linkAround(std::move(label), field, QByteArrayLiteral("#"));
        return DefaultUnit{blank, listOfOne(field, std::move(link))};
    }
    case FieldId::Note:
        return DefaultUnit{
            blank, pairAround(slotOf(field, Part::Whole, {}), QByteArrayLiteral("("), QByteArrayLiteral(")"))};
    case FieldId::Awarder:
        return DefaultUnit{way == 0 ? comma : QByteArrayLiteral(", awarded by "), slotOf(field, Part::Whole, {})};
    case FieldId::Venue:
        return DefaultUnit{kind == Kind::Publication ? comma : blank, slotOf(field, Part::Whole, {})};
    case FieldId::Authors:
    case FieldId::Keywords:
    case FieldId::Image:
    case FieldId::Text:
    case FieldId::Url:
    case FieldId::Label:
        return {};
    default:
        return DefaultUnit{comma, slotOf(field, Part::Whole, {})};
    }
}

} // namespace vitrine
