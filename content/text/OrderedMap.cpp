#include "content/text/OrderedMap.h"

namespace vitrine {

void OrderedMap::insert(const QString &name, const QVariant &value)
{
    if (!m_map.contains(name))
        m_names += name;
    m_map.insert(name, value);
}

QVariant OrderedMap::toVariant() const
{
    static const bool isConvertible =
        QMetaType::registerConverter<OrderedMap, QVariantMap>([](const OrderedMap &ordered) { return ordered.map(); });
    Q_UNUSED(isConvertible)
    return QVariant::fromValue(*this);
}

bool OrderedMap::isMap(const QVariant &value)
{
    return value.typeId() == QMetaType::QVariantMap || value.metaType() == QMetaType::fromType<OrderedMap>();
}

OrderedMap OrderedMap::of(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<OrderedMap>())
        return value.value<OrderedMap>();
    OrderedMap ordered;
    ordered.m_map = value.toMap();
    ordered.m_names = ordered.m_map.keys();
    return ordered;
}

} // namespace vitrine
