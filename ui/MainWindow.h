#pragma once

#include "ui/WidthRules.h"
#include "ui/search/PageSearch.h"

#include <QMainWindow>

class QStackedLayout;

namespace vitrine {

class Actions;
class EntryCommands;
class ExportCommands;
class FileCommands;
class FirstStart;
class MessageBar;
class Selection;
class Settings;
class SearchPilot;
class StatusLine;
class ToolBar;
class WorkArea;

/// The window of one page: puts its parts together and lets each hear of what concerns it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `settings` outlive the window. `previewAvailable` false: WebEngine cannot run here, the preview is off.
    explicit MainWindow(Settings *settings, bool previewAvailable = true, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a page or a site's folder; tells in the window when that fails.
    bool open(const QString &path);
    /// Starts the preview; to be called once, when the window was painted.
    void startPreview();

    FileCommands *files() const { return m_files; }
    Selection *selection() const { return m_selection; }
    MessageBar *messages() const { return m_messages; }
    StatusLine *status() const { return m_status; }
    WorkArea *work() const { return m_work; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLayout();
    void connectFiles();
    void connectEntries();
    void connectSections();
    void connectViews();
    void connectPage();
    void connectSettings();
    void rememberLayout();
    void showPage();
    void showTitle();
    void refreshActions();
    void fillAddMenu();
    void fillMoveMenu();
    void fillRecent();
    void showView(int view);
    void askForSection(bool below);
    void openPlace(qsizetype expandedOffset);
    void followChange(std::optional<SourceRange> subject);

    Settings *m_settings;
    Selection *m_selection;
    Actions *m_actions;
    ToolBar *m_tools;
    MessageBar *m_messages;
    StatusLine *m_status;
    WorkArea *m_work;
    FirstStart *m_first;
    QStackedLayout *m_pages;
    QWidget *m_dropFrame;
    FileCommands *m_files;
    ExportCommands *m_exports;
    EntryCommands *m_entries;
    SearchPilot *m_search;
};

} // namespace vitrine
