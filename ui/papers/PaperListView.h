#pragma once

#include <QListView>

namespace vitrine {

class PaperListModel;

/// The list of a review: looks and moves like the list of entries; Space or a click on its box checks a paper.
class PaperListView : public QListView
{
    Q_OBJECT

public:
    explicit PaperListView(PaperListModel *model, QWidget *parent = nullptr);

    /// Makes the first row that is no group head current, when none is.
    void showFirst();

Q_SIGNALS:
    /// Another row is current, by its number; -1 when none is.
    void rowChosen(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void step(int by);
};

} // namespace vitrine
