#pragma once

#include <QWidget>

class QLabel;

namespace vitrine {

class OutlineModel;
class OutlineView;
class QuietButton;
class Selection;

/// The left pane: the card of the page, the outline, and the button that adds a section.
class OutlinePane : public QWidget
{
    Q_OBJECT

public:
    explicit OutlinePane(Selection *selection, QWidget *parent = nullptr);

    OutlineView *view() const { return m_view; }
    OutlineModel *model() const { return m_model; }
    /// The page has another name, or another site.
    void refreshCard();

Q_SIGNALS:
    void addSectionWanted();

private:
    Selection *m_selection;
    OutlineModel *m_model;
    OutlineView *m_view;
    QLabel *m_name;
    QLabel *m_place;
};

} // namespace vitrine
