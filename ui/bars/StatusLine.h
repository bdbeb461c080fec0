#pragma once

#include "ui/look/Controls.h"

class QLabel;
class QTimer;

namespace vitrine {

class IconLabel;
class OpenPage;
class Selection;

/// The line at the bottom: what saving will do, what just happened (with Undo), how much there is to check.
class StatusLine : public Bar
{
    Q_OBJECT

public:
    explicit StatusLine(Selection *selection, QWidget *parent = nullptr);

    /// Says what happened until the next edit; `undoable` offers Undo.
    void say(const QString &sentence, bool undoable);
    /// Something that only holds while the pointer is where it is: an address, why a place cannot take what is dragged.
    void hint(const QString &words);
    void setRefused(int count);
    /// Entries that were edited in one of the page's two languages only.
    void setTwinsAlone(int count);
    void setPlace(const QString &place);
    void refresh();
    /// The sentence that is shown, without markup.
    QString sentence() const;

Q_SIGNALS:
    void undoWanted();
    void checksWanted();
    void changesWanted();

private:
    QString unsavedSentence(const OpenPage &page) const;
    void announce();

    Selection *m_selection;
    IconLabel *m_lock;
    QLabel *m_sentence;
    QuietButton *m_undo;
    QuietButton *m_changes;
    QLabel *m_place;
    QuietButton *m_checks;
    QTimer *m_announcer;
    QString m_said, m_hint;
    bool m_undoable = false;
    int m_refused = 0;
    int m_twinsAlone = 0;
    quint64 m_saidAt = 0;
    QString m_savedAt; ///< time of the last save, as shown
    bool m_wasModified = false;
};

} // namespace vitrine
