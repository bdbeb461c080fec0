#include "ui/MainWindow.h"

#include "app/settings/Settings.h"
#include "ui/Selection.h"
#include "ui/WorkArea.h"
#include "ui/bars/MessageBar.h"
#include "ui/bars/StatusLine.h"
#include "ui/bars/ToolBar.h"
#include "ui/commands/Actions.h"
#include "ui/commands/EntryCommands.h"
#include "ui/entries/EntryListView.h"
#include "ui/entries/FormsView.h"
#include "ui/entries/RowText.h"
#include "ui/files/ExportCommands.h"
#include "ui/files/FileCommands.h"
#include "ui/forms/EntryForm.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Palettes.h"
#include "ui/look/Tones.h"
#include "ui/outline/OutlineModel.h"
#include "ui/outline/OutlinePane.h"
#include "ui/outline/OutlineView.h"
#include "ui/preview/PreviewPane.h"
#include "ui/search/SearchPilot.h"
#include "ui/source/SourceView.h"
#include "ui/start/FirstStart.h"

#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPainter>
#include <QShortcut>
#include <QStackedLayout>
#include <QUndoStack>
#include <QUrl>
#include <QVBoxLayout>

namespace vitrine {

namespace {

constexpr int numberedSections = 6; ///< Ctrl+1 to Ctrl+6

/// The frame around the window while something that can be opened is dragged over it.
class DropFrame : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintFocusRing(painter, rect(), 0, Tones(palette()).accent());
    }
};

} // namespace

MainWindow::MainWindow(Settings *settings, bool previewAvailable, QWidget *parent)
    : QMainWindow(parent), m_settings(settings), m_selection(new Selection(this)), m_actions(new Actions(this))
{
    setObjectName(QStringLiteral("MainWindow"));
    setAccessibleName(tr("Vitrine"));
    setAcceptDrops(true);
    setWindowIcon(programIcon());
    m_actions->buildMenus(menuBar());
    m_tools = new ToolBar(*m_actions, this);
    m_messages = new MessageBar(this);
    m_work = new WorkArea(m_selection, *m_actions, previewAvailable, this);
    m_first = new FirstStart(this);
    m_status = new StatusLine(m_selection, this);
    m_files = new FileCommands(m_selection, m_messages, FileDialogs::native(this), this);
    m_exports = new ExportCommands(m_files, m_work->preview(), m_messages, this);
    m_entries = new EntryCommands(m_selection, this);
    m_search = new SearchPilot(m_selection, m_tools, m_work->forms(), this);
    buildLayout();
    connectFiles();
    connectEntries();
    connectSections();
    connectViews();
    connectPage();
    connectSettings();
    if (!previewAvailable) {
        m_messages->tell(
            {"preview", Message::Weight::Note, tr("The preview is off: it cannot run safely as root."),
             tr("Start Vitrine as a normal user to see it.")});
    }
    showPage();
}

MainWindow::~MainWindow()
{
    // Children end in an order of their own; the page goes before whoever listens to it.
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
    column->addWidget(stack, 1);
    column->addWidget(m_status);
    setCentralWidget(whole);
    m_dropFrame = new DropFrame(this);
    m_dropFrame->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_dropFrame->hide();
}

void MainWindow::connectFiles()
{
    const auto on = [this](Command command, auto act) {
        connect((*m_actions)[command], &QAction::triggered, this, act);
    };
    on(Command::Open, [this] { m_files->openByDialog(); });
    on(Command::OpenFolder, [this] { m_files->openFolderByDialog(); });
    on(Command::OpenSample, [this] { m_files->openSample(); });
    on(Command::PasteMarkdown, [this] { m_files->openFromClipboard(); });
    on(Command::NewPage, [this] {
        if (m_files->close())
            m_first->showStarters();
    });
    on(Command::Save, [this] { m_files->save(); });
    on(Command::SaveAs, [this] { m_files->saveAs(); });
    on(Command::Revert, [this] { m_files->revert(); });
    on(Command::Close, [this] { m_files->close(); });
    on(Command::Quit, [this] { close(); });
    on(Command::ExportAgain, [this] { m_exports->again(); });
    on(Command::ExportMarkdown, [this] { m_exports->run(ExportCommands::Kind::Markdown); });
    on(Command::ExportClipboard, [this] { m_exports->run(ExportCommands::Kind::Clipboard); });
    on(Command::ExportHtml, [this] { m_exports->run(ExportCommands::Kind::Html); });
    on(Command::ExportPdf, [this] { m_exports->run(ExportCommands::Kind::Pdf); });
    connect(m_first, &FirstStart::openWanted, m_files, &FileCommands::openByDialog);
    connect(m_first, &FirstStart::openFolderWanted, m_files, &FileCommands::openFolderByDialog);
    connect(m_first, &FirstStart::sampleWanted, m_files, &FileCommands::openSample);
    connect(m_first, &FirstStart::pasteWanted, m_files, &FileCommands::openFromClipboard);
    connect(m_first, &FirstStart::recentWanted, m_files, &FileCommands::open);
    connect(m_first, &FirstStart::starterWanted, this, [this](const QString &file) {
        QFile starter(file);
        if (starter.open(QIODevice::ReadOnly))
            m_files->openNew(starter.readAll(), QStringLiteral("about.md"));
    });
    connect(m_files, &FileCommands::pageTaken, this, &MainWindow::showPage);
    connect(m_exports, &ExportCommands::said, m_status, &StatusLine::say);
}

void MainWindow::connectEntries()
{
    const auto on = [this](Command command, auto act) {
        connect((*m_actions)[command], &QAction::triggered, this, act);
    };
    FormsView *forms = m_work->forms();
    on(Command::Undo, [this] { m_files->page()->undoStack()->undo(); });
    on(Command::Redo, [this] { m_files->page()->undoStack()->redo(); });
    on(Command::AddEntry, [this, forms] {
        showView(ToolBar::Forms);
        forms->addEntry();
    });
    on(Command::AddToSection, [this] { m_tools->openAddMenu(); });
    on(Command::NextEntry, [forms] { forms->stepEntry(1); });
    on(Command::PreviousEntry, [forms] { forms->stepEntry(-1); });
    on(Command::MoveUp, [this] { m_entries->moveCurrent(-1); });
    on(Command::MoveDown, [this] { m_entries->moveCurrent(1); });
    on(Command::Duplicate, [this] { m_entries->duplicate(); });
    on(Command::Hide, [this] { m_entries->hideOrShow(); });
    on(Command::Remove, [this] { m_entries->remove(); });
    on(Command::FormOrMarkdown, [forms] { forms->setMarkdown(!forms->isMarkdown()); });
    on(Command::Find, [this] {
        showView(ToolBar::Forms);
        m_search->begin();
    });
    on(Command::FindNext, [this] { m_search->step(1); });
    on(Command::FindPrevious, [this] { m_search->step(-1); });
    connect(m_search, &SearchPilot::hitWanted, this, [this](const SearchHit &hit) {
        m_selection->selectEntry(hit.entry);
        m_work->forms()->form()->focusPlace(hit.range.begin);
    });
    connect(forms->list(), &EntryListView::moveWanted, m_entries, &EntryCommands::moveEntry);
    connect(forms->list(), &EntryListView::dropRefused, m_status, &StatusLine::hint);
    connect(forms->form(), &EntryForm::refusedCountChanged, m_status, &StatusLine::setRefused);
    connect(m_entries, &EntryCommands::said, m_status, &StatusLine::say);
    connect(m_entries, &EntryCommands::refused, this, [this](const Error &error) {
        m_messages->tell(Message::of("refused", Message::Weight::ToCheck, error.sentence));
    });
    connect(m_entries, &EntryCommands::hidOnce, this, [this] {
        m_messages->tell(
            {"hidden", Message::Weight::Note, tr("Hidden is not private."),
             tr("Anyone can still read it in the page’s source. Remove it to be sure.")});
    });
    connect(m_status, &StatusLine::undoWanted, (*m_actions)[Command::Undo], &QAction::trigger);
    connect(m_tools->addMenu(), &QMenu::aboutToShow, this, &MainWindow::fillAddMenu);
    connect(m_actions->menu(MenuName::MoveTo), &QMenu::aboutToShow, this, &MainWindow::fillMoveMenu);
}

void MainWindow::connectSections()
{
    const auto on = [this](Command command, auto act) {
        connect((*m_actions)[command], &QAction::triggered, this, [this, act] {
            if (m_selection->section())
                act(*m_selection->section());
        });
    };
    OutlinePane *outline = m_work->outline();
    connect((*m_actions)[Command::AddSection], &QAction::triggered, this, [this] { askForSection(false); });
    connect(outline, &OutlinePane::addSectionWanted, this, [this] { askForSection(false); });
    on(Command::AddSubSection, [this](int) { askForSection(true); });
    on(Command::RenameSection, [this](int section) {
        const QString old = titleOf(m_files->page()->page()->section(section));
        const QString title = m_files->dialogs().ask(tr("Rename section"), tr("Title"), old);
        if (!title.isEmpty() && title != old)
            m_entries->renameSection(section, title);
    });
    on(Command::HideSection, [this](int section) { m_entries->hideOrShowSection(section); });
    on(Command::MoveSectionUp, [this](int section) { m_entries->moveSectionBy(section, -1); });
    on(Command::MoveSectionDown, [this](int section) { m_entries->moveSectionBy(section, 1); });
    on(Command::RemoveSection, [this](int section) { m_entries->removeSection(section); });
    connect(outline->model(), &OutlineModel::renameWanted, m_entries, &EntryCommands::renameSection);
    OutlineView *view = outline->view();
    connect(view, &OutlineView::sectionChosen, this, [this](int section) {
        if (m_work->shown() != WorkArea::Middle::Source)
            showView(ToolBar::Forms);
        m_work->forms()->openSection(section);
    });
    connect(view, &OutlineView::pageSettingsChosen, this, [this] { m_work->show(WorkArea::Middle::PageSettings); });
    connect(view, &OutlineView::collectionOpened, this, [](const QString &path) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    });
    connect(view, &OutlineView::listWanted, this, [this] {
        QWidget *list = m_work->forms()->list();
        if (list->isVisible())
            list->setFocus(Qt::OtherFocusReason);
        else
            m_work->forms()->focusForm();
    });
    connect(view, &OutlineView::moveEntryWanted, this, [this](EntryRef entry, int section) {
        m_selection->selectEntry(entry);
        m_entries->moveEntriesTo(section);
    });
    connect(view, &OutlineView::moveSectionWanted, m_entries, &EntryCommands::moveSection);
    connect(view, &OutlineView::dropRefused, m_status, &StatusLine::hint);
    for (int number = 0; number < numberedSections; ++number) {
        auto *key = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number)), this);
        connect(key, &QShortcut::activated, this, [this, number] {
            const std::vector<int> sections = m_work->outline()->model()->visibleSections();
            if (number >= static_cast<int>(sections.size()))
                return;
            showView(ToolBar::Forms);
            m_work->forms()->openSection(sections[static_cast<size_t>(number)]);
            m_work->forms()->list()->setFocus(Qt::ShortcutFocusReason);
        });
    }
}

void MainWindow::connectViews()
{
    const auto on = [this](Command command, auto act) {
        connect((*m_actions)[command], &QAction::triggered, this, act);
    };
    PreviewPane *preview = m_work->preview();
    connect(m_tools, &ToolBar::viewChosen, this, &MainWindow::showView);
    on(Command::ViewForms, [this] { showView(ToolBar::Forms); });
    on(Command::ViewSource, [this] {
        const bool inSource = m_work->shown() == WorkArea::Middle::Source;
        showView(inSource ? ToolBar::Forms : ToolBar::Source);
        if (!inSource)
            m_work->source()->setFocus(Qt::ShortcutFocusReason);
    });
    on(Command::ShowOutline, [this](bool shown) { m_work->setOutlineWanted(shown); });
    on(Command::ShowPreview, [this](bool shown) { m_work->setPreviewWanted(shown); });
    on(Command::ReloadPreview, [preview] { preview->reload(); });
    on(Command::ZoomIn, [preview] { preview->zoomText(1); });
    on(Command::ZoomOut, [preview] { preview->zoomText(-1); });
    on(Command::ZoomReset, [preview] { preview->zoomText(0); });
    on(Command::NextPane, [this] { m_work->stepPane(1); });
    on(Command::PreviousPane, [this] { m_work->stepPane(-1); });
    on(Command::FullScreen, [this](bool full) { full ? showFullScreen() : showNormal(); });
    (*m_actions)[Command::ShowOutline]->setChecked(true);
    (*m_actions)[Command::ShowPreview]->setChecked(true);
    connect(m_work, &WorkArea::shapeChanged, this, [this](WindowShape shape) {
        m_tools->setIconsOnly(shape == WindowShape::Folded || shape == WindowShape::Single);
        m_tools->views()->setPartVisible(ToolBar::Preview, shape == WindowShape::Single);
        if (shape != WindowShape::Single && m_work->shown() == WorkArea::Middle::Preview)
            showView(ToolBar::Forms);
    });
    connect(preview, &PreviewPane::placeClicked, this, &MainWindow::openPlace);
    connect(preview, &PreviewPane::linkHovered, m_status, &StatusLine::hint);
    connect(preview, &PreviewPane::linkClicked, this, [](const QUrl &address) { QDesktopServices::openUrl(address); });
    connect(preview, &PreviewPane::noteRaised, this, [this](const QString &sentence) {
        m_messages->tell(Message::of("preview", Message::Weight::Note, sentence));
    });
    connect(m_work->forms()->form(), &EntryForm::fieldFocused, preview, &PreviewPane::showField);
}

void MainWindow::connectPage()
{
    connect(m_selection, &Selection::changed, this, &MainWindow::refreshActions);
    connect(m_selection, &Selection::changed, this, [this] {
        m_work->outline()->model()->refresh();
        m_work->outline()->view()->showSelection();
    });
}

void MainWindow::connectSettings()
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
    connect(m_settings, &Settings::recentPagesChanged, this, &MainWindow::fillRecent);
    connect(m_first, &FirstStart::forgetWanted, m_settings, &Settings::forgetRecentPage);
    const auto remember = [this] {
        if (const OpenPage *page = m_files->page(); page && !page->path().isEmpty())
            m_settings->addRecentPage(page->path());
    };
    connect(m_files, &FileCommands::pageTaken, this, remember);
    connect(m_files, &FileCommands::saved, this, remember);
    fillRecent();
    if (!restoreGeometry(m_settings->windowGeometry()))
        resize(metrics::px(360), metrics::px(225));
    m_work->restoreState(m_settings->splitterState(QStringLiteral("PaneSplitter")));
    m_work->forms()->setMarkdown(m_settings->entryTab() == Settings::EntryTab::Markdown);
}

void MainWindow::rememberLayout()
{
    m_settings->setWindowGeometry(saveGeometry());
    m_settings->setSplitterState(QStringLiteral("PaneSplitter"), m_work->saveState());
    m_settings->setEntryTab(m_work->forms()->isMarkdown() ? Settings::EntryTab::Markdown : Settings::EntryTab::Form);
}

void MainWindow::fillRecent()
{
    const QStringList paths = m_settings->recentPages();
    m_first->setRecent(paths);
    QMenu *menu = m_actions->menu(MenuName::Recent);
    menu->clear();
    for (const QString &path : paths) {
        QString words = QDir::toNativeSeparators(path);
        QAction *action = menu->addAction(words.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setEnabled(QFileInfo::exists(path));
        connect(action, &QAction::triggered, this, [this, path] { open(path); });
    }
    menu->setEnabled(!paths.isEmpty());
}

bool MainWindow::open(const QString &path)
{
    return m_files->open(path);
}

void MainWindow::startPreview()
{
    m_work->preview()->start();
}

void MainWindow::showPage()
{
    OpenPage *page = m_files->page();
    m_tools->setVisible(page);
    m_work->setEnabled(page);
    m_first->setVisible(!page);
    m_actions->setPageOpen(page);
    m_work->outline()->model()->refresh();
    m_work->outline()->refreshCard();
    m_tools->search()->clear();
    if (page) {
        connect(page, &OpenPage::changed, this, [this](quint64, std::optional<SourceRange> subject) {
            followChange(subject);
        });
        const auto refresh = [this] {
            showTitle();
            refreshActions();
            m_status->refresh();
            m_work->outline()->model()->refresh();
            m_work->outline()->refreshCard();
        };
        connect(page, &OpenPage::modifiedChanged, this, refresh);
        connect(page, &OpenPage::pathChanged, this, refresh);
        connect(page->undoStack(), &QUndoStack::indexChanged, this, &MainWindow::refreshActions);
        showView(ToolBar::Forms);
        const std::vector<int> sections = m_work->outline()->model()->visibleSections();
        if (!sections.empty())
            m_work->forms()->openSection(sections.front());
        m_work->outline()->view()->setFocus(Qt::OtherFocusReason);
    } else {
        m_first->raise();
        m_first->showWays();
    }
    showTitle();
    refreshActions();
    m_status->refresh();
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

void MainWindow::refreshActions()
{
    OpenPage *page = m_files->page();
    Actions &actions = *m_actions;
    if (!page) {
        actions.setPageOpen(false);
        return;
    }
    const QUndoStack *undo = page->undoStack();
    actions[Command::Save]->setEnabled(page->isModified() || page->path().isEmpty());
    actions[Command::Revert]->setEnabled(page->isModified() && !page->path().isEmpty());
    actions[Command::Undo]->setEnabled(undo->canUndo());
    actions[Command::Redo]->setEnabled(undo->canRedo());
    actions[Command::Undo]->setText(undo->canUndo() ? tr("&Undo %1").arg(undo->undoText()) : tr("&Undo"));
    actions[Command::Redo]->setText(undo->canRedo() ? tr("&Redo %1").arg(undo->redoText()) : tr("&Redo"));

    const bool some = !m_selection->entries().isEmpty();
    const bool one = m_selection->entry().has_value();
    for (const Command command : {Command::Hide, Command::Remove})
        actions[command]->setEnabled(some);
    for (const Command command : {Command::MoveUp, Command::MoveDown, Command::Duplicate, Command::FormOrMarkdown})
        actions[command]->setEnabled(one);
    m_actions->menu(MenuName::MoveTo)->setEnabled(some);
    const bool hidden = m_entries->currentIsHidden();
    actions[Command::Hide]->setText(hidden ? tr("S&how entry") : tr("&Hide entry"));
    actions[Command::Hide]->setIcon(icon(hidden ? QStringLiteral("shown") : QStringLiteral("hidden")));

    const std::optional<int> section = m_selection->section();
    const bool titled = section && page->page()->section(*section).level > 0;
    for (const Command command :
         {Command::AddSubSection, Command::RenameSection, Command::HideSection, Command::MoveSectionUp,
          Command::MoveSectionDown, Command::RemoveSection})
        actions[command]->setEnabled(titled);
    const bool hiddenSection = titled && page->page()->section(*section).hidden;
    actions[Command::HideSection]->setText(hiddenSection ? tr("S&how section") : tr("&Hide section"));
}

void MainWindow::followChange(std::optional<SourceRange> subject)
{
    // After undo and redo, what they were about comes into view.
    if (subject && !m_selection->entry() && !m_work->forms()->isDrafting()) {
        if (const auto entry = m_files->page()->page()->entryAt(*subject))
            m_selection->selectEntry(*entry);
    }
    m_work->outline()->model()->refresh();
    m_status->refresh();
    refreshActions();
}

void MainWindow::fillAddMenu()
{
    QMenu *menu = m_tools->addMenu();
    menu->clear();
    const Page &page = *m_files->page()->page();
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        const Section &section = page.section(s);
        if (section.hidden || section.kind == Kind::About || (section.entries.empty() && section.level == 0))
            continue;
        const QString indent = section.parent >= 0 ? QStringLiteral("    ") : QString();
        QString title = titleOf(section);
        menu->addAction(
            icon(iconName(section.kind)), indent + title.replace(QLatin1Char('&'), QLatin1String("&&")), this,
            [this, s] {
                showView(ToolBar::Forms);
                m_work->forms()->addEntryTo(s);
            });
    }
    menu->addSeparator();
    menu->addAction((*m_actions)[Command::AddSection]);
}

void MainWindow::fillMoveMenu()
{
    QMenu *menu = m_actions->menu(MenuName::MoveTo);
    menu->clear();
    if (!m_selection->section())
        return;
    const Page &page = *m_files->page()->page();
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        const Section &section = page.section(s);
        if (section.kind != page.section(*m_selection->section()).kind || section.level == 0)
            continue;
        QString title = titleOf(section);
        QAction *to = menu->addAction(title.replace(QLatin1Char('&'), QLatin1String("&&")));
        to->setCheckable(true);
        to->setChecked(s == *m_selection->section());
        connect(to, &QAction::triggered, this, [this, s] { m_entries->moveEntriesTo(s); });
    }
}

void MainWindow::showView(int view)
{
    m_tools->views()->setChosen(view);
    switch (view) {
    case ToolBar::Source:
        m_work->show(WorkArea::Middle::Source);
        break;
    case ToolBar::Preview:
        m_work->show(WorkArea::Middle::Preview);
        break;
    default:
        m_work->show(WorkArea::Middle::Forms);
        break;
    }
}

void MainWindow::askForSection(bool below)
{
    const QString title =
        m_files->dialogs().ask(below ? tr("Add sub-section") : tr("Add section"), tr("Title"), QString());
    if (!title.isEmpty())
        m_entries->addSection(title, below ? m_selection->section() : std::nullopt);
}

void MainWindow::openPlace(qsizetype expandedOffset)
{
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
    showView(ToolBar::Forms);
    m_work->forms()->form()->focusPlace(expandedOffset);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool leaves = m_files->mayLeave();
    if (leaves)
        rememberLayout();
    event->setAccepted(leaves);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() != 1 || !urls.front().isLocalFile())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_dropFrame->setGeometry(rect());
    m_dropFrame->raise();
    m_dropFrame->show();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_dropFrame->hide();
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_dropFrame->hide();
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() != 1)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // The other program waits for the drop to end; a question about unsaved changes must not hold it up.
    QMetaObject::invokeMethod(
        this, [this, path = urls.front().toLocalFile()] { open(path); }, Qt::QueuedConnection);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_files && m_files->page())
        m_files->page()->checkDisk();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_work->shown() != WorkArea::Middle::Forms && m_files->page()) {
        showView(ToolBar::Forms);
        return;
    }
    QMainWindow::keyPressEvent(event);
}

} // namespace vitrine
