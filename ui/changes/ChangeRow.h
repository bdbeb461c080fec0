#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace vitrine {

class QuietButton;

/// A change in words, its lines, and its own Undo.
class ChangeRow : public QWidget
{
    Q_OBJECT

public:
    /// What a row says; `sentence` may be rich text, `spoken` is the same without.
    struct Words
    {
        QString icon, sentence, spoken, details;
        bool canUndo = true;
    };

    /// `number` names the row for tests: "Change3".
    ChangeRow(int number, const Words &words, QWidget *parent = nullptr);

    void setSelected(bool selected);
    bool isSelected() const { return m_selected; }

Q_SIGNALS:
    void picked();
    void undoWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool m_selected = false;
};

} // namespace vitrine
