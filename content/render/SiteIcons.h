#pragma once

#include <QByteArray>

namespace vitrine {

/// A small sign before a line of the author's sidebar, as inline SVG in the text's colour: "place", "mail", "code",
/// "scholar", "paper", "badge", "building", "at", "link". Unknown names give the one for "link".
QByteArray siteIcon(QByteArrayView name);

} // namespace vitrine
