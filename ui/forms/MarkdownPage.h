#pragma once

#include "ui/Selection.h"
#include "ui/source/StepTimer.h"

#include <QWidget>

class QLabel;

namespace vitrine {

class FieldBox;
class FieldFrame;
class FormatStrip;
class MarkdownEdit;

/// An entry as it stands in the file. What is typed becomes its bytes at once, one undo step for each pause.
class MarkdownPage : public QWidget
{
    Q_OBJECT

public:
    explicit MarkdownPage(QWidget *parent = nullptr);

    /// Shows an entry; the same one again keeps caret and scroll position.
    void show(OpenPage *page, EntryRef entry);
    /// Shows nothing.
    void clear();
    /// Puts the caret at a byte of the expanded text.
    void focusAt(qsizetype offset);
    /// Selects a stretch of the expanded text.
    void select(ByteRange place);

private:
    void write();
    void restyle();

    OpenPage *m_page = nullptr;
    std::optional<EntryRef> m_entry;
    FieldBox *m_box;
    MarkdownEdit *m_edit;
    FormatStrip *m_strip;
    FieldFrame *m_frame;
    QLabel *m_note;
    StepTimer m_steps;
    bool m_writing = false;
};

} // namespace vitrine
