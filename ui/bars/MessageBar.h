#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace vitrine {

class IconLabel;
class QuietButton;

/// Something to tell: a bold clause, what it means, at most two things to do about it.
struct Message
{
    enum class Weight { Note, ToCheck, Error };
    struct Remedy
    {
        QString words;
        std::function<void()> act;
    };

    QByteArray topic; ///< a newer message of the same topic replaces this one
    Weight weight = Weight::Note;
    QString clause; ///< what happened
    QString rest; ///< what it means and what to do; may be empty
    QList<Remedy> remedies = {};

    /// A message of one text, whose first sentence is the clause.
    static Message of(const QByteArray &topic, Weight weight, const QString &sentences);
};

/// The bar below the tool bar: one message at a time, the gravest first. Stands there until its reason goes or it is
/// closed; takes no focus.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void tell(const Message &message);
    /// The reason of this message is gone.
    void withdraw(const QByteArray &topic);
    void clear();
    /// What is shown, for tests: clause and rest; empty when nothing is.
    QString shownText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showNext();
    void refresh();
    bool hasButtonsOf(const Message &message) const;
    void makeButtons(const Message &message);
    void act(qsizetype remedy);
    void closeShown();

    QList<Message> m_messages; ///< gravest first, older first among equals
    qsizetype m_shown = 0;
    IconLabel *m_sign;
    QLabel *m_text;
    QuietButton *m_more;
    QHBoxLayout *m_remedies;
    QByteArray m_buttonsTopic; ///< of the message whose remedies have buttons
    QStringList m_buttonsWords;
    QToolButton *m_close;
};

} // namespace vitrine
