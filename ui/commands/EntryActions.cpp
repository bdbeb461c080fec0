#include "ui/commands/EntryActions.h"

#include "content/news/PaperNews.h"
#include "ui/Selection.h"
#include "ui/WorkArea.h"
#include "ui/bars/StatusLine.h"
#include "ui/bars/ToolBar.h"
#include "ui/commands/Actions.h"
#include "ui/commands/EntryCommands.h"
#include "ui/entries/EntryListView.h"
#include "ui/entries/FormsView.h"
#include "ui/entries/RowText.h"
#include "ui/entries/TwinLine.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Icons.h"
#include "ui/outline/OutlineModel.h"
#include "ui/outline/OutlinePane.h"
#include "ui/outline/OutlineView.h"

#include <QDesktopServices>
#include <QMenu>
#include <QShortcut>
#include <QUndoStack>
#include <QUrl>

namespace vitrine {

namespace {

constexpr int numberedSections = 6; ///< Ctrl+1 to Ctrl+6

/// A title as the text of a menu, where & marks a key.
QString menuText(QString title)
{
    return title.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

EntryActions::EntryActions(const Parts &parts, EntryCommands *commands, QObject *parent)
    : QObject(parent), m_parts(parts), m_commands(commands)
{
    connectEntries();
    connectList();
    connectSections();
    connectOutline();
    addNumberKeys(parts.work->window());
    connect(parts.tools->addMenu(), &QMenu::aboutToShow, this, &EntryActions::fillAddMenu);
    connect(parts.actions.menu(MenuName::MoveTo), &QMenu::aboutToShow, this, &EntryActions::fillMoveMenu);
}

void EntryActions::connectEntries()
{
    const auto on = [this](Command command, auto act) {
        connect(m_parts.actions[command], &QAction::triggered, this, act);
    };
    FormsView *forms = m_parts.work->forms();
    on(Command::Undo, [this] { m_parts.files->page()->undoStack()->undo(); });
    on(Command::Redo, [this] { m_parts.files->page()->undoStack()->redo(); });
    on(Command::AddEntry, [this, forms] {
        m_parts.work->show(WorkArea::Middle::Forms);
        forms->addEntry();
    });
    connect(forms, &FormsView::draftMoved, this, &EntryActions::refresh);
    on(Command::AddToSection, [this] { m_parts.tools->openAddMenu(); });
    on(Command::NextEntry, [forms] { forms->stepEntry(1); });
    on(Command::PreviousEntry, [forms] { forms->stepEntry(-1); });
    on(Command::MoveUp, [this] { m_commands->moveCurrent(-1); });
    on(Command::MoveDown, [this] { m_commands->moveCurrent(1); });
    on(Command::Duplicate, [this] { m_commands->duplicate(); });
    on(Command::Hide, [this] { m_commands->hideOrShow(); });
    on(Command::Remove, [this] { m_commands->remove(); });
    on(Command::FormOrMarkdown, [forms] { forms->setMarkdown(!forms->isMarkdown()); });
}

void EntryActions::connectList()
{
    EntryListView *list = m_parts.work->forms()->list();
    connect(list, &EntryListView::moveWanted, m_commands, &EntryCommands::moveEntry);
    connect(list, &EntryListView::dropRefused, m_parts.status, &StatusLine::hint);
    connect(m_commands, &EntryCommands::said, m_parts.status, &StatusLine::say);
    TwinLine *twins = m_parts.work->forms()->twins();
    connect(twins, &TwinLine::twinWanted, this, &EntryActions::openTwin);
    connect(twins, &TwinLine::refreshed, m_parts.status, [this, twins] {
        m_parts.status->setTwinsAlone(twins->aloneCount());
    });
    connect(m_parts.status, &StatusLine::undoWanted, m_parts.actions[Command::Undo], &QAction::trigger);
}

void EntryActions::connectSections()
{
    const auto on = [this](Command command, auto act) {
        connect(m_parts.actions[command], &QAction::triggered, this, [this, act] {
            if (const auto section = m_parts.work->outline()->view()->chosenSection())
                act(*section);
        });
    };
    connect(m_parts.actions[Command::AddSection], &QAction::triggered, this, [this] { askForSection(false); });
    on(Command::AddSubSection, [this](int) { askForSection(true); });
    on(Command::RenameSection, [this](int section) { rename(section); });
    on(Command::HideSection, [this](int section) { m_commands->hideOrShowSection(section); });
    on(Command::MoveSectionUp, [this](int section) { m_commands->moveSectionBy(section, -1); });
    on(Command::MoveSectionDown, [this](int section) { m_commands->moveSectionBy(section, 1); });
    on(Command::SortSection, [this](int section) { m_commands->sortByDate(section); });
    on(Command::RemoveSection, [this](int section) { m_commands->removeSection(section); });
}

void EntryActions::connectOutline()
{
    OutlinePane *pane = m_parts.work->outline();
    OutlineView *view = pane->view();
    connect(pane, &OutlinePane::addSectionWanted, this, [this] { askForSection(false); });
    connect(pane->model(), &OutlineModel::renameWanted, m_commands, &EntryCommands::renameSection);
    connect(view, &OutlineView::sectionChosen, this, [this](int section) {
        if (m_parts.work->shown() != WorkArea::Middle::Source)
            m_parts.work->show(WorkArea::Middle::Forms);
        m_parts.work->forms()->openSection(section);
    });
    connect(
        view, &OutlineView::pageSettingsChosen, this, [this] { m_parts.work->show(WorkArea::Middle::PageSettings); });
    connect(view, &OutlineView::siteProfileChosen, this, [this] { m_parts.work->show(WorkArea::Middle::SiteProfile); });
    connect(view, &OutlineView::collectionOpened, this, [this](const QString &path) {
        const bool opened = QDesktopServices::openUrl(QUrl::fromLocalFile(path));
        m_parts.status->say(
            opened ? tr("%1 is opened in the system’s editor; forms for it come later").arg(path)
                   : tr("No program is set up to open %1").arg(path),
            false);
    });
    connect(view, &OutlineView::listWanted, this, [this] {
        FormsView *forms = m_parts.work->forms();
        if (forms->list()->isVisible())
            forms->list()->setFocus(Qt::OtherFocusReason);
        else
            forms->focusForm();
    });
    connect(view, &OutlineView::moveEntryWanted, this, [this](EntryRef entry, int section) {
        m_parts.selection->selectEntry(entry);
        m_commands->moveEntriesTo(section);
    });
    connect(view, &OutlineView::moveSectionWanted, m_commands, &EntryCommands::moveSection);
    connect(view, &OutlineView::dropRefused, m_parts.status, &StatusLine::hint);
}

void EntryActions::openTwin(const TwinPlace &twin)
{
    if (!twin.path.isEmpty() && !m_parts.files->open(twin.path))
        return;
    const std::vector<Section> &sections = m_parts.files->page()->page()->outline().sections;
    const EntryRef place = twin.place;
    // The other file may have changed since.
    if (place.section >= static_cast<int>(sections.size()))
        return;
    const bool there =
        place.entry >= 0 && place.entry < static_cast<int>(sections[static_cast<size_t>(place.section)].entries.size());
    if (there)
        m_parts.selection->selectEntry(place);
    else
        m_parts.work->forms()->openSection(place.section);
}

void EntryActions::addNumberKeys(QWidget *window)
{
    for (int number = 0; number < numberedSections; ++number) {
        auto *key = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number)), window);
        connect(key, &QShortcut::activated, this, [this, number] {
            const std::vector<int> sections = m_parts.work->outline()->model()->visibleSections();
            if (!m_parts.files->page() || number >= static_cast<int>(sections.size()))
                return;
            FormsView *forms = m_parts.work->forms();
            const int section = sections[static_cast<size_t>(number)];
            m_parts.work->show(WorkArea::Middle::Forms);
            m_parts.work->outline()->view()->choose(section);
            forms->openSection(section);
            if (forms->list()->isVisible())
                forms->list()->setFocus(Qt::ShortcutFocusReason);
            else
                forms->focusForm();
        });
    }
}

void EntryActions::fillAddMenu()
{
    QMenu *menu = m_parts.tools->addMenu();
    menu->clear();
    const Page &page = *m_parts.files->page()->page();
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        const Section &section = page.section(s);
        if (section.hidden || section.kind == Kind::About || (section.entries.empty() && section.level == 0))
            continue;
        const QString indent = section.parent >= 0 ? QStringLiteral("    ") : QString();
        menu->addAction(icon(iconName(section.kind)), indent + menuText(titleOf(section)), this, [this, s] {
            m_parts.work->show(WorkArea::Middle::Forms);
            m_parts.work->forms()->addEntryTo(s);
        });
    }
    menu->addSeparator();
    menu->addAction(m_parts.actions[Command::AddPapers]);
    menu->addAction(m_parts.actions[Command::AddSection]);
}

void EntryActions::fillMoveMenu()
{
    QMenu *menu = m_parts.actions.menu(MenuName::MoveTo);
    menu->clear();
    FormsView *forms = m_parts.work->forms();
    for (const DraftPlace &place : forms->placesOfDraft()) {
        QAction *to = menu->addAction(menuText(place.name));
        to->setCheckable(true);
        to->setChecked(place.place == forms->placeOfDraft());
        connect(to, &QAction::triggered, forms, [forms, place] { forms->moveDraft(place); });
    }
    if (forms->isDrafting())
        return;
    const std::optional<int> current = m_parts.selection->section();
    if (!current)
        return;
    const Page &page = *m_parts.files->page()->page();
    for (int s = 0; s < static_cast<int>(page.outline().sections.size()); ++s) {
        const Section &section = page.section(s);
        if (section.kind != page.section(*current).kind || section.level == 0)
            continue;
        QAction *to = menu->addAction(menuText(titleOf(section)));
        to->setCheckable(true);
        to->setChecked(s == *current);
        connect(to, &QAction::triggered, this, [this, s] { m_commands->moveEntriesTo(s); });
    }
}

void EntryActions::askForSection(bool below)
{
    const QString title =
        m_parts.files->dialogs().ask(below ? tr("Add sub-section") : tr("Add section"), tr("Title"), QString());
    if (!title.isEmpty())
        m_commands->addSection(title, below ? m_parts.work->outline()->view()->chosenSection() : std::nullopt);
}

void EntryActions::rename(int section)
{
    const QString old = titleOf(m_parts.files->page()->page()->section(section));
    const QString title = m_parts.files->dialogs().ask(tr("Rename section"), tr("Title"), old);
    if (!title.isEmpty() && title != old)
        m_commands->renameSection(section, title);
}

void EntryActions::refresh()
{
    if (!m_parts.files->page())
        return;
    refreshUndo();
    refreshEntries();
    refreshSections();
}

void EntryActions::refreshUndo()
{
    const QUndoStack *undo = m_parts.files->page()->undoStack();
    QAction *undoAction = m_parts.actions[Command::Undo];
    QAction *redoAction = m_parts.actions[Command::Redo];
    undoAction->setEnabled(undo->canUndo());
    redoAction->setEnabled(undo->canRedo());
    undoAction->setText(undo->canUndo() ? tr("&Undo %1").arg(undo->undoText()) : tr("&Undo"));
    redoAction->setText(undo->canRedo() ? tr("&Redo %1").arg(undo->redoText()) : tr("&Redo"));
    undoAction->setIconText(tr("Undo"));
    redoAction->setIconText(tr("Redo"));
}

void EntryActions::refreshEntries()
{
    const Actions &actions = m_parts.actions;
    const bool some = !m_parts.selection->entries().isEmpty();
    const bool one = m_parts.selection->entry().has_value();
    for (const Command command : {Command::Hide, Command::Remove})
        actions[command]->setEnabled(some);
    for (const Command command :
         {Command::MoveUp, Command::MoveDown, Command::Duplicate, Command::FormOrMarkdown, Command::EarlierStates})
        actions[command]->setEnabled(one);
    const OpenPage *open = m_parts.files->page();
    actions[Command::TellNews]->setEnabled(one && canTellNewsAbout(*open->page(), *m_parts.selection->entry()));
    actions.menu(MenuName::MoveTo)->setEnabled(some || m_parts.work->forms()->isDrafting());
    const bool hidden = m_commands->currentIsHidden();
    actions[Command::Hide]->setText(hidden ? tr("S&how entry") : tr("&Hide entry"));
    actions[Command::Hide]->setIcon(icon(hidden ? QStringLiteral("shown") : QStringLiteral("hidden")));
}

void EntryActions::refreshSections()
{
    const Actions &actions = m_parts.actions;
    const std::optional<int> section = m_parts.work->outline()->view()->chosenSection();
    const Page &page = *m_parts.files->page()->page();
    const bool titled = section && page.section(*section).level > 0;
    for (const Command command :
         {Command::AddSubSection, Command::RenameSection, Command::HideSection, Command::MoveSectionUp,
          Command::MoveSectionDown, Command::RemoveSection})
        actions[command]->setEnabled(titled);
    actions[Command::SortSection]->setEnabled(section && m_commands->canSort(*section));
    const bool hidden = titled && page.section(*section).hidden;
    actions[Command::HideSection]->setText(hidden ? tr("S&how section") : tr("&Hide section"));
    actions[Command::AddEntry]->setEnabled(m_parts.selection->section().has_value());
}

} // namespace vitrine
