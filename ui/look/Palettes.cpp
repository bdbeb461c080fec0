#include "ui/look/Palettes.h"

#include "ui/look/VitrineStyle.h"

#include <QApplication>
#include <QStyleFactory>

#include <memory>

namespace vitrine {

namespace {

struct PaletteColors
{
    QRgb window, base, alternate, text, placeholder, mid, dark, highlight, highlightedText, button;
};

constexpr PaletteColors lightColors{0xfff4f6f7, 0xffffffff, 0xfff9fafb, 0xff1b2125, 0xff68727a,
                                    0xffdce1e4, 0xff828c94, 0xff0a6971, 0xffffffff, 0xffffffff};
constexpr PaletteColors darkColors{0xff1f2427, 0xff171b1d, 0xff1b1f22, 0xffe3e7e9, 0xff8b959c,
                                   0xff343b40, 0xff727c83, 0xff58bac1, 0xff06191b, 0xff262c30};

QPalette made(const PaletteColors &colors)
{
    QPalette palette(
        QColor{colors.text}, QColor{colors.button}, QColor{colors.base}, QColor{colors.dark}, QColor{colors.mid},
        QColor{colors.text}, QColor{colors.text}, QColor{colors.base}, QColor{colors.window});
    palette.setColor(QPalette::AlternateBase, QColor{colors.alternate});
    palette.setColor(QPalette::PlaceholderText, QColor{colors.placeholder});
    palette.setColor(QPalette::Highlight, QColor{colors.highlight});
    palette.setColor(QPalette::HighlightedText, QColor{colors.highlightedText});
    palette.setColor(QPalette::Link, QColor{colors.highlight});
    palette.setColor(QPalette::LinkVisited, QColor{colors.highlight});
    palette.setColor(QPalette::ToolTipBase, QColor{colors.text});
    palette.setColor(QPalette::ToolTipText, QColor{colors.base});
    palette.setColor(QPalette::Light, QColor{colors.base});
    palette.setColor(QPalette::Midlight, QColor{colors.mid});
    palette.setColor(QPalette::Shadow, QColor{colors.dark});
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor{colors.placeholder});
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor{colors.mid});
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor{colors.window});
    return palette;
}

bool desktopGivesColors(const QPalette &palette)
{
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("fusion")));
    if (QApplication::style()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) != 0)
        return true;
    return !fusion || palette.color(QPalette::Window) != fusion->standardPalette().color(QPalette::Window)
        || palette.color(QPalette::Highlight) != fusion->standardPalette().color(QPalette::Highlight);
}

} // namespace

QPalette lightPalette()
{
    return made(lightColors);
}

QPalette darkPalette()
{
    return made(darkColors);
}

void applyLook(Settings::Look look)
{
    static const bool desktopHasColors = desktopGivesColors(QApplication::palette());
    static const QPalette desktopPalette = QApplication::palette();
    if (look == Settings::Look::Dark)
        QApplication::setPalette(darkPalette());
    else if (look == Settings::Look::Light || !desktopHasColors)
        QApplication::setPalette(lightPalette());
    else
        QApplication::setPalette(desktopPalette);
    if (!qobject_cast<VitrineStyle *>(QApplication::style()))
        QApplication::setStyle(new VitrineStyle);
}

} // namespace vitrine
