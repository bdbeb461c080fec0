#pragma once

#include <QLabel>

namespace vitrine {

/// Words in the muted tone, small unless told otherwise: hints, counts, labels.
class QuietLabel : public QLabel
{
    Q_OBJECT

public:
    explicit QuietLabel(QWidget *parent = nullptr);
    /// As large as the text of fields: for their labels.
    void setBodySize();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyLook();

    bool m_small = true;
};

} // namespace vitrine
