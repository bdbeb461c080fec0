#pragma once

#include "app/session/OpenPage.h"
#include "ui/WorkArea.h"
#include "ui/search/PageSearch.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace vitrine {

class Selection;
class ToolBar;

/// Runs the search of the tool bar: lists and marks what is found while one types, goes from hit to hit and into their
/// fields, and back to where one was.
class SearchPilot : public QObject
{
    Q_OBJECT

public:
    SearchPilot(Selection *selection, ToolBar *tools, WorkArea *work, QObject *parent = nullptr);

    /// The keyboard goes to the search field.
    void begin();
    /// Into the field of the next hit, or of the previous with -1.
    void step(int by);
    /// Ends the search and goes back to where one was when it began.
    void close();
    bool isSearching() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Where one was when the search began.
    struct Before
    {
        std::optional<Handle> entry;
        std::optional<Handle> section;
        quint64 revision = 0;
        WorkArea::Middle view = WorkArea::Middle::Forms;
        QPointer<QWidget> keyboard;
    };
    void look();
    void remember();
    void goBack(const Before &before);
    void choose(const SearchHit &hit);
    void show();
    void forget();
    /// Into the field that shows the current hit, with the hit selected.
    void open();
    void openTitle(const SearchHit &hit);
    void openInSource(const SearchHit &hit);
    const SearchHit *current() const;

    Selection *m_selection;
    ToolBar *m_tools;
    WorkArea *m_work;
    QList<SearchHit> m_hits;
    qsizetype m_current = 0;
    std::optional<Before> m_before;
};

} // namespace vitrine
