#pragma once

#include <QWidget>

class QLabel;

namespace vitrine {

class Actions;

/// Stands in place of the form while several entries are selected: how many, and what can be done with all of them.
class SelectedMany : public QWidget
{
    Q_OBJECT

public:
    explicit SelectedMany(const Actions &actions, QWidget *parent = nullptr);
    void setCount(int count);

private:
    QLabel *m_words;
};

} // namespace vitrine
