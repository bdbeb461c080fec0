#pragma once

#include <QStyledItemDelegate>

namespace vitrine {

/// Paints a row of the entry list: gutter with drag sign, dot, or a box where rows can be checked, lines, what stands
/// at the right, group heads.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Low windows show one line even where there are two.
    void setOneLine(bool oneLine) { m_oneLine = oneLine; }
    bool isOneLine() const { return m_oneLine; }
    /// Where the signs before the words of a row stand.
    static QRect gutterOf(const QStyleOptionViewItem &option);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintEntry(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    bool hasSecondLine(const QModelIndex &index) const;

    bool m_oneLine = false;
};

} // namespace vitrine
