#pragma once

#include "content/text/Value.h"

#include <QWidget>

class QToolButton;

namespace vitrine {

class LineEdit;

/// One link: its label and its address in one line of a framed field.
class LinkRow : public QWidget
{
    Q_OBJECT

public:
    /// `number` counts rows from 1, for names.
    LinkRow(int number, const QStringList &labels, QWidget *parent);

    Link link() const;
    /// Shows a link. Emits nothing.
    void setLink(const Link &link);
    /// Added here and not on the page before it has an address.
    void setFresh(bool fresh) { m_fresh = fresh; }
    bool isWaiting() const;
    LineEdit *labelEdit() const { return m_label; }
    LineEdit *addressEdit() const { return m_address; }

Q_SIGNALS:
    void labelTyped();
    void addressTyped();
    void removeWanted();
    /// By how many rows it should move.
    void moveWanted(int by);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void nameParts();
    void showLabels();

    QStringList m_labels;
    LineEdit *m_label;
    QToolButton *m_open;
    LineEdit *m_address;
    QToolButton *m_remove;
    int m_number;
    bool m_fresh = false;
};

} // namespace vitrine
