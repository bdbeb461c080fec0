#pragma once

#include "ui/source/ByteEdit.h"
#include "ui/source/MarkdownStyles.h"

namespace vitrine {

class StyleHighlighter;

/// Markdown as it stands in the file: fixed font, highlighting, soft wrap, and on demand line numbers and a marked
/// stretch (the current entry).
class MarkdownEdit : public ByteEdit
{
    Q_OBJECT

public:
    explicit MarkdownEdit(QWidget *parent = nullptr);

    void setStyles(StyleMap styles);
    void setNumbersShown(bool shown);
    /// Marks the lines of a stretch of bytes; an empty one marks nothing.
    void setMarkedLines(ByteRange bytes);

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
    /// The marked lines as a stretch of the viewport's height.
    std::optional<QRectF> markedArea() const;

    StyleHighlighter *m_highlighter;
    QWidget *m_gutter;
    bool m_numbersShown = false;
    ByteRange m_marked;
};

} // namespace vitrine
