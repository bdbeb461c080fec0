#pragma once

#include <QObject>

namespace vitrine {

class Actions;
class EntryCommands;
class FileCommands;
class Selection;
class StatusLine;
class ToolBar;
struct TwinPlace;
class WorkArea;

/// Connects the actions of menus, bars and views that concern entries and sections with what they do, fills the menus
/// that list sections, and keeps enabled what makes sense.
class EntryActions : public QObject
{
    Q_OBJECT

public:
    /// The parts of the window that these actions touch; none is owned.
    struct Parts
    {
        Actions &actions;
        Selection *selection;
        FileCommands *files;
        ToolBar *tools;
        WorkArea *work;
        StatusLine *status;
    };

    EntryActions(const Parts &parts, EntryCommands *commands, QObject *parent = nullptr);

    /// Enables and names the actions for what is selected.
    void refresh();
    /// Undo and redo only: whether there is something, and what it is called.
    void refreshUndo();

private:
    void connectEntries();
    void connectList();
    void connectSections();
    void connectOutline();
    void openTwin(const TwinPlace &twin);
    void addNumberKeys(QWidget *window);
    void fillAddMenu();
    void fillMoveMenu();
    void askForSection(bool below);
    void rename(int section);
    void refreshEntries();
    void refreshSections();

    Parts m_parts;
    EntryCommands *m_commands;
};

} // namespace vitrine
