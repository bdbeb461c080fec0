#pragma once

#include "ui/source/ByteText.h"

#include <QPlainTextEdit>

namespace vitrine {

/// A text editor whose content is bytes: what is typed changes exactly those bytes, what is not typed stays, whatever
/// it is. Knows no undo of its own (the keys go to the window, which has one history for everything).
class ByteEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// `lineHeight` is a factor of the font's size from one line to the next; 0 leaves it to the font.
    explicit ByteEdit(QWidget *parent = nullptr, double lineHeight = 0);

    const QByteArray &bytes() const { return m_content.bytes(); }
    const ByteText &content() const { return m_content; }
    /// Shows other bytes by changing only what differs: cursor, selection and scroll position stay where they can.
    void setBytes(const QByteArray &bytes);
    /// How Enter is written.
    void setLineEnd(const QByteArray &lineEnd) { m_lineEnd = lineEnd; }
    /// With false Enter is not taken, and line breaks that are pasted become blanks.
    void setHoldsLines(bool holds) { m_holdsLines = holds; }
    bool holdsLines() const { return m_holdsLines; }

    /// The caret, and a marked stretch, in bytes.
    qsizetype caret() const;
    void setCaret(qsizetype byte);
    ByteRange marked() const;
    void mark(ByteRange range);
    /// Replaces a stretch as if it had been typed, and marks `selectAfter` (in bytes of the text afterwards).
    void type(ByteRange range, const QByteArray &bytes, ByteRange selectAfter);

Q_SIGNALS:
    /// The person changed something; `change` says what, in offsets before it.
    void bytesEdited(const vitrine::ByteChange &change);
    /// The content was set from outside.
    void bytesSet();
    /// Enter was pressed in a text that holds no lines.
    void lineRefused();
    /// Bytes that are shown as � would have been typed over; they were kept.
    void sealedBytesKept();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    QString rawText() const;
    void takeTyped();
    void showContent();

    ByteText m_content;
    QByteArray m_lineEnd = "\n";
    bool m_holdsLines = true;
    bool m_setting = false;
};

/// True for the keys of undo and redo, which belong to the window.
bool isUndoKey(const QEvent *event);

} // namespace vitrine
