#include "ui/changes/DiffText.h"

#include "ui/look/Metrics.h"
#include "ui/look/Tones.h"
#include "ui/source/SpacedLayout.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace vitrine {

using namespace metrics;

namespace {

constexpr double lineHeight = 1.5;
constexpr size_t mostLines = 4000; ///< what a person reads; the rest is told as a number

using Type = DiffLine::Type;

class DiffGutter : public QWidget
{
public:
    explicit DiffGutter(DiffText *text) : QWidget(text), m_text(text) { }
    QSize sizeHint() const override { return {m_text->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_text->paintGutter(event); }

private:
    DiffText *m_text;
};

bool isHead(const DiffLine &line)
{
    return line.type == Type::File || line.type == Type::Head;
}

QColor groundOf(const DiffLine &line, const Tones &tones)
{
    switch (line.type) {
    case Type::File:
        return tones.window();
    case Type::Head:
        return tones.strip();
    case Type::Removed:
        return tones.removed();
    case Type::Added:
        return tones.added();
    case Type::Same:
        break;
    }
    return tones.base();
}

/// Bytes of a line as they are shown: what a text document keeps for itself is shown as what is no text.
QString shown(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    for (QChar &c : text) {
        const char16_t code = c.unicode();
        if (code == 0x2029 || code == 0x2028 || (code >= 0xfdd0 && code <= 0xfdef) || code == 0)
            c = QChar(0xfffd);
    }
    return text;
}

void writeLine(QTextCursor &cursor, const DiffLine &line, const Tones &tones)
{
    QTextCharFormat plain;
    plain.setForeground(line.type == Type::Head ? tones.muted() : tones.text());
    if (isHead(line))
        plain.setFont(line.type == Type::File ? scaledFont(1.0, QFont::DemiBold) : smallFont());
    QTextCharFormat marked = plain;
    marked.setBackground(line.type == Type::Removed ? tones.removedWords() : tones.addedWords());
    if (line.type == Type::Removed)
        marked.setFontStrikeOut(true);
    else
        marked.setFontWeight(QFont::DemiBold);
    qsizetype at = 0;
    for (const ByteRange mark : line.marks) {
        cursor.insertText(shown(line.text.mid(at, mark.begin - at)), plain);
        cursor.insertText(shown(line.text.mid(mark.begin, mark.size())), marked);
        at = mark.end;
    }
    cursor.insertText(shown(line.text.mid(at)), plain);
}

} // namespace

DiffText::DiffText(QWidget *parent) : QPlainTextEdit(parent), m_gutter(new DiffGutter(this))
{
    document()->setDocumentLayout(new SpacedLayout(document(), lineHeight));
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    measure();
}

void DiffText::setSheet(std::vector<DiffLine> sheet)
{
    m_sheet = std::move(sheet);
    if (m_sheet.size() > mostLines) {
        const int more = static_cast<int>(m_sheet.size() - mostLines);
        m_sheet.resize(mostLines);
        m_sheet.push_back({Type::Head, 0, 0, 0, tr("and %n more line(s)", nullptr, more).toUtf8(), {}, 0});
    }
    const int place = verticalScrollBar()->value();
    write();
    verticalScrollBar()->setValue(place);
}

void DiffText::write()
{
    const Tones tones(palette());
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    bool first = true;
    for (const DiffLine &line : m_sheet) {
        if (!std::exchange(first, false))
            cursor.insertBlock();
        writeLine(cursor, line, tones);
        if (isHead(line))
            cursor.block().setUserState(px(line.type == Type::File ? 2.5 : 1.25));
    }
    cursor.endEditBlock();
    placeGutter();
}

void DiffText::showLine(int line)
{
    if (line < 0 || line >= blockCount())
        return;
    setTextCursor(QTextCursor(document()->findBlockByNumber(line)));
    centerCursor();
}

int DiffText::gutterWidth() const
{
    int largest = 0;
    for (const DiffLine &line : m_sheet)
        largest = std::max({largest, line.before, line.after});
    const int digits = std::max<int>(3, static_cast<int>(QString::number(largest).size()));
    // Two columns of numbers, and the sign.
    return 2 * (fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits + px(3)) + px(6);
}

void DiffText::placeGutter()
{
    const int width = gutterWidth();
    if (viewportMargins().left() != width)
        setViewportMargins(width, 0, 0, 0);
    const QRect content = contentsRect();
    m_gutter->setGeometry(content.left(), content.top(), width, content.height());
}

void DiffText::measure()
{
    setFont(fixedFont());
    document()->setDocumentMargin(px(1));
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    placeGutter();
}

void DiffText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void DiffText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        measure();
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::PaletteChange)
        write();
}

template<typename Visit> void DiffText::visitBlocks(const Visit &visit) const
{
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        const auto number = static_cast<size_t>(block.blockNumber());
        if (place.top() > viewport()->height() || number >= m_sheet.size())
            return;
        visit(block, m_sheet[number], place);
    }
}

void DiffText::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        const Tones tones(palette());
        visitBlocks([&](const QTextBlock &, const DiffLine &line, const QRectF &place) {
            const QRectF ground(0, place.top(), viewport()->width(), place.height());
            painter.fillRect(ground, groundOf(line, tones));
            if (!isHead(line))
                return;
            painter.fillRect(QRectF(0, place.bottom() - 1, viewport()->width(), 1), tones.hairline());
            if (line.type != Type::File)
                return;
            painter.setFont(smallFont());
            painter.setPen(tones.muted());
            const QString lines = tr("%n line(s)", nullptr, line.lines);
            const QString whole = tr("%1 · everything else stays as it is, byte for byte").arg(lines);
            const QRectF room = ground.adjusted(viewport()->width() / 3.0, 0, -px(3), 0);
            const bool fits = painter.fontMetrics().horizontalAdvance(whole) <= room.width();
            painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, fits ? whole : lines);
        });
    }
    QPlainTextEdit::paintEvent(event);
}

void DiffText::paintGutter(QPaintEvent *event)
{
    const Tones tones(palette());
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), tones.base());
    painter.setFont(font());
    const int column = (m_gutter->width() - px(6)) / 2;
    const int textHeight = fontMetrics().height();
    visitBlocks([&](const QTextBlock &block, const DiffLine &line, const QRectF &place) {
        painter.fillRect(QRectF(0, place.top(), m_gutter->width(), place.height()), groundOf(line, tones));
        if (isHead(line)) {
            painter.fillRect(QRectF(0, place.bottom() - 1, m_gutter->width(), 1), tones.hairline());
            return;
        }
        const double top = place.top() + (block.layout()->lineCount() > 0 ? block.layout()->lineAt(0).y() : 0);
        const auto draw = [&](double left, double width, const QString &text, const QColor &color) {
            painter.setPen(color);
            painter.drawText(QRectF(left, top, width, textHeight), Qt::AlignRight | Qt::AlignVCenter, text);
        };
        if (line.before > 0)
            draw(0, column - px(1), QString::number(line.before), tones.muted());
        if (line.after > 0)
            draw(column, column - px(1), QString::number(line.after), tones.muted());
        if (line.type == Type::Removed)
            draw(2 * column, px(4), QStringLiteral("−"), tones.error());
        if (line.type == Type::Added)
            draw(2 * column, px(4), QStringLiteral("+"), tones.accent());
    });
}

} // namespace vitrine
