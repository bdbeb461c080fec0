#pragma once

#include "content/liquid/LiquidValue.h"

#include <functional>

namespace vitrine {

/// True for filters that choose among, sort or group the items of a list.
bool isLiquidQuery(const QByteArray &name);

/// What an expression is worth for one item: of `where_exp` and `find_exp` whether it holds, of `group_by_exp` its
/// value. Unknown where only the site can tell.
using LiquidItemValue = std::function<QVariant(const QVariant &item)>;

/// `where`, `find`, `sort`, `group_by` and their kin. `valueOf` is asked by those that take an expression.
QVariant applyLiquidQuery(
    const QByteArray &name, const QVariant &input, const QVariantList &arguments, const LiquidItemValue &valueOf);

} // namespace vitrine
