#include "ui/commands/Actions.h"

#include "ui/look/Icons.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>

namespace vitrine {

namespace {

constexpr unsigned needsPage = 1; ///< disabled without a page
constexpr unsigned checkable = 2;
constexpr unsigned inList = 4; ///< reacts only where the list has the keyboard

struct ActionRow
{
    Command command;
    const char *name;
    const char *text; ///< context "Actions"
    const char *icon;
    const char *keys; ///< portable, several parted by "; "
    unsigned traits;
};

using C = Command;

// clang-format off
constexpr ActionRow table[] = {
    {C::NewPage, "NewPage", QT_TRANSLATE_NOOP("Actions", "&New page…"), "page", "Ctrl+N", 0},
    {C::PasteMarkdown, "PasteMarkdown", QT_TRANSLATE_NOOP("Actions", "New page from copied &Markdown"), "", "", 0},
    {C::Open, "Open", QT_TRANSLATE_NOOP("Actions", "&Open page…"), "open", "Ctrl+O", 0},
    {C::OpenFolder, "OpenFolder", QT_TRANSLATE_NOOP("Actions", "Open site’s &folder…"), "site", "Ctrl+Shift+O", 0},
    {C::OpenSample, "OpenSample", QT_TRANSLATE_NOOP("Actions", "&Try the sample"), "sample", "", 0},
    {C::Save, "Save", QT_TRANSLATE_NOOP("Actions", "&Save"), "save", "Ctrl+S", needsPage},
    {C::SaveAs, "SaveAs", QT_TRANSLATE_NOOP("Actions", "Save &as…"), "", "Ctrl+Shift+S", needsPage},
    {C::Revert, "Revert", QT_TRANSLATE_NOOP("Actions", "Re&vert to the saved page"), "", "", needsPage},
    {C::ExportAgain, "ExportAgain", QT_TRANSLATE_NOOP("Actions", "&Export"), "export", "Ctrl+Shift+X", needsPage},
    {C::ExportMarkdown, "ExportMarkdown", QT_TRANSLATE_NOOP("Actions", "&Markdown of the page…"), "page", "", needsPage},
    {C::ExportClipboard, "ExportClipboard", QT_TRANSLATE_NOOP("Actions", "Whole page to the &clipboard"), "duplicate", "", needsPage},
    {C::ExportHtml, "ExportHtml", QT_TRANSLATE_NOOP("Actions", "&Web page…"), "site", "", needsPage},
    {C::ExportPdf, "ExportPdf", QT_TRANSLATE_NOOP("Actions", "&PDF…"), "publication", "", needsPage},
    {C::Print, "Print", QT_TRANSLATE_NOOP("Actions", "&Print…"), "", "Ctrl+P", needsPage},
    {C::Close, "Close", QT_TRANSLATE_NOOP("Actions", "&Close page"), "", "Ctrl+W", needsPage},
    {C::Quit, "Quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "", "Ctrl+Q", 0},
    {C::Undo, "Undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "undo", "", needsPage},
    {C::Redo, "Redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "redo", "", needsPage},
    {C::History, "History", QT_TRANSLATE_NOOP("Actions", "&History"), "recent", "Ctrl+Shift+Y", needsPage | checkable},
    {C::Find, "Find", QT_TRANSLATE_NOOP("Actions", "&Find…"), "search", "Ctrl+F", needsPage},
    {C::FindNext, "FindNext", QT_TRANSLATE_NOOP("Actions", "Find &next"), "", "F3", needsPage},
    {C::FindPrevious, "FindPrevious", QT_TRANSLATE_NOOP("Actions", "Find &previous"), "", "Shift+F3", needsPage},
    {C::AddSection, "AddSection", QT_TRANSLATE_NOOP("Actions", "&Add section…"), "add", "", needsPage},
    {C::AddSubSection, "AddSubSection", QT_TRANSLATE_NOOP("Actions", "Add &sub-section…"), "", "", needsPage},
    {C::RenameSection, "RenameSection", QT_TRANSLATE_NOOP("Actions", "Re&name…"), "", "", needsPage},
    {C::HideSection, "HideSection", QT_TRANSLATE_NOOP("Actions", "&Hide section"), "hidden", "", needsPage},
    {C::MoveSectionUp, "MoveSectionUp", QT_TRANSLATE_NOOP("Actions", "Move section &up"), "up", "", needsPage},
    {C::MoveSectionDown, "MoveSectionDown", QT_TRANSLATE_NOOP("Actions", "Move section &down"), "down", "", needsPage},
    {C::SortSection, "SortSection", QT_TRANSLATE_NOOP("Actions", "&Sort by date"), "", "", needsPage},
    {C::RemoveSection, "RemoveSection", QT_TRANSLATE_NOOP("Actions", "&Remove section"), "remove", "", needsPage},
    {C::AddEntry, "AddEntry", QT_TRANSLATE_NOOP("Actions", "&Add entry"), "add", "Ctrl+Return; Ctrl+Enter", needsPage},
    {C::AddToSection, "AddToSection", QT_TRANSLATE_NOOP("Actions", "Add &to section…"), "", "Ctrl+Shift+Return; Ctrl+Shift+Enter", needsPage},
    {C::AddPapers, "AddPapers", QT_TRANSLATE_NOOP("Actions", "Add papers from &BibTeX…"), "publication", "", needsPage},
    {C::TellNews, "TellNews", QT_TRANSLATE_NOOP("Actions", "Add ne&ws about this paper"), "news", "", needsPage},
    {C::NextEntry, "NextEntry", QT_TRANSLATE_NOOP("Actions", "&Next entry"), "", "Ctrl+PgDown", needsPage},
    {C::PreviousEntry, "PreviousEntry", QT_TRANSLATE_NOOP("Actions", "&Previous entry"), "", "Ctrl+PgUp", needsPage},
    {C::MoveUp, "MoveUp", QT_TRANSLATE_NOOP("Actions", "Move entry &up"), "up", "Alt+Up", needsPage | inList},
    {C::MoveDown, "MoveDown", QT_TRANSLATE_NOOP("Actions", "Move entry &down"), "down", "Alt+Down", needsPage | inList},
    {C::Duplicate, "Duplicate", QT_TRANSLATE_NOOP("Actions", "Dup&licate entry"), "duplicate", "Ctrl+Shift+D", needsPage},
    {C::Hide, "Hide", QT_TRANSLATE_NOOP("Actions", "&Hide entry"), "hidden", "Ctrl+Shift+H", needsPage},
    {C::Remove, "Remove", QT_TRANSLATE_NOOP("Actions", "&Remove entry"), "remove", "Del", needsPage | inList},
    {C::FormOrMarkdown, "FormOrMarkdown", QT_TRANSLATE_NOOP("Actions", "Form or &Markdown"), "", "Ctrl+T", needsPage},
    {C::EarlierStates, "EarlierStates", QT_TRANSLATE_NOOP("Actions", "&Earlier states"), "recent", "", needsPage},
    {C::ViewForms, "ViewForms", QT_TRANSLATE_NOOP("Actions", "&Forms"), "forms", "", needsPage},
    {C::ViewSource, "ViewSource", QT_TRANSLATE_NOOP("Actions", "&Source"), "source", "F12", needsPage},
    {C::ViewChanges, "ViewChanges", QT_TRANSLATE_NOOP("Actions", "&Changes"), "changes", "Ctrl+Shift+R", needsPage},
    {C::ShowOutline, "ShowOutline", QT_TRANSLATE_NOOP("Actions", "&Outline"), "", "Shift+F9", needsPage | checkable},
    {C::ShowPreview, "ShowPreview", QT_TRANSLATE_NOOP("Actions", "&Preview"), "", "F9", needsPage | checkable},
    {C::ReloadPreview, "ReloadPreview", QT_TRANSLATE_NOOP("Actions", "P&review anew"), "", "F5", needsPage},
    {C::ZoomIn, "ZoomIn", QT_TRANSLATE_NOOP("Actions", "&Larger preview text"), "", "Ctrl++; Ctrl+=", needsPage},
    {C::ZoomOut, "ZoomOut", QT_TRANSLATE_NOOP("Actions", "S&maller preview text"), "", "Ctrl+-", needsPage},
    {C::ZoomReset, "ZoomReset", QT_TRANSLATE_NOOP("Actions", "&Normal preview text"), "", "Ctrl+0", needsPage},
    {C::ThemeDesktop, "ThemeDesktop", QT_TRANSLATE_NOOP("Actions", "Colours &as the desktop"), "", "", checkable},
    {C::ThemeLight, "ThemeLight", QT_TRANSLATE_NOOP("Actions", "L&ight colours"), "", "", checkable},
    {C::ThemeDark, "ThemeDark", QT_TRANSLATE_NOOP("Actions", "&Dark colours"), "", "", checkable},
    {C::FullScreen, "FullScreen", QT_TRANSLATE_NOOP("Actions", "F&ull screen"), "", "F11", checkable},
    {C::NextPane, "NextPane", QT_TRANSLATE_NOOP("Actions", "Ne&xt pane"), "", "F6; Ctrl+Tab", needsPage},
    {C::PreviousPane, "PreviousPane", QT_TRANSLATE_NOOP("Actions", "Pre&vious pane"), "", "Shift+F6", needsPage},
    {C::NextCheck, "NextCheck", QT_TRANSLATE_NOOP("Actions", "Next thing to &check"), "to-check", "F8", needsPage},
    {C::PreviousCheck, "PreviousCheck", QT_TRANSLATE_NOOP("Actions", "Previous thing to c&heck"), "", "Shift+F8", needsPage},
    {C::CommandSearch, "CommandSearch", QT_TRANSLATE_NOOP("Actions", "&Find a command…"), "search", "Ctrl+Shift+P", 0},
    {C::Shortcuts, "Shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keys"), "shortcuts", "F1", 0},
    {C::CopyDiagnostics, "CopyDiagnostics", QT_TRANSLATE_NOOP("Actions", "Copy &diagnostics"), "duplicate", "", 0},
    {C::About, "About", QT_TRANSLATE_NOOP("Actions", "&About Vitrine"), "note", "", 0},
};
// clang-format on

/// In the content of a menu: a line, or one of the menus within menus.
constexpr int separator = -1;
constexpr int subMenu(MenuName name)
{
    return -10 - static_cast<int>(name);
}
constexpr int item(Command command)
{
    return static_cast<int>(command);
}

} // namespace

Actions::Actions(QWidget *window) : QObject(window), m_window(window)
{
    for (const ActionRow &row : table) {
        auto *action = new QAction(QCoreApplication::translate("Actions", row.text), this);
        action->setObjectName(QLatin1String(row.name));
        action->setIcon(icon(QLatin1String(row.icon)));
        if (*row.keys)
            action->setShortcuts(QKeySequence::listFromString(QLatin1String(row.keys), QKeySequence::PortableText));
        if (row.traits & checkable)
            action->setCheckable(true);
        if (row.traits & inList)
            action->setShortcutContext(Qt::WidgetShortcut);
        else
            window->addAction(action);
        action->setProperty("needsPage", (row.traits & needsPage) != 0);
        m_actions.emplace(row.command, action);
    }
    m_actions.at(C::Undo)->setShortcuts(QKeySequence::Undo);
    m_actions.at(C::Redo)->setShortcuts(QKeySequence::Redo);
    m_actions.at(C::Quit)->setMenuRole(QAction::QuitRole);
    m_actions.at(C::About)->setMenuRole(QAction::AboutRole);
    auto *themes = new QActionGroup(this);
    for (const Command theme : {C::ThemeDesktop, C::ThemeLight, C::ThemeDark})
        themes->addAction(m_actions.at(theme));
}

void Actions::addListActions(QWidget *list) const
{
    for (const ActionRow &row : table) {
        if (row.traits & inList)
            list->addAction(m_actions.at(row.command));
    }
}

void Actions::setPageOpen(bool open)
{
    for (const auto &[command, action] : m_actions) {
        if (action->property("needsPage").toBool())
            action->setEnabled(open);
    }
    for (const MenuName name : {MenuName::Export, MenuName::Section, MenuName::Entry, MenuName::Since})
        menu(name)->setEnabled(open);
}

QMenu *Actions::makeMenu(QMenuBar *bar, const QString &title, const QString &name, std::initializer_list<int> content)
{
    auto *made = new QMenu(title, m_window);
    made->setObjectName(name);
    made->setToolTipsVisible(true);
    for (const int entry : content) {
        if (entry == separator)
            made->addSeparator();
        else if (entry < separator)
            made->addMenu(m_menus.at(static_cast<MenuName>(-10 - entry)));
        else
            made->addAction(m_actions.at(static_cast<Command>(entry)));
    }
    if (bar)
        bar->addMenu(made);
    return made;
}

void Actions::buildMenus(QMenuBar *bar)
{
    bar->setObjectName(QStringLiteral("MenuBar"));
    m_menus[MenuName::Recent] = makeMenu(nullptr, tr("Open &recent"), QStringLiteral("RecentMenu"), {});
    m_menus[MenuName::MoveTo] = makeMenu(nullptr, tr("Move &to"), QStringLiteral("MoveToMenu"), {});
    m_menus[MenuName::Since] = makeMenu(nullptr, tr("&What changed since"), QStringLiteral("SinceMenu"), {});
    m_menus[MenuName::Export] = makeMenu(
        nullptr, tr("Expor&t"), QStringLiteral("ExportMenu"),
        {item(C::ExportMarkdown), item(C::ExportClipboard), item(C::ExportHtml), item(C::ExportPdf)});

    makeMenu(
        bar, tr("&File"), QStringLiteral("FileMenu"),
        {item(C::NewPage), item(C::PasteMarkdown), separator, item(C::Open), item(C::OpenFolder),
         subMenu(MenuName::Recent), item(C::OpenSample), separator, item(C::Save), item(C::SaveAs), item(C::Revert),
         separator, subMenu(MenuName::Export), item(C::ExportAgain), item(C::Print), separator, item(C::Close),
         item(C::Quit)});
    makeMenu(
        bar, tr("&Edit"), QStringLiteral("EditMenu"),
        {item(C::Undo), item(C::Redo), item(C::History), separator, item(C::Find), item(C::FindNext),
         item(C::FindPrevious), separator, item(C::NextCheck), item(C::PreviousCheck)});
    m_menus[MenuName::Section] = makeMenu(
        bar, tr("&Section"), QStringLiteral("SectionMenu"),
        {item(C::AddSection), item(C::AddSubSection), separator, item(C::RenameSection), item(C::HideSection),
         item(C::MoveSectionUp), item(C::MoveSectionDown), item(C::SortSection), separator, item(C::RemoveSection)});
    m_menus[MenuName::Entry] = makeMenu(
        bar, tr("E&ntry"), QStringLiteral("EntryMenu"),
        {item(C::AddEntry), item(C::AddToSection), item(C::AddPapers), item(C::TellNews), separator, item(C::NextEntry),
         item(C::PreviousEntry), item(C::FormOrMarkdown), item(C::EarlierStates), separator, item(C::MoveUp),
         item(C::MoveDown), subMenu(MenuName::MoveTo), item(C::Duplicate), item(C::Hide), separator, item(C::Remove)});
    makeMenu(
        bar, tr("&View"), QStringLiteral("ViewMenu"),
        {item(C::ViewForms), item(C::ViewSource), item(C::ViewChanges), subMenu(MenuName::Since), separator,
         item(C::ShowOutline), item(C::ShowPreview), item(C::ReloadPreview), item(C::ZoomIn), item(C::ZoomOut),
         item(C::ZoomReset), separator, item(C::ThemeDesktop), item(C::ThemeLight), item(C::ThemeDark), separator,
         item(C::NextPane), item(C::PreviousPane), item(C::FullScreen)});
    makeMenu(
        bar, tr("&Help"), QStringLiteral("HelpMenu"),
        {item(C::CommandSearch), item(C::Shortcuts), separator, item(C::CopyDiagnostics), item(C::About)});
}

} // namespace vitrine
