#pragma once

#include "content/changes/DiffSheet.h"

#include <QPlainTextEdit>

namespace vitrine {

/// A difference to read: line numbers of both sides, signs, changed words marked by ground, weight and stroke.
class DiffText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DiffText(QWidget *parent = nullptr);

    void setSheet(std::vector<DiffLine> sheet);
    const std::vector<DiffLine> &sheet() const { return m_sheet; }
    /// Scrolls a line of the sheet into view and puts the caret there.
    void showLine(int line);

    /// For the gutter.
    int gutterWidth() const;
    void paintGutter(QPaintEvent *event);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void measure();
    void placeGutter();
    void write();
    /// Calls `visit` with each block in sight, its line of the sheet and its place in the viewport.
    template<typename Visit> void visitBlocks(const Visit &visit) const;

    QWidget *m_gutter;
    std::vector<DiffLine> m_sheet;
};

} // namespace vitrine
