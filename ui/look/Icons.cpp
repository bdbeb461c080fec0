#include "ui/look/Icons.h"

#include "ui/look/TintedIconEngine.h"

#include <QPixmap>

namespace vitrine {

QIcon icon(const QString &name)
{
    return TintedIconEngine::exists(name) ? QIcon(new TintedIconEngine(name, TintedIconEngine::Tint::Text)) : QIcon();
}

QIcon accentIcon(const QString &name)
{
    return TintedIconEngine::exists(name) ? QIcon(new TintedIconEngine(name, TintedIconEngine::Tint::Accent)) : QIcon();
}

QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal deviceRatio)
{
    return TintedIconEngine::rendered(name, color, {size, size}, deviceRatio);
}

QString iconName(Kind kind)
{
    // The icons of the kinds are named as the kinds.
    return QString::fromLatin1(schemaOf(kind).name);
}

QIcon programIcon()
{
    QIcon icon;
    for (const int size : {16, 22, 24})
        icon.addPixmap(TintedIconEngine::rendered(QStringLiteral("vitrine-small"), Qt::black, {size, size}, 1));
    for (const int size : {32, 48, 64, 128, 256, 512})
        icon.addPixmap(TintedIconEngine::rendered(QStringLiteral("vitrine"), Qt::black, {size, size}, 1));
    return icon;
}

} // namespace vitrine
