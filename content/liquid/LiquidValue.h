#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>

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

/// Only nil and false are false.
bool isTruthyLiquid(const QVariant &value);
bool isListLiquid(const QVariant &value);
bool isMapLiquid(const QVariant &value);
bool isNumberLiquid(const QVariant &value);

/// The text that an output puts on the page. Unknown where Ruby would print what a map looks like inside.
QVariant toLiquidText(const QVariant &value);
/// The text of a value for filters that work on text; of unknown values an empty one.
QString liquidString(const QVariant &value);

/// A part of a value: `name` of a map, a position of a list, and `size`, `first`, `last`.
QVariant liquidMember(const QVariant &value, const QString &name);
QVariant liquidElement(const QVariant &value, const QVariant &key);

bool liquidEquals(const QVariant &a, const QVariant &b);
/// Less, equal or greater than 0; nothing when the two cannot be compared.
std::optional<int> liquidCompare(const QVariant &a, const QVariant &b);
bool liquidContains(const QVariant &whole, const QVariant &part);

} // namespace vitrine

Q_DECLARE_METATYPE(vitrine::LiquidMark)
