#pragma once

#include <QWidget>

class QUndoView;

namespace vitrine {

class Selection;

/// Every step of the open page as a list, to jump in; beside the panes, hidden until it is wanted. Esc closes it.
class UndoPanel : public QWidget
{
    Q_OBJECT

public:
    explicit UndoPanel(Selection *selection, QWidget *parent = nullptr);

    /// Shows it with the keyboard in the list, or closes it.
    void setWanted(bool wanted);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followPage();

    Selection *m_selection;
    QUndoView *m_steps;
};

} // namespace vitrine
