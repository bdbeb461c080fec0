#include "content/liquid/LiquidQueryFilters.h"

#include "content/text/OrderedMap.h"

namespace vitrine {

namespace {

bool hasUnknown(const QVariantList &values)
{
    return std::any_of(values.begin(), values.end(), [](const QVariant &value) { return isUnknownLiquid(value); });
}

/// A property of an item: `title`, `header.teaser`.
QVariant propertyOf(const QVariant &item, const QString &path)
{
    QVariant value = item;
    for (const QString &name : path.split(QLatin1Char('.')))
        value = liquidMember(value, name);
    return value;
}

QVariantList propertiesOf(const QVariantList &items, const QString &path)
{
    QVariantList values;
    for (const QVariant &item : items)
        values.append(path.isEmpty() ? item : propertyOf(item, path));
    return values;
}

/// Whether `where` takes an item: texts and numbers count as texts, of a list one item is enough.
bool matches(const QVariant &value, const QVariant &wanted)
{
    if (!wanted.isValid())
        return !value.isValid();
    const QString text = liquidString(wanted);
    if (isListLiquid(value)) {
        const QVariantList list = value.toList();
        return std::any_of(list.begin(), list.end(), [&](const QVariant &one) { return liquidString(one) == text; });
    }
    return value.isValid() && !isMapLiquid(value) && liquidString(value) == text;
}

/// Of `where` with a property alone: those that have it.
QVariantList takenBy(const QVariantList &values, const QVariantList &arguments)
{
    QVariantList taken;
    for (const QVariant &value : values)
        taken += arguments.size() > 1 ? matches(value, arguments[1]) : isTruthyLiquid(value);
    return taken;
}

QVariant chosen(const QVariantList &items, const QVariantList &taken, bool firstOnly)
{
    QVariantList kept;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (!isTruthyLiquid(taken[i]))
            continue;
        if (firstOnly)
            return items[i];
        kept.append(items[i]);
    }
    return firstOnly ? QVariant() : QVariant(kept);
}

/// Items by their keys; those without one come first or last. Unknown when two keys cannot be compared: the site's
/// build would stop there.
QVariant sorted(const QVariantList &items, const QVariantList &keys, bool nothingFirst)
{
    std::vector<qsizetype> order(static_cast<size_t>(items.size()));
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<qsizetype>(i);
    bool isComparable = true;
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        const QVariant &left = keys[a], &right = keys[b];
        if (!left.isValid() || !right.isValid())
            return (nothingFirst ? right : left).isValid() && !(nothingFirst ? left : right).isValid();
        const std::optional<int> compared = liquidCompare(left, right);
        isComparable = isComparable && compared;
        return compared.value_or(0) < 0;
    });
    if (!isComparable)
        return unknownLiquid();
    QVariantList list;
    for (const qsizetype i : order)
        list.append(items[i]);
    return list;
}

QVariantList withoutCase(QVariantList keys)
{
    for (QVariant &key : keys) {
        if (key.isValid())
            key = liquidString(key).toLower();
    }
    return keys;
}

/// Maps with name, items and size, in the order in which their keys come first.
QVariant grouped(const QVariantList &items, const QVariantList &keys, bool namesAreTexts)
{
    QVariantList names;
    std::vector<QVariantList> groups;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QVariant name = namesAreTexts ? QVariant(liquidString(keys[i])) : keys[i];
        qsizetype place = names.indexOf(name);
        if (place < 0) {
            place = names.size();
            names.append(name);
            groups.emplace_back();
        }
        groups[static_cast<size_t>(place)].append(items[i]);
    }
    QVariantList list;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QVariantList &group = groups[static_cast<size_t>(i)];
        OrderedMap map;
        map.insert(QStringLiteral("name"), names[i]);
        map.insert(QStringLiteral("items"), group);
        map.insert(QStringLiteral("size"), qlonglong(group.size()));
        list.append(map.toVariant());
    }
    return list;
}

/// What the items are judged by: the values of a property, or of an expression.
QVariantList
keysOf(const QByteArray &name, const QVariantList &items, const QVariantList &arguments, const LiquidItemValue &valueOf)
{
    if (!name.endsWith("_exp"))
        return propertiesOf(items, liquidString(arguments.value(0)));
    QVariantList keys;
    for (const QVariant &item : items) {
        keys.append(valueOf(item));
        if (isUnknownLiquid(keys.last()))
            break;
    }
    return keys;
}

} // namespace

bool isLiquidQuery(const QByteArray &name)
{
    static const QList<QByteArray> names{"where", "where_exp",    "find",     "find_exp",
                                         "sort",  "sort_natural", "group_by", "group_by_exp"};
    return names.contains(name);
}

QVariant applyLiquidQuery(
    const QByteArray &name, const QVariant &input, const QVariantList &arguments, const LiquidItemValue &valueOf)
{
    const bool sorts = name.startsWith("sort"), groups = name.startsWith("group");
    if (name == "sort_natural" && !input.isValid())
        return QVariantList();
    if (!isListLiquid(input) && !(isMapLiquid(input) && !sorts))
        return sorts && isMapLiquid(input) ? unknownLiquid() : input;
    if (isMapLiquid(input) && (groups || !hasOrderLiquid(input)))
        return unknownLiquid();
    // Of a map its values are chosen from.
    const QVariantList items =
        isMapLiquid(input) ? propertiesOf(liquidItems(input), QStringLiteral("last")) : input.toList();
    const QVariantList keys = keysOf(name, items, arguments, valueOf);
    if (hasUnknown(keys))
        return unknownLiquid();
    if (name == "sort_natural")
        return sorted(items, withoutCase(keys), false);
    if (sorts)
        return sorted(items, keys, arguments.value(1) != QVariant(QStringLiteral("last")));
    if (groups)
        return grouped(items, keys, name == "group_by");
    return chosen(items, name.endsWith("_exp") ? keys : takenBy(keys, arguments), name.startsWith("find"));
}

} // namespace vitrine
