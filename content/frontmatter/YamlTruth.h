#pragma once

#include <QByteArray>

#include <optional>

namespace vitrine {

/// What a plain scalar says when it is a truth value: `true`, `No`, `ON`.
std::optional<bool> yamlTruth(const QByteArray &plain);

/// A truth value in the spelling of another: `no` for `yes`, `TRUE` for `FALSE`.
QByteArray yamlTruthLike(const QByteArray &other, bool value);

} // namespace vitrine
