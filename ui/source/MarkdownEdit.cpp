#include "ui/source/MarkdownEdit.h"

#include "ui/look/Metrics.h"
#include "ui/look/Tones.h"
#include "ui/source/StyleHighlighter.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace vitrine {

using namespace metrics;

namespace {

constexpr int leastDigits = 3;
constexpr double lineHeight = 1.5;

/// The column of line numbers; the editor paints it.
class Gutter : public QWidget
{
public:
    explicit Gutter(MarkdownEdit *edit) : QWidget(edit), m_edit(edit) { }
    QSize sizeHint() const override { return {m_edit->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_edit->paintGutter(event); }

private:
    MarkdownEdit *m_edit;
};

} // namespace

MarkdownEdit::MarkdownEdit(QWidget *parent)
    : ByteEdit(parent, lineHeight), m_highlighter(new StyleHighlighter(this)), m_gutter(new Gutter(this))
{
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_gutter->hide();
    connect(this, &QPlainTextEdit::blockCountChanged, this, &MarkdownEdit::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    measure();
}

void MarkdownEdit::setStyles(StyleMap styles)
{
    m_highlighter->setStyles(std::move(styles));
}

void MarkdownEdit::setNumbersShown(bool shown)
{
    m_numbersShown = shown;
    m_gutter->setVisible(shown);
    placeGutter();
}

void MarkdownEdit::setMarkedLines(ByteRange bytes)
{
    if (bytes == m_marked)
        return;
    m_marked = bytes;
    viewport()->update();
    m_gutter->update();
}

int MarkdownEdit::gutterWidth() const
{
    if (!m_numbersShown)
        return 0;
    const int digits = std::max<int>(leastDigits, static_cast<int>(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits + px(4);
}

void MarkdownEdit::placeGutter()
{
    const int width = gutterWidth();
    if (viewportMargins().left() != width)
        setViewportMargins(width, 0, 0, 0);
    const QRect content = contentsRect();
    m_gutter->setGeometry(content.left(), content.top(), width, content.height());
}

void MarkdownEdit::measure()
{
    setFont(fixedFont());
    document()->setDocumentMargin(px(2));
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    placeGutter();
}

void MarkdownEdit::resizeEvent(QResizeEvent *event)
{
    ByteEdit::resizeEvent(event);
    placeGutter();
}

void MarkdownEdit::changeEvent(QEvent *event)
{
    ByteEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        measure();
}

std::optional<QRectF> MarkdownEdit::markedArea() const
{
    if (m_marked.isEmpty())
        return {};
    const QTextBlock first = document()->findBlock(static_cast<int>(content().positionAt(m_marked.begin)));
    const QTextBlock last = document()->findBlock(static_cast<int>(content().positionAt(m_marked.end)));
    const QRectF top = blockBoundingGeometry(first).translated(contentOffset());
    const QRectF bottom = blockBoundingGeometry(last).translated(contentOffset());
    return QRectF(0, top.top(), viewport()->width(), bottom.bottom() - top.top());
}

void MarkdownEdit::paintEvent(QPaintEvent *event)
{
    if (const std::optional<QRectF> area = markedArea()) {
        QPainter painter(viewport());
        painter.fillRect(*area, Tones(palette()).selection());
    }
    ByteEdit::paintEvent(event);
}

void MarkdownEdit::paintGutter(QPaintEvent *event)
{
    const Tones tones(palette());
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), tones.base());
    if (const std::optional<QRectF> area = markedArea()) {
        painter.fillRect(QRectF(0, area->top(), m_gutter->width(), area->height()), tones.selection());
        painter.fillRect(QRectF(0, area->top(), focusRing, area->height()), tones.accent());
    }
    painter.setFont(font());
    painter.setPen(tones.muted());
    const int textHeight = fontMetrics().height();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event->rect().bottom())
            break;
        if (!block.isVisible() || place.bottom() < event->rect().top())
            continue;
        const double baseline = block.layout()->lineCount() > 0 ? block.layout()->lineAt(0).y() : 0;
        painter.drawText(
            QRectF(0, place.top() + baseline, m_gutter->width() - px(2), textHeight),
            static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), QString::number(block.blockNumber() + 1));
    }
}

} // namespace vitrine
