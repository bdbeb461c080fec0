#pragma once

#include <QObject>

namespace vitrine {

class Actions;
class ExportCommands;
class FileCommands;
class FirstStart;
class Settings;

/// Connects the actions of the File menu and the first page with what they do, and keeps the pages opened lately.
class FileActions : public QObject
{
    Q_OBJECT

public:
    /// The parts of the window that these actions touch; none is owned.
    struct Parts
    {
        Actions &actions;
        FileCommands *files;
        ExportCommands *exports;
        FirstStart *first;
        Settings *settings;
    };

    explicit FileActions(const Parts &parts, QObject *parent = nullptr);

    /// Enables the actions for the page that is open.
    void refresh();

private:
    void connectFiles();
    void connectExports();
    void connectFirstStart();
    void connectRecent();
    void fillRecent();
    void openStarter(const QString &folder);

    Parts m_parts;
};

} // namespace vitrine
