#pragma once

#include "ui/search/PageSearch.h"

#include <QObject>

#include <optional>

class QLineEdit;

namespace vitrine {

class FormsView;
class Selection;
class ToolBar;

/// Runs the search of the tool bar: lists what is found while one types, goes from hit to hit, and back to where one
/// was.
class SearchPilot : public QObject
{
    Q_OBJECT

public:
    SearchPilot(Selection *selection, ToolBar *tools, FormsView *forms, QObject *parent = nullptr);

    void begin();
    void step(int by);
    void close();

Q_SIGNALS:
    /// Go into the field with this place.
    void hitWanted(const vitrine::SearchHit &hit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void showCount();

    Selection *m_selection;
    ToolBar *m_tools;
    FormsView *m_forms;
    QList<SearchHit> m_hits;
    qsizetype m_current = 0;
    std::optional<EntryRef> m_before; ///< what was selected when the search began
};

} // namespace vitrine
