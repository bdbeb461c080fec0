#pragma once

#include <QPushButton>
#include <QToolButton>
#include <QWidget>

class QAction;
class QButtonGroup;
class QHBoxLayout;

namespace vitrine {

/// Marks a field as refused: the style paints its border in the error colour.
void setRefused(QWidget *field, bool refused);
bool isRefused(const QWidget *field);

/// Marks a tool button as the next thing to do: accent colour and weight while it is enabled.
void setAccented(QWidget *button, bool accented);
bool isAccented(const QWidget *button);

/// Name for tests and name for people, in one call.
void nameWidget(QWidget *widget, const QString &objectName, const QString &accessibleName);

/// The one filled button of a view ("Add paper").
class FilledButton : public QPushButton
{
    Q_OBJECT

public:
    explicit FilledButton(QWidget *parent = nullptr);
    explicit FilledButton(const QString &iconName, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
};

/// A button that is only its words in the accent colour, with or without icon: adders ("+ Slides"), remedies, links of
/// the status bar.
class QuietButton : public QPushButton
{
    Q_OBJECT

public:
    explicit QuietButton(QWidget *parent = nullptr);
    explicit QuietButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);
    void setIconName(const QString &name);
    /// In the colour of text instead of the accent.
    void setPlain(bool plain);
    /// With little room at its sides: its words stand in line with the fields above it.
    void setTight(bool tight);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    bool m_plain = false;
    bool m_tight = false;
};

/// A small framed button that is on or off ("Me", "Equal", "Present"); on it is tinted, bold and ringed.
class ToggleButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ToggleButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);
    /// Narrow windows: the sign only, the text as tool tip.
    void setSignOnly(bool signOnly);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    bool m_signOnly = false;
};

/// Parts of which one is chosen, in one track: Forms | Source, widths of the preview.
class SegmentedSwitch : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedSwitch(QWidget *parent = nullptr);

    /// Adds a part; without `text` it shows its icon only, with `name` as tool tip and for screen readers.
    QToolButton *addPart(int id, const QString &iconName, const QString &text, const QString &name);
    void setPartVisible(int id, bool visible);
    /// A number beside the words of a part, in a disc; none for 0.
    void setCount(int id, int count);
    /// For parts whose words are their names: shows the signs alone, the words on hovering.
    void setSignsOnly(bool signsOnly);
    /// The chosen part; -1 when none is.
    int chosen() const;
    /// Chooses without emitting.
    void setChosen(int id);

Q_SIGNALS:
    /// The user chose another part.
    void chosenByUser(int id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QHBoxLayout *m_layout;
};

/// A tool button over an action: icon only, or with the text beside it. At least 6.5 units square.
QToolButton *makeToolButton(QAction *action, QWidget *parent, bool withText = false);
/// A tool button with a menu and no action of its own.
QToolButton *makeMenuButton(const QString &iconName, const QString &text, QWidget *parent);

/// A line of one pixel in the hairline colour.
class Hairline : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(Qt::Orientation orientation, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::Orientation m_orientation;
};

/// A bar over the whole width of its pane: fixed height in units, one row, a hairline at one edge. The three heads of
/// the window, the tool bar, the entry bar and the status line are bars.
class Bar : public QWidget
{
    Q_OBJECT

public:
    enum class Line { None, Above, Below };

    explicit Bar(double heightInUnits, Line line, QWidget *parent = nullptr);
    QHBoxLayout *row() const { return m_row; }
    void setHeight(double units);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyHeight();

    double m_height;
    Line m_line;
    QHBoxLayout *m_row;
};

} // namespace vitrine
