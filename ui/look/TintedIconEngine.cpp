#include "ui/look/TintedIconEngine.h"

#include "ui/look/Tones.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>

namespace vitrine {

namespace {

constexpr double disabledOpacity = 0.42;

/// The shape as it is shipped; each file is read once.
QByteArray shape(const QString &name)
{
    static QHash<QString, QByteArray> read;
    const auto known = read.constFind(name);
    if (known != read.constEnd())
        return *known;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    read.insert(name, bytes);
    return bytes;
}

/// Stroke in pixels at an edge length: 1.25 at 16, 1.4 at 20, 1.5 at 24, 1.75 at 28.
double strokeAt(double edge)
{
    if (edge <= 16)
        return 1.25 * edge / 16;
    if (edge <= 20)
        return 1.25 + (edge - 16) / 4 * 0.15;
    if (edge <= 24)
        return 1.4 + (edge - 20) / 4 * 0.1;
    return 1.5 + (edge - 24) / 4 * 0.25;
}

} // namespace

TintedIconEngine::TintedIconEngine(QString name, Tint tint) : m_name(std::move(name)), m_tint(tint) { }

bool TintedIconEngine::exists(const QString &name)
{
    return !shape(name).isEmpty();
}

QPixmap TintedIconEngine::rendered(const QString &name, const QColor &color, QSize size, qreal deviceRatio)
{
    const int edge = std::min(size.width(), size.height());
    if (edge <= 0 || !exists(name))
        return {};
    const QString key =
        QStringLiteral("vitrine-icon/%1/%2/%3/%4").arg(name, color.name(QColor::HexArgb)).arg(edge).arg(deviceRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    // Qt paints currentColor black, so the colour is written into the text.
    QByteArray svg = shape(name);
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    svg.replace(
        "stroke-width=\"1.25\"", "stroke-width=\"" + QByteArray::number(strokeAt(edge) * 16 / edge, 'f', 3) + '"');
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(QSize(edge, edge) * deviceRatio);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter, QRectF(QPointF(), QSizeF(pixmap.size())));
    }
    pixmap.setDevicePixelRatio(deviceRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QColor TintedIconEngine::color(QIcon::Mode mode) const
{
    const QPalette palette = QApplication::palette();
    const Tones tones(palette);
    QColor color = m_tint == Tint::Accent ? tones.accent() : tones.text();
    if (mode == QIcon::Selected)
        color = tones.isHighContrast() ? tones.selectionText() : color;
    if (mode == QIcon::Disabled) {
        color = tones.text();
        color.setAlphaF(disabledOpacity);
    }
    return color;
}

void TintedIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    Q_UNUSED(state)
    const int edge = std::min(rect.width(), rect.height());
    const QPixmap pixmap = rendered(m_name, color(mode), {edge, edge}, painter->device()->devicePixelRatioF());
    painter->drawPixmap(
        QRect(rect.x() + (rect.width() - edge) / 2, rect.y() + (rect.height() - edge) / 2, edge, edge), pixmap);
}

QPixmap TintedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap TintedIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    Q_UNUSED(state)
    // Qt hands the size in device pixels here.
    return rendered(m_name, color(mode), size / scale, scale);
}

QIconEngine *TintedIconEngine::clone() const
{
    return new TintedIconEngine(*this);
}

QString TintedIconEngine::key() const
{
    return QStringLiteral("vitrine");
}

bool TintedIconEngine::isNull()
{
    return !exists(m_name);
}

} // namespace vitrine
