#include "ui/source/ByteEdit.h"

#include "ui/source/SpacedLayout.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlock>

namespace vitrine {

namespace {

/// A document's text with line ends as `\n`; toPlainText() would turn U+00A0 into a blank.
QString withLineFeeds(QString text)
{
    return text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

} // namespace

bool isUndoKey(const QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<const QKeyEvent *>(event);
    return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
}

ByteEdit::ByteEdit(QWidget *parent, double lineHeight) : QPlainTextEdit(parent)
{
    if (lineHeight > 0) {
        auto *spaced = new QTextDocument(this);
        spaced->setDocumentLayout(new SpacedLayout(spaced, lineHeight));
        setDocument(spaced);
    }
    setUndoRedoEnabled(false);
    connect(this, &QPlainTextEdit::textChanged, this, &ByteEdit::takeTyped);
}

void ByteEdit::setBytes(const QByteArray &bytes)
{
    if (bytes == m_content.bytes())
        return;
    m_content = ByteText(bytes);
    showContent();
    Q_EMIT bytesSet();
}

void ByteEdit::showContent()
{
    const TextDifference difference = differenceOf(rawText(), m_content.text());
    if (difference.isEmpty())
        return;
    const QScopedValueRollback setting(m_setting, true);
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(difference.begin));
    cursor.setPosition(static_cast<int>(difference.end), QTextCursor::KeepAnchor);
    cursor.insertText(m_content.text().mid(difference.begin, difference.newEnd - difference.begin));
}

void ByteEdit::takeTyped()
{
    if (m_setting)
        return;
    // Also called at each step of a composition, the text being the same: then there is no change.
    const std::optional<ByteChange> change = m_content.changeTo(rawText(), m_lineEnd);
    if (!change) {
        showContent();
        Q_EMIT sealedBytesKept();
        return;
    }
    if (change->range.isEmpty() && change->bytes.isEmpty())
        return;
    QByteArray bytes = m_content.bytes();
    bytes.replace(change->range.begin, change->range.size(), change->bytes);
    m_content = ByteText(bytes);
    Q_EMIT bytesEdited(*change);
}

QString ByteEdit::rawText() const
{
    return withLineFeeds(document()->toRawText());
}

qsizetype ByteEdit::caret() const
{
    return m_content.byteAt(textCursor().position());
}

void ByteEdit::setCaret(qsizetype byte)
{
    mark({byte, byte});
}

ByteRange ByteEdit::marked() const
{
    const QTextCursor cursor = textCursor();
    return {m_content.byteAt(cursor.selectionStart()), m_content.byteAt(cursor.selectionEnd())};
}

void ByteEdit::mark(ByteRange range)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(m_content.positionAt(range.begin)));
    cursor.setPosition(static_cast<int>(m_content.positionAt(range.end)), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ByteEdit::type(ByteRange range, const QByteArray &bytes, ByteRange selectAfter)
{
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(m_content.positionAt(range.begin)));
    cursor.setPosition(static_cast<int>(m_content.positionAt(range.end)), QTextCursor::KeepAnchor);
    cursor.insertText(ByteText(bytes).text());
    mark(selectAfter);
}

bool ByteEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isUndoKey(event)) {
        event->ignore();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void ByteEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isUndoKey(event) || (isEnter && !m_holdsLines)) {
        event->ignore();
        if (isEnter)
            Q_EMIT lineRefused();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

QMimeData *ByteEdit::createMimeDataFromSelection() const
{
    auto *data = new QMimeData;
    data->setText(withLineFeeds(textCursor().selectedText()));
    return data;
}

void ByteEdit::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText())
        return;
    // The same way in as for a file: line ends of any kind, and no characters that the document keeps for itself.
    QString text = ByteText(source->text().toUtf8()).text();
    if (!m_holdsLines)
        text = text.trimmed().replace(QLatin1Char('\n'), QLatin1Char(' '));
    textCursor().insertText(text);
    ensureCursorVisible();
}

} // namespace vitrine
