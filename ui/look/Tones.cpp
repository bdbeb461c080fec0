#include "ui/look/Tones.h"

#include <cmath>

namespace vitrine {

namespace {

constexpr double textContrast = 4.5;
constexpr double signContrast = 3.0;
constexpr double highContrastFrom = 18.0;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

bool reaches(const QColor &color, const QList<QColor> &grounds, double contrast)
{
    for (const QColor &ground : grounds) {
        if (Tones::contrast(color, ground) < contrast)
            return false;
    }
    return true;
}

QColor opaque(const QColor &color, const QColor &ground)
{
    return Tones::mixed(color, ground, color.alphaF());
}

} // namespace

double Tones::contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

QColor Tones::mixed(const QColor &top, const QColor &ground, double part)
{
    const auto channel = [part](float above, float below) {
        return static_cast<float>(above * part + below * (1.0 - part));
    };
    return QColor::fromRgbF(
        channel(top.redF(), ground.redF()), channel(top.greenF(), ground.greenF()),
        channel(top.blueF(), ground.blueF()));
}

QColor Tones::corrected(QColor color, const QList<QColor> &grounds, double contrast)
{
    constexpr int steps = 50;
    double brightness = 0;
    for (const QColor &ground : grounds)
        brightness += luminance(ground);
    // Where black and white have the same contrast on the mean ground.
    const QColor target = brightness / static_cast<double>(grounds.size()) > 0.179 ? Qt::black : Qt::white;
    for (int step = 0; step <= steps; ++step) {
        const QColor tried = mixed(target, color, static_cast<double>(step) / steps);
        // What is painted has eight bits a channel.
        if (reaches(QColor(tried.rgb()), grounds, contrast))
            return QColor(tried.rgb());
    }
    return target;
}

Tones::Tones(const QPalette &palette)
    : m_window(palette.color(QPalette::Active, QPalette::Window)),
      m_base(palette.color(QPalette::Active, QPalette::Base)),
      m_strip(palette.color(QPalette::Active, QPalette::AlternateBase)),
      m_text(palette.color(QPalette::Active, QPalette::WindowText))
{
    m_dark = luminance(m_window) < luminance(m_text);
    m_highContrast = contrast(m_text, m_window) > highContrastFrom;

    const QColor highlight = palette.color(QPalette::Active, QPalette::Highlight);
    m_hover = mixed(m_text, m_window, 0.06);
    m_track = m_dark ? m_window.darker(125) : m_window.darker(106);
    m_chosen = m_dark ? mixed(m_text, m_base, 0.11) : m_base;
    m_chip = mixed(m_text, m_base, m_dark ? 0.11 : 0.09);
    m_selection = m_highContrast ? highlight : mixed(highlight, m_base, m_dark ? 0.22 : 0.14);

    const QList<QColor> grounds{m_window, m_base, m_strip, m_hover};
    m_muted = corrected(mixed(m_text, m_window, m_dark ? 0.66 : 0.70), grounds + QList<QColor>{m_track}, textContrast);
    m_placeholder = corrected(
        opaque(palette.color(QPalette::Active, QPalette::PlaceholderText), m_base), {m_base, m_window, m_strip},
        textContrast);
    m_accent = corrected(highlight, grounds + QList<QColor>{m_chosen}, textContrast);
    m_accentText = corrected(palette.color(QPalette::Active, QPalette::HighlightedText), {m_accent}, textContrast);
    m_border = corrected(palette.color(QPalette::Active, QPalette::Dark), {m_window, m_base, m_strip}, signContrast);
    m_hairline = m_highContrast ? m_border : opaque(palette.color(QPalette::Active, QPalette::Mid), m_window);
    m_selectionText = m_highContrast ? corrected(m_accentText, {m_selection}, textContrast)
                                     : corrected(mixed(m_accent, m_text, m_dark ? 0.62 : 0.72), {m_selection}, 6.0);

    m_errorGround = mixed(QColor(0xd9, 0x3a, 0x30), m_base, m_dark ? 0.19 : 0.10);
    m_toCheckGround = mixed(QColor(0xf2, 0xb2, 0x2e), m_base, m_dark ? 0.15 : 0.20);
    m_noteGround = mixed(highlight, m_base, m_dark ? 0.14 : 0.10);
    m_error = corrected(
        m_dark ? QColor(0xf4, 0x9a, 0x92) : QColor(0xb3, 0x24, 0x1c), grounds + QList<QColor>{m_errorGround},
        textContrast);
    m_toCheck = corrected(
        m_dark ? QColor(0xeb, 0xbe, 0x66) : QColor(0x83, 0x50, 0x00), grounds + QList<QColor>{m_toCheckGround},
        textContrast);
    m_accent = corrected(m_accent, {m_noteGround, m_window, m_base}, textContrast);

    m_added = mixed(QColor(0x2f, 0xa3, 0x5c), m_base, m_dark ? 0.16 : 0.12);
    m_addedWords = mixed(QColor(0x2f, 0xa3, 0x5c), m_base, m_dark ? 0.45 : 0.35);
    m_removed = mixed(QColor(0xd9, 0x3a, 0x30), m_base, m_dark ? 0.17 : 0.10);
    m_removedWords = mixed(QColor(0xd9, 0x3a, 0x30), m_base, m_dark ? 0.42 : 0.30);
}

} // namespace vitrine
