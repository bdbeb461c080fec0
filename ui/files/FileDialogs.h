#pragma once

#include <QString>

#include <functional>

class QPrinter;
class QWidget;

namespace vitrine {

/// What to do with changes that are not saved.
enum class UnsavedAnswer { Save, Discard, Cancel };

/// The questions that file commands ask. A table of functions, so that tests answer in place of the user; an empty path
/// means that nothing was chosen.
struct FileDialogs
{
    std::function<QString()> openPage;
    std::function<QString()> openFolder;
    std::function<QString()> openBibtex;
    /// `suggested` is a whole path, `filter` as QFileDialog has it.
    std::function<QString(const QString &title, const QString &suggested, const QString &filter)> save;
    std::function<UnsavedAnswer(const QString &pageName)> unsaved;
    /// Sets up a printer; false: nothing is to be printed.
    std::function<bool(QPrinter &printer)> print;
    /// One line of text, such as the title of a new section.
    std::function<QString(const QString &title, const QString &label, const QString &value)> ask;

    /// The desktop's own dialogs over `parent`.
    static FileDialogs native(QWidget *parent);
};

} // namespace vitrine
