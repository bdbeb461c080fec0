#pragma once

#include "ui/entries/DraftPlaces.h"
#include "ui/entries/EntryBar.h"
#include "ui/search/PageSearch.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace vitrine {

class Actions;
class EmptyList;
class EntryForm;
class EntryListModel;
class EntryListView;
class SectionHead;
class SelectedMany;
class Selection;
class Settings;
class TwinLine;

/// The middle of the window in its Forms view: the list of a section's entries and the form of the one that is
/// selected, one above the other or side by side. Also shows what a search found.
class FormsView : public QWidget
{
    Q_OBJECT

public:
    FormsView(Selection *selection, const Actions &actions, QWidget *parent = nullptr);

    /// Where the heights that the user gave the list are kept; must outlive the view.
    void setSettings(Settings *settings) { m_settings = settings; }

    EntryListView *list() const { return m_list; }
    EntryForm *form() const { return m_form; }
    SectionHead *head() const { return m_head; }
    TwinLine *twins() const { return m_twins; }
    const EntryListModel *model() const { return m_model; }

    /// Makes a section current, with its first entry.
    void openSection(int section);
    /// A new entry of the current section: a row and an empty form; nothing is written before its first value.
    void addEntry();
    void addEntryTo(int section);
    bool isDrafting() const;
    /// Where the draft can go, and where it goes now.
    std::vector<DraftPlace> placesOfDraft() const;
    const PaperPlace &placeOfDraft() const { return m_draft.place; }
    void moveDraft(const DraftPlace &place);
    /// Leaves a draft that got no value.
    void dropDraft();
    /// The section that addEntry() would add to; nothing where nothing can be added.
    std::optional<int> sectionToAddTo() const;

    /// Lists what a search found, with `current` selected; nothing when nothing was found.
    void showHits(const QList<SearchHit> &hits, const QString &words, std::optional<SearchHit> current);
    void closeSearch();
    bool showsHits() const { return m_searching; }

    void focusForm();
    void setMarkdown(bool markdown);
    bool isMarkdown() const;
    void stepEntry(int by);

    /// List and form side by side: in wide windows.
    void setBeside(bool beside);
    /// Rows of one line: in low windows.
    void setOneLineRows(bool oneLine);

Q_SIGNALS:
    void outlineWanted();
    /// A draft was begun or goes elsewhere.
    void draftMoved();
    /// Enter on a row of what a search found.
    void hitWanted();
    /// Esc while a search is shown: back to where one was.
    void searchLeft();
    /// What a search found is not listed any more.
    void searchClosed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What the height is shared for; it is shared anew when this changes.
    struct Shown
    {
        std::optional<int> root;
        bool searching = false;
        bool noList = false;
        bool hasForm = false;
        friend bool operator==(const Shown &, const Shown &) = default;
    };
    void follow();
    void showHead();
    void showList();
    void showForm();
    void showPlace();
    void startDraft(int section, bool meant);
    void draftAt(const DraftPlace &place);
    bool hasNoList() const;
    void arrange();
    void share();
    void shareHeight();
    void rememberHeight();
    std::optional<Kind> listedKind() const;
    std::vector<int> listedSections() const;

    Selection *m_selection;
    Settings *m_settings = nullptr;
    EntryListModel *m_model;
    QSplitter *m_splitter;
    QWidget *m_listPane;
    QWidget *m_formPane;
    SectionHead *m_head;
    QStackedWidget *m_listStack;
    EntryListView *m_list;
    EmptyList *m_empty;
    EntryBar *m_bar;
    TwinLine *m_twins;
    QStackedWidget *m_formStack;
    EntryForm *m_form;
    SelectedMany *m_many;
    QMetaObject::Connection m_pageChanged;
    bool m_beside = false;
    DraftPlace m_draft; ///< while drafting: where it goes
    std::optional<int> m_opened; ///< the section that was opened last, in the page of then
    bool m_searching = false;
    std::optional<SearchHit> m_currentHit; ///< while searching
    bool m_userSized = false; ///< the user dragged the line between list and form
    Shown m_shown;
    bool m_settling = false; ///< another list is shown and the form has not told its height yet
};

} // namespace vitrine
