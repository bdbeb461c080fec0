#pragma once

#include "content/liquid/LiquidValue.h"

namespace vitrine {

/// What a filter of Liquid or Jekyll makes of a value (those of isLiquidQuery apart). Unknown filters pass the value
/// through; of an unknown value everything is unknown. `config` is `_config.yml` (for addresses).
QVariant applyLiquidFilter(
    const QByteArray &name, const QVariant &input, const QVariantList &arguments, const QVariantMap &config);

/// One kind of filters each; nothing when the name is not among them.
std::optional<QVariant> applyTextFilter(const QByteArray &name, const QVariant &input, const QVariantList &arguments);
std::optional<QVariant> applyNumberFilter(const QByteArray &name, const QVariant &input, const QVariantList &arguments);
std::optional<QVariant> applyListFilter(const QByteArray &name, const QVariant &input, const QVariantList &arguments);
std::optional<QVariant> applyDateFilter(const QByteArray &name, const QVariant &input, const QVariantList &arguments);
std::optional<QVariant> applyAddressFilter(const QByteArray &name, const QVariant &input, const QVariantMap &config);

/// A text with everything that means something in HTML escaped, as `escape` does.
QString escapedHtml(const QString &text);

} // namespace vitrine
