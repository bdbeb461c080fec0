#include "content/liquid/LiquidLoop.h"

namespace vitrine {

namespace {

/// A number of turns; nothing where the value is nothing.
std::optional<qlonglong> countOf(const QVariant &value)
{
    return value.isValid() ? std::optional(liquidString(value).toLongLong()) : std::nullopt;
}

} // namespace

QVariantList LiquidLoop::chosenItems() const
{
    QVariantList chosen;
    const bool isText = items.typeId() == QMetaType::QString && !items.toString().isEmpty();
    if (isListLiquid(items) || isMapLiquid(items) || isText)
        chosen = liquidItems(items);
    chosen = chosen.mid(std::clamp<qlonglong>(offset, 0, chosen.size()));
    if (limit)
        chosen = chosen.first(std::clamp<qlonglong>(*limit, 0, chosen.size()));
    if (isReversed)
        std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

LiquidLoop readLiquidLoop(QByteArrayView markup, const LiquidScope &scope)
{
    LiquidLoop loop;
    QByteArray spaced = markup.toByteArray(); // "limit: 5" and "limit:5" alike
    spaced.replace(":", ": ");
    const std::vector<QByteArrayView> parts = liquidWords(spaced);
    if (parts.size() < 3 || parts[1] != "in")
        return loop;
    loop.name = QString::fromUtf8(parts[0]);
    loop.items = scope.value(parts[2]);
    loop.isUnderstood = true;
    for (size_t i = 3; i < parts.size(); ++i) {
        if (parts[i] == "reversed")
            loop.isReversed = true;
        else if (parts[i] == "limit:" && i + 1 < parts.size())
            loop.limit = countOf(scope.value(parts[++i]));
        else if (parts[i] == "offset:" && i + 1 < parts.size() && parts[i + 1] != "continue")
            loop.offset = countOf(scope.value(parts[++i])).value_or(0);
        else
            loop.isUnderstood = false;
    }
    return loop;
}

QVariantMap liquidLoopState(qsizetype index, qsizetype length, const QVariant &parent)
{
    return {
        {QStringLiteral("size"), QVariant()}, // other maps have one by themselves
        {QStringLiteral("parentloop"), parent},
        {QStringLiteral("index"), qlonglong(index + 1)},
        {QStringLiteral("index0"), qlonglong(index)},
        {QStringLiteral("rindex"), qlonglong(length - index)},
        {QStringLiteral("rindex0"), qlonglong(length - index - 1)},
        {QStringLiteral("length"), qlonglong(length)},
        {QStringLiteral("first"), index == 0},
        {QStringLiteral("last"), index + 1 == length},
    };
}

} // namespace vitrine
