#pragma once

#include <QProxyStyle>

namespace vitrine {

/// The desktop's style with our measures: heights of fields and buttons, icon sizes. On Fusion it also paints flat
/// fields, quiet buttons and slim scroll bars; native styles keep their own.
class VitrineStyle : public QProxyStyle
{
    Q_OBJECT

public:
    VitrineStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(
        StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    void drawPrimitive(
        PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(
        ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(
        ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    QRect subControlRect(
        ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
        const QWidget *widget) const override;

private:
    bool m_onFusion;
};

} // namespace vitrine
