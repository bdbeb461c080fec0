#include "ui/source/SourceView.h"

#include "content/page/Edits.h"
#include "content/text/LineIndex.h"
#include "ui/look/Controls.h"
#include "ui/source/MarkdownEdit.h"
#include "ui/source/SourceStyles.h"

#include <QScopedValueRollback>
#include <QTextBlock>
#include <QVBoxLayout>

namespace vitrine {

namespace {

/// The view shows the page itself, not the files that it includes.
constexpr int shownFile = 0;

} // namespace

SourceView::SourceView(QWidget *parent) : QWidget(parent), m_edit(new MarkdownEdit)
{
    nameWidget(this, QStringLiteral("sourceView"), tr("Source"));
    nameWidget(m_edit, QStringLiteral("sourceEdit"), tr("The whole page as it is in the file"));
    m_edit->setNumbersShown(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &ByteEdit::bytesEdited, this, &SourceView::write);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &SourceView::selectAtCaret);
}

void SourceView::setSelection(Selection *selection)
{
    m_selection = selection;
    connect(selection, &Selection::pageChanged, this, [this] {
        m_shownEntry.reset();
        m_steps.end();
    });
    connect(selection, &Selection::changed, this, &SourceView::follow);
    follow();
}

OpenPage *SourceView::page() const
{
    return m_selection ? m_selection->page() : nullptr;
}

void SourceView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow();
}

void SourceView::follow()
{
    // Behind another view there is nothing to keep in step; showing it catches up.
    if (!isVisible())
        return;
    const QScopedValueRollback following(m_following, true);
    m_edit->setReadOnly(!page());
    if (!page()) {
        m_edit->setBytes({});
        return;
    }
    const QByteArray &bytes = page()->page()->bytes();
    if (m_edit->bytes() != bytes) {
        m_edit->setLineEnd(lineEndBytes(dominantLineEnd(bytes)));
        m_edit->setBytes(bytes);
        m_steps.end();
    }
    restyle();
    showSelected();
}

void SourceView::restyle()
{
    m_edit->setStyles(sourceStylesOf(*page()->page(), shownFile));
}

void SourceView::showSelected()
{
    const std::optional<EntryRef> entry = m_selection->entry();
    std::optional<SourceRange> place;
    if (entry)
        place = page()->page()->expansion().toSource(page()->page()->entry(*entry).range);
    const bool isHere = place && place->file == shownFile;
    m_edit->setMarkedLines(isHere ? place->range : ByteRange{});
    // Another entry became current elsewhere: go there. The caret stays where the person put it in this view.
    const bool moved = entry != m_shownEntry;
    m_shownEntry = entry;
    const qsizetype caret = m_edit->caret();
    const bool inside = isHere && place->range.begin <= caret && caret <= place->range.end;
    if (moved && isHere && !inside && !m_writing) {
        m_edit->setCaret(place->range.begin);
        m_edit->centerCursor();
    }
}

void SourceView::write(const ByteChange &change)
{
    if (!page())
        return;
    const QScopedValueRollback writing(m_writing, true);
    const TextEdit edit = TextEdit::replacing(change.range, change.bytes, shownFile);
    const Result<Done> done =
        page()->apply(editSource(*page()->page(), edit), tr("typing in the source"), m_steps.key());
    if (!done)
        follow();
}

void SourceView::selectAtCaret()
{
    const QTextCursor cursor = m_edit->textCursor();
    Q_EMIT caretMoved(cursor.blockNumber() + 1, cursor.positionInBlock() + 1);
    if (m_following || m_writing || !page() || m_edit->bytes() != page()->page()->bytes())
        return;
    const qsizetype caret = m_edit->caret();
    const auto entry = page()->page()->entryAt({shownFile, {caret, caret}});
    if (entry && entry != m_selection->entry()) {
        m_shownEntry = entry;
        m_selection->selectEntry(*entry);
    }
}

void SourceView::focusAt(qsizetype byte)
{
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->setCaret(byte);
    m_edit->centerCursor();
}

void SourceView::select(SourceRange place)
{
    if (place.file != shownFile)
        return;
    focusAt(place.range.begin);
    m_edit->mark(place.range);
    m_edit->centerCursor();
}

} // namespace vitrine
