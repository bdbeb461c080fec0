#pragma once

#include "app/papers/PaperDesk.h"

#include <QScrollArea>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace vitrine {

class FieldBox;
class GrowingEdit;
class IconLabel;
class PaperDifferences;
class QuietLabel;

/// One paper of a review: where a new one goes, how it will stand on the page and in the file; what differs of one that
/// is there; what could not be read. Writes nothing.
class PaperDetail : public QScrollArea
{
    Q_OBJECT

public:
    explicit PaperDetail(QWidget *parent = nullptr);

    void showPaper(const PaperAnswer &answer, size_t number);
    /// Something in the BibTeX that a diagnostic is about.
    void showUnread(const PaperAnswer &answer, size_t number, const QByteArray &bibtex);
    void showNothing();
    /// Labels stand above what they name: in narrow windows.
    void setLabelsAbove(bool above);

Q_SIGNALS:
    void placeWanted(size_t paper, const vitrine::PaperWish::Place &place);
    void fieldWanted(size_t paper, vitrine::FieldId field, bool fromBibliography);
    /// The owner wants to see the entry of this paper on the page.
    void entryWanted(size_t paper);

private:
    QLabel *addRow(const QString &label, QWidget *content);
    void showRow(QWidget *content, bool shown);
    void showHead(const QString &title, const QString &second);
    void showPlaces(const PaperAnswer &answer, size_t number);
    void showWritten(const PaperAnswer &answer, size_t number);
    void showRefusal(const PaperAnswer &answer, size_t number);
    void showSource(const QByteArray &bytes, const QString &label);

    size_t m_paper = 0;
    std::vector<PaperWish::Place> m_places; ///< of the box, in its order
    QWidget *m_content;
    QLabel *m_title;
    QuietLabel *m_second;
    QWidget *m_refusal;
    QLabel *m_refusalWords;
    QFormLayout *m_rows;
    QWidget *m_placeRow;
    QComboBox *m_place;
    QuietLabel *m_where;
    FieldBox *m_shownBox;
    QLabel *m_shown;
    FieldBox *m_sourceBox;
    GrowingEdit *m_source;
    QLabel *m_sourceLabel;
    QuietLabel *m_leftOut;
    PaperDifferences *m_differences;
    QPushButton *m_show;
};

} // namespace vitrine
