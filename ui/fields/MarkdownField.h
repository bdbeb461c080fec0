#pragma once

#include "ui/fields/FieldEditor.h"

namespace vitrine {

class FieldBox;
class FormatStrip;
class GrowingEdit;
class StyleHighlighter;

/// Running text as Markdown: signs dimmed, words styled in place, a strip for bold, italic, link and code.
class MarkdownField : public FieldEditor
{
    Q_OBJECT

public:
    explicit MarkdownField(FieldId id, QWidget *parent = nullptr);

    /// Running text without a list: fills the pane and counts words.
    void setFillsPane(bool fills);
    void setField(const Field &field) override;
    Value typed() const override;
    void setTyped(const Value &typed) override;
    void focusAt(const Field &field, qsizetype offset) override;
    void focusEnd() override;
    void setSuggested(const QString &suggestion) override;
    void setRefused(bool refused) override;
    QString hint() const override;
    QString warning() const override;

private:
    void restyle();
    /// True where the entry has room for a second line or paragraph.
    bool holdsLines() const;

    FieldBox *m_box;
    GrowingEdit *m_edit;
    FormatStrip *m_strip;
    StyleHighlighter *m_highlighter;
    bool m_fillsPane = false;
    bool m_lineRefused = false;
};

} // namespace vitrine
