#pragma once

#include <QIconEngine>
#include <QPalette>

namespace vitrine {

/// Paints a stroke icon of ours from the palette: the text colour, the highlighted text's or the accent, weaker when
/// disabled. The width of the stroke depends on the size.
class TintedIconEngine : public QIconEngine
{
public:
    enum class Tint { Text, Accent };

    TintedIconEngine(QString name, Tint tint);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    QString key() const override;
    bool isNull() override;

    /// The icon in one colour; null when there is none of that name.
    static QPixmap rendered(const QString &name, const QColor &color, QSize size, qreal deviceRatio);
    static bool exists(const QString &name);

private:
    QColor color(QIcon::Mode mode) const;

    QString m_name;
    Tint m_tint;
};

} // namespace vitrine
