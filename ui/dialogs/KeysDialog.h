#pragma once

#include <QDialog>

class QGridLayout;
class QMenu;
class QMenuBar;
class QScrollArea;

namespace vitrine {

/// All keys of the window, by menu, and those of the places where the keyboard can be.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    /// Reads the keys from the menus as they are now.
    KeysDialog(const QMenuBar &menus, QWidget *parent);

private:
    void addGroup(const QString &title);
    void addMenu(const QMenu &menu);
    void addKeys(const QString &keys, const QString &words);
    void fitWidth();

    QScrollArea *m_area;
    QGridLayout *m_rows;
};

} // namespace vitrine
