#pragma once

#include "app/papers/PaperDesk.h"
#include "ui/Selection.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace vitrine {

class ElidedLabel;
class FilledButton;
class PaperDetail;
class PaperListModel;
class PaperListView;

/// The review of a bibliography before anything of it is written: papers at the left, the selected one at the right,
/// and the button that takes over what is chosen, as one step of the history. Follows edits of the page.
class PaperReviewPane : public QWidget
{
    Q_OBJECT

public:
    explicit PaperReviewPane(Selection *selection, QWidget *parent = nullptr);

    /// Reviews this BibTeX; `from` names where it came from ("papers.bib", "the clipboard").
    void review(const QByteArray &bibtex, const QString &from);
    /// Waits for BibTeX: nothing was reviewed yet.
    void invite();
    /// Ends the review, with what was chosen of it.
    void clear();
    bool isReviewing() const { return !m_bibtex.isEmpty(); }
    /// Something is read or planned in the background.
    bool isWorking() const { return m_desk->isBusy(); }

    /// List over paper: in narrow windows.
    void setStacked(bool stacked);
    void setLabelsAbove(bool above);

Q_SIGNALS:
    /// Back to the forms; nothing is to be written.
    void left();
    /// The owner wants this written. `answer.page` is the page as it is now.
    void taken(std::shared_ptr<const vitrine::PaperAnswer> answer);
    void entryWanted(vitrine::EntryRef entry);
    void fileWanted();
    void pasteWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeInvitation();
    void ask();
    void take(std::shared_ptr<const PaperAnswer> answer);
    void takeOver();
    void showHead();
    void showRow(int row);
    void checkPaper(size_t paper, bool checked);

    Selection *m_selection;
    PaperDesk *m_desk;
    PaperListModel *m_model;
    QByteArray m_bibtex;
    QString m_from;
    PaperWishes m_wishes;
    std::shared_ptr<const PaperAnswer> m_answer;
    bool m_takesOver = false; ///< as soon as the answer to the last question is there
    QMetaObject::Connection m_pageChanged;

    QLabel *m_title;
    ElidedLabel *m_counts;
    QPushButton *m_back;
    FilledButton *m_add;
    QStackedWidget *m_stack;
    QWidget *m_invitation;
    QLabel *m_invitationWords;
    QSplitter *m_splitter;
    PaperListView *m_list;
    PaperDetail *m_detail;
};

} // namespace vitrine
