#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace vitrine {

/// A style sheet with other addresses: each in `url(…)` or after `@import` becomes what `mapped` says.
QByteArray withStyleAddresses(const QByteArray &css, const std::function<QString(const QString &address)> &mapped);

} // namespace vitrine
