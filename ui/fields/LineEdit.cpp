#include "ui/fields/LineEdit.h"

#include "ui/fields/LineText.h"
#include "ui/fields/PaperPaste.h"
#include "ui/look/Metrics.h"
#include "ui/look/Tones.h"
#include "ui/source/ByteEdit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStringListModel>

#include <memory>

namespace vitrine {

namespace {

constexpr int shownCompletions = 8;

} // namespace

LineEdit::LineEdit(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, &LineEdit::takeTyped);
}

void LineEdit::setShown(const QString &text)
{
    if (text == this->text())
        return;
    const TextDifference difference = differenceOf(this->text(), text);
    const qsizetype moved = difference.newEnd - difference.end;
    const auto follow = [&](int place) {
        return static_cast<int>(place <= difference.begin ? place : std::max(difference.begin, place + moved));
    };
    const int caret = follow(cursorPosition());
    const int begin = hasSelectedText() ? follow(selectionStart()) : -1;
    const int end = hasSelectedText() ? follow(selectionEnd()) : -1;
    const QSignalBlocker blocker(this);
    setText(text);
    setCursorPosition(hasFocus() ? caret : 0);
    if (begin >= 0 && hasFocus())
        setSelection(begin, end - begin);
}

void LineEdit::takeTyped()
{
    const QString text = this->text();
    const QString line = inOneLine(text);
    if (line != text) {
        const QSignalBlocker blocker(this);
        const qsizetype fromEnd = text.size() - cursorPosition();
        setText(line);
        setCursorPosition(static_cast<int>(std::max<qsizetype>(0, line.size() - fromEnd)));
    }
    Q_EMIT typed();
}

void LineEdit::setTag(const QString &tag)
{
    if (tag == m_tag)
        return;
    m_tag = tag;
    reserveTag();
    update();
}

void LineEdit::reserveTag()
{
    const int width =
        m_tag.isEmpty() ? 0 : QFontMetrics(metrics::smallFont()).horizontalAdvance(m_tag) + metrics::px(2);
    setTextMargins(0, 0, width, 0);
}

void LineEdit::setCompletions(std::function<QStringList()> texts)
{
    m_completions = std::move(texts);
    if (hasFocus())
        offerCompletions();
}

void LineEdit::offerCompletions()
{
    const QStringList texts = m_completions ? m_completions() : QStringList();
    if (!completer()) {
        auto *fresh = new QCompleter(new QStringListModel(this), this);
        fresh->setCaseSensitivity(Qt::CaseInsensitive);
        fresh->setFilterMode(Qt::MatchContains);
        fresh->setMaxVisibleItems(shownCompletions);
        setCompleter(fresh);
        connect(fresh, qOverload<const QString &>(&QCompleter::activated), this, &LineEdit::complete);
    }
    static_cast<QStringListModel *>(completer()->model())->setStringList(texts);
}

bool LineEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && (isUndoKey(event) || pastesPapers(this, event))) {
        event->ignore();
        return true;
    }
    return QLineEdit::event(event);
}

/// Enter while completions are shown: what is chosen of them stands in the line already.
bool LineEdit::endsCompletion(const QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !completer() || !completer()->popup()->isVisible())
        return false;
    completer()->popup()->hide();
    complete();
    return true;
}

void LineEdit::complete()
{
    takeTyped();
    Q_EMIT completed();
}

void LineEdit::keyPressEvent(QKeyEvent *event)
{
    if (endsCompletion(event))
        return;
    if (isUndoKey(event) || pastesPapers(this, event)) {
        event->ignore();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void LineEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        offerCompletions();
}

void LineEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        home(false);
}

void LineEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    // The first three are undo, redo and a line: the window has one history for everything.
    const QList<QAction *> actions = menu->actions();
    for (qsizetype i = 0; i < std::min<qsizetype>(3, actions.size()); ++i)
        actions[i]->setVisible(false);
    menu->exec(event->globalPos());
}

void LineEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_tag.isEmpty())
        return;
    QPainter painter(this);
    painter.setFont(metrics::smallFont());
    painter.setPen(Tones(palette()).muted());
    const int margin = metrics::px(2);
    painter.drawText(rect().adjusted(margin, 0, -margin, 0), Qt::AlignVCenter | Qt::AlignTrailing, m_tag);
}

void LineEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        reserveTag();
}

int rowStepOf(const QEvent &event)
{
    if (event.type() != QEvent::KeyPress)
        return 0;
    const auto &key = static_cast<const QKeyEvent &>(event);
    if (!key.modifiers().testFlag(Qt::AltModifier))
        return 0;
    return key.key() == Qt::Key_Up ? -1 : key.key() == Qt::Key_Down ? 1 : 0;
}

} // namespace vitrine
