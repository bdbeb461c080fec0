#pragma once

#include <QLabel>

namespace vitrine {

/// Shows a label in the muted colour, also after a change of palette.
void makeMuted(QLabel *label);

/// A label of one line that is cut with "…" where there is no room; the whole text is its tool tip then.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// One of our icons as a label.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Text, Muted, Accent, Error, ToCheck };

    IconLabel(const QString &iconName, double units, Tone tone, QWidget *parent = nullptr);
    void setIconName(const QString &name);
    void setTone(Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    double m_units;
    Tone m_tone;
};

} // namespace vitrine
