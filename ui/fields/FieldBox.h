#pragma once

#include "ui/look/FocusFollower.h"

#include <QWidget>

class QVBoxLayout;

namespace vitrine {

/// The framed ground of a field that is more than a line edit: border, focus ring while anything inside has the
/// keyboard, and below its content a strip for buttons.
class FieldBox : public QWidget
{
    Q_OBJECT

public:
    explicit FieldBox(QWidget *parent = nullptr);

    /// Takes ownership.
    void setContent(QWidget *content);
    void setStrip(QWidget *strip);
    void setRefused(bool refused);
    /// Without ground and border: what lies inside has its own.
    void setPlain(bool plain);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void followFocus(const QWidget *now);
    void measure();

    QVBoxLayout *m_layout;
    QWidget *m_strip = nullptr;
    bool m_plain = false;
    bool m_focused = false;
    bool m_refused = false;
    FocusFollower m_focus;
};

} // namespace vitrine
