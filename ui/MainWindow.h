#pragma once

#include "content/text/ByteRange.h"
#include "ui/preview/PreviewMode.h"

#include <QMainWindow>

#include <optional>

class QStackedLayout;

namespace vitrine {

class Actions;
class CheckWalker;
class EntryActions;
class EntryCommands;
class ExportCommands;
class FileActions;
class FileCommands;
class FirstStart;
class MessageBar;
class PaperCommands;
class Recovery;
class SearchPilot;
class Selection;
class Settings;
class StatusLine;
class ToolBar;
class UndoPanel;
class ViewActions;
class WorkArea;

/// The window of one page: puts its parts together and lets each hear of what concerns it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `settings` outlive the window.
    explicit MainWindow(Settings *settings, PreviewMode mode = PreviewMode::On, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a page or a site's folder; tells in the window when that fails.
    bool open(const QString &path);
    /// Starts the preview and offers what an earlier run left; to be called once, when the window was painted.
    void begin();

    FileCommands *files() const { return m_files; }
    Selection *selection() const { return m_selection; }
    MessageBar *messages() const { return m_messages; }
    StatusLine *status() const { return m_status; }
    WorkArea *work() const { return m_work; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void buildLayout();
    void connectWindow();
    void connectChanges();
    void connectPreview();
    void connectSearch();
    void connectMessages();
    void connectPage();
    void restoreLayout();
    void rememberLayout();
    void showPage();
    void showTitle();
    void showUnsaved();
    void refresh();
    void searchCommands();
    void openPlace(qsizetype expandedOffset);
    void comeToFront(const QByteArray &activationToken);
    void followChange();
    void showStep(std::optional<SourceRange> subject);

    Settings *m_settings;
    Selection *m_selection;
    Actions *m_actions;
    ToolBar *m_tools = nullptr;
    MessageBar *m_messages = nullptr;
    StatusLine *m_status = nullptr;
    WorkArea *m_work = nullptr;
    UndoPanel *m_steps = nullptr;
    FirstStart *m_first = nullptr;
    QStackedLayout *m_pages = nullptr;
    FileCommands *m_files = nullptr;
    ExportCommands *m_exports = nullptr;
    Recovery *m_recovery = nullptr;
    EntryCommands *m_entries = nullptr;
    FileActions *m_fileActions = nullptr;
    EntryActions *m_entryActions = nullptr;
    ViewActions *m_views = nullptr;
    PaperCommands *m_papers = nullptr;
    SearchPilot *m_search = nullptr;
    CheckWalker *m_checks = nullptr;
};

} // namespace vitrine
