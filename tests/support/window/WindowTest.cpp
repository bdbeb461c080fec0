#include "tests/support/window/WindowTest.h"

namespace vitrine::test {

namespace {

QWidget *keyboardOf(QWidget *window)
{
    QWidget *focused = window->focusWidget();
    return focused ? focused : window;
}

} // namespace

QWidget *widgetNamed(QWidget *window, const QString &objectName)
{
    if (window->objectName() == objectName)
        return window;
    auto *found = window->findChild<QWidget *>(objectName);
    if (!found)
        qFatal("no widget named %s", qPrintable(objectName));
    return found;
}

void click(QWidget *window, const char *objectName)
{
    QTest::mouseClick(widgetNamed(window, QString::fromLatin1(objectName)), Qt::LeftButton);
}

void type(QWidget *window, const QString &text)
{
    QTest::keyClicks(keyboardOf(window), text);
}

void press(QWidget *window, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(keyboardOf(window), key, modifiers);
}

} // namespace vitrine::test
