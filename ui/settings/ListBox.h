#pragma once

#include "ui/settings/ListRow.h"

#include <functional>

class QToolButton;

namespace vitrine {

class FieldBox;
class QuietButton;

/// Items of a list as framed rows that are edited, added, removed and moved: by the buttons below, Alt+Up and Alt+Down,
/// or by dragging the six dots. It changes nothing by itself: it asks, and shows what it is given.
class ListBox : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        QStringList values;
        QString sealed; ///< what the item holds besides, in words
    };
    using Check = std::function<std::optional<ValueNote>(int column, const QString &value)>;

    /// `name` begins the object names of the parts; `adder` are the words of the button that adds a row.
    ListBox(const QString &name, const QStringList &columns, const QString &adder, QWidget *parent = nullptr);

    void setCheck(Check check) { m_check = std::move(check); }
    /// Whether items can be added, removed and moved; else only their values change.
    void setMovable(bool movable);
    /// Shows these rows; the keyboard stays where it is.
    void setRows(const std::vector<Row> &rows);
    int rowCount() const { return static_cast<int>(m_rows.size()); }
    ListRow *row(int number) const { return m_rows[static_cast<size_t>(number)]; }
    void focusRow(int row, int column);
    /// A new row at the end, which the list does not have before its first letter.
    void addDraft();

Q_SIGNALS:
    /// A value was typed.
    void edited(int row, int column);
    /// The keyboard left a value.
    void left();
    /// The new row at the end got its first letter.
    void added(const QStringList &values);
    void removeWanted(int row);
    void moveWanted(int from, int to);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ListRow *appendRow();
    int numberOf(const ListRow *row) const;
    void dropDraft();
    void takeTyped(const ListRow *row, int column);
    void note(ListRow *row);
    void discard(ListRow *row);
    void move(int from, int to);
    void showTarget(const ListRow *dragged, QPoint global);
    void refreshButtons();

    QString m_name;
    QStringList m_columns;
    FieldBox *m_box;
    QWidget *m_content;
    QuietButton *m_add;
    QToolButton *m_up;
    QToolButton *m_down;
    QWidget *m_target; ///< the line that shows where a dragged row will be
    int m_targetGap = -1;
    std::vector<ListRow *> m_rows;
    ListRow *m_draft = nullptr; ///< the last row, which the list does not have yet
    ListRow *m_current = nullptr;
    Check m_check;
    bool m_movable = true;
};

} // namespace vitrine
