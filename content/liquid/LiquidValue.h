#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <functional>
#include <optional>

namespace vitrine {

/// Values that only Liquid has. Unknown is what only the site's own build can tell (its posts, say); everything made
/// of it is unknown too. Empty and Blank are the words that values are compared with.
enum class LiquidMark { Unknown, Empty, Blank };

inline QVariant unknownLiquid()
{
    return QVariant::fromValue(LiquidMark::Unknown);
}
bool isUnknownLiquid(const QVariant &value);

/// A member of a map that is costly to make, so that it is made when liquidMember() asks for it; unknown to all others.
struct LazyLiquid
{
    std::function<QVariant()> make;
};

/// Only nil and false are false.
bool isTruthyLiquid(const QVariant &value);
bool isListLiquid(const QVariant &value);
bool isMapLiquid(const QVariant &value);
/// False for a map whose names stand in no known order: what walks through it is unknown.
bool hasOrderLiquid(const QVariant &map);
/// What a loop or filter walks through: the items of a list, [name, value] of a map; a text and the like are one item.
QVariantList liquidItems(const QVariant &value);
bool isNumberLiquid(const QVariant &value);

/// The text that an output puts on the page; a map looks as Ruby prints it.
QVariant toLiquidText(const QVariant &value);
/// The text of a value for filters that work on text: lists and maps as Ruby writes them; of unknown values an empty
/// one.
QString liquidString(const QVariant &value);

/// A part of a value: `name` of a map, a position of a list, and `size`, `first`, `last`.
QVariant liquidMember(const QVariant &value, const QString &name);
QVariant liquidElement(const QVariant &value, const QVariant &key);

/// As Ruby prints a value inside a list or map: texts in quotes, `{"a"=>1}`; nothing when a part of it is unknown.
std::optional<QString> liquidInspected(const QVariant &value);
/// As JSON, names of maps in their order; nothing when a part of it is unknown.
std::optional<QString> liquidJson(const QVariant &value);

bool liquidEquals(const QVariant &a, const QVariant &b);
/// Less, equal or greater than 0; nothing when the two cannot be compared.
std::optional<int> liquidCompare(const QVariant &a, const QVariant &b);
bool liquidContains(const QVariant &whole, const QVariant &part);

} // namespace vitrine

Q_DECLARE_METATYPE(vitrine::LiquidMark)
Q_DECLARE_METATYPE(vitrine::LazyLiquid)
