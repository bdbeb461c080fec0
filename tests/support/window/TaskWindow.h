#pragma once

#include "app/settings/Settings.h"
#include "ui/MainWindow.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace vitrine::test {

/// The window with a page in a site's folder of its own, used as a person uses it: by real events of mouse and
/// keyboard. Every click and every key counts as one; typed text does not.
class TaskWindow
{
public:
    enum class Preview { Off, Real };

    /// Writes the page as about.md beside this `_config.yml`, opens it, and waits until the preview (when real) shows
    /// it.
    explicit TaskWindow(
        const QByteArray &page, Preview preview = Preview::Off,
        const QByteArray &config = "title: Tides\nauthor:\n  name: Ida Falk\n");
    ~TaskWindow();

    MainWindow *window() const { return m_window.get(); }
    QByteArray onDisk(const QString &name = QStringLiteral("about.md")) const;
    QByteArray bytes() const;
    QString path(const QString &name) const { return m_folder.filePath(name); }

    int cost() const { return m_cost; }
    /// From here on it counts.
    void start() { m_cost = 0; }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Tab until the keyboard is in the widget of this name; each Tab counts.
    void tabTo(const char *name);
    /// Types into whatever has the keyboard; costs nothing.
    void type(const QString &text);
    /// Puts the text on the clipboard and pastes it by key.
    void paste(const QString &text);
    /// Clicks the widget of this name.
    void click(const char *name);
    void clickSection(const QString &title);
    void clickRow(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Clicks this word where the preview shows it; `part` of the page's text is what is looked for, the click goes to
    /// its first letter.
    void clickInPreview(const QString &part);
    /// Opens the menu of a button and clicks its line that begins with `words`: two clicks.
    void clickInMenu(const char *button, const QString &words);
    /// Gives the window the keyboard after a menu, as desktops do by themselves.
    void comeBack();
    /// Drags from one place to another; places count in their widgets.
    void drag(QWidget *from, QPoint begin, QWidget *to, QPoint end);
    /// The middle of a row of the entry list, in its viewport.
    QRect rowRect(int row) const;
    QRect sectionRect(const QString &title) const;
    /// What an expression gives in the preview's own world.
    QVariant inPreview(const QString &expression) const;

private:
    void beginAct();

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    int m_cost = 0;
};

} // namespace vitrine::test
