#include "ui/MainWindow.h"

#include "app/settings/Settings.h"
#include "ui/Selection.h"
#include "ui/WorkArea.h"
#include "ui/bars/MessageBar.h"
#include "ui/bars/StatusLine.h"
#include "ui/bars/ToolBar.h"
#include "ui/changes/ChangesView.h"
#include "ui/commands/Actions.h"
#include "ui/commands/EntryActions.h"
#include "ui/commands/EntryCommands.h"
#include "ui/commands/ViewActions.h"
#include "ui/dialogs/About.h"
#include "ui/dialogs/CommandSearch.h"
#include "ui/dialogs/Diagnostics.h"
#include "ui/dialogs/KeysDialog.h"
#include "ui/dialogs/PagePlaces.h"
#include "ui/entries/FormsView.h"
#include "ui/files/ExportCommands.h"
#include "ui/files/FileActions.h"
#include "ui/files/FileCommands.h"
#include "ui/files/Recovery.h"
#include "ui/files/WindowDrop.h"
#include "ui/forms/EntryForm.h"
#include "ui/history/HistoryCommands.h"
#include "ui/history/UndoPanel.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Palettes.h"
#include "ui/look/ReadingOrder.h"
#include "ui/outline/OutlineModel.h"
#include "ui/outline/OutlinePane.h"
#include "ui/outline/OutlineView.h"
#include "ui/papers/NewsCommands.h"
#include "ui/papers/PaperCommands.h"
#include "ui/preview/PreviewPane.h"
#include "ui/search/CheckWalker.h"
#include "ui/search/SearchPilot.h"
#include "ui/start/FirstStart.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QStackedLayout>
#include <QUndoStack>
#include <QUrl>
#include <QVBoxLayout>

namespace vitrine {

namespace {

QString paneState()
{
    return QStringLiteral("PaneSplitter");
}

} // namespace

MainWindow::MainWindow(Settings *settings, PreviewMode mode, QWidget *parent)
    : QMainWindow(parent), m_settings(settings), m_selection(new Selection(this)), m_actions(new Actions(this))
{
    setObjectName(QStringLiteral("MainWindow"));
    setAccessibleName(tr("Vitrine"));
    setWindowIcon(programIcon());
    m_actions->buildMenus(menuBar());
    m_tools = new ToolBar(*m_actions, this);
    m_messages = new MessageBar(this);
    m_work = new WorkArea(m_selection, *m_actions, m_settings, mode, this);
    m_first = new FirstStart(this);
    m_status = new StatusLine(m_selection, this);
    buildLayout();

    m_files = new FileCommands(m_selection, m_messages, FileDialogs::native(this), m_settings->stateFolder(), this);
    m_exports = new ExportCommands(m_files, m_work->preview(), m_messages, this);
    m_recovery = new Recovery(m_files, m_messages, m_settings->stateFolder(), this);
    m_entries = new EntryCommands(m_selection, this);
    m_search = new SearchPilot(m_selection, m_tools, m_work, this);
    m_checks = new CheckWalker(m_selection, this);
    m_fileActions = new FileActions({*m_actions, m_files, m_exports, m_first, m_settings}, this);
    m_entryActions = new EntryActions({*m_actions, m_selection, m_files, m_tools, m_work, m_status}, m_entries, this);
    m_papers = new PaperCommands({*m_actions, m_selection, m_files, m_work, m_status, m_messages}, this);
    auto *news = new NewsCommands({*m_actions, m_selection, m_work, m_status, m_messages}, this);
    connect(m_papers, &PaperCommands::added, news, &NewsCommands::offerAbout);
    m_views = new ViewActions({*m_actions, m_tools, m_work, m_status}, this);
    new WindowDrop(m_files, m_papers, this);
    connectWindow();
    connectChanges();
    connectPreview();
    connectSearch();
    connectMessages();
    connectPage();
    restoreLayout();
    if (mode == PreviewMode::UnsafeAsRoot) {
        m_messages->tell(
            {"preview-off", Message::Weight::Note, tr("The preview is off: it cannot run safely as root."),
             tr("Start Vitrine as a normal user to see it.")});
    }
    showPage();
}

MainWindow::~MainWindow()
{
    // Children end in an order of their own: the journal goes before the page, the page before whoever shows it.
    delete m_recovery;
    delete m_files;
}

void MainWindow::buildLayout()
{
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_messages);
    // The first page lies over the panes: the web view in them must stand in the layout, visible, before the window
    // is first shown, or its native window would be made twice.
    auto *stack = new QWidget(whole);
    m_pages = new QStackedLayout(stack);
    m_pages->setStackingMode(QStackedLayout::StackAll);
    m_pages->addWidget(m_work);
    m_pages->addWidget(m_first);
    m_steps = new UndoPanel(m_selection, whole);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(stack, 1);
    row->addWidget(m_steps);
    column->addLayout(row, 1);
    column->addWidget(m_status);
    setCentralWidget(whole);
}

void MainWindow::connectWindow()
{
    const auto on = [this](Command command, auto act) {
        connect((*m_actions)[command], &QAction::triggered, this, act);
    };
    on(Command::FullScreen, [this](bool full) { full ? showFullScreen() : showNormal(); });
    on(Command::Quit, [this] { close(); });
    on(Command::CommandSearch, [this] { searchCommands(); });
    on(Command::Shortcuts, [this] {
        auto *keys = new KeysDialog(*menuBar(), this);
        keys->setAttribute(Qt::WA_DeleteOnClose);
        keys->open();
    });
    on(Command::CopyDiagnostics, [this] {
        QGuiApplication::clipboard()->setText(diagnostics(*m_settings, *this));
        m_status->say(tr("Copied: versions and settings, no text of your page"), false);
    });
    on(Command::About, [this] { showAbout(this); });
    connect(m_files, &FileCommands::windowWanted, this, &MainWindow::comeToFront);
}

void MainWindow::connectChanges()
{
    connect(m_files, &FileCommands::changesWanted, m_views, &ViewActions::showChanges);
    connect(m_work->changes(), &ChangesView::refused, m_status, [this](const QString &sentence) {
        m_status->say(sentence, false);
    });
    const auto compare = [this](const Comparison &comparison) {
        m_work->show(WorkArea::Middle::Changes);
        m_work->changes()->compare(comparison);
    };
    connect(m_recovery, &Recovery::comparisonWanted, this, compare);
    auto *history = new HistoryCommands(*m_actions, m_selection, this);
    connect(history, &HistoryCommands::comparisonWanted, this, compare);
    QAction *steps = (*m_actions)[Command::History];
    connect(steps, &QAction::triggered, m_steps, &UndoPanel::setWanted);
    connect(m_steps, &UndoPanel::closed, steps, [steps] { steps->setChecked(false); });
    connect(history, &HistoryCommands::said, m_status, [this](const QString &words) { m_status->say(words, false); });
}

void MainWindow::connectPreview()
{
    PreviewPane *preview = m_work->preview();
    connect(preview, &PreviewPane::placeClicked, this, &MainWindow::openPlace);
    connect(preview, &PreviewPane::linkClicked, this, [](const QUrl &address) { QDesktopServices::openUrl(address); });
    connect(preview, &PreviewPane::noteRaised, this, [this](const QString &sentence) {
        m_messages->tell(Message::of("preview", Message::Weight::Note, sentence));
    });
    connect(m_work->forms()->form(), &EntryForm::fieldFocused, preview, &PreviewPane::showField);
}

void MainWindow::connectSearch()
{
    const auto on = [this](Command command, auto act) {
        connect((*m_actions)[command], &QAction::triggered, this, act);
    };
    on(Command::Find, [this] { m_search->begin(); });
    on(Command::FindNext, [this] { m_search->step(1); });
    on(Command::FindPrevious, [this] { m_search->step(-1); });
    on(Command::NextCheck, [this] { m_checks->step(1); });
    on(Command::PreviousCheck, [this] { m_checks->step(-1); });
    connect(m_status, &StatusLine::checksWanted, m_checks, [this] { m_checks->step(1); });
    connect(m_checks, &CheckWalker::checkWanted, this, [this](qsizetype place, const QString &sentence) {
        if (place >= 0)
            openPlace(place);
        m_status->say(sentence, false);
    });
}

void MainWindow::connectMessages()
{
    connect(m_exports, &ExportCommands::said, m_status, &StatusLine::say);
    connect(m_work->forms()->form(), &EntryForm::refusedCountChanged, m_status, &StatusLine::setRefused);
    connect(m_entries, &EntryCommands::refused, this, [this](const Error &error) {
        m_messages->tell(Message::of("refused", Message::Weight::ToCheck, error.sentence));
    });
    connect(m_entries, &EntryCommands::hidOnce, this, [this] {
        m_messages->tell(
            {"hidden", Message::Weight::Note, tr("Hidden is not private."),
             tr("Anyone can still read it in the page’s source. Remove it to be sure.")});
    });
}

void MainWindow::connectPage()
{
    connect(m_files, &FileCommands::pageTaken, this, &MainWindow::showPage);
    const auto showSelected = [this] {
        // The settings have rows of their own.
        if (m_work->showsEntries())
            m_work->outline()->view()->showSelection();
        m_entryActions->refresh();
    };
    connect(m_work, &WorkArea::shownChanged, this, showSelected);
    connect(m_selection, &Selection::changed, this, [this, showSelected] {
        m_work->outline()->model()->refresh();
        showSelected();
    });
}

void MainWindow::restoreLayout()
{
    static constexpr std::pair<Command, Settings::Look> looks[]{
        {Command::ThemeDesktop, Settings::Look::Desktop},
        {Command::ThemeLight, Settings::Look::Light},
        {Command::ThemeDark, Settings::Look::Dark},
    };
    for (const auto &[command, look] : looks) {
        QAction *action = (*m_actions)[command];
        action->setChecked(m_settings->look() == look);
        connect(action, &QAction::triggered, this, [this, wanted = look] { m_settings->setLook(wanted); });
    }
    connect(m_settings, &Settings::lookChanged, this, [this] { applyLook(m_settings->look()); });
    if (!restoreGeometry(m_settings->windowGeometry()))
        resize(metrics::px(360), metrics::px(225));
    m_work->restoreState(m_settings->splitterState(paneState()));
    m_work->forms()->setSettings(m_settings);
    m_work->forms()->setMarkdown(m_settings->entryTab() == Settings::EntryTab::Markdown);
}

void MainWindow::rememberLayout()
{
    m_settings->setWindowGeometry(saveGeometry());
    m_settings->setSplitterState(paneState(), m_work->saveState());
    m_settings->setEntryTab(m_work->forms()->isMarkdown() ? Settings::EntryTab::Markdown : Settings::EntryTab::Form);
}

void MainWindow::comeToFront(const QByteArray &activationToken)
{
    // Qt's Wayland plug-in takes the token from here.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

bool MainWindow::open(const QString &path)
{
    return m_files->open(path);
}

void MainWindow::begin()
{
    if (!m_files->page())
        m_recovery->offerAny();
    m_work->preview()->start();
}

void MainWindow::showPage()
{
    OpenPage *page = m_files->page();
    m_tools->setVisible(page);
    m_work->setEnabled(page);
    m_first->setVisible(!page);
    m_actions->setPageOpen(page);
    m_tools->search()->clear();
    refresh();
    if (!page) {
        m_first->raise();
        m_first->showWays();
        return;
    }
    connect(page, &OpenPage::changed, this, &MainWindow::followChange);
    connect(page, &OpenPage::stepped, this, &MainWindow::showStep);
    connect(page, &OpenPage::modifiedChanged, this, &MainWindow::refresh);
    connect(page, &OpenPage::pathChanged, this, &MainWindow::refresh);
    // The stack tells before the page does: what is selected is still that of the page before.
    connect(page->undoStack(), &QUndoStack::indexChanged, m_entryActions, &EntryActions::refreshUndo);
    m_work->show(WorkArea::Middle::Forms);
    const std::vector<int> sections = m_work->outline()->model()->visibleSections();
    if (!sections.empty())
        m_work->forms()->openSection(sections.front());
    m_work->focusContent();
}

void MainWindow::refresh()
{
    showTitle();
    m_fileActions->refresh();
    m_entryActions->refresh();
    showUnsaved();
    m_work->outline()->model()->refresh();
    m_work->outline()->refreshCard();
}

void MainWindow::showUnsaved()
{
    m_status->refresh();
    m_tools->setChangeCount(m_files->page() ? m_files->page()->unsaved().changes : 0);
}

void MainWindow::showTitle()
{
    const OpenPage *page = m_files->page();
    if (!page) {
        setWindowTitle(tr("Vitrine"));
        setWindowModified(false);
        setWindowFilePath({});
        return;
    }
    const QString site = page->site().exists() ? page->site().root().section(QLatin1Char('/'), -1) : QString();
    setWindowTitle(
        site.isEmpty() ? tr("[*]%1 — Vitrine").arg(page->name()) : tr("[*]%1 — %2 — Vitrine").arg(page->name(), site));
    setWindowFilePath(page->path());
    setWindowModified(page->isModified());
}

void MainWindow::followChange()
{
    m_work->outline()->model()->refresh();
    showUnsaved();
    m_fileActions->refresh();
    m_entryActions->refresh();
}

/// What undo and redo were about comes into view.
void MainWindow::showStep(std::optional<SourceRange> subject)
{
    using Middle = WorkArea::Middle;
    const Middle shown = m_work->shown();
    if (!subject || m_work->forms()->isDrafting() || (shown != Middle::Forms && shown != Middle::Source))
        return;
    const Page &page = *m_files->page()->page();
    if (const auto entry = page.entryAt(*subject)) {
        if (m_selection->entry() != entry)
            m_selection->selectEntry(*entry);
    } else if (const auto section = page.sectionAt(*subject)) {
        m_work->forms()->openSection(*section);
    }
}

void MainWindow::openPlace(qsizetype expandedOffset)
{
    if (!m_files->page())
        return;
    const Page &page = *m_files->page()->page();
    const auto place = page.expansion().toSource({expandedOffset, expandedOffset});
    if (!place)
        return;
    const auto entry = page.entryAt(*place);
    if (!entry) {
        if (const auto section = page.sectionAt(*place))
            m_work->forms()->openSection(*section);
        return;
    }
    m_work->forms()->closeSearch();
    m_selection->selectEntry(*entry);
    if (m_work->shown() == WorkArea::Middle::Source)
        return;
    m_work->show(WorkArea::Middle::Forms);
    m_work->forms()->form()->focusPlace(expandedOffset);
}

void MainWindow::searchCommands()
{
    std::vector<CommandSearch::Item> items = CommandSearch::commands(*m_actions);
    if (const OpenPage *open = m_files->page()) {
        const auto openSection = [this](int section) {
            m_work->show(WorkArea::Middle::Forms);
            m_work->forms()->openSection(section);
        };
        const auto openEntry = [this](EntryRef entry) {
            m_work->show(WorkArea::Middle::Forms);
            m_selection->selectEntry(entry);
        };
        for (CommandSearch::Item &place : placesOf(*open->page(), openSection, openEntry))
            items.push_back(std::move(place));
    }
    auto *search = new CommandSearch(std::move(items), this);
    search->setAttribute(Qt::WA_DeleteOnClose);
    const QPoint top = mapToGlobal(QPoint((width() - search->width()) / 2, m_tools->geometry().bottom()));
    search->move(top);
    search->show();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool leaves = m_files->mayLeave();
    if (leaves)
        rememberLayout();
    event->setAccepted(leaves);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_files && m_files->page())
        m_files->page()->checkDisk();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_search->isSearching()) {
        m_search->close();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_work->shown() != WorkArea::Middle::Forms && m_files->page()) {
        m_work->show(WorkArea::Middle::Forms);
        return;
    }
    if (event->matches(QKeySequence::Paste) && m_papers->paste())
        return;
    QMainWindow::keyPressEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return stepFocus(this, next);
}

} // namespace vitrine
