#pragma once

#include "app/session/TwinWatch.h"

#include <QPointer>
#include <QWidget>

#include <optional>

namespace vitrine {

class IconLabel;
class QuietButton;
class Selection;

/// A quiet line above the form: the same entry in the page's other language, which a click opens, with a sign when only
/// one of the two was edited. Takes no room where there is nothing to say.
class TwinLine : public QWidget
{
    Q_OBJECT

public:
    explicit TwinLine(Selection *selection, QWidget *parent = nullptr);

    /// Entries that were edited in one language only.
    int aloneCount() const { return m_twins->aloneCount(); }

Q_SIGNALS:
    /// The person wants to see the twin; or, with entry -1, the section that lacks it.
    void twinWanted(const vitrine::TwinPlace &twin);
    /// aloneCount() may be another.
    void refreshed();

private:
    void refresh();
    QString words() const;

    QPointer<Selection> m_selection;
    TwinWatch *m_twins;
    IconLabel *m_sign;
    QuietButton *m_button;
    std::optional<TwinPlace> m_twin; ///< what the line says
};

} // namespace vitrine
