#include "ui/MainWindow.h"

namespace vitrine {

MainWindow::MainWindow(QWidget *parent) : QMainWindow(parent)
{
    setObjectName(QStringLiteral("MainWindow"));
}

} // namespace vitrine
