#pragma once

#include <QByteArray>
#include <QUrl>

namespace vitrine {

/// A style sheet as the preview is given it: addresses of other servers in `url()` and `@import` become requests to the
/// program where they are allowed, and lead nowhere where they are not. `from` is where a sheet of another server was
/// fetched; its relative addresses count from there. Empty for sheets of the site.
QByteArray servedStyle(const QByteArray &css, const QUrl &from, bool remoteAllowed);

} // namespace vitrine
