#pragma once

#include "ui/WidthRules.h"

#include <QObject>

namespace vitrine {

class Actions;
class StatusLine;
class ToolBar;
class WorkArea;

/// Connects the actions of the View menu and the tool bar's switch with the panes of the window, and keeps them in
/// step.
class ViewActions : public QObject
{
    Q_OBJECT

public:
    /// The parts of the window that these actions touch; none is owned.
    struct Parts
    {
        Actions &actions;
        ToolBar *tools;
        WorkArea *work;
        StatusLine *status;
    };

    explicit ViewActions(const Parts &parts, QObject *parent = nullptr);

    /// What saving will do, in place of the panes, with the keyboard there.
    void showChanges();

private:
    void connectSwitch();
    void connectPanes();
    void connectPreview();
    void takeShape(WindowShape shape);
    void toggleSource();

    Parts m_parts;
};

} // namespace vitrine
