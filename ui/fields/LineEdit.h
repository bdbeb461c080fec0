#pragma once

#include <QLineEdit>

#include <functional>

namespace vitrine {

/// The platform's line edit as forms need it: undo belongs to the window, pasted line breaks become blanks, and its
/// start is shown while it has no focus.
class LineEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit LineEdit(QWidget *parent = nullptr);

    /// Shows a text without a signal; where the caret is inside, it keeps its place.
    void setShown(const QString &text);
    /// Quiet words at the right end ("Markdown").
    void setTag(const QString &tag);
    QString tag() const { return m_tag; }
    /// Offers texts that contain what is typed. Asked for when the keyboard comes, as they are gathered from the page.
    void setCompletions(std::function<QStringList()> texts);

Q_SIGNALS:
    /// The person changed the text, by typing, pasting or choosing a completion.
    void typed();
    /// A completion was chosen, or Enter was pressed while some were shown: what stands here is whole.
    void completed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeTyped();
    void complete();
    bool endsCompletion(const QKeyEvent *event);
    void reserveTag();
    void offerCompletions();

    QString m_tag;
    std::function<QStringList()> m_completions;
};

/// The step that a key asks of a row in a list: -1 for Alt+Up, 1 for Alt+Down, 0 for whatever else an event is.
int rowStepOf(const QEvent &event);

} // namespace vitrine
