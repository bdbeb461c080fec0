#pragma once

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace vitrine {

class Selection;

/// What stands in two versions within the selected entry, above its form. Takes no room where there is nothing.
class EntryChoices : public QWidget
{
    Q_OBJECT

public:
    explicit EntryChoices(Selection *selection, QWidget *parent = nullptr);

private:
    void followPage();
    void refresh();

    QPointer<Selection> m_selection;
    QVBoxLayout *m_column;
};

} // namespace vitrine
