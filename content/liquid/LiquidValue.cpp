#include "content/liquid/LiquidValue.h"

#include "content/text/OrderedMap.h"

#include <QDateTime>

namespace vitrine {

namespace {

std::optional<LiquidMark> markOf(const QVariant &value)
{
    if (value.metaType() != QMetaType::fromType<LiquidMark>())
        return {};
    return value.value<LiquidMark>();
}

bool isString(const QVariant &value)
{
    return value.typeId() == QMetaType::QString;
}

/// A number as Ruby prints it: 1.0 keeps its point.
QString realText(double number)
{
    const QString text = QString::number(number, 'g', 17);
    for (int digits = 1; digits < 17; ++digits) {
        const QString shorter = QString::number(number, 'g', digits);
        if (shorter.toDouble() == number)
            return shorter.contains(QLatin1Char('.')) || shorter.contains(QLatin1Char('e'))
                ? shorter
                : shorter + QStringLiteral(".0");
    }
    return text;
}

bool isEmptyValue(const QVariant &value)
{
    if (isString(value))
        return value.toString().isEmpty();
    if (isListLiquid(value))
        return value.toList().isEmpty();
    return isMapLiquid(value) && OrderedMap::of(value).isEmpty();
}

QVariant made(const QVariant &member)
{
    const bool isLazy = member.metaType() == QMetaType::fromType<LazyLiquid>();
    return isLazy ? member.value<LazyLiquid>().make() : member;
}

} // namespace

bool isUnknownLiquid(const QVariant &value)
{
    return markOf(value) == LiquidMark::Unknown || value.metaType() == QMetaType::fromType<LazyLiquid>();
}

bool isTruthyLiquid(const QVariant &value)
{
    return value.isValid() && !(value.typeId() == QMetaType::Bool && !value.toBool());
}

bool isListLiquid(const QVariant &value)
{
    return value.typeId() == QMetaType::QVariantList || value.typeId() == QMetaType::QStringList;
}

bool isMapLiquid(const QVariant &value)
{
    return OrderedMap::isMap(value);
}

bool hasOrderLiquid(const QVariant &map)
{
    return map.typeId() != QMetaType::QVariantMap || map.toMap().size() < 2;
}

QVariantList liquidItems(const QVariant &value)
{
    if (isListLiquid(value))
        return value.toList();
    if (!isMapLiquid(value))
        return value.isValid() ? QVariantList{value} : QVariantList();
    QVariantList items;
    const OrderedMap map = OrderedMap::of(value);
    for (const QString &name : map.names())
        items.append(QVariant(QVariantList{name, map.value(name)}));
    return items;
}

bool isNumberLiquid(const QVariant &value)
{
    return value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Int
        || value.typeId() == QMetaType::Double;
}

QVariant toLiquidText(const QVariant &value)
{
    if (isUnknownLiquid(value))
        return value;
    if (isMapLiquid(value)) {
        const std::optional<QString> text = liquidInspected(value);
        return text ? QVariant(*text) : unknownLiquid();
    }
    if (!isListLiquid(value))
        return liquidString(value);
    QString text;
    for (const QVariant &item : value.toList()) {
        const QVariant part = toLiquidText(item); // lists come from YAML and filters: as deep as those allow
        if (isUnknownLiquid(part))
            return part;
        text += part.toString();
    }
    return text;
}

QString liquidString(const QVariant &value)
{
    if (markOf(value) || !value.isValid())
        return {};
    if (value.typeId() == QMetaType::Double)
        return realText(value.toDouble());
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss +0000"));
    if (isListLiquid(value) || isMapLiquid(value))
        return liquidInspected(value).value_or(QString());
    return value.toString();
}

QVariant liquidMember(const QVariant &value, const QString &name)
{
    if (isUnknownLiquid(value))
        return value;
    if (isMapLiquid(value)) {
        const OrderedMap map = OrderedMap::of(value);
        if (map.contains(name))
            return made(map.value(name));
        if (name == QLatin1String("size"))
            return qlonglong(map.names().size());
        const bool isFirst = name == QLatin1String("first") && hasOrderLiquid(value);
        return isFirst ? liquidItems(value).value(0) : QVariant();
    }
    if (isListLiquid(value)) {
        const QVariantList list = value.toList();
        if (name == QLatin1String("size"))
            return qlonglong(list.size());
        if (name == QLatin1String("first"))
            return list.value(0);
        if (name == QLatin1String("last"))
            return list.isEmpty() ? QVariant() : list.last();
        return {};
    }
    if (isString(value) && name == QLatin1String("size"))
        return qlonglong(value.toString().toUcs4().size());
    if (value.typeId() == QMetaType::LongLong && name == QLatin1String("size"))
        return 8LL; // the bytes of Ruby's whole numbers
    return {};
}

QVariant liquidElement(const QVariant &value, const QVariant &key)
{
    if (isUnknownLiquid(key))
        return key;
    if (isListLiquid(value) && isNumberLiquid(key)) {
        const QVariantList list = value.toList();
        const qlonglong index = key.toLongLong();
        return list.value(index < 0 ? list.size() + index : index);
    }
    return liquidMember(value, liquidString(key));
}

bool liquidEquals(const QVariant &a, const QVariant &b)
{
    if (const auto mark = markOf(b))
        return *mark == LiquidMark::Empty && isEmptyValue(a); // nothing is blank for Jekyll
    if (markOf(a))
        return liquidEquals(b, a);
    if (isNumberLiquid(a) && isNumberLiquid(b))
        return a.toDouble() == b.toDouble();
    if (!a.isValid() || !b.isValid())
        return a.isValid() == b.isValid();
    return a.typeId() == b.typeId() && a == b;
}

std::optional<int> liquidCompare(const QVariant &a, const QVariant &b)
{
    if (isNumberLiquid(a) && isNumberLiquid(b)) {
        const double left = a.toDouble(), right = b.toDouble();
        return left < right ? -1 : left > right ? 1 : 0;
    }
    if (isString(a) && isString(b))
        return QString::compare(a.toString(), b.toString(), Qt::CaseSensitive);
    return {};
}

bool liquidContains(const QVariant &whole, const QVariant &part)
{
    if (isString(whole))
        return part.isValid() && whole.toString().contains(liquidString(part));
    if (isMapLiquid(whole))
        return OrderedMap::of(whole).contains(liquidString(part));
    const QVariantList list = whole.toList();
    return std::any_of(list.begin(), list.end(), [&](const QVariant &item) { return liquidEquals(item, part); });
}

} // namespace vitrine
