#pragma once

#include "content/profile/AddressChecks.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;

namespace vitrine {

class FieldFrame;
class LineEdit;

/// Six dots by which a row is dragged.
class DragSign : public QWidget
{
    Q_OBJECT

public:
    explicit DragSign(QWidget *parent);
    QSize sizeHint() const override;

Q_SIGNALS:
    void dragged(const QPoint &global);
    /// `drop` is false when the drag was given up.
    void ended(bool drop);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void end(bool drop);

    QPoint m_pressed;
    bool m_isPressed = false;
    bool m_isDragged = false;
};

/// One item of a list: one line edit or several beside one another, a button that removes it, and below what is to say
/// of its values and what it holds besides them.
class ListRow : public QWidget
{
    Q_OBJECT

public:
    /// `columns` are the names of the line edits, for people.
    ListRow(const QStringList &columns, QWidget *parent);

    /// `prefix` begins the object names; `number` counts from 1.
    void setPlace(const QString &prefix, int number);
    /// Emits nothing. `sealed` is what the item holds besides, in words.
    void setShown(const QStringList &values, const QString &sealed);
    QStringList values() const;
    LineEdit *edit(int column) const { return m_edits[static_cast<size_t>(column)]; }
    /// The column with the keyboard; -1 without it.
    int focusedColumn() const;
    void setNote(const std::optional<ValueNote> &note, int column);
    void setRefused(const QString &sentence, int column);
    /// Whether it can be removed and dragged.
    void setMovable(bool movable);
    DragSign *sign() const { return m_sign; }

Q_SIGNALS:
    void typed(int column);
    void left(int column);
    void entered();
    void suggestionTaken(int column, const QString &suggestion);
    void removeWanted();
    /// By how many rows it should move.
    void moveWanted(int by);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_columns;
    DragSign *m_sign;
    QWidget *m_line;
    std::vector<LineEdit *> m_edits;
    QToolButton *m_remove;
    FieldFrame *m_frame; ///< around the line, with what is to say of it
    QWidget *m_sealed;
    QLabel *m_sealedWords;
    int m_noted = 0; ///< the column that the note is about
};

} // namespace vitrine
