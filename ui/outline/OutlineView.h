#pragma once

#include "app/session/OpenPage.h"

#include <QTreeView>

#include <optional>

namespace vitrine {

class OutlineModel;
class Selection;

/// The outline. Follows and sets the Selection; drags move sections, entries dropped on a section move there.
class OutlineView : public QTreeView
{
    Q_OBJECT

public:
    OutlineView(Selection *selection, OutlineModel *model, QWidget *parent = nullptr);

    /// Marks the row of the current section; a section above it stays marked while it is the one that was chosen.
    void showSelection();
    /// Begins to rename a section, with these words of its title selected.
    void rename(int section, const QString &words);
    /// The section whose row is marked.
    std::optional<int> chosenSection() const;
    /// Marks a section as chosen without telling anybody.
    void choose(int section);
    int naturalHeight() const;

Q_SIGNALS:
    void pageSettingsChosen();
    void siteProfileChosen();
    void sectionChosen(int section);
    void collectionOpened(const QString &path);
    /// Enter or Right: the keyboard goes on to the list.
    void listWanted();
    void moveEntryWanted(vitrine::EntryRef entry, int section);
    /// Section `section` before the `at`th section of `parent`.
    void moveSectionWanted(int section, int parent, int at);
    void dropRefused(const QString &why);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override { }
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void openRow(const QModelIndex &index);
    int sectionUnder(const QPoint &position) const;

    struct Line
    {
        int parent = -1;
        int at = 0;
        int y = 0;
    };
    std::optional<Line> lineAt(int section, const QPoint &position) const;

    Selection *m_selection;
    OutlineModel *m_model;
    std::optional<Line> m_line; ///< where a dragged section would go
    std::optional<Handle> m_chosen; ///< the section that was chosen, at m_chosenAt
    quint64 m_chosenAt = 0;
    int m_target = -1; ///< the section that a dragged entry would go to
    bool m_following = false;
};

} // namespace vitrine
