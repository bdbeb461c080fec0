#pragma once

#include <QLineEdit>

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
    /// Inside a framed field.
    void setFrameless();
    /// Quiet words at the right end ("Markdown").
    void setTag(const QString &tag);
    QString tag() const { return m_tag; }
    /// Offers these while typing, those that begin with or contain what is typed.
    void setCompletions(const QStringList &texts);

Q_SIGNALS:
    /// The person changed the text, by typing, pasting or choosing a completion.
    void typed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeTyped();
    void setMargins();

    QString m_tag;
};

} // namespace vitrine
