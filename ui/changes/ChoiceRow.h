#pragma once

#include "app/session/OpenChoices.h"

#include <QWidget>

namespace vitrine {

/// Two versions of one thing, each with a button that keeps it.
class ChoiceRow : public QWidget
{
    Q_OBJECT

public:
    /// `number` names the row for tests: "Choice0".
    ChoiceRow(int number, const OpenChoice &choice, QWidget *parent = nullptr);

Q_SIGNALS:
    void kept(vitrine::MergeSide side);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace vitrine
