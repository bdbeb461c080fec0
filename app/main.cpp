#include "ui/MainWindow.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    vitrine::MainWindow window;
    window.show();
    return QApplication::exec();
}
