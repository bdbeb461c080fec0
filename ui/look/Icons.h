#pragma once

#include "content/page/Schema.h"

#include <QIcon>
#include <QString>

namespace vitrine {

/// One of our own icons (resources/icons/NAME.svg), painted in the colours of the palette for each mode, size and
/// device ratio; follows a change of palette by itself. An unknown name gives a null icon.
QIcon icon(const QString &name);
/// The same in the accent colour, for what leads to the next step.
QIcon accentIcon(const QString &name);
/// The same in one fixed colour, for delegates and messages that know their ground.
QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal deviceRatio);

/// The icon of a kind of entry.
QString iconName(Kind kind);

/// The program's own icon, 16 to 512 px.
QIcon programIcon();

} // namespace vitrine
