#pragma once

#include "ui/source/ByteEdit.h"

namespace vitrine {

/// A frameless editor that is as high as its text, between a least and a most number of lines; then it scrolls.
class GrowingEdit : public ByteEdit
{
    Q_OBJECT

public:
    GrowingEdit(int leastLines, int mostLines, QWidget *parent = nullptr);

    /// Takes all the height it gets, whatever the number of lines.
    void setFillsHeight(bool fills);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int heightOf(int lines) const;
    int neededHeight() const;
    void setMargins();
    void measure();

    int m_leastLines;
    int m_mostLines;
    bool m_fillsHeight = false;
    int m_height = 0;
};

} // namespace vitrine
