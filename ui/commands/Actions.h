#pragma once

#include <QAction>
#include <QObject>

#include <map>

class QMenu;
class QMenuBar;
class QWidget;

namespace vitrine {

/// Every command of the window.
enum class Command {
    NewPage,
    PasteMarkdown,
    Open,
    OpenFolder,
    OpenSample,
    Save,
    SaveAs,
    Revert,
    ExportAgain,
    ExportMarkdown,
    ExportClipboard,
    ExportHtml,
    ExportPdf,
    Print,
    Close,
    Quit,
    Undo,
    Redo,
    History,
    Find,
    FindNext,
    FindPrevious,
    AddSection,
    AddSubSection,
    RenameSection,
    HideSection,
    MoveSectionUp,
    MoveSectionDown,
    SortSection,
    RemoveSection,
    AddEntry,
    AddToSection,
    AddPapers,
    TellNews,
    NextEntry,
    PreviousEntry,
    MoveUp,
    MoveDown,
    Duplicate,
    Hide,
    Remove,
    FormOrMarkdown,
    EarlierStates,
    ViewForms,
    ViewSource,
    ViewChanges,
    ShowOutline,
    ShowPreview,
    ReloadPreview,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    ThemeDesktop,
    ThemeLight,
    ThemeDark,
    FullScreen,
    NextPane,
    PreviousPane,
    NextCheck,
    PreviousCheck,
    CommandSearch,
    Shortcuts,
    CopyDiagnostics,
    About,
};

/// The menus that the window fills by itself, and those that other widgets show too.
enum class MenuName { Recent, Export, Section, Entry, MoveTo, Since };

/// All QActions of the window with their texts, icons and keys, and the menu bar made of them. One table says it all;
/// what they do is connected by whoever does it.
class Actions : public QObject
{
    Q_OBJECT

public:
    /// The actions react in `window`.
    explicit Actions(QWidget *window);

    QAction *operator[](Command command) const { return m_actions.at(command); }
    void buildMenus(QMenuBar *bar);
    QMenu *menu(MenuName name) const { return m_menus.at(name); }
    /// Adds the actions that only react where the list has the keyboard.
    void addListActions(QWidget *list) const;

    /// A page is open or not: enables what needs one.
    void setPageOpen(bool open);

    const std::map<Command, QAction *> &all() const { return m_actions; }

private:
    QMenu *makeMenu(QMenuBar *bar, const QString &title, const QString &name, std::initializer_list<int> content);

    QWidget *m_window;
    std::map<Command, QAction *> m_actions;
    std::map<MenuName, QMenu *> m_menus;
};

} // namespace vitrine
