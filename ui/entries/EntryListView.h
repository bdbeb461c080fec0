#pragma once

#include "ui/search/PageSearch.h"

#include "content/page/Outline.h"

#include <QListView>

#include <optional>

namespace vitrine {

class EntryListModel;
class RowDelegate;
class Selection;

/// Where a dragged entry would go: before entry `at` of `section`.
struct DropPlace
{
    int section = -1;
    int at = 0;
};

/// The list of entries. Follows and sets the Selection; drags move entries within their groups and sections.
class EntryListView : public QListView
{
    Q_OBJECT

public:
    EntryListView(Selection *selection, EntryListModel *model, QWidget *parent = nullptr);

    RowDelegate *rowDelegate() const { return m_delegate; }
    /// The height that shows all rows, and that of the first `rows` of them.
    int naturalHeight(int rows = -1) const;
    /// Selects the rows of the entries that are current and scrolls there when they are out of sight.
    void showSelection();
    /// Makes this row current whatever is selected in the page.
    void showRow(int row);
    void scrollToGroup(int section);

    static QString entryMimeType();

Q_SIGNALS:
    /// Enter, F2 or a double click: the keyboard belongs into the form.
    void formWanted();
    void outlineWanted();
    /// A row of what a search found became current.
    void hitChosen(const vitrine::SearchHit &hit);
    void moveWanted(vitrine::EntryRef entry, int section, int at);
    /// Why the place under the pointer cannot take what is dragged; empty when it can.
    void dropRefused(const QString &why);

protected:
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    struct Line
    {
        DropPlace place;
        int y = 0;
    };
    std::optional<Line> lineAt(const QPoint &position) const;
    void setLine(std::optional<Line> line);
    void stepEntry(int by);

    Selection *m_selection;
    EntryListModel *m_model;
    RowDelegate *m_delegate;
    std::optional<Line> m_line;
    bool m_following = false; ///< the selection is being shown, not made
};

} // namespace vitrine
