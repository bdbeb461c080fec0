#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace vitrine {

/// One chip: what it shows and how.
struct Chip
{
    QString text;
    QString marks; ///< after the text, in the accent
    QString spoken; ///< for screen readers, without its place
    bool own = false; ///< sign, weight and tint of the owner's own name
    bool refused = false;

    friend bool operator==(const Chip &, const Chip &) = default;
};

/// The chips of a field, in the order of the page.
class ChipModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setChips(const QList<Chip> &chips);
    const QList<Chip> &chips() const { return m_chips; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }

private:
    QList<Chip> m_chips;
};

/// Paints chips.
class ChipDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Chips in rows that wrap, as high as they need. They are chosen, dragged, moved with Alt+Left and Alt+Right, and
/// removed with Del; what that means is told by signals, the list itself changes nothing.
class ChipList : public QListView
{
    Q_OBJECT

public:
    explicit ChipList(QWidget *parent = nullptr);

    void setChips(const QList<Chip> &chips);
    const QList<Chip> &chips() const { return m_model->chips(); }
    /// The current chip; -1 for none.
    int current() const;
    void setCurrent(int chip);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentChipChanged(int chip);
    /// The chip should be number `to` afterwards.
    void moveWanted(int from, int to);
    void removeWanted(int chip);
    /// Enter: its text wants to be edited.
    void editWanted(int chip);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    /// Before which chip something dropped at a point would stand.
    int placeAt(const QPoint &point) const;
    void measure();

    ChipModel *m_model;
    int m_dropPlace = -1;
    int m_height = 0;
};

} // namespace vitrine
