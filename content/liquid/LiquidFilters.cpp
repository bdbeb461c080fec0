#include "content/liquid/LiquidFilters.h"

#include <cmath>

namespace vitrine {

namespace {

/// A value as a number, as Liquid takes texts for numbers: "3" is 3, "3.5" is 3.5, other texts are 0.
QVariant toNumber(const QVariant &value)
{
    if (isNumberLiquid(value))
        return value;
    const QString text = liquidString(value).trimmed();
    bool ok = false;
    if (text.contains(QLatin1Char('.'))) {
        const double real = text.toDouble(&ok);
        return ok ? QVariant(real) : QVariant(0LL);
    }
    qsizetype digits = text.startsWith(QLatin1Char('-')) ? 1 : 0;
    while (digits < text.size() && text[digits].isDigit())
        ++digits;
    const qlonglong integer = text.first(digits).toLongLong(&ok);
    return ok ? integer : 0LL;
}

bool isReal(const QVariant &value)
{
    return value.typeId() == QMetaType::Double;
}

qlonglong floorDivision(qlonglong a, qlonglong b)
{
    const qlonglong quotient = a / b;
    return (a % b != 0 && ((a < 0) != (b < 0))) ? quotient - 1 : quotient;
}

QVariant dividedBy(const QVariant &left, const QVariant &right, bool wantsRest)
{
    if (isReal(left) || isReal(right)) {
        const double a = left.toDouble(), b = right.toDouble();
        return wantsRest ? a - b * std::floor(a / b) : a / b;
    }
    const qlonglong a = left.toLongLong(), b = right.toLongLong();
    if (b == 0 || b == -1) // by nothing the build stops; by -1 the smallest number would overflow
        return b == 0 ? unknownLiquid() : wantsRest ? QVariant(0LL) : QVariant(-left.toDouble());
    const qlonglong quotient = floorDivision(a, b);
    return wantsRest ? a - quotient * b : quotient;
}

QVariant combined(const QByteArray &name, const QVariant &left, const QVariant &right)
{
    const double a = left.toDouble(), b = right.toDouble();
    const double result = name == "plus" ? a + b : name == "minus" ? a - b : a * b;
    constexpr double exact = 9007199254740992.0; // whole numbers beyond it are no longer exact
    if (isReal(left) || isReal(right) || std::abs(result) > exact)
        return result;
    return static_cast<qlonglong>(result);
}

QVariant rounded(const QByteArray &name, const QVariant &number, int digits)
{
    const double value = number.toDouble();
    if (name == "round" && digits > 0) {
        const double scale = std::pow(10.0, std::min(digits, 15));
        return std::round(value * scale) / scale;
    }
    const double whole = name == "round" ? std::round(value) : name == "ceil" ? std::ceil(value) : std::floor(value);
    return static_cast<qlonglong>(std::clamp(whole, -9.0e18, 9.0e18));
}

} // namespace

std::optional<QVariant> applyNumberFilter(const QByteArray &name, const QVariant &input, const QVariantList &arguments)
{
    const auto left = [&] { return toNumber(input); };
    const auto right = [&] { return toNumber(arguments.value(0)); };
    if (name == "plus" || name == "minus" || name == "times")
        return combined(name, left(), right());
    if (name == "divided_by" || name == "modulo")
        return dividedBy(left(), right(), name == "modulo");
    if (name == "round" || name == "ceil" || name == "floor")
        return rounded(name, left(), right().toInt());
    if (name == "abs")
        return isReal(left()) ? QVariant(std::abs(left().toDouble())) : QVariant(std::abs(left().toLongLong()));
    if (name == "at_least" || name == "at_most") {
        const bool leftIsLess = left().toDouble() < right().toDouble();
        return leftIsLess == (name == "at_least") ? right() : left();
    }
    return {};
}

QVariant applyLiquidFilter(
    const QByteArray &name, const QVariant &input, const QVariantList &arguments, const QVariantMap &config)
{
    const auto isUnknown = [](const QVariant &value) { return isUnknownLiquid(value); };
    if (isUnknown(input) || std::any_of(arguments.begin(), arguments.end(), isUnknown))
        return unknownLiquid();
    if (name == "default")
        return !isTruthyLiquid(input) || liquidEquals(input, QVariant::fromValue(LiquidMark::Empty))
            ? arguments.value(0)
            : input;
    // The site makes HTML of Markdown here; what it would look like is not known to Liquid.
    if (name == "markdownify" || name == "smartify" || name == "sassify" || name == "scssify")
        return unknownLiquid();
    if (auto result = applyTextFilter(name, input, arguments))
        return *result;
    if (auto result = applyNumberFilter(name, input, arguments))
        return *result;
    if (auto result = applyListFilter(name, input, arguments))
        return *result;
    if (auto result = applyDateFilter(name, input, arguments))
        return *result;
    if (auto result = applyAddressFilter(name, input, config))
        return *result;
    return input;
}

} // namespace vitrine
