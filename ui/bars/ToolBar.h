#pragma once

#include "ui/look/Controls.h"

class QLabel;
class QLineEdit;
class QMenu;

namespace vitrine {

class Actions;

/// The row below the menu bar: open, save, undo, redo, add, the switch of views, search, export.
class ToolBar : public Bar
{
    Q_OBJECT

public:
    enum View { Forms, Source, Changes, Preview };

    explicit ToolBar(const Actions &actions, QWidget *parent = nullptr);

    SegmentedSwitch *views() const { return m_views; }
    QLineEdit *search() const { return m_search; }
    /// The menu of sections that "Add" opens; filled by the window.
    QMenu *addMenu() const { return m_addMenu; }
    void openAddMenu();
    /// Narrow windows: icons without words.
    void setIconsOnly(bool iconsOnly);
    /// The narrowest windows: Open, Export and Redo in one menu, the search behind its sign.
    void setFolded(bool folded);
    /// The keyboard goes to the search field, which may be folded away.
    void focusSearch();
    /// How many changes saving will make, beside the view that shows them.
    void setChangeCount(int count);
    /// "1 of 2" inside the search field.
    void setSearchCount(const QString &words);

Q_SIGNALS:
    void viewChosen(int view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showSearchField();

    QList<QToolButton *> m_worded;
    QList<QWidget *> m_foldable; ///< what goes into the menu of m_more
    QToolButton *m_more;
    QToolButton *m_findButton;
    bool m_isFolded = false;
    QToolButton *m_add;
    QMenu *m_addMenu;
    SegmentedSwitch *m_views;
    QLineEdit *m_search;
    QLabel *m_count;
    QToolButton *m_save;
};

} // namespace vitrine
