#pragma once

#include <QColor>
#include <QPalette>

namespace vitrine {

/// The colours of the window beyond those of QPalette, derived from it and corrected until the contrast
/// is reached: 4.5 for text, 3 for borders and signs. A cheap value: make one where you paint.
class Tones
{
public:
    explicit Tones(const QPalette &palette);

    bool isDark() const { return m_dark; }
    /// Text against window above 18 to 1: selection is full Highlight and hairlines take the border colour.
    bool isHighContrast() const { return m_highContrast; }

    QColor window() const { return m_window; }
    QColor base() const { return m_base; }
    QColor strip() const { return m_strip; }
    QColor text() const { return m_text; }
    QColor muted() const { return m_muted; } ///< labels, counts, second lines
    QColor placeholder() const { return m_placeholder; } ///< also the signs of Markdown
    QColor hairline() const { return m_hairline; }
    QColor border() const { return m_border; } ///< of fields and buttons
    QColor accent() const { return m_accent; } ///< filled button, bars, links, focus
    QColor accentText() const { return m_accentText; } ///< on accent()
    QColor selection() const { return m_selection; } ///< selected row, own name, toggle that is on
    QColor selectionText() const { return m_selectionText; }
    QColor hover() const { return m_hover; }
    QColor track() const { return m_track; } ///< of a segmented switch
    QColor chosen() const { return m_chosen; } ///< the chosen part of a switch
    QColor chip() const { return m_chip; }
    QColor error() const { return m_error; }
    QColor errorGround() const { return m_errorGround; }
    QColor toCheck() const { return m_toCheck; }
    QColor toCheckGround() const { return m_toCheckGround; }
    QColor note() const { return m_accent; }
    QColor noteGround() const { return m_noteGround; }
    QColor added() const { return m_added; } ///< ground of an added line, and of its words
    QColor addedWords() const { return m_addedWords; }
    QColor removed() const { return m_removed; }
    QColor removedWords() const { return m_removedWords; }

    /// WCAG contrast of two opaque colours, 1 to 21.
    static double contrast(const QColor &a, const QColor &b);
    /// `part` of `top` (0 to 1) mixed into `ground`.
    static QColor mixed(const QColor &top, const QColor &ground, double part);
    /// `color` moved towards black or white until it has this contrast on all `grounds`.
    static QColor corrected(QColor color, const QList<QColor> &grounds, double contrast);

private:
    bool m_dark = false, m_highContrast = false;
    QColor m_window, m_base, m_strip, m_text, m_muted, m_placeholder, m_hairline, m_border, m_accent, m_accentText;
    QColor m_selection, m_selectionText, m_hover, m_track, m_chosen, m_chip;
    QColor m_error, m_errorGround, m_toCheck, m_toCheckGround, m_noteGround;
    QColor m_added, m_addedWords, m_removed, m_removedWords;
};

} // namespace vitrine
