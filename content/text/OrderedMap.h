#pragma once

#include <QMetaType>
#include <QStringList>
#include <QVariantMap>

namespace vitrine {

/// A map that keeps the order in which its names were written, as YAML and Ruby do. A QVariant that holds one gives a
/// QVariantMap where one is asked for (toMap()), so only who needs the order must know of it.
class OrderedMap
{
public:
    OrderedMap() = default;

    /// A name that is there already keeps its place and takes the new value.
    void insert(const QString &name, const QVariant &value);

    const QStringList &names() const { return m_names; }
    const QVariantMap &map() const { return m_map; }
    QVariant value(const QString &name) const { return m_map.value(name); }
    bool contains(const QString &name) const { return m_map.contains(name); }
    bool isEmpty() const { return m_names.isEmpty(); }

    /// As in Ruby, order does not count.
    bool operator==(const OrderedMap &other) const { return m_map == other.m_map; }
    bool operator!=(const OrderedMap &other) const { return !(*this == other); }

    QVariant toVariant() const;
    /// True for a variant that holds one, or a QVariantMap.
    static bool isMap(const QVariant &value);
    /// What a variant holds; a QVariantMap comes in the order of its names, anything else is empty.
    static OrderedMap of(const QVariant &value);

private:
    QStringList m_names;
    QVariantMap m_map;
};

} // namespace vitrine

Q_DECLARE_METATYPE(vitrine::OrderedMap)
