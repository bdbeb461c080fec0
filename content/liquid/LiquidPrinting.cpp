// Values as Ruby and JSON write them.

#include "content/liquid/LiquidValue.h"
#include "content/text/OrderedMap.h"

#include <QDateTime>

namespace vitrine {

namespace {

/// How one notation writes what texts, maps and nothing consist of.
struct Notation
{
    const char *nothing;
    const char *between; ///< items
    const char *pairs; ///< name and value
    bool isRuby; ///< escapes `#{`, and a few more control signs by letters
};

constexpr Notation ruby{"nil", ", ", "=>", true};
constexpr Notation json{"null", ",", ":", false};

QString escapedSign(QChar c, const Notation &notation)
{
    static const QString letters = QStringLiteral("btnvfr"); // U+0008 to U+000D
    const bool hasLetter = c >= QChar(0x08) && c <= QChar(0x0D) && (notation.isRuby || c != QChar(0x0B));
    if (hasLetter)
        return QLatin1Char('\\') + letters.mid(c.unicode() - 0x08, 1);
    if (notation.isRuby && c == QChar(0x1B))
        return QStringLiteral("\\e");
    const QString digits = QStringLiteral("%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    return QStringLiteral("\\u") + (notation.isRuby ? digits.toUpper() : digits);
}

QString quoted(const QString &text, const Notation &notation)
{
    QString out = QStringLiteral("\"");
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        const bool interpolates = notation.isRuby && c == QLatin1Char('#')
            && (next == QLatin1Char('{') || next == QLatin1Char('$') || next == QLatin1Char('@'));
        if (c == QLatin1Char('"') || c == QLatin1Char('\\') || interpolates)
            out += QLatin1Char('\\') + c;
        else if (c < QLatin1Char(' '))
            out += escapedSign(c, notation);
        else
            out += c;
    }
    return out + QLatin1Char('"');
}

// As deep as YAML and filters allow.
std::optional<QString> written(const QVariant &value, const Notation &notation)
{
    if (isUnknownLiquid(value))
        return {};
    if (isMapLiquid(value) && !hasOrderLiquid(value))
        return {};
    QStringList parts;
    if (isMapLiquid(value)) {
        const OrderedMap map = OrderedMap::of(value);
        for (const QString &name : map.names()) {
            const std::optional<QString> part = written(map.value(name), notation);
            if (!part)
                return {};
            parts += quoted(name, notation) + QLatin1String(notation.pairs) + *part;
        }
        return QLatin1Char('{') + parts.join(QLatin1String(notation.between)) + QLatin1Char('}');
    }
    if (isListLiquid(value)) {
        for (const QVariant &item : value.toList()) {
            const std::optional<QString> part = written(item, notation);
            if (!part)
                return {};
            parts += *part;
        }
        return QLatin1Char('[') + parts.join(QLatin1String(notation.between)) + QLatin1Char(']');
    }
    if (!value.isValid())
        return QString::fromLatin1(notation.nothing);
    const bool isText = value.typeId() == QMetaType::QString || value.typeId() == QMetaType::QDateTime;
    return isText ? quoted(liquidString(value), notation) : liquidString(value);
}

} // namespace

std::optional<QString> liquidInspected(const QVariant &value)
{
    return written(value, ruby);
}

std::optional<QString> liquidJson(const QVariant &value)
{
    return written(value, json);
}

} // namespace vitrine
