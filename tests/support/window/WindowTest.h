#pragma once

#include <QApplication>
#include <QString>
#include <QTest>
#include <QWidget>

namespace vitrine::test {

/// The widget of this object name somewhere in `window`; fails the test loudly (qFatal) when there is none.
QWidget *widgetNamed(QWidget *window, const QString &objectName);

template<typename T> T *named(QWidget *window, const char *objectName)
{
    T *found = qobject_cast<T *>(widgetNamed(window, QString::fromLatin1(objectName)));
    Q_ASSERT(found);
    return found;
}

/// Clicks the middle of the widget of this name with the left button.
void click(QWidget *window, const char *objectName);
/// Types text as key presses into whatever has the keyboard of `window`.
void type(QWidget *window, const QString &text);
/// Presses a key where the keyboard is.
void press(QWidget *window, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

} // namespace vitrine::test
