#pragma once

#include "ui/Selection.h"
#include "ui/source/ByteEdit.h"
#include "ui/source/StepTimer.h"

#include <QPointer>
#include <QWidget>

namespace vitrine {

class MarkdownEdit;

/// The whole page as it is in its file. What is typed changes the page at once, one undo step for each pause; what
/// changes elsewhere is shown by touching only what differs. The current entry is marked, and is current in the other
/// views too when the caret goes into it.
class SourceView : public QWidget
{
    Q_OBJECT

public:
    explicit SourceView(QWidget *parent = nullptr);

    void setSelection(Selection *selection);
    /// Puts the caret at a byte of the page's file.
    void focusAt(qsizetype byte);
    /// Selects a stretch of the page's file; one of another file is not shown here.
    void select(SourceRange place);

Q_SIGNALS:
    /// From 1, columns in characters.
    void caretMoved(int line, int column);

protected:
    void showEvent(QShowEvent *event) override;

private:
    OpenPage *page() const;
    void follow();
    void showSelected();
    void restyle();
    void write(const ByteChange &change);
    void selectAtCaret();

    QPointer<Selection> m_selection;
    MarkdownEdit *m_edit;
    StepTimer m_steps;
    std::optional<EntryRef> m_shownEntry;
    bool m_writing = false;
    bool m_following = false;
};

} // namespace vitrine
