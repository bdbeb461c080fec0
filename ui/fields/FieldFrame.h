#pragma once

#include "content/text/Error.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
class QTimer;

namespace vitrine {

/// What stands around a field: the editor, beside or below it a quiet hint, and below it why a value was refused with
/// up to two remedies, or a note about a value that was kept. The label stands in the form's own column.
class FieldFrame : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of `editor`, which may hold several fields. `name` is the object name of the whole.
    FieldFrame(QWidget *editor, const QString &name, QWidget *parent = nullptr);

    /// Object names for the whole and its parts.
    void setName(const QString &name);
    QWidget *editor() const { return m_editor; }
    /// Short editors have their hint at the right instead of below.
    void setHintBeside(bool beside);
    void setHint(const QString &hint);
    /// A gentle word about a value that is kept; `suggestion` is offered instead of it, if there is one.
    void setWarning(const QString &warning, const QString &suggestion = {});
    QString warning() const { return m_warning; }
    /// The value stands refused; its sentence is shown after a pause or when the field is left.
    void setRefusal(const Error &error);
    void clearRefusal();
    /// Without remedies there is only the sentence.
    void setRemediesShown(bool shown) { m_remediesShown = shown; }
    /// Shows the sentence without waiting.
    void showRefusal();
    bool isRefusalShown() const;

Q_SIGNALS:
    /// The sentence is shown or gone: border and description follow.
    void refusalShown(bool shown);
    void suggestionTaken(const QString &suggestion);
    void editAsMarkdownWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showMessage();
    /// What can be taken in place of the value, for what is said now.
    QString suggestion() const;
    QWidget *makeMessage();

    QWidget *m_editor;
    QHBoxLayout *m_row;
    QLabel *m_besideHint;
    QLabel *m_belowHint;
    QWidget *m_message = nullptr;
    QLabel *m_sign = nullptr;
    QLabel *m_sentence = nullptr;
    class QPushButton *m_suggestion = nullptr;
    class QPushButton *m_markdown = nullptr;
    QTimer *m_pause;
    bool m_hintBeside = false;
    bool m_remediesShown = true;
    QString m_hint;
    QString m_warning;
    QString m_warningSuggestion;
    std::optional<Error> m_refusal;
    bool m_refusalShown = false;
};

} // namespace vitrine
