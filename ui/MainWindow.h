#pragma once

#include <QMainWindow>

namespace vitrine {

/// The window of one page.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
};

} // namespace vitrine
