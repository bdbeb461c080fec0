#pragma once

#include "content/page/Page.h"
#include "ui/fields/FieldEditor.h"

#include <QString>

namespace vitrine {

/// The text of a field in one line: plain where the page has no markup in it, else its Markdown. Line breaks that the
/// page has inside the value are shown as blanks and kept. A value.
class LineText
{
public:
    void setField(const Field &field, const FieldContext &context);

    /// True when what is shown and typed is Markdown.
    bool isMarkdown() const { return m_markdown; }
    QString shown() const;
    /// What is shown became this by typing.
    void take(const QString &shown);
    /// Markdown; exactly the page's own where the text is the same.
    QByteArray markdown() const;
    /// The place in the shown text of a byte of the value's range, given from the range's begin.
    int positionOf(QByteArrayView rangeBytes, qsizetype offset) const;

private:
    Field m_field;
    FieldContext m_context;
    QString m_text; ///< with the page's line breaks
    bool m_markdown = false;
};

/// The text without line breaks, as a one-line field shows what is pasted.
QString inOneLine(QString text);

} // namespace vitrine
