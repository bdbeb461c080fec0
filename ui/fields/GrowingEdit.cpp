#include "ui/fields/GrowingEdit.h"

#include "ui/fields/PaperPaste.h"
#include "ui/look/Metrics.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextDocument>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

/// How far inside its border a line edit begins its text: the style's inset, its frame and QLineEdit's own margin.
int lineEditInset()
{
    return metrics::px(1.25) + 3;
}

} // namespace

GrowingEdit::GrowingEdit(int leastLines, int mostLines, QWidget *parent)
    : ByteEdit(parent), m_leastLines(leastLines), m_mostLines(mostLines)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(
        document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &GrowingEdit::measure);
    connect(this, &QPlainTextEdit::textChanged, this, &GrowingEdit::measure);
    setMargins();
}

void GrowingEdit::setFillsHeight(bool fills)
{
    m_fillsHeight = fills;
    setSizePolicy(QSizePolicy::Expanding, fills ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    setMargins();
}

QSize GrowingEdit::sizeHint() const
{
    return {metrics::px(40), m_fillsHeight ? neededHeight() : m_height};
}

QSize GrowingEdit::minimumSizeHint() const
{
    return {metrics::px(20), m_fillsHeight ? heightOf(m_leastLines) : m_height};
}

int GrowingEdit::heightOf(int lines) const
{
    const QMargins viewportsOwn = viewportMargins();
    return static_cast<int>(std::ceil(lines * QFontMetricsF(font()).lineSpacing() + 2 * document()->documentMargin()))
        + viewportsOwn.top() + viewportsOwn.bottom();
}

int GrowingEdit::neededHeight() const
{
    // A plain text layout counts lines, not pixels.
    const int lines = static_cast<int>(document()->documentLayout()->documentSize().height());
    return heightOf(std::clamp(lines, m_leastLines, m_mostLines));
}

void GrowingEdit::measure()
{
    const int height = neededHeight();
    const bool scrolls = document()->documentLayout()->documentSize().height() > m_mostLines;
    setVerticalScrollBarPolicy(scrolls || m_fillsHeight ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (height == m_height)
        return;
    m_height = height;
    updateGeometry();
}

void GrowingEdit::resizeEvent(QResizeEvent *event)
{
    ByteEdit::resizeEvent(event);
    measure();
}

void GrowingEdit::changeEvent(QEvent *event)
{
    ByteEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setMargins();
}

void GrowingEdit::setMargins()
{
    // As high as a line edit with one line, its text at the same place; a text that fills the pane has more room.
    const double lineHeight = QFontMetricsF(font()).lineSpacing();
    const double spare = metrics::px(metrics::fieldHeight) - 2 * metrics::focusRing - lineHeight;
    document()->setDocumentMargin(m_fillsHeight ? metrics::px(2.5) : std::max(2.0, std::floor(spare / 2)));
    const int margin = static_cast<int>(document()->documentMargin());
    const int side = std::max(0, lineEditInset() - metrics::focusRing - margin);
    setViewportMargins(side, 0, side, 0);
    measure();
}

void GrowingEdit::keyPressEvent(QKeyEvent *event)
{
    if (pastesPapers(this, event))
        event->ignore();
    else
        ByteEdit::keyPressEvent(event);
}

void GrowingEdit::wheelEvent(QWheelEvent *event)
{
    // Nothing to scroll here: the form scrolls.
    if (!verticalScrollBar()->isVisible())
        event->ignore();
    else
        ByteEdit::wheelEvent(event);
}

} // namespace vitrine
