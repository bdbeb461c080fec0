#pragma once

#include "content/liquid/LiquidScope.h"

namespace vitrine {

/// An include tag cut into the name (blanks may stand inside `{{ }}`) and the parameters after it.
std::pair<QByteArrayView, QByteArrayView> liquidIncludeParts(QByteArrayView markup);

/// The name in an include tag; `{{ }}` in it is put out first. Nothing when only the site can tell.
std::optional<QString> liquidIncludeName(QByteArrayView written, const LiquidScope &scope);

/// What an included file finds as `include`: `name=value` pairs, values quoted or variables.
QVariantMap liquidIncludeParameters(QByteArrayView written, const LiquidScope &scope);

/// The path, relative to the site, of the file that an include tag in the file `from` means.
QString liquidIncludePath(IncludeKind kind, const QString &name, const QString &from);

} // namespace vitrine
